import { count, defineObject, keep, live, read } from '../define.ts';
import { Fault, INVALID_VALUE } from '../errors.ts';

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
    KeepAliveTime: keep(),
    ClientID: keep(),
    Username: keep(),
    Password: keep(),
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
