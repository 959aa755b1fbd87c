/** PUBLISH packets: a Record on its way out, and what of a received packet is a Record for us. Pure. */
import type { IClientPublishOptions, IPublishPacket } from 'mqtt';
import { mqttTopicBytesMax, recordBytesMax } from './limits.ts';
import type { MqttSettings, Qos } from './mqtt-options.ts';
import { isTopicName, replyToOf, withReplyTo } from './mqtt-topics.ts';

const contentType = 'usp.msg';
/** [R-MQTT.27a] */
const uspContentTypes: readonly unknown[] = [contentType, 'application/vnd.bbf.usp.msg'];

export interface OutgoingPublish {
  topic: string;
  options: IClientPublishOptions;
  /** What the packet takes on the wire, or a few bytes more. */
  bytes: number;
}

/**
 * The PUBLISH packet that carries a Record [R-MQTT.18], with the topic for the answer in it [R-MQTT.22]. Undefined when
 * `address` is no topic that can be published to.
 */
export function publishOf(
  settings: MqttSettings,
  record: Uint8Array,
  address: string,
  replyTopic: string,
  qos: Qos,
): OutgoingPublish | undefined {
  if (!isTopicName(address)) return undefined;
  if (settings.protocolVersion === '3.1.1') {
    const topic = withReplyTo(address, replyTopic); // [R-MQTT.24]
    const topicBytes = Buffer.byteLength(topic);
    if (topicBytes > mqttTopicBytesMax) return undefined;
    return { topic, options: { qos }, bytes: 5 + 2 + topicBytes + 2 + record.length };
  }
  const expiry = settings.publishMessageExpiryInterval;
  const properties = {
    responseTopic: replyTopic, // [R-MQTT.23]
    contentType, // [R-MQTT.27]
    ...(expiry > 0 && { messageExpiryInterval: expiry }),
  };
  const propertyBytes = 4 + (3 + Buffer.byteLength(replyTopic)) + (3 + contentType.length) + 5;
  const bytes = 5 + 2 + Buffer.byteLength(address) + 2 + propertyBytes + record.length;
  return { topic: address, options: { qos, properties }, bytes };
}

/** Why a received PUBLISH is not passed on. */
export type DropReason = 'retained' | 'too-large' | 'not-usp' | 'too-many';

export interface Delivery {
  record: Uint8Array;
  replyTo: string | undefined;
}

/**
 * What a received PUBLISH brings.
 *
 * A retained message is dropped. The broker keeps it and hands it out at each subscription, so that a retained request
 * would be carried out again after every reconnect: a reboot without end. Whoever wants an agent that is away to get
 * a request later uses a session (CleanStart false). A message without Content Type is taken, since 3.1.1 controllers
 * cannot state one.
 */
export function deliveryOf(settings: MqttSettings, packet: IPublishPacket): Delivery | { dropped: DropReason } {
  const isV5 = settings.protocolVersion === '5.0';
  const stated: unknown = packet.properties?.contentType;
  if (packet.retain) return { dropped: 'retained' };
  if (isV5 && stated && !uspContentTypes.includes(stated)) return { dropped: 'not-usp' };
  const record = packet.payload as Uint8Array; // the parser makes a Buffer of it, always
  if (record.length > recordBytesMax) return { dropped: 'too-large' };
  if (!isV5) return { record, replyTo: replyToOf(packet.topic) };
  const responseTopic: unknown = packet.properties?.responseTopic; // [R-MQTT.26]
  return {
    record,
    replyTo: typeof responseTopic === 'string' && isTopicName(responseTopic) ? responseTopic : undefined,
  };
}
