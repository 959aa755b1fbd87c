import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filterCovers, isTopicFilter, isTopicName, replyToOf, withReplyTo } from '../../../agent/mtp/mqtt-topics.ts';

const level = fc.stringMatching(/^[a-zA-Z0-9:._-]{0,6}$/);
const topic = fc
  .array(level, { minLength: 1, maxLength: 5 })
  .map(levels => levels.join('/'))
  .filter(isTopicName);

test('topic names hold no wildcard, no zero and something', () => {
  for (const good of ['a', '/', 'usp/agents/cid:3AA3F8:my-unique-usp-id-42', 'a b', '$SYS/x', 'ü'.repeat(32_767)]) {
    assert.ok(isTopicName(good), good.slice(0, 40));
  }
  for (const bad of ['', 'a/+', '#', 'a+', 'a\0b', 'ü'.repeat(32_768)]) assert.not(isTopicName(bad), bad.slice(0, 40));
});

test('a wildcard in a filter fills its level, and "#" is last', () => {
  for (const good of ['#', '+', 'a/+/b', 'a/#', '+/ep/#', '$share/group/a/+']) assert.ok(isTopicFilter(good), good);
  for (const bad of ['', 'a+', 'a/#/b', 'a#', '+a/b']) assert.not(isTopicFilter(bad), bad);
});

test('filters cover topics as in MQTT 5.0 section 4.7', () => {
  const covered: [filter: string, topic: string, isCovered: boolean][] = [
    ['sport/#', 'sport', true],
    ['sport/#', 'sport/tennis/player1', true],
    ['sport/tennis/player1/#', 'sport/tennis', false],
    ['sport/+', 'sport', false],
    ['sport/+', 'sport/', true],
    ['+/+', '/finance', true],
    ['+', '/finance', false],
    ['#', '$SYS/monitor', false],
    ['+/monitor', '$SYS/monitor', false],
    ['$SYS/#', '$SYS/monitor', true],
    ['a/b', 'a/b', true],
    ['a/b', 'a/b/c', false],
    ['a/b/c', 'a/b', false],
    ['$share/group/a/+', 'a/b', true],
  ];
  for (const [filter, name, expected] of covered) {
    assert.is(filterCovers(filter, name), expected, `${filter} and ${name}`);
  }
});

test('R-MQTT.24, R-MQTT.25: the example of the standard', () => {
  const agent = 'usp/agents/cid:3AA3F8:my-unique-usp-id-42';
  const controller = 'usp/controllers/oui:00256D:my-unique-bbf-id-42';
  const name = withReplyTo(agent, controller);
  assert.is(name, `${agent}/reply-to=usp%2Fcontrollers%2Foui:00256D:my-unique-bbf-id-42`);
  assert.is(replyToOf(name), controller);
});

test('the last mark counts, and a wildcard is no place for an answer', () => {
  assert.is(replyToOf('a/reply-to=b/reply-to=c'), 'c');
  for (const none of ['a', 'a/reply-to=', 'a/reply-to=b%2F+', 'a/reply-to=#'])
    assert.is(replyToOf(none), undefined, none);
});

test('what is written into a topic name is read out of it', () => {
  fc.assert(
    fc.property(topic, topic, (address, replyTo) => {
      const name = withReplyTo(address, replyTo);
      assert.is(replyToOf(name), replyTo);
      assert.ok(isTopicName(name));
      assert.ok(filterCovers(`${address}/+`, name), 'one level more');
    }),
    { seed: 7 },
  );
});

test('a topic is covered by itself and by "#" on any of its levels', () => {
  fc.assert(
    fc.property(topic, fc.nat(4), (name, cut) => {
      assert.ok(filterCovers(name, name));
      const levels = name.split('/').slice(0, cut + 1);
      if (!name.startsWith('$')) assert.ok(filterCovers([...levels, '#'].join('/'), name));
    }),
    { seed: 7 },
  );
});

test.run();
