/** What of a received PUBLISH packet is a Record for us. Pure. */
import type { IPublishPacket } from 'mqtt';
import { recordBytesMax } from './limits.ts';
import type { MqttSettings } from './mqtt-options.ts';
import { contentType } from './mqtt-publish.ts';
import { isTopicName, replyToOf } from './mqtt-topics.ts';

/** [R-MQTT.27a] */
const uspContentTypes: readonly unknown[] = [contentType, 'application/vnd.bbf.usp.msg'];

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
