/**
 * ControllerTrust.RequestChallenge() and ChallengeResponse(): who knows a challenge's value gets its roles.
 *
 * Wrong values are counted for each challenge over all Controllers; too many lock it for a while [R-SEC.16, R-SEC.17].
 * The count survives restarts (tries.ts). What is under way does not: a challenge has to be requested anew [R-SEC.21].
 */
import type { Arguments } from '../../datamodel/define.ts';
import { COMMAND_FAILURE, Fault, INVALID_ARGUMENTS, INVALID_VALUE } from '../../datamodel/errors.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Challenges } from '../../datamodel/services.ts';
import { parseValue } from '../../datamodel/values.ts';
import { REQUEST_DENIED } from './errors.ts';
import { Tries } from './tries.ts';

const trustPath = 'Device.LocalAgent.ControllerTrust.';
const challengeTable = `${trustPath}Challenge.`;
const controllerTable = 'Device.LocalAgent.Controller.';

const idBytes = 16;

/** A challenge that a Controller has requested and not yet met. */
interface Outstanding {
  id: string;
  challenge: ObjectNode;
  /** Monotonic. */
  expiresAtMs: number;
}

export class ChallengeDesk implements Challenges {
  readonly #model: DataModel;
  /** One for each Controller at most. */
  readonly #outstanding = new Map<ObjectNode, Outstanding>();
  readonly #tries: Tries;

  /** `state`: what the journal has from an earlier run. */
  constructor(model: DataModel, state: ReadonlyMap<string, string>) {
    this.#model = model;
    this.#tries = new Tries(model, state);
    model.feed.listen(commit => {
      for (const { kind, node } of commit) if (kind === 'deleted') this.#forget(node);
    });
  }

  request(controller: ObjectNode, reference: string, expirationSeconds: number): Arguments | Fault {
    const challenge = this.#usable(reference);
    if (!challenge) return new Fault(INVALID_VALUE, `${reference} is no challenge`);
    if (this.#tries.isLocked(challenge)) return locked(challenge);
    const current = this.#current(controller);
    if (current && current.challenge !== challenge) {
      return new Fault(REQUEST_DENIED, `${current.challenge.path} is to be answered first`);
    }
    const { random, clock } = this.#model.services;
    const id = Array.from(random.bytes(idBytes), byte => byte.toString(16).padStart(2, '0')).join('');
    const lifeMs = expirationSeconds === 0 ? Number.POSITIVE_INFINITY : expirationSeconds * 1000;
    this.#outstanding.set(controller, { id, challenge, expiresAtMs: clock.monotonicMs() + lifeMs });
    return {
      Instruction: String(challenge.stored('Instruction')),
      InstructionType: String(challenge.stored('InstructionType')),
      ValueType: String(challenge.stored('ValueType')),
      ChallengeID: id,
    };
  }

  async respond(controller: ObjectNode, id: string, value: string): Promise<Fault | undefined> {
    const current = this.#current(controller);
    if (!current || current.id !== id) return new Fault(INVALID_ARGUMENTS, 'no such challenge is under way');
    const { challenge } = current;
    if (this.#tries.isLocked(challenge)) return locked(challenge);
    if (!this.#isRight(challenge, value)) return this.#fail(challenge);
    this.#outstanding.delete(controller);
    await this.#tries.forget(challenge);
    const fault = await this.#assign(controller, challenge);
    const endpointId = String(controller.stored('EndpointID'));
    if (!fault) this.#model.services.log('notice', `${endpointId} has met ${challenge.path} and has its roles`);
    return fault;
  }

  /** An enabled challenge with a value to match; undefined for any other path. */
  #usable(reference: string): ObjectNode | undefined {
    const path = reference.endsWith('.') ? reference : `${reference}.`;
    const node = this.#model.find(path);
    const isChallenge = node?.table?.path === challengeTable && node.stored('Enable') === true;
    return isChallenge && node.stored('Value') !== '' ? node : undefined;
  }

  #current(controller: ObjectNode): Outstanding | undefined {
    const found = this.#outstanding.get(controller);
    if (!found || this.#model.services.clock.monotonicMs() < found.expiresAtMs) return found;
    this.#outstanding.delete(controller);
    return undefined;
  }

  /** Compares digests, so that the time that it takes says nothing about the value. */
  #isRight(challenge: ObjectNode, value: string): boolean {
    const { crypto } = this.#model.services;
    const given = parseValue({ kind: 'base64' }, value);
    const digestOf = (text: string) => crypto.sha256(new TextEncoder().encode(text));
    const [a, b] = [digestOf(given.ok ? String(given.value) : ''), digestOf(String(challenge.stored('Value')))];
    return a.every((byte, i) => byte === b[i]) && a.length === b.length;
  }

  /** Answered when the count is on the medium: cutting the power at once does not take a try back. */
  async #fail(challenge: ObjectNode): Promise<Fault> {
    const { failed, lockedSeconds } = await this.#tries.fail(challenge);
    if (lockedSeconds !== undefined) this.#locked(challenge, failed, lockedSeconds);
    return new Fault(COMMAND_FAILURE, 'the value is wrong');
  }

  /** Whoever has requested it has to do so anew, even where there is no period to wait for. */
  #locked(challenge: ObjectNode, failed: number, seconds: number): void {
    for (const [controller, { challenge: other }] of this.#outstanding) {
      if (other === challenge && seconds === 0) this.#outstanding.delete(controller);
    }
    this.#model.services.log('warning', `${challenge.path}: ${failed} wrong values; it is locked for ${seconds} s`);
  }

  /** The challenge's roles in place of the untrusted one, or on top of what the Controller has. */
  async #assign(controller: ObjectNode, challenge: ObjectNode): Promise<Fault | undefined> {
    const untrusted = String(this.#model.node(trustPath).stored('UntrustedRole'));
    const listOf = (node: ObjectNode, param: string) =>
      String(node.stored(param))
        .split(',')
        .filter(role => role !== '');
    const before = listOf(controller, 'AssignedRole').filter(role => role !== untrusted);
    const after = [...new Set([...before, ...listOf(challenge, 'Role')])].join(',');
    return this.#model.services.commands.write(controller, 'AssignedRole', after);
  }

  #forget(node: ObjectNode): void {
    if (node.table?.path === controllerTable) this.#outstanding.delete(node);
    if (node.table?.path !== challengeTable) return;
    void this.#tries.forget(node);
    for (const [controller, { challenge }] of this.#outstanding) {
      if (challenge === node) this.#outstanding.delete(controller);
    }
  }
}

function locked(challenge: ObjectNode): Fault {
  return new Fault(REQUEST_DENIED, `${challenge.path} is locked`);
}
