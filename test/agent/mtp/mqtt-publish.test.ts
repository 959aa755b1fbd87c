// The bytes of our PUBLISH packets, beside those that the package mqtt-packet makes of the same words.
import fc from 'fast-check';
import { generate, type IPublishPacket } from 'mqtt-packet';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mqttTopicBytesMax } from '../../../agent/mtp/limits.ts';
import { settingsOf } from '../../../agent/mtp/mqtt-options.ts';
import { publishBytes, publishHeadOf, publishPacket } from '../../../agent/mtp/mqtt-publish.ts';

const options = { name: 'mqtt-1', endpointId: 'os::012345-uspi-1', brokerAddress: '127.0.0.1' };
const v5 = settingsOf(options);
const v311 = settingsOf({ ...options, protocolVersion: '3.1.1' });

const asWords = (topic: string, record: Uint8Array, packetId: number | undefined, retain = false): IPublishPacket => ({
  cmd: 'publish',
  topic,
  payload: Buffer.from(record),
  qos: packetId === undefined ? 0 : 1,
  dup: false,
  retain,
  ...(packetId !== undefined && { messageId: packetId }),
});

const topics = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .map(topic => topic.replace(/[+#\0]/g, '-'));
const records = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom(...[16_383, 70_000].map(n => new Uint8Array(n))),
);
const packetIds = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined });

test('R-MQTT.18, .22, .23, .27: a 5.0 PUBLISH, with its Response Topic, Content Type and expiry', () => {
  const expiries = fc.constantFrom(0, 60, 0xffffffff);
  fc.assert(
    fc.property(topics, topics, records, packetIds, expiries, (topic, replyTopic, record, packetId, expiry) => {
      const head = publishHeadOf({ ...v5, publishMessageExpiryInterval: expiry }, topic, replyTopic)!;
      const properties = {
        responseTopic: replyTopic,
        contentType: 'usp.msg',
        ...(expiry > 0 && { messageExpiryInterval: expiry }),
      };
      const expected = generate({ ...asWords(topic, record, packetId), properties }, { protocolVersion: 5 });
      const packet = publishPacket(head, record, packetId);
      assert.is(packet.compare(expected), 0);
      if (packetId !== undefined) assert.is(publishBytes(head, record), packet.length);
    }),
  );
});

test('R-MQTT.24: a 3.1.1 PUBLISH has the topic for answers in its name', () => {
  fc.assert(
    fc.property(records, packetIds, (record, packetId) => {
      const head = publishHeadOf(v311, 'to/controller', 'to/agent')!;
      const expected = generate(asWords('to/controller/reply-to=to%2Fagent', record, packetId), { protocolVersion: 4 });
      assert.is(publishPacket(head, record, packetId).compare(expected), 0);
    }),
  );
});

test('TR-181 PublishRetainResponse, PublishRetainNotify: a PUBLISH that the broker keeps', () => {
  fc.assert(
    fc.property(records, packetIds, fc.boolean(), (record, packetId, isRetained) => {
      const head = publishHeadOf(v5, 'to/controller', 'to/agent')!;
      const words = asWords('to/controller', record, packetId, isRetained);
      const properties = { responseTopic: 'to/agent', contentType: 'usp.msg' };
      const expected = generate({ ...words, properties }, { protocolVersion: 5 });
      assert.is(publishPacket(head, record, packetId, isRetained).compare(expected), 0);
    }),
  );
});

test('nothing is published to a wildcard, nor to a name that is too long', () => {
  const most = 'x'.repeat(mqttTopicBytesMax);
  for (const address of ['', 'a/#', '+', 'a\0', `${most}x`, 'é'.repeat(40_000)]) {
    assert.is(publishHeadOf(v5, address, 'r'), undefined);
  }
  assert.ok(publishHeadOf(v5, most, 'r'));
  assert.is(publishHeadOf(v311, most, 'r'), undefined);
});

test.run();
