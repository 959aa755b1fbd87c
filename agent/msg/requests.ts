/**
 * Asynchronous commands and the Request rows that stand for them [R-OPR.0]. A row lives as long as its command. What was
 * running when the agent went down goes on after the next start if its literal says so; else it has failed, and its end
 * is told then.
 */
import { fullAccess } from '../../datamodel/access.ts';
import { commandOf } from '../../datamodel/bound.ts';
import type { Arguments } from '../../datamodel/define.ts';
import {
  COMMAND_CANCELED,
  COMMAND_FAILURE,
  Fault,
  INTERNAL_ERROR,
  INVALID_PATH,
  RESOURCES_EXCEEDED,
} from '../../datamodel/errors.ts';
import type { Change, CommandOutcome } from '../../datamodel/feed.ts';
import { reservedKey } from '../../datamodel/journal/keys.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { isTexts, noteOf } from '../../datamodel/notes.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import type { Transaction } from '../../datamodel/transaction.ts';
import { LiveRow } from '../../datamodel/tree.ts';
import { EndedRequests } from './endedrequests.ts';

const requestTable = 'Device.LocalAgent.Request.';
const controllerTable = 'Device.LocalAgent.Controller.';

const alreadyRuns = 'the command runs already with this command_key: another key lets it run twice';

/** Where the input of a command that survives a restart is journalled. */
const inputNote = (row: ObjectNode) => reservedKey('request', row.path);

/** A command to run: on which object, for whom. */
export interface Invocation {
  node: ObjectNode;
  /** `Toggle()` */
  command: string;
  commandKey: string;
  input: Arguments;
  controller: ObjectNode | undefined;
}

/** A command that runs, and whether it has been asked to stop. */
class Running {
  cancelled = false;
  /** The agent stops: the row stays as it is. */
  isLeft = false;
  readonly #callbacks: (() => void)[] = [];

  onCancel(callback: () => void): void {
    this.#callbacks.push(callback);
  }

  cancel(): void {
    this.cancelled = true;
    for (const callback of this.#callbacks) callback();
  }
}

export class Requests {
  readonly #model: DataModel;
  readonly #running = new Map<ObjectNode, Running>();
  readonly #ended: EndedRequests;

  constructor(model: DataModel) {
    this.#model = model;
    this.#ended = new EndedRequests(model, stageRemoval);
  }

  /** Runs a synchronous command. Faults are the command's own, or 7003 when its handler broke. */
  async run(invocation: Invocation): Promise<Arguments | Fault> {
    return this.#carryOut(invocation, new Running());
  }

  /** Starts an asynchronous command; its Request row's path, or a Fault (7005: too many run, or this one with the same key). */
  async start(invocation: Invocation): Promise<string | Fault> {
    const row = await this.#createRow(invocation);
    if (row instanceof Fault) return row;
    this.#run(invocation, row);
    return row.path;
  }

  #run(invocation: Invocation, row: ObjectNode): void {
    const running = new Running();
    this.#running.set(row, running);
    // The row is told of before the end is: the command begins in a later turn.
    void this.#model.settled().then(() => this.#runToEnd(invocation, row, running));
  }

  /** Asks a running command to stop; false when there is none behind the row, or it has been asked before. */
  cancel(row: ObjectNode): boolean {
    const running = this.#running.get(row);
    if (!running || running.cancelled) return false;
    this.#model.update(row, { Status: 'Canceling' });
    running.cancel();
    return true;
  }

  /**
   * Takes up what `state`, the journal, remembers as running: it goes on, or has failed (TR-369 "Persistence of
   * Asynchronous Operations").
   */
  async resume(state: ReadonlyMap<string, string>): Promise<void> {
    for (const row of [...this.#model.table(requestTable).rows.values()]) {
      const node = this.#nodeOf(row);
      const input = noteOf(this.#model, state, inputNote(row), isTexts);
      if (node && input) this.#run(this.#invocationOf(row, node, input), row);
      else {
        const outcome = { code: COMMAND_FAILURE, message: 'the agent was restarted while the command ran' };
        await this.#end(row, node ?? row, outcome);
      }
    }
  }

  /** Leaves what runs where it is, for the next start. */
  close(): void {
    for (const running of this.#running.values()) {
      running.isLeft = true;
      running.cancel();
    }
    this.#running.clear();
    this.#ended.close();
  }

  /** The object whose command the row stands for. */
  #nodeOf(row: ObjectNode): ObjectNode | undefined {
    const path = this.#model.parse(String(row.stored('Command')));
    const found = path instanceof Fault ? path : this.#model.resolve(path, fullAccess);
    return found instanceof Fault ? undefined : (found.nodes[0] as ObjectNode | undefined);
  }

  #invocationOf(row: ObjectNode, node: ObjectNode, input: Arguments): Invocation {
    const controllers = [...this.#model.table(controllerTable).rows.values()];
    const controller = controllers.find(each => each.stored('EndpointID') === row.stored('Originator'));
    return { node, command: commandNameOf(row), commandKey: String(row.stored('CommandKey')), input, controller };
  }

  async #createRow(invocation: Invocation): Promise<ObjectNode | Fault> {
    const { node, command, commandKey, controller, input } = invocation;
    const values: Record<string, Scalar> = {
      Originator: controller ? controller.stored('EndpointID') : '',
      Command: node.path + command,
      CommandKey: commandKey,
    };
    const added = await this.#model.exclusively(async begin => {
      const transaction = begin();
      const row = transaction.add(this.#model.table(requestTable), { presets: values });
      if (row instanceof Fault) return { fault: row };
      transaction.fillKeys(row);
      // A unique key of the table (TR-181): of what an Agent may do with a second one, this keeps it [R-OPR.3]. Who gives no
      // key tells no two apart, and two steps of a dimmer at once are two steps.
      if (commandKey !== '' && transaction.check(row)) return { fault: new Fault(RESOURCES_EXCEEDED, alreadyRuns) };
      if (survives(invocation)) transaction.note(inputNote(row), JSON.stringify(input));
      return { row, durable: transaction.commitNow().durable };
    });
    if (added instanceof Fault) return added;
    if (!added.row) return added.fault;
    return (await added.durable) ?? added.row;
  }

  async #runToEnd(invocation: Invocation, row: ObjectNode, running: Running): Promise<void> {
    if (!running.cancelled) this.#model.update(row, { Status: 'Active' });
    const goOnWith = (input: Arguments) => {
      if (survives(invocation)) this.#note(row, input);
    };
    const result = await this.#carryOut(invocation, running, goOnWith);
    if (running.isLeft) return;
    this.#running.delete(row);
    await this.#end(row, invocation.node, outcomeOf(result, running.cancelled));
  }

  #note(row: ObjectNode, input: Arguments): void {
    const transaction = this.#model.begin();
    transaction.note(inputNote(row), JSON.stringify(input));
    transaction.commitNow();
  }

  async #carryOut(
    invocation: Invocation,
    running: Running,
    goOnWith: (input: Arguments) => void = () => {},
  ): Promise<Arguments | Fault> {
    const { node, command, commandKey, input, controller } = invocation;
    const handler = commandOf(node.bound, command)?.run;
    if (!handler) return new Fault(INVALID_PATH, `${node.path}${command} is not supported`);
    if (running.cancelled) return new Fault(COMMAND_CANCELED, 'canceled before it began');
    const { services } = this.#model;
    try {
      return await handler(new LiveRow(node), input, { services, controller, commandKey, signal: running, goOnWith });
    } catch (cause) {
      services.log('error', `${node.path}${command} failed inside: ${String(cause)}`);
      return new Fault(INTERNAL_ERROR, 'the command failed inside');
    }
  }

  /** Tells of the end, once, then removes the row [R-OPR.0], as soon as the journal takes that. */
  async #end(row: ObjectNode, node: ObjectNode, outcome: CommandOutcome): Promise<void> {
    const command = commandNameOf(row);
    const commandKey = String(row.stored('CommandKey'));
    const requester = String(row.stored('Originator'));
    this.#model.update(row, { Status: statusOf(outcome) });
    const completed: Change = { kind: 'completed', node, command, commandKey, outcome, requester };
    // In one commit, or a power cut between the two would have the end told twice.
    const fault = await this.#model.commitInTurn(transaction => {
      transaction.announce(completed);
      stageRemoval(transaction, row);
    });
    if (!fault) return;
    this.#model.publish([completed]);
    this.#ended.add(row);
  }
}

function stageRemoval(transaction: Transaction, row: ObjectNode): void {
  transaction.delete(row);
  transaction.note(inputNote(row), undefined);
}

function commandNameOf(row: ObjectNode): string {
  const text = String(row.stored('Command'));
  return text.slice(text.lastIndexOf('.') + 1);
}

function statusOf(outcome: CommandOutcome): string {
  if ('output' in outcome) return 'Success';
  return outcome.code === COMMAND_CANCELED ? 'Canceled' : 'Error';
}

function survives({ node, command }: Invocation): boolean {
  return node.bound.definition?.survivors?.includes(command) ?? false;
}

function outcomeOf(result: Arguments | Fault, cancelled: boolean): CommandOutcome {
  if (!(result instanceof Fault)) return { output: result };
  return { code: cancelled ? COMMAND_CANCELED : result.code, message: result.message };
}
