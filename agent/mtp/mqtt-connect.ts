/** The CONNECT packet, in the words of the package `mqtt`. Pure. */
import type { IClientOptions } from 'mqtt';
import { mqttConnectMsMax } from './limits.ts';
import type { MqttSettings } from './mqtt-options.ts';

type Will = NonNullable<IClientOptions['will']>;

/** [R-MQTT.8] The ClientId to ask for; `assigned` is the one that the broker gave us before. [R-MQTT.9], [R-MQTT.11] */
export function clientIdOf(settings: MqttSettings, assigned: string | undefined): string {
  if (settings.clientID !== '') return settings.clientID;
  if (assigned) return assigned;
  return settings.protocolVersion === '5.0' ? '' : settings.endpointId;
}

function willOf(settings: MqttSettings): Will {
  const will: Will = {
    topic: settings.willTopic,
    payload: settings.willValue,
    qos: settings.willQoS,
    retain: settings.willRetain,
  };
  if (settings.protocolVersion !== '5.0') return will;
  return {
    ...will,
    properties: {
      willDelayInterval: settings.willDelayInterval,
      ...(settings.willMessageExpiryInterval > 0 && { messageExpiryInterval: settings.willMessageExpiryInterval }),
      ...(settings.willContentType !== '' && { contentType: settings.willContentType }),
      ...(settings.willResponseTopic !== '' && { responseTopic: settings.willResponseTopic }),
    },
  };
}

function propertiesOf(settings: MqttSettings): NonNullable<IClientOptions['properties']> {
  return {
    ...(settings.sessionExpiryInterval > 0 && { sessionExpiryInterval: settings.sessionExpiryInterval }),
    receiveMaximum: settings.receiveMaximum,
    maximumPacketSize: settings.maximumPacketSize,
    requestResponseInformation: settings.requestResponseInfo, // [R-MQTT.12]
    requestProblemInformation: settings.requestProblemInfo,
    userProperties: { 'usp-endpoint-id': settings.endpointId }, // [R-MQTT.13]
  };
}

/**
 * Options for one MqttClient, which serves one connection. Everything that it would do on its own after that
 * connection (reconnect, subscribe again, keep messages) is off: the transport does it, with limits.
 */
export function clientOptionsOf(settings: MqttSettings, clientId: string): IClientOptions {
  const isV5 = settings.protocolVersion === '5.0';
  return {
    protocolVersion: isV5 ? 5 : 4,
    clientId,
    clean: isV5 ? settings.cleanStart : settings.cleanSession,
    keepalive: settings.keepAliveTime, // [R-MQTT.14]
    ...(settings.username !== '' && { username: settings.username, password: settings.password }), // [R-MQTT.7]
    ...(settings.willEnable && { will: willOf(settings) }),
    ...(isV5 && { properties: propertiesOf(settings) }),
    manualConnect: true, // so that listeners hear the CONNECT packet too
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    writeCache: false, // spares 16 MB of pre-built numbers
    connectTimeout: 2 * mqttConnectMsMax, // ours comes first
    log: () => {},
  };
}
