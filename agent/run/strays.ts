/** Tells of what comes over a transport and is no Record for this agent: its sender hears nothing, or a code that nobody reads. */
import type { Clock, Log } from '../../drivers/ports.ts';
import { decodeRecord } from '../../proto/record.ts';
import { quoted, RecurringLog } from '../mtp/recurring-log.ts';
import type { Origin, Verdict } from '../record/transport.ts';

export class Strays {
  readonly #endpointId: string;
  readonly #recurring: RecurringLog;

  constructor({ endpointId, log, clock }: { endpointId: string; log: Log; clock: Clock }) {
    this.#endpointId = endpointId;
    this.#recurring = new RecurringLog(log, clock);
  }

  /** `verdict`: what became of the bytes. */
  tell(verdict: Verdict, bytes: Uint8Array, { protocol, transport }: Origin): void {
    if (verdict !== 'malformed' && verdict !== 'refused') return;
    this.#recurring.tell(`${transport} ${verdict}`, 'warning', () => `${protocol} ${transport}: ${this.#say(bytes)}`);
  }

  #say(bytes: Uint8Array): string {
    const record = decodeRecord(bytes);
    if (record instanceof Error) return `what has come is no USP Record: ${record.message}`;
    const { from_id: from, to_id: to } = record;
    if (from === this.#endpointId) return 'a Record has come that says to be from this agent';
    return `a Record of ${quoted(from)} is for ${quoted(to)}; this agent is ${this.#endpointId}`;
  }
}
