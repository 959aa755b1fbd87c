import { exchangeLifetimeMs, recentCountMax } from './limits.ts';

/**
 * What was answered lately, so that a repeated datagram gets the same answer and is not obeyed twice
 * [RFC 7252 section 4.5].
 */

interface Exchange {
  fingerprint: number;
  answer: Uint8Array | undefined;
  forgetMs: number;
}

export class RecentExchanges {
  /** Oldest first; every entry lives equally long. */
  readonly #exchanges = new Map<string, Exchange>();

  get count(): number {
    return this.#exchanges.size;
  }

  /**
   * The exchange that `datagram` repeats. The same message ID with other bytes is no repetition but a peer that was
   * restarted and counts from the same start.
   */
  find(key: string, datagram: Uint8Array, nowMs: number): { answer: Uint8Array | undefined } | undefined {
    const known = this.#exchanges.get(key);
    return known && known.forgetMs > nowMs && known.fingerprint === fingerprint(datagram) ? known : undefined;
  }

  remember(key: string, datagram: Uint8Array, answer: Uint8Array | undefined, nowMs: number): void {
    this.#exchanges.delete(key);
    this.expire(nowMs);
    for (const oldest of this.#exchanges.keys()) {
      if (this.#exchanges.size < recentCountMax) break;
      this.#exchanges.delete(oldest);
    }
    const forgetMs = nowMs + exchangeLifetimeMs;
    this.#exchanges.set(key, { fingerprint: fingerprint(datagram), answer, forgetMs });
  }

  expire(nowMs: number): void {
    for (const [key, exchange] of this.#exchanges) {
      if (exchange.forgetMs > nowMs) return;
      this.#exchanges.delete(key);
    }
  }
}

/** FNV-1a, 32 bits: enough to tell a repetition from another message. */
function fingerprint(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
