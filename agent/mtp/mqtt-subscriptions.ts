/** The subscriptions of one connection: planned, asked for, granted; and whether we can be reached by them. */
import type { MqttClient } from 'mqtt';
import { causes, type MqttCause } from './mqtt-cause.ts';
import type { MqttSettings, MqttSubscription } from './mqtt-options.ts';
import { type BrokerOffer, planSubscriptions, replyTopicOf } from './mqtt-plan.ts';

export type SubscriptionStatus = 'Subscribed' | 'Unsubscribed' | 'Error';

/** What comes of them; it may be told after the end of the connection. */
export interface SubscriptionEvents {
  subscription(topic: string, status: SubscriptionStatus): void;
  /** The broker has answered all that it was asked, and answers to us can come at this topic. */
  reachable(replyTopic: string): void;
  /** There is nothing to subscribe to, or no answer could come by what was granted. */
  unreachable(cause: MqttCause): void;
}

export class MqttSubscriptions {
  readonly #offer: BrokerOffer;
  readonly #client: MqttClient;
  readonly #events: SubscriptionEvents;
  readonly #granted = new Set<string>();
  #settings: MqttSettings;
  #asked: MqttSubscription[] = [];
  /** SUBSCRIBE packets that the broker has not answered. */
  #asking = 0;

  constructor(settings: MqttSettings, offer: BrokerOffer, client: MqttClient, events: SubscriptionEvents) {
    this.#settings = settings;
    this.#offer = offer;
    this.#client = client;
    this.#events = events;
  }

  /** Topics at which the broker lets us listen. */
  get granted(): string[] {
    return [...this.#granted];
  }

  /** Subscribes to what the settings name, and to that alone. [R-MQTT.15], [R-MQTT.16] */
  follow(settings: MqttSettings): void {
    this.#settings = settings;
    const plan = planSubscriptions(settings, this.#offer);
    if (plan) this.#align(plan);
    else this.#events.unreachable(causes.noSubscription);
  }

  /** Brings the broker's subscriptions in line with the plan. */
  #align(plan: MqttSubscription[]): void {
    const missing = plan.filter(({ topic, qos }) => !this.#asked.some(old => old.topic === topic && old.qos === qos));
    const idle = this.#asked.map(old => old.topic).filter(topic => !plan.some(filter => filter.topic === topic));
    this.#asked = plan;
    for (const topic of idle) this.#granted.delete(topic);
    if (idle.length > 0) this.#unsubscribe(idle);
    if (missing.length > 0) this.#subscribe(missing);
    else this.#judge();
  }

  /** Retain Handling 2: no retained messages, which we would drop. */
  #subscribe(filters: MqttSubscription[]): void {
    const options = filters.map(({ topic, qos }) => [topic, { qos, nl: false, rap: false, rh: 2 }] as const);
    this.#asking++;
    this.#client.subscribe(Object.fromEntries(options), (_error, _grants, suback) => {
      this.#asking--;
      this.#answered(filters, (suback?.granted ?? []) as number[]);
    });
  }

  /** [R-MQTT.34] */
  #unsubscribe(topics: string[]): void {
    this.#client.unsubscribe(topics, () => {
      for (const topic of topics) this.#events.subscription(topic, 'Unsubscribed');
    });
  }

  #answered(filters: MqttSubscription[], codes: number[]): void {
    for (const [index, { topic }] of filters.entries()) {
      if (!this.#asked.some(filter => filter.topic === topic)) continue; // meanwhile it was unsubscribed
      const isGranted = (codes[index] ?? 0x80) < 0x80;
      if (isGranted) this.#granted.add(topic);
      this.#events.subscription(topic, isGranted ? 'Subscribed' : 'Error');
    }
    this.#judge();
  }

  /** Not before the broker has said what it grants. [R-MQTT.17] */
  #judge(): void {
    if (this.#asking > 0) return;
    const replyTopic = replyTopicOf(this.#settings, this.#offer, this.granted);
    if (replyTopic === undefined) this.#events.unreachable(causes.subscribeRefused);
    else this.#events.reachable(replyTopic);
  }
}
