/** Requests that are being answered. */
import type { Caller } from '../security/controllers.ts';
import { requestsInFlightMax, requestsInFlightTotalMax } from './limits.ts';

type MsgIds = Map<Caller['controller'], Set<string>>;

/** By Controller and msg_id. Whoever only says to be a Controller takes none of its places. */
export class InFlight {
  readonly #trusted: MsgIds = new Map();
  readonly #claimed: MsgIds = new Map();
  #total = 0;

  /** A duplicate is ignored meanwhile [R-MSG.4]. */
  has(caller: Caller, msgId: string): boolean {
    return this.#of(caller).get(caller.controller)?.has(msgId) ?? false;
  }

  isFullFor(caller: Caller): boolean {
    const own = this.#of(caller).get(caller.controller)?.size ?? 0;
    return own >= requestsInFlightMax || this.#total >= requestsInFlightTotalMax;
  }

  add(caller: Caller, msgId: string): void {
    const msgIds = this.#of(caller);
    const own = msgIds.get(caller.controller);
    if (own) own.add(msgId);
    else msgIds.set(caller.controller, new Set([msgId]));
    this.#total++;
  }

  delete(caller: Caller, msgId: string): void {
    const msgIds = this.#of(caller);
    const own = msgIds.get(caller.controller);
    if (!own?.delete(msgId)) return;
    this.#total--;
    if (own.size === 0) msgIds.delete(caller.controller);
  }

  #of({ isTrusted }: Caller): MsgIds {
    return isTrusted ? this.#trusted : this.#claimed;
  }
}
