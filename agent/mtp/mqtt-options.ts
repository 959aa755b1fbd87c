/** What an MQTT transport is told: TR-181's MQTT.Client parameters, and those of LocalAgent.MTP.{i}.MQTT. */
import type { RetryParameters } from '../record/transport.ts';
import { mqttPacketBytesMax, mqttReceiveMaximum } from './limits.ts';
import { isTopicName } from './mqtt-topics.ts';

/**
 * [R-MQTT.20] asks for QoS 0 and 1. QoS 2 is not offered: its promise ends where a connection is lost, for then the
 * agent sends its Records again, and USP endpoints recognise a repeated Message by themselves.
 */
export type Qos = 0 | 1;

/** One enabled row of MQTT.Client.{i}.Subscription. */
export interface MqttSubscription {
  topic: string;
  qos: Qos;
}

/** Certificates as PEM bytes; each may hold several. */
export interface MqttTls {
  /** Trusted authorities. Absent: those that Node trusts. */
  ca?: Uint8Array;
  /** Our own certificate, its chain, and its key. */
  cert?: Uint8Array;
  key?: Uint8Array;
}

/** Parameters of MQTT.Client.{i} that decide how we connect; the names are TR-181's. */
export interface MqttParameters {
  protocolVersion: '3.1.1' | '5.0';
  brokerPort: number;
  transportProtocol: 'TCP/IP' | 'TLS';
  /** 3.1.1 */
  cleanSession: boolean;
  /** 5.0 */
  cleanStart: boolean;
  keepAliveTime: number;
  /** Seconds; 0 = the session ends with the connection. 5.0 */
  sessionExpiryInterval: number;
  /** 0 = our own limit, which a larger value does not exceed. 5.0 */
  receiveMaximum: number;
  /** Bytes; 0 = our own limit, which a larger value does not exceed. 5.0 */
  maximumPacketSize: number;
  requestResponseInfo: boolean;
  requestProblemInfo: boolean;
  alpn: string[];
  /** Empty: a 5.0 broker assigns one; a 3.1.1 client uses its Endpoint ID. [R-MQTT.8] */
  clientID: string;
  username: string;
  password: string;
  willEnable: boolean;
  willTopic: string;
  willValue: string;
  willQoS: 0 | 1 | 2;
  willRetain: boolean;
  willDelayInterval: number;
  willMessageExpiryInterval: number;
  willContentType: string;
  willResponseTopic: string;
  /** Seconds; 0 = messages do not expire. 5.0 */
  publishMessageExpiryInterval: number;
  connectRetryTime: number;
  connectRetryIntervalMultiplier: number;
  connectRetryMaxInterval: number;
  /** The enabled rows of the Subscription table. Without one, and without an offer of the broker, the MTP is disabled. */
  subscriptions: MqttSubscription[];
  /** LocalAgent.MTP.{i}.MQTT.ResponseTopicConfigured: where the agent is reached; no wildcards. */
  responseTopicConfigured: string;
  /** LocalAgent.MTP.{i}.MQTT.PublishQoS */
  publishQoS: Qos;
}

export interface MqttOptions extends Partial<MqttParameters> {
  /** The name in `Origin.transport` and in the log. */
  name: string;
  endpointId: string;
  brokerAddress: string;
  tls?: MqttTls;
}

/** Options with every default filled in. */
export type MqttSettings = MqttOptions & MqttParameters;

/** TR-181's defaults where it has them. */
const defaults: MqttParameters = {
  protocolVersion: '5.0',
  brokerPort: 1883,
  transportProtocol: 'TCP/IP',
  cleanSession: true,
  cleanStart: true,
  keepAliveTime: 60,
  sessionExpiryInterval: 0,
  receiveMaximum: 0,
  maximumPacketSize: 0,
  requestResponseInfo: true,
  requestProblemInfo: true,
  alpn: [],
  clientID: '',
  username: '',
  password: '',
  willEnable: false,
  willTopic: '',
  willValue: '',
  willQoS: 0,
  willRetain: false,
  willDelayInterval: 5,
  willMessageExpiryInterval: 0,
  willContentType: '',
  willResponseTopic: '',
  publishMessageExpiryInterval: 0,
  connectRetryTime: 5,
  connectRetryIntervalMultiplier: 2000,
  connectRetryMaxInterval: 30720,
  subscriptions: [],
  responseTopicConfigured: '',
  publishQoS: 1,
};

export function settingsOf(options: MqttOptions): MqttSettings {
  const capped = (wanted: number | undefined, max: number) => Math.min(wanted || max, max);
  return {
    ...defaults,
    ...options,
    receiveMaximum: capped(options.receiveMaximum, mqttReceiveMaximum),
    maximumPacketSize: capped(options.maximumPacketSize, mqttPacketBytesMax),
  };
}

/** [R-MQTT.10] */
export function retryOf(settings: MqttSettings): RetryParameters {
  return {
    minimumWaitIntervalSeconds: settings.connectRetryTime,
    intervalMultiplier: settings.connectRetryIntervalMultiplier,
    maximumIntervalSeconds: settings.connectRetryMaxInterval,
  };
}

/** Why these settings can never work (TR-181 Status Error_Misconfigured), in words; undefined when they can. */
export function misconfigurationOf(settings: MqttSettings): string | undefined {
  if (settings.brokerAddress === '') return 'BrokerAddress is empty';
  if (settings.willEnable && !isTopicName(settings.willTopic)) return 'WillEnable needs a WillTopic without wildcards';
  if (settings.willEnable && settings.willValue === '') return 'WillEnable needs a WillValue';
  const topic = settings.responseTopicConfigured;
  if (topic !== '' && !isTopicName(topic)) return 'ResponseTopicConfigured must be a topic without wildcards';
  return undefined;
}
