/** Records on their way to the broker over one connection: taken in, written, and settled. */
import type { Writable } from 'node:stream';
import type { Clock, Stoppable } from '../../drivers/ports.ts';
import { TransportError, type TransportErrorCode } from '../record/transport.ts';
import { mqttAcknowledgeMsMax, mqttTopicsReadyMax } from './limits.ts';
import type { TurnCork } from './mqtt-cork.ts';
import type { MqttSettings } from './mqtt-options.ts';
import type { BrokerOffer } from './mqtt-plan.ts';
import { type PublishHead, publishBytes, publishHeadOf, publishPacket } from './mqtt-publish.ts';
import type { MqttStats } from './mqtt-stats.ts';
import { SendWindow } from './mqtt-window.ts';

export interface SenderParts {
  clock: Clock;
  stats: MqttStats;
  stream: Writable;
  cork: TurnCork;
  /** A packet identifier that the package does not use at the time. */
  packetId(): number;
  /** The broker has not taken what it was sent for too long. Called once at most. */
  stuck(): void;
}

interface Sending {
  address: string;
  head: PublishHead;
  record: Uint8Array;
  isRetained: boolean;
  /** Of the packet. */
  bytes: number;
  writtenMs: number;
  resolve(): void;
  reject(error: TransportError): void;
}

export class MqttSender {
  readonly #settings: MqttSettings;
  readonly #offer: BrokerOffer;
  readonly #parts: SenderParts;
  readonly #isQos1: boolean;
  readonly #window: SendWindow<Sending>;
  readonly #heads = new Map<string, PublishHead>();
  /** At QoS 1: written, by packet identifier. */
  readonly #unacknowledged = new Map<number, Sending>();
  /** At QoS 0: written, while the stream had no room. */
  #undrained: Sending[] = [];
  #replyTopic: string | undefined;
  #watch: Stoppable | undefined;

  constructor(settings: MqttSettings, offer: BrokerOffer, parts: SenderParts) {
    this.#settings = settings;
    this.#offer = offer;
    this.#parts = parts;
    this.#isQos1 = Math.min(settings.publishQoS, offer.maximumQoS) === 1;
    this.#window = new SendWindow(offer.inFlightMax);
    parts.stream.on('drain', () => this.#drained());
  }

  /** From now on Records may be sent, and are answered at this topic. */
  ready(replyTopic: string): void {
    this.#replyTopic = replyTopic;
    this.#heads.clear();
  }

  send(record: Uint8Array, address: string, isRetained: boolean): Promise<void> {
    const head = this.#headFor(address);
    if (!head) return this.#refuse('bad-address', 'the address is no MQTT topic');
    const bytes = publishBytes(head, record);
    if (bytes > this.#offer.packetBytesMax) return this.#refuse('too-large', 'longer than the broker allows');
    return new Promise((resolve, reject) => {
      const isKept = isRetained && this.#offer.isRetainAvailable;
      const item: Sending = { address, head, record, isRetained: isKept, bytes, writtenMs: 0, resolve, reject };
      if (!this.#window.offer(item)) this.#settle(item, 'queue-full', 'too many Records wait for the broker');
      this.#writeNext();
    });
  }

  #refuse(code: TransportErrorCode, message: string): Promise<void> {
    this.#parts.stats.publishErrors += 1;
    return Promise.reject(new TransportError(code, message));
  }

  #headFor(address: string): PublishHead | undefined {
    const known = this.#heads.get(address);
    if (known || this.#replyTopic === undefined) return known;
    const head = publishHeadOf(this.#settings, address, this.#replyTopic);
    if (this.#heads.size >= mqttTopicsReadyMax) this.#heads.clear();
    if (head) this.#heads.set(address, head);
    return head;
  }

  #writeNext(): void {
    for (let item = this.#window.next(); item; item = this.#window.next()) this.#write(item);
  }

  #write(item: Sending): void {
    const { clock, cork, stats, stream } = this.#parts;
    const packetId = this.#isQos1 ? this.#packetId() : undefined;
    cork.hold();
    const hasRoom = stream.write(publishPacket(item.head, item.record, packetId, item.isRetained));
    stats.sent('publish');
    if (packetId !== undefined) this.#unacknowledged.set(packetId, item);
    else if (!hasRoom) this.#undrained.push(item);
    else {
      this.#settle(item);
      return;
    }
    item.writtenMs = clock.monotonicMs();
    this.#watch ??= clock.after(mqttAcknowledgeMsMax, () => this.#look());
  }

  #packetId(): number {
    let id = this.#parts.packetId();
    while (this.#unacknowledged.has(id)) id = this.#parts.packetId();
    return id;
  }

  /** One timer for all that is in flight: it looks at the oldest, and sleeps on. */
  #look(): void {
    this.#watch = undefined;
    const oldest = this.#window.oldest();
    if (!oldest) return;
    const { clock, stuck } = this.#parts;
    const leftMs = oldest.writtenMs + mqttAcknowledgeMsMax - clock.monotonicMs();
    if (leftMs > 0) {
      this.#watch = clock.after(leftMs, () => this.#look());
      return;
    }
    this.#settle(oldest, 'timeout', 'the broker did not acknowledge');
    stuck();
  }

  /** A PUBACK has come; `refusal` says why the broker did not take the Record. Where that was to go. */
  acknowledged(packetId: number, refusal: string | undefined): string | undefined {
    const item = this.#unacknowledged.get(packetId);
    if (!item) return undefined;
    this.#unacknowledged.delete(packetId);
    if (refusal === undefined) this.#settle(item);
    else this.#settle(item, 'refused', refusal);
    this.#writeNext();
    return item.address;
  }

  #drained(): void {
    for (const item of this.#undrained.splice(0)) this.#settle(item);
    this.#writeNext();
  }

  #settle(item: Sending, code?: TransportErrorCode, message = ''): void {
    this.#window.done(item);
    if (code === undefined) {
      item.resolve();
      return;
    }
    this.#parts.stats.publishErrors += 1;
    item.reject(new TransportError(code, message));
  }

  /** The connection has ended: whatever is not settled has failed. */
  stop(code: TransportErrorCode): void {
    this.#watch?.stop();
    this.#undrained = [];
    this.#unacknowledged.clear();
    for (const item of this.#window.clear()) this.#settle(item, code, 'the connection has ended');
  }
}
