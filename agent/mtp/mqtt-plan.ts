/** What to subscribe to after a CONNACK, and where we can be reached after the SUBACK. Pure. */
import type { IConnackPacket } from 'mqtt';
import { mqttInFlightMax, mqttSubscriptionsMax } from './limits.ts';
import type { MqttSettings, MqttSubscription, Qos } from './mqtt-options.ts';
import { anyReplyForm, filterCovers, isTopicFilter, isTopicName } from './mqtt-topics.ts';

/** What a CONNACK says that matters to us. A 3.1.1 broker offers nothing and limits nothing. */
export interface BrokerOffer {
  subscribeTopics: string[];
  responseInformation?: string;
  assignedClientId?: string;
  packetBytesMax: number;
  inFlightMax: number;
  maximumQoS: Qos;
  isRetainAvailable: boolean;
}

/** The parser makes a list of a property that comes twice, and null of one that is cut off. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function offerOf(properties: IConnackPacket['properties'] = {}): BrokerOffer {
  const topics: unknown[] = [properties.userProperties?.['subscribe-topic']].flat();
  const responseInformation = textOf(properties.responseInformation);
  const assignedClientId = textOf(properties.assignedClientIdentifier);
  return {
    subscribeTopics: topics.map(textOf).filter(isTopicFilter),
    ...(isTopicName(responseInformation) && { responseInformation }),
    ...(assignedClientId !== '' && { assignedClientId }),
    packetBytesMax: Number(properties.maximumPacketSize) || Number.POSITIVE_INFINITY,
    inFlightMax: Math.min(Number(properties.receiveMaximum) || mqttInFlightMax, mqttInFlightMax),
    maximumQoS: properties.maximumQoS === 0 ? 0 : 1,
    isRetainAvailable: properties.retainAvailable !== false,
  };
}

/**
 * The filter that makes the agent reachable at `topic`, if `filters` do not cover it yet. Over 3.1.1 that includes
 * the form with "/reply-to=...", which is one level more; where the bare topic is covered already, the filter
 * leaves it out, since brokers may deliver twice what two filters match.
 */
function filterFor(topic: string, isV5: boolean, filters: MqttSubscription[]): string | undefined {
  const isCovered = (name: string) => filters.some(filter => filterCovers(filter.topic, name));
  if (isV5) return isCovered(topic) ? undefined : topic;
  if (isCovered(anyReplyForm(topic))) return isCovered(topic) ? undefined : topic;
  return isCovered(topic) ? `${topic}/+` : `${topic}/#`;
}

/**
 * [R-MQTT.15] The filters of the SUBSCRIBE packet. The broker's own offers come first: there are controllers that
 * look at the first filter alone. Undefined when there is neither an offer nor a configured filter [R-MQTT.16].
 */
export function planSubscriptions(settings: MqttSettings, offer: BrokerOffer): MqttSubscription[] | undefined {
  const filters: MqttSubscription[] = [];
  const add = (topic: string, qos: Qos) => {
    if (filters.every(filter => filter.topic !== topic)) filters.push({ topic, qos });
  };
  for (const topic of offer.subscribeTopics) add(topic, 1);
  for (const { topic, qos } of settings.subscriptions) if (isTopicFilter(topic)) add(topic, qos);
  if (filters.length === 0) return undefined;
  const replyTopic = offer.responseInformation ?? settings.responseTopicConfigured;
  const missing = replyTopic && filterFor(replyTopic, settings.protocolVersion === '5.0', filters);
  return missing
    ? [...filters.slice(0, mqttSubscriptionsMax - 1), { topic: missing, qos: 1 }]
    : filters.slice(0, mqttSubscriptionsMax);
}

/**
 * [R-MQTT.21] The topic at which answers shall come: Response Information, or what is configured, or else the first
 * subscribed topic without wildcards. Undefined when none of them was granted: then nobody could answer us.
 */
export function replyTopicOf(settings: MqttSettings, offer: BrokerOffer, granted: string[]): string | undefined {
  const candidates = [offer.responseInformation, settings.responseTopicConfigured, ...granted];
  return candidates.find(topic => topic && isTopicName(topic) && granted.some(filter => filterCovers(filter, topic)));
}
