/** When a transport tries again: TR-369's intervals, and the rule that takes them back to the first. */
import type { Random } from '../../drivers/ports.ts';
import type { RetryParameters } from '../record/transport.ts';
import { retryIntervalMs } from '../retry.ts';
import { connectionStableMs } from './limits.ts';

/**
 * Counts the tries since the last good connection. [R-MQTT.10]
 *
 * A connection that is accepted and soon closed again is no success: the count goes back to zero only when a
 * connection that lived for `stableMs` is lost. Without that rule a broker that drops its clients after each CONNACK
 * would be asked again every few seconds for ever. Time and chance are arguments.
 */
export class Backoff {
  readonly #parameters: RetryParameters;
  readonly #stableMs: number;
  #tries = 0;
  #connectedAtMs: number | undefined;

  constructor(parameters: RetryParameters, stableMs = connectionStableMs) {
    this.#parameters = parameters;
    this.#stableMs = stableMs;
  }

  /** Milliseconds to wait before the next try, which is hereby counted. */
  next(random: Random): number {
    this.#tries += 1;
    return retryIntervalMs(this.#parameters, this.#tries, random);
  }

  /** The peer has accepted us. */
  connected(nowMs: number): void {
    this.#connectedAtMs = nowMs;
  }

  /** The connection, or the try, has ended. */
  lost(nowMs: number): void {
    if (this.#connectedAtMs !== undefined && nowMs - this.#connectedAtMs >= this.#stableMs) this.#tries = 0;
    this.#connectedAtMs = undefined;
  }
}
