/** What the data model says of MQTT clients, as options of their transports. */
import { readFileSync } from 'node:fs';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { readList } from '../../datamodel/values/list.ts';
import type { MqttOptions, MqttSubscription, MqttTls, Qos } from '../mtp/mqtt-options.ts';

/** Files of an MQTT client's TLS, which TR-181 has no parameters for; from the configuration. */
export interface TlsFiles {
  ca?: string | undefined;
  cert?: string | undefined;
  key?: string | undefined;
}

/** An enabled MTP row together with the enabled client that it refers to. */
export interface MqttRows {
  mtp: ObjectNode;
  client: ObjectNode;
}

export function mqttRowsOf(mtp: ObjectNode, model: DataModel): MqttRows | undefined {
  const reference = mtp.child('MQTT')?.stored('Reference');
  const client = reference ? model.find(`${reference}.`) : undefined;
  return client?.stored('Enable') === true ? { mtp, client } : undefined;
}

/** Rejects nothing: a TLS file that cannot be read throws, and the transport is then not made. */
export function mqttOptionsOf({ mtp, client }: MqttRows, endpointId: string, files: TlsFiles | undefined): MqttOptions {
  const text = (name: string) => String(client.stored(name));
  const number = (name: string) => Number(client.stored(name));
  const transportProtocol = text('TransportProtocol') === 'TLS' ? 'TLS' : 'TCP/IP';
  const mqtt = mtp.child('MQTT');
  return {
    name: client.path,
    endpointId,
    brokerAddress: text('BrokerAddress'),
    brokerPort: number('BrokerPort'),
    protocolVersion: text('ProtocolVersion') === '3.1.1' ? '3.1.1' : '5.0',
    transportProtocol,
    cleanSession: client.stored('CleanSession') === true,
    cleanStart: client.stored('CleanStart') === true,
    keepAliveTime: number('KeepAliveTime'),
    clientID: text('ClientID'),
    username: text('Username'),
    password: text('Password'),
    connectRetryTime: number('ConnectRetryTime'),
    connectRetryIntervalMultiplier: number('ConnectRetryIntervalMultiplier'),
    connectRetryMaxInterval: number('ConnectRetryMaxInterval'),
    sessionExpiryInterval: number('SessionExpiryInterval'),
    receiveMaximum: number('ReceiveMaximum'),
    maximumPacketSize: number('MaximumPacketSize'),
    requestResponseInfo: client.stored('RequestResponseInfo') === true,
    requestProblemInfo: client.stored('RequestProblemInfo') === true,
    publishMessageExpiryInterval: number('PublishMessageExpiryInterval'),
    alpn: readList(text('ALPN')),
    ...willOf(client),
    subscriptions: subscriptionsOf(client),
    responseTopicConfigured: String(mqtt?.stored('ResponseTopicConfigured') ?? ''),
    publishQoS: qosOf(mqtt?.stored('PublishQoS')),
    ...(transportProtocol === 'TLS' && { tls: readTls(files) }),
  };
}

function willOf(client: ObjectNode) {
  const text = (name: string) => String(client.stored(name));
  const qos = Number(client.stored('WillQoS'));
  return {
    willEnable: client.stored('WillEnable') === true,
    willQoS: qos === 2 ? 2 : qos === 1 ? 1 : 0,
    willRetain: client.stored('WillRetain') === true,
    willDelayInterval: Number(client.stored('WillDelayInterval')),
    willMessageExpiryInterval: Number(client.stored('WillMessageExpiryInterval')),
    willContentType: text('WillContentType'),
    willResponseTopic: text('WillResponseTopic'),
    willTopic: text('WillTopic'),
    willValue: text('WillValue'),
  } as const;
}

export function subscriptionsOf(client: ObjectNode): MqttSubscription[] {
  const rows = [...(client.tableNamed('Subscription')?.rows.values() ?? [])];
  const enabled = rows.filter(row => row.stored('Enable') === true && row.stored('Topic') !== '');
  return enabled.map(row => ({ topic: String(row.stored('Topic')), qos: qosOf(row.stored('QoS')) }));
}

/** QoS 2 is served as 1: what it adds does not survive a lost connection anyway. */
function qosOf(value: unknown): Qos {
  return value === 0 ? 0 : 1;
}

function readTls(files: TlsFiles | undefined): MqttTls {
  const { ca, cert, key } = files ?? {};
  return {
    ...(ca && { ca: readFileSync(ca) }),
    ...(cert && { cert: readFileSync(cert) }),
    ...(key && { key: readFileSync(key) }),
  };
}
