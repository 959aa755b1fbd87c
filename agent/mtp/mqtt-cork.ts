/** Packets of one turn of the event loop leave the process together: one system call, and often one TCP segment, for all. */
import type { Writable } from 'node:stream';
import { mqttCorkedBytesMax } from './limits.ts';

/**
 * A broker hands over several messages in one piece. Each is answered by itself, and a write of its own for each answer
 * costs more than the answer: so what is written is held until the turn is over, or is worth a write.
 */
export class TurnCork {
  readonly #stream: Writable;
  #isHolding = false;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  /** To be called before a write. */
  hold(): void {
    if (!this.#isHolding) {
      this.#isHolding = true;
      setImmediate(() => {
        this.#isHolding = false;
        this.#stream.uncork();
      });
    } else if (this.#stream.writableLength < mqttCorkedBytesMax) return;
    else this.#stream.uncork();
    this.#stream.cork();
  }
}
