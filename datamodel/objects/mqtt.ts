import { count, defineObject, keep, live, type Row, read } from '../define.ts';
import { Fault, INVALID_VALUE } from '../errors.ts';
import type { MqttStatistics, Services } from '../services.ts';
import { dateTimeOf } from '../time.ts';
import { unknownTime } from '../values/datetime.ts';

const protocolVersions: readonly string[] = ['3.1.1', '5.0'];
const transportProtocols: readonly string[] = ['TCP/IP', 'TLS'];

export const mqtt = defineObject('Device.MQTT.', {
  params: {
    ClientNumberOfEntries: count('Client'),
  },
});

export const mqttCapabilities = defineObject('Device.MQTT.Capabilities.', {
  params: {
    ProtocolVersionsSupported: read(() => protocolVersions.join(',')),
    TransportProtocolSupported: read(() => transportProtocols.join(',')),
  },
});

export const mqttClient = defineObject('Device.MQTT.Client.{i}.', {
  rowsMax: 8,
  params: {
    Alias: keep(),
    Name: keep(),
    Enable: keep(),
    Status: live('Disabled'),
    ProtocolVersion: keep({ initial: '5.0', check: value => oneOf('ProtocolVersion', value, protocolVersions) }),
    BrokerAddress: keep(),
    BrokerPort: keep(),
    TransportProtocol: keep({ check: value => oneOf('TransportProtocol', value, transportProtocols) }),
    CleanSession: keep(),
    CleanStart: keep(),
    WillEnable: keep(),
    WillQoS: keep(),
    WillRetain: keep(),
    KeepAliveTime: keep(),
    SessionExpiryInterval: keep(),
    ReceiveMaximum: keep(),
    MaximumPacketSize: keep(),
    RequestResponseInfo: keep({ initial: true }),
    RequestProblemInfo: keep({ initial: true }),
    ALPN: keep(),
    ClientID: keep(),
    WillDelayInterval: keep(),
    WillMessageExpiryInterval: keep(),
    WillContentType: keep(),
    WillResponseTopic: keep(),
    WillTopic: keep(),
    WillValue: keep(),
    Username: keep(),
    Password: keep(),
    PublishMessageExpiryInterval: keep(),
    // Profile MQTTClientCon:1 wants it; over TCP, MQTT sends nothing twice on one connection (MQTT 3.1.1, 4.4).
    MessageRetryTime: keep(),
    ConnectRetryTime: keep(),
    ConnectRetryIntervalMultiplier: keep(),
    ConnectRetryMaxInterval: keep(),
    ResponseInformation: live(),
    SubscriptionNumberOfEntries: count('Subscription'),
  },
  commands: {
    'ForceReconnect()': async (row, _, { services }) => {
      services.connections.reconnect(row.node);
      return {};
    },
  },
});

export const mqttSubscription = defineObject('Device.MQTT.Client.{i}.Subscription.{i}.', {
  rowsMax: 16,
  params: {
    Alias: keep(),
    Enable: keep(),
    Status: live('Unsubscribed'),
    Topic: keep(),
    QoS: keep({ initial: 1 }),
  },
});

/** TR-181 enumerationRef: a value of the list that Capabilities shows. */
function oneOf(param: string, value: string, allowed: readonly string[]): Fault | undefined {
  if (allowed.includes(value)) return undefined;
  return new Fault(INVALID_VALUE, `${param}: one of ${allowed.join(', ')} is expected`, param);
}

export const mqttStats = defineObject('Device.MQTT.Client.{i}.Stats.', {
  params: {
    BrokerConnectionEstablished: time('brokerConnectionEstablished'),
    LastPublishMessageSent: time('lastPublishMessageSent'),
    LastPublishMessageReceived: time('lastPublishMessageReceived'),
    PublishSent: counter('publishSent'),
    PublishReceived: counter('publishReceived'),
    SubscribeSent: counter('subscribeSent'),
    UnSubscribeSent: counter('unSubscribeSent'),
    MQTTMessagesSent: counter('mqttMessagesSent'),
    MQTTMessagesReceived: counter('mqttMessagesReceived'),
    ConnectionErrors: read((row, services) => statisticsOf(row, services).connectionErrors),
  },
});

/** A client without a transport has counted nothing. */
function statisticsOf({ node }: Row, { connections }: Services): MqttStatistics {
  return (node.parent && connections.statistics(node.parent)) ?? nothingCounted;
}

function counter(name: keyof typeof nothingCounted) {
  return read((row, services) => BigInt(statisticsOf(row, services)[name] ?? 0));
}

function time(name: 'brokerConnectionEstablished' | 'lastPublishMessageSent' | 'lastPublishMessageReceived') {
  return read((row, services) => {
    const wallMs = statisticsOf(row, services)[name];
    return wallMs === undefined ? unknownTime : dateTimeOf(wallMs);
  });
}

const nothingCounted = {
  publishSent: 0,
  publishReceived: 0,
  subscribeSent: 0,
  unSubscribeSent: 0,
  mqttMessagesSent: 0,
  mqttMessagesReceived: 0,
  connectionErrors: 0,
} satisfies MqttStatistics;
