/** MQTT topic names and filters, and the "reply to" topic inside a 3.1.1 topic name. Pure. */
import { mqttTopicBytesMax } from './limits.ts';

const replyToMark = '/reply-to=';
const utf8 = new TextEncoder();

/** A character takes three bytes at most: few topics need to be measured. */
function fits(topic: string): boolean {
  const isShort = topic.length * 3 <= mqttTopicBytesMax || utf8.encode(topic).length <= mqttTopicBytesMax;
  return topic.length > 0 && isShort && !topic.includes('\0');
}

/** A name that can be published to: not empty, no wildcard (MQTT 5.0 section 4.7). */
export function isTopicName(topic: string): boolean {
  return fits(topic) && !/[+#]/.test(topic);
}

/** A filter that can be subscribed to: a wildcard fills its level, and "#" is the last one. */
export function isTopicFilter(filter: string): boolean {
  const levels = filter.split('/');
  const isWellFormed = (level: string, index: number) =>
    !/[+#]/.test(level) || level === '+' || (level === '#' && index === levels.length - 1);
  return fits(filter) && levels.every(isWellFormed);
}

/** Whether a subscription to `filter` brings what is published to `topic`. */
export function filterCovers(filter: string, topic: string): boolean {
  const wanted = filter.replace(/^\$share\/[^/]+\//, '').split('/');
  const levels = topic.split('/');
  // Wildcards do not reach into the broker's own "$..." topics [MQTT-4.7.2-1].
  if (topic.startsWith('$') && /^[+#]/.test(wanted[0]!)) return false;
  const isOpen = wanted.at(-1) === '#'; // "a/#" covers "a" too
  const fixed = isOpen ? wanted.slice(0, -1) : wanted;
  if (isOpen ? levels.length < fixed.length : levels.length !== fixed.length) return false;
  return fixed.every((level, index) => level === '+' || level === levels[index]);
}

/** [R-MQTT.24] The topic name of a 3.1.1 PUBLISH: where it goes, and where the answer shall go. */
export function withReplyTo(topic: string, replyTo: string): string {
  return `${topic}${replyToMark}${replyTo.replaceAll('/', '%2F')}`;
}

/** [R-MQTT.25] The "reply to" topic after the last mark of a 3.1.1 topic name, when there is a usable one. */
export function replyToOf(topic: string): string | undefined {
  const at = topic.lastIndexOf(replyToMark);
  if (at < 0) return undefined;
  const replyTo = topic.slice(at + replyToMark.length).replaceAll('%2F', '/');
  return isTopicName(replyTo) ? replyTo : undefined;
}

/** A 3.1.1 topic that stands for every "reply to" form of `topic`: what a filter must cover for us to be reached. */
export function anyReplyForm(topic: string): string {
  return withReplyTo(topic, 'x');
}
