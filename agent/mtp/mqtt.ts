/** The MQTT binding of TR-369: one client of one broker, shared by every Controller behind that broker. */
import type { Clock, Log, Random, Stoppable } from '../../drivers/ports.ts';
import { type Origin, type Transport, TransportError, type TransportListener } from '../record/transport.ts';
import { CauseLog } from './cause-log.ts';
import { connectionStableMs, timeLookMs, timeWaitMsMax, tryMsMax } from './limits.ts';
import { causeOfError, type MqttCause, type MqttStatus } from './mqtt-cause.ts';
import { clientIdOf } from './mqtt-connect.ts';
import { type ConnectionEvents, MqttConnection, type MqttPackage } from './mqtt-connection.ts';
import { type DialBroker, dialWith } from './mqtt-dial.ts';
import {
  type MqttOptions,
  type MqttSettings,
  type MqttSubscription,
  misconfigurationOf,
  retryOf,
  settingsOf,
} from './mqtt-options.ts';
import { MqttStats } from './mqtt-stats.ts';
import type { SubscriptionStatus } from './mqtt-subscriptions.ts';
import { quoted, RecurringLog } from './recurring-log.ts';
import { Backoff } from './retry.ts';

/** What the data model wants to know. None of these may throw. */
export interface MqttObserver {
  /** MQTT.Client.{i}.Status. An error stays until the client is connected again: it does not flicker with each try. */
  status?(status: MqttStatus): void;
  /** MQTT.Client.{i}.ClientID shall be kept for the next start. [R-MQTT.9] */
  assignedClientId?(clientId: string): void;
  /** MQTT.Client.{i}.ResponseInformation; empty when the broker gave none. */
  responseInformation?(topic: string): void;
  /** MQTT.Client.{i}.Subscription.{i}.Status, by Topic, as long as Connected; also of topics that the broker offered. */
  subscription?(topic: string, status: SubscriptionStatus): void;
}

export interface MqttDeps {
  clock: Clock;
  random: Random;
  log: Log;
  /** Opens the stream to the broker; absent: TCP and TLS. */
  connect?: DialBroker;
  observer?: MqttObserver;
}

export interface MqttTransport extends Transport {
  readonly status: MqttStatus;
  readonly stats: MqttStats;
  /** The enabled rows of the Subscription table have changed: subscribes and unsubscribes without reconnecting. */
  setSubscriptions(subscriptions: MqttSubscription[]): void;
  /** MQTT.Client.{i}.ClientID as it is now: counts from the next CONNECT packet on. [R-MQTT.8] */
  setClientID(clientID: string): void;
}

/** Nothing of the package `mqtt` is loaded before the transport is opened. */
export function createMqttTransport(options: MqttOptions, deps: MqttDeps): MqttTransport {
  return new MqttClientTransport(settingsOf(options), deps);
}

class MqttClientTransport implements MqttTransport {
  readonly protocol = 'MQTT';
  readonly stats: MqttStats;
  readonly #deps: MqttDeps;
  readonly #dial: DialBroker;
  readonly #backoff: Backoff;
  readonly #causes: CauseLog;
  readonly #drops: CauseLog;
  readonly #unheard: RecurringLog;
  #mqtt: MqttPackage | undefined;
  #settings: MqttSettings;
  #listener: TransportListener | undefined;
  #status: MqttStatus = 'Disabled';
  #openedAtMs = 0;
  #triedAtMs = 0;
  #assignedClientId: string | undefined;
  /** The try that is under way, or the connection that came of it. */
  #connection: MqttConnection | undefined;
  #isConnected = false;
  /** Until the next try, or until the connection counts as stable. */
  #timer: Stoppable | undefined;
  /** Not trying, for the configuration is at fault. */
  #isDisabled = false;
  #isClosed = false;

  constructor(settings: MqttSettings, deps: MqttDeps) {
    this.#settings = settings;
    this.#deps = deps;
    this.#dial = deps.connect ?? dialWith(deps.clock);
    this.#backoff = new Backoff(retryOf(settings));
    const log: Log = (level, line) => deps.log(level, `MQTT ${settings.name}: ${line}`);
    this.#causes = new CauseLog(log);
    this.#drops = new CauseLog(log);
    this.#unheard = new RecurringLog(log, deps.clock);
    this.stats = new MqttStats(deps.clock);
  }

  get status(): MqttStatus {
    return this.#status;
  }

  isConnected(): boolean {
    return this.#isConnected;
  }

  isStalled(): boolean {
    const isAtRest = this.#isConnected || this.#isDisabled || this.#isClosed || this.#timer !== undefined;
    return !isAtRest && this.#deps.clock.monotonicMs() - this.#triedAtMs > tryMsMax;
  }

  open(listener: TransportListener): void {
    this.#listener = listener;
    this.#openedAtMs = this.#deps.clock.monotonicMs();
    this.#setStatus('Connecting');
    this.#try();
  }

  send(record: Uint8Array, address: string, isRetained = false): Promise<void> {
    if (this.#isConnected) return this.#connection!.send(record, address, isRetained);
    this.stats.publishErrors += 1;
    const code = this.#isClosed ? 'closed' : 'not-connected';
    return Promise.reject(new TransportError(code, `MQTT ${this.#settings.name} is ${code}`));
  }

  setSubscriptions(subscriptions: MqttSubscription[]): void {
    this.#settings = { ...this.#settings, subscriptions };
    if (this.#connection) this.#connection.setSubscriptions(subscriptions);
    else if (this.#isDisabled) this.#try();
  }

  setClientID(clientID: string): void {
    if (clientID === this.#settings.clientID) return;
    this.#settings = { ...this.#settings, clientID };
    this.#assignedClientId = undefined;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#isDisabled = false;
    this.#isConnected = false;
    this.#timer?.stop();
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.close();
    this.#setStatus('Disabled');
  }

  #try(): void {
    this.#timer = undefined;
    this.#triedAtMs = this.#deps.clock.monotonicMs();
    this.#isDisabled = false;
    const fault = misconfigurationOf(this.#settings);
    if (fault !== undefined) {
      this.#ended({ key: 'misconfigured', status: 'Error_Misconfigured', text: fault, isFinal: true });
    } else if (this.#shouldWaitForTime()) {
      this.#causes.tell('no-time', 'info', 'waits for the time, by which certificates are judged');
      this.#timer = this.#deps.clock.after(timeLookMs, () => this.#try());
    } else if (this.#mqtt) this.#connect(this.#mqtt);
    else this.#load();
  }

  #load(): void {
    import('mqtt').then(
      loaded => {
        // A bundle has the CommonJS package's exports under `default` alone.
        this.#mqtt = 'MqttClient' in loaded ? loaded : (loaded as { default: MqttPackage }).default;
        this.#connect(this.#mqtt);
      },
      error => this.#ended(causeOfError(error)),
    );
  }

  /** [R-MTP.2] Not for ever: there may be nothing to learn the time from. */
  #shouldWaitForTime(): boolean {
    const { clock } = this.#deps;
    const isEarly = clock.monotonicMs() - this.#openedAtMs < timeWaitMsMax;
    return this.#settings.transportProtocol === 'TLS' && isEarly && !clock.wallTimeIsKnown();
  }

  #connect(mqtt: MqttPackage): void {
    if (this.#isClosed) return;
    const { clock } = this.#deps;
    const parts = { mqtt, clock, dial: this.#dial, stats: this.stats };
    this.#connection = new MqttConnection(this.#settings, parts, this.#events());
    this.#connection.open(clientIdOf(this.#settings, this.#assignedClientId));
  }

  #events(): ConnectionEvents {
    const { observer } = this.#deps;
    return {
      assigned: clientId => {
        this.#assignedClientId = clientId;
        observer?.assignedClientId?.(clientId);
      },
      ready: (connection, replyTopic) => this.#ready(connection, replyTopic),
      received: (record, replyTo, { isSecure, isLoopback }) => {
        const origin: Origin = { protocol: 'MQTT', transport: this.#settings.name, isSecure, isLoopback };
        if (replyTo !== undefined) origin.replyTo = replyTo;
        this.#listener!.received(record, origin);
      },
      dropped: reason => this.#drops.tell(reason, 'warning', `a received message was dropped: ${reason}`),
      subscription: (topic, status) => {
        if (status === 'Error')
          this.#causes.tell('subscription', 'warning', `the broker refused to subscribe to ${topic}`);
        observer?.subscription?.(topic, status);
      },
      unheard: topic => this.#unheard.tell(topic, 'warning', () => `nobody listens at ${quoted(topic)}`),
      ended: cause => this.#ended(cause),
    };
  }

  #ready(connection: MqttConnection, subscribedTopic: string): void {
    const { clock, log, observer } = this.#deps;
    const { name, brokerAddress, brokerPort, protocolVersion } = this.#settings;
    if (!this.#isConnected) {
      this.#isConnected = true;
      this.stats.connected();
      this.#backoff.connected(clock.monotonicMs());
      const what = `connected to ${brokerAddress}:${brokerPort}, listens at ${quoted(connection.topics.join(', '))}`;
      if (!this.#causes.isOpen) log('info', `MQTT ${name}: ${what}`);
      this.#timer = clock.after(connectionStableMs, () => this.#causes.cured(`${what}; it lasts`));
      observer?.responseInformation?.(connection.responseInformation ?? '');
      this.#setStatus('Connected');
    }
    this.#listener!.connected({ mqttVersion: protocolVersion, subscribedTopic });
  }

  /** A try or a connection is over; [R-MQTT.10] and [R-MQTT.33] ask for another one. */
  #ended(cause: MqttCause): void {
    const { clock, random } = this.#deps;
    const wasConnected = this.#isConnected;
    this.#connection = undefined;
    this.#isConnected = false;
    this.#timer?.stop();
    this.#timer = undefined;
    if (this.#isClosed) return;
    this.stats.connectionErrors += 1;
    this.#causes.tell(cause.key, 'warning', cause.text);
    this.#setStatus(cause.status);
    this.#backoff.lost(clock.monotonicMs());
    this.#isDisabled = cause.isFinal === true;
    if (!this.#isDisabled) this.#timer = clock.after(this.#backoff.next(random), () => this.#try());
    if (wasConnected) this.#listener!.disconnected(cause.text);
  }

  #setStatus(status: MqttStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#deps.observer?.status?.(status);
  }
}
