/** The queue in front of the broker: how many Records are in flight, and how many wait. Pure. */
import { mqttWaitingBytesMax, mqttWaitingMax } from './limits.ts';

/**
 * A broker states how many unacknowledged PUBLISH packets it takes (Receive Maximum, MQTT 5.0 section 4.9); the
 * package `mqtt` does not look at it, and its own queues have no bound. Items leave in the order in which they came.
 */
export class SendWindow<Item extends { bytes: number }> {
  readonly #inFlightMax: number;
  readonly #inFlight = new Set<Item>();
  #waiting: Item[] = [];
  #waitingBytes = 0;

  constructor(inFlightMax: number) {
    this.#inFlightMax = inFlightMax;
  }

  /** Takes an item in; false when the queue is full. */
  offer(item: Item): boolean {
    const isFull = this.#waiting.length >= mqttWaitingMax || this.#waitingBytes + item.bytes > mqttWaitingBytesMax;
    if (isFull && this.#waiting.length > 0) return false;
    this.#waiting.push(item);
    this.#waitingBytes += item.bytes;
    return true;
  }

  /** The next item to send now, if there is one and it may be sent. It is in flight until it is done. */
  next(): Item | undefined {
    if (this.#inFlight.size >= this.#inFlightMax) return undefined;
    const item = this.#waiting.shift();
    if (!item) return undefined;
    this.#waitingBytes -= item.bytes;
    this.#inFlight.add(item);
    return item;
  }

  /** Of those in flight, the one that is longest. */
  oldest(): Item | undefined {
    for (const item of this.#inFlight) return item;
    return undefined;
  }

  done(item: Item): void {
    this.#inFlight.delete(item);
  }

  /** Everything that was taken in and is not done; the window is empty afterwards. */
  clear(): Item[] {
    const items = [...this.#inFlight, ...this.#waiting];
    this.#inFlight.clear();
    this.#waiting = [];
    this.#waitingBytes = 0;
    return items;
  }
}
