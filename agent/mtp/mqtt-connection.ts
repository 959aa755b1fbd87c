/** One connection to a broker, from its first packet to its last. The transport makes a new one for each try. */
import type { IConnackPacket, IPublishPacket, MqttClient, Packet } from 'mqtt';
import type { Clock, Stoppable } from '../../drivers/ports.ts';
import { TransportError, type TransportErrorCode } from '../record/transport.ts';
import { mqttCloseMsMax, mqttConnectMsMax, mqttEarlyBytesMax, mqttEarlyMax } from './limits.ts';
import { causeOfError, causeOfReason, causes, type MqttCause } from './mqtt-cause.ts';
import { clientOptionsOf } from './mqtt-connect.ts';
import { TurnCork } from './mqtt-cork.ts';
import { type Delivery, type DropReason, deliveryOf } from './mqtt-delivery.ts';
import type { BrokerStream, DialBroker } from './mqtt-dial.ts';
import { PacketGuard } from './mqtt-guard.ts';
import type { MqttSettings, MqttSubscription } from './mqtt-options.ts';
import { type BrokerOffer, offerOf } from './mqtt-plan.ts';
import { MqttSender } from './mqtt-sender.ts';
import type { MqttStats } from './mqtt-stats.ts';
import { MqttSubscriptions, type SubscriptionStatus } from './mqtt-subscriptions.ts';
import { IntervalTimer } from './mqtt-timer.ts';

/** A PUBACK's reason code for a Record that was taken, though nobody listens (MQTT 5.0 section 3.4.2.1). */
const noMatchingSubscribers = 16;

/** The package, once it is loaded. */
export type MqttPackage = Pick<typeof import('mqtt'), 'MqttClient' | 'ReasonCodes'>;

export interface ConnectionParts {
  mqtt: MqttPackage;
  clock: Clock;
  dial: DialBroker;
  stats: MqttStats;
}

export interface ConnectionEvents {
  /** [R-MQTT.9] */
  assigned(clientId: string): void;
  /** Subscribed, and ready to send. Again when the topic for answers has changed. */
  ready(connection: MqttConnection, replyTopic: string): void;
  received(record: Uint8Array, replyTo: string | undefined, peer: BrokerStream): void;
  dropped(reason: DropReason): void;
  subscription(topic: string, status: SubscriptionStatus): void;
  /** The broker has taken a Record for a topic that nobody has subscribed to. */
  unheard(topic: string): void;
  /** The last event, once; not after close(). */
  ended(cause: MqttCause): void;
}

export class MqttConnection {
  readonly #parts: ConnectionParts;
  readonly #events: ConnectionEvents;
  readonly #keepAlive: IntervalTimer;
  readonly #early: Delivery[] = [];
  #settings: MqttSettings;
  #offer: BrokerOffer = offerOf();
  #sender: MqttSender | undefined;
  #subscriptions: MqttSubscriptions | undefined;
  #endDialling: (() => void) | undefined;
  #broker: BrokerStream | undefined;
  #cork: TurnCork | undefined;
  #client: MqttClient | undefined;
  #deadline: Stoppable | undefined;
  /** Where answers come to; once it is known, we may send. */
  #replyTopic: string | undefined;
  #isOver = false;

  constructor(settings: MqttSettings, parts: ConnectionParts, events: ConnectionEvents) {
    this.#settings = settings;
    this.#parts = parts;
    this.#events = events;
    this.#keepAlive = new IntervalTimer(parts.clock, () => parts.stats.sentMs);
  }

  get responseInformation(): string | undefined {
    return this.#offer.responseInformation;
  }

  /** Topics at which the broker lets us listen. */
  get topics(): string[] {
    return this.#subscriptions?.granted ?? [];
  }

  open(clientId: string): void {
    this.#deadline = this.#parts.clock.after(mqttConnectMsMax, () => this.#end(causes.connectTimeout));
    const begun = (end: () => void) => {
      this.#endDialling = end;
    };
    this.#parts.dial(this.#settings, begun).then(
      broker => this.#start(broker, clientId),
      error => this.#end(causeOfError(error)),
    );
  }

  /** [R-MQTT.6] The client writes its CONNECT packet at once. */
  #start(broker: BrokerStream, clientId: string): void {
    if (this.#isOver) return void broker.stream.destroy();
    const { mqtt, stats } = this.#parts;
    const guard = new PacketGuard(this.#settings.maximumPacketSize);
    const cork = new TurnCork(broker.stream);
    broker.stream.on('data', chunk => {
      cork.hold();
      if (!guard.accepts(chunk)) this.#end(causes.packetTooLong);
    });
    broker.stream.on('error', error => this.#end(causeOfError(error)));
    broker.stream.on('close', () => this.#end(causes.closed));
    const options = { ...clientOptionsOf(this.#settings, clientId), timerVariant: this.#keepAlive };
    const client = new mqtt.MqttClient(() => broker.stream, options);
    client.on('error', error => this.#end(causeOfError(error)));
    client.on('packetsend', packet => stats.sent(packet.cmd));
    client.on('packetreceive', packet => this.#sees(client, packet));
    client.on('connect', connack => this.#connected(connack));
    client.on('message', (_topic, _payload, packet) => this.#received(packet));
    this.#broker = broker;
    this.#cork = cork;
    this.#client = client;
    client.connect();
  }

  /** Each packet, before the client handles it: of one that ends the connection it learns nothing, for it may throw over it. */
  #sees(client: MqttClient, packet: Packet): void {
    this.#parts.stats.received(packet.cmd);
    if (packet.cmd === 'connack') {
      this.#refuseRepeated(packet.properties ?? {});
      // MQTT 5.0 section 3.2.2.3.14: the broker's keep alive replaces ours, also when ours is 0.
      client.options.keepalive = packet.properties?.serverKeepAlive ?? this.#settings.keepAliveTime;
    } else if (packet.cmd === 'disconnect') {
      const code = packet.reasonCode ?? 0;
      const name = this.#parts.mqtt.ReasonCodes[code as keyof MqttPackage['ReasonCodes']] || 'no reason given';
      this.#end(causeOfReason(code, `the broker ended the connection: ${name}`));
    } else if (packet.cmd === 'puback') this.#acknowledged(packet);
    else if (isOfQos2(packet)) this.#end(causes.unexpectedQos);
    else if (packet.cmd === 'publish' && packet.qos === 1 && !(Number(packet.messageId) > 0))
      this.#end(causeOfError(new Error('the broker delivered without a packet identifier')));
    if (this.#isOver) Object.assign(packet, { cmd: 'none' });
  }

  /** MQTT 5.0 section 2.2.2: what comes twice is a protocol error. The package makes a list of it. */
  #refuseRepeated(properties: object): void {
    for (const [name, value] of Object.entries(properties)) {
      if (Array.isArray(value)) this.#end(causeOfError(new Error(`the broker states ${name} twice`)));
    }
  }

  /** Of our own PUBLISH packets the package knows nothing: it ignores their acknowledgements. */
  #acknowledged({ messageId, reasonCode = 0 }: Extract<Packet, { cmd: 'puback' }>): void {
    const isTaken = reasonCode === 0 || reasonCode === noMatchingSubscribers;
    const name = this.#parts.mqtt.ReasonCodes[reasonCode as keyof MqttPackage['ReasonCodes']];
    const refusal = isTaken ? undefined : `the broker refused: ${name || reasonCode}`;
    const topic = this.#sender?.acknowledged(Number(messageId), refusal);
    if (topic !== undefined && reasonCode === noMatchingSubscribers) this.#events.unheard(topic);
  }

  #connected(connack: IConnackPacket): void {
    if (this.#isOver) return;
    this.#offer = offerOf(connack.properties);
    this.#sender = new MqttSender(this.#settings, this.#offer, {
      ...this.#parts,
      stream: this.#broker!.stream,
      cork: this.#cork!,
      packetId: () => Number(this.#client!.messageIdProvider.allocate()), // its SUBSCRIBE packets use the same numbers
      stuck: () => this.#end(causes.noAcknowledgement),
    });
    if (this.#offer.assignedClientId) this.#events.assigned(this.#offer.assignedClientId);
    this.#subscriptions = new MqttSubscriptions(this.#settings, this.#offer, this.#client!, {
      subscription: (topic, status) => {
        if (!this.#isOver) this.#events.subscription(topic, status);
      },
      reachable: replyTopic => this.#ready(replyTopic),
      unreachable: cause => this.#end(cause, true),
    });
    this.#subscriptions.follow(this.#settings);
  }

  /** The enabled rows of the Subscription table have changed. */
  setSubscriptions(subscriptions: MqttSubscription[]): void {
    this.#settings = { ...this.#settings, subscriptions };
    if (this.#client?.connected && !this.#isOver) this.#subscriptions?.follow(this.#settings);
  }

  /** We can be reached, so we may send. [R-MQTT.17] */
  #ready(replyTopic: string): void {
    if (this.#isOver || replyTopic === this.#replyTopic) return;
    this.#replyTopic = replyTopic;
    this.#deadline?.stop();
    this.#sender!.ready(replyTopic);
    this.#events.ready(this, replyTopic);
    for (const { record, replyTo } of this.#early.splice(0)) this.#events.received(record, replyTo, this.#broker!);
  }

  #received(packet: IPublishPacket): void {
    if (this.#isOver) return;
    const delivery = deliveryOf(this.#settings, packet);
    if ('dropped' in delivery) this.#events.dropped(delivery.dropped);
    else if (this.#replyTopic !== undefined) this.#events.received(delivery.record, delivery.replyTo, this.#broker!);
    else this.#keep(delivery);
  }

  /** A session that is resumed brings its messages before we may answer them. [R-MQTT.17] */
  #keep(delivery: Delivery): void {
    const bytes = this.#early.reduce((sum, { record }) => sum + record.length, delivery.record.length);
    if (this.#early.length < mqttEarlyMax && bytes <= mqttEarlyBytesMax) this.#early.push(delivery);
    else this.#events.dropped('too-many');
  }

  send(record: Uint8Array, address: string, isRetained: boolean): Promise<void> {
    if (!this.#isOver && this.#sender && this.#replyTopic !== undefined)
      return this.#sender.send(record, address, isRetained);
    return Promise.reject(new TransportError('not-connected', 'no connection to the broker'));
  }

  /** Leaves the broker, politely where it can be done, and reports nothing more. */
  close(): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    this.#stop('closed');
    return this.#goodbye();
  }

  #end(cause: MqttCause, isPolite = false): void {
    if (this.#isOver) return;
    this.#stop('not-connected');
    if (isPolite) void this.#goodbye();
    else this.#hangUp();
    this.#events.ended(cause);
  }

  #stop(code: TransportErrorCode): void {
    this.#isOver = true;
    this.#deadline?.stop();
    this.#keepAlive.stop();
    this.#sender?.stop(code);
  }

  #hangUp(): void {
    this.#endDialling?.();
    this.#broker?.stream.destroy();
  }

  /** [R-MQTT.35] The client would wait for every acknowledgement before its DISCONNECT; nobody wants them any more. */
  #goodbye(): Promise<void> {
    const client = this.#client;
    if (!client?.connected) return Promise.resolve(this.#hangUp());
    for (const id of Object.keys(client.outgoing)) client.removeOutgoingMessage(Number(id));
    return new Promise(resolve => {
      const finish = () => {
        deadline.stop();
        this.#hangUp();
        resolve();
      };
      const deadline = this.#parts.clock.after(mqttCloseMsMax, finish);
      client.end(false, { reasonCode: 0 }, finish);
    });
  }
}

/** Its promise was not asked for. */
const isOfQos2 = (packet: Packet) =>
  packet.cmd === 'publish' ? packet.qos > 1 : ['pubrec', 'pubrel', 'pubcomp'].includes(packet.cmd);
