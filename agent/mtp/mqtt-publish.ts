/**
 * PUBLISH packets that carry our Records, as the bytes that go over the wire. Pure.
 *
 * The package `mqtt` would write such a packet field by field, and copy it into a store from which it could be sent again
 * over a later connection. Ours serve one connection, and there is one kind of packet: its bytes are made at once.
 */
import { mqttTopicBytesMax } from './limits.ts';
import type { MqttSettings } from './mqtt-options.ts';
import { isTopicName, withReplyTo } from './mqtt-topics.ts';

export const contentType = 'usp.msg';

/** First byte of a PUBLISH packet that is neither retained nor a duplicate (MQTT 5.0 section 3.3.1), by QoS. */
const firstByte = { 0: 0x30, 1: 0x32 } as const;
const retain = 0x01;
/** MQTT 5.0 section 2.2.2.2 */
const property = { messageExpiryInterval: 0x02, contentType: 0x03, responseTopic: 0x08 } as const;

/** What every PUBLISH packet to one topic says besides its Record. */
export interface PublishHead {
  /** The topic's name, with its length. */
  topic: Uint8Array;
  /** With their length; none over 3.1.1. */
  properties: Uint8Array;
}

/**
 * The head of PUBLISH packets to `address` [R-MQTT.18], with the topic for the answer in it [R-MQTT.22]. Undefined when
 * `address` is no topic that can be published to.
 */
export function publishHeadOf(settings: MqttSettings, address: string, replyTopic: string): PublishHead | undefined {
  if (!isTopicName(address)) return undefined;
  if (settings.protocolVersion === '5.0') {
    return { topic: textOf(address), properties: propertiesOf(settings.publishMessageExpiryInterval, replyTopic) };
  }
  const topic = withReplyTo(address, replyTopic); // [R-MQTT.24]
  return Buffer.byteLength(topic) > mqttTopicBytesMax
    ? undefined
    : { topic: textOf(topic), properties: new Uint8Array() };
}

function propertiesOf(expirySeconds: number, replyTopic: string): Uint8Array {
  const expiry = Buffer.alloc(expirySeconds > 0 ? 5 : 0);
  if (expirySeconds > 0) expiry.writeUInt32BE(expirySeconds, expiry.writeUInt8(property.messageExpiryInterval));
  const properties = Buffer.concat([
    Buffer.of(property.responseTopic), // [R-MQTT.23]
    textOf(replyTopic),
    Buffer.of(property.contentType), // [R-MQTT.27]
    textOf(contentType),
    expiry,
  ]);
  return Buffer.concat([Buffer.from(lengthOf(properties.length)), properties]);
}

/** The packet with `record` in it: at QoS 1 under a packet identifier, at QoS 0 without. */
export function publishPacket(
  { topic, properties }: PublishHead,
  record: Uint8Array,
  packetId?: number,
  isRetained = false,
): Buffer {
  const isQos1 = packetId !== undefined;
  const remaining = topic.length + (isQos1 ? 2 : 0) + properties.length + record.length;
  const length = lengthOf(remaining);
  const packet = Buffer.allocUnsafe(1 + length.length + remaining);
  let at = packet.writeUInt8(firstByte[isQos1 ? 1 : 0] | (isRetained ? retain : 0));
  for (const byte of length) at = packet.writeUInt8(byte, at);
  packet.set(topic, at);
  at += topic.length;
  if (isQos1) at = packet.writeUInt16BE(packetId, at);
  packet.set(properties, at);
  packet.set(record, at + properties.length);
  return packet;
}

/** How long that packet is, at QoS 1; at QoS 0 it is two bytes shorter. */
export function publishBytes({ topic, properties }: PublishHead, record: Uint8Array): number {
  const remaining = topic.length + 2 + properties.length + record.length;
  return 1 + lengthOf(remaining).length + remaining;
}

/** A UTF-8 string (MQTT 5.0 section 1.5.4). */
function textOf(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A variable byte integer (MQTT 5.0 section 1.5.5): seven bits a byte, the lowest first. */
function lengthOf(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  bytes.push(value);
  return bytes;
}
