/** Requests that are being answered. */
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Caller } from '../security/controllers.ts';
import { requestsInFlightMax, requestsInFlightTotalMax } from './limits.ts';

type MsgIds = WeakMap<ObjectNode, Set<string>>;

/** By Controller and msg_id. Whoever only says to be a Controller takes none of its places. */
export class InFlight {
  readonly #trusted: MsgIds = new WeakMap();
  readonly #claimed: MsgIds = new WeakMap();
  #total = 0;

  /** A duplicate is ignored meanwhile [R-MSG.4]. */
  has(caller: Caller, msgId: string): boolean {
    return this.#of(caller).has(msgId);
  }

  isFullFor(caller: Caller): boolean {
    return this.#of(caller).size >= requestsInFlightMax || this.#total >= requestsInFlightTotalMax;
  }

  /** One that it does not have yet. */
  add(caller: Caller, msgId: string): void {
    this.#of(caller).add(msgId);
    this.#total++;
  }

  delete(caller: Caller, msgId: string): void {
    if (this.#of(caller).delete(msgId)) this.#total--;
  }

  #of({ controller, isTrusted }: Caller): Set<string> {
    const msgIds = isTrusted ? this.#trusted : this.#claimed;
    let own = msgIds.get(controller);
    if (!own) {
      own = new Set();
      msgIds.set(controller, own);
    }
    return own;
  }
}
