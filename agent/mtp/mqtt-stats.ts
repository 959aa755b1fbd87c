/** The counters of MQTT.Client.{i}.Stats. They begin with the transport, as TR-181 asks. */
import type { Packet } from 'mqtt';
import type { Clock } from '../../drivers/ports.ts';

export class MqttStats {
  /** Milliseconds since 1970, or undefined: it has not happened, or the time was not known. */
  brokerConnectionEstablished: number | undefined;
  lastPublishMessageSent: number | undefined;
  lastPublishMessageReceived: number | undefined;
  publishSent = 0;
  publishReceived = 0;
  subscribeSent = 0;
  unSubscribeSent = 0;
  mqttMessagesSent = 0;
  mqttMessagesReceived = 0;
  connectionErrors = 0;
  publishErrors = 0;
  /** When the last packet was sent, by the monotonic clock. */
  sentMs = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  connected(): void {
    this.brokerConnectionEstablished = this.#now();
  }

  sent(cmd: Packet['cmd']): void {
    this.sentMs = this.#clock.monotonicMs();
    this.mqttMessagesSent += 1;
    if (cmd === 'subscribe') this.subscribeSent += 1;
    if (cmd === 'unsubscribe') this.unSubscribeSent += 1;
    if (cmd !== 'publish') return;
    this.publishSent += 1;
    this.lastPublishMessageSent = this.#now();
  }

  received(cmd: Packet['cmd']): void {
    this.mqttMessagesReceived += 1;
    if (cmd !== 'publish') return;
    this.publishReceived += 1;
    this.lastPublishMessageReceived = this.#now();
  }

  #now(): number | undefined {
    return this.#clock.wallTimeIsKnown() ? this.#clock.wallMs() : undefined;
  }
}
