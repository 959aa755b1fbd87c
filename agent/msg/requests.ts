/**
 * Asynchronous commands and the Request rows that stand for them [R-OPR.0]. A row lives as long as its command; what was
 * running when the agent went down has failed, and its end is told after the next start.
 */
import { fullAccess } from '../../datamodel/access.ts';
import { commandOf } from '../../datamodel/bound.ts';
import type { Arguments } from '../../datamodel/define.ts';
import { COMMAND_CANCELED, COMMAND_FAILURE, Fault, INTERNAL_ERROR, INVALID_PATH } from '../../datamodel/errors.ts';
import type { CommandOutcome } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import { LiveRow } from '../../datamodel/tree.ts';

const requestTable = 'Device.LocalAgent.Request.';

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

  constructor(model: DataModel) {
    this.#model = model;
  }

  /** Runs a synchronous command. Faults are the command's own, or 7003 when its handler broke. */
  async run(invocation: Invocation): Promise<Arguments | Fault> {
    return this.#carryOut(invocation, new Running());
  }

  /** Starts an asynchronous command; its Request row's path, or a Fault (7005: too many run). */
  async start(invocation: Invocation): Promise<string | Fault> {
    const row = await this.#createRow(invocation);
    if (row instanceof Fault) return row;
    const running = new Running();
    this.#running.set(row, running);
    // The row is told of before the end is: the command begins in a later turn.
    void this.#model.settled().then(() => this.#runToEnd(invocation, row, running));
    return row.path;
  }

  /** Asks a running command to stop; false when there is none behind the row, or it has been asked before. */
  cancel(row: ObjectNode): boolean {
    const running = this.#running.get(row);
    if (!running || running.cancelled) return false;
    this.#model.update(row, { Status: 'Canceling' });
    running.cancel();
    return true;
  }

  /** Ends what the journal remembers as running (TR-369 "Persistence of Asynchronous Operations"). */
  async endInterrupted(): Promise<void> {
    for (const row of [...this.#model.table(requestTable).rows.values()]) {
      const path = this.#model.parse(String(row.stored('Command')));
      const found = path instanceof Fault ? path : this.#model.resolve(path, fullAccess);
      const node = found instanceof Fault ? undefined : (found.nodes[0] as ObjectNode);
      const outcome = { code: COMMAND_FAILURE, message: 'the agent was restarted while the command ran' };
      await this.#end(row, node ?? row, outcome);
    }
  }

  async #createRow(invocation: Invocation): Promise<ObjectNode | Fault> {
    const { node, command, commandKey, controller } = invocation;
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
      return { row, durable: transaction.commitNow().durable };
    });
    if (added instanceof Fault) return added;
    if (!added.row) return added.fault;
    return (await added.durable) ?? added.row;
  }

  async #runToEnd(invocation: Invocation, row: ObjectNode, running: Running): Promise<void> {
    if (!running.cancelled) this.#model.update(row, { Status: 'Active' });
    const result = await this.#carryOut(invocation, running);
    this.#running.delete(row);
    await this.#end(row, invocation.node, outcomeOf(result, running.cancelled));
  }

  async #carryOut(invocation: Invocation, running: Running): Promise<Arguments | Fault> {
    const { node, command, commandKey, input, controller } = invocation;
    const handler = commandOf(node.bound, command)?.run;
    if (!handler) return new Fault(INVALID_PATH, `${node.path}${command} is not supported`);
    if (running.cancelled) return new Fault(COMMAND_CANCELED, 'canceled before it began');
    const { services } = this.#model;
    try {
      return await handler(new LiveRow(node), input, { services, controller, commandKey, signal: running });
    } catch (cause) {
      services.log('error', `${node.path}${command} failed inside: ${String(cause)}`);
      return new Fault(INTERNAL_ERROR, 'the command failed inside');
    }
  }

  /** Tells of the end, then removes the row [R-OPR.0]. */
  async #end(row: ObjectNode, node: ObjectNode, outcome: CommandOutcome): Promise<void> {
    const text = String(row.stored('Command'));
    const command = text.slice(text.lastIndexOf('.') + 1);
    const commandKey = String(row.stored('CommandKey'));
    const requester = String(row.stored('Originator'));
    this.#model.publish([{ kind: 'completed', node, command, commandKey, outcome, requester }]);
    await this.#model.exclusively(async begin => {
      const transaction = begin();
      transaction.delete(row);
      await transaction.commitNow().durable;
    });
  }
}

function outcomeOf(result: Arguments | Fault, cancelled: boolean): CommandOutcome {
  if (!(result instanceof Fault)) return { output: result };
  return { code: cancelled ? COMMAND_CANCELED : result.code, message: result.message };
}
