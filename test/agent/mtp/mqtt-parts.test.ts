import fc from 'fast-check';
import { generate, type Packet } from 'mqtt-packet';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mqttWaitingBytesMax, mqttWaitingMax, recordBytesMax } from '../../../agent/mtp/limits.ts';
import { causeOfError, causeOfReason } from '../../../agent/mtp/mqtt-cause.ts';
import { clientIdOf } from '../../../agent/mtp/mqtt-connect.ts';
import { deliveryOf } from '../../../agent/mtp/mqtt-delivery.ts';
import { isLoopbackAddress } from '../../../agent/mtp/mqtt-dial.ts';
import { PacketGuard } from '../../../agent/mtp/mqtt-guard.ts';
import { type MqttOptions, misconfigurationOf, settingsOf } from '../../../agent/mtp/mqtt-options.ts';
import { offerOf, planSubscriptions, replyTopicOf } from '../../../agent/mtp/mqtt-plan.ts';
import { SendWindow } from '../../../agent/mtp/mqtt-window.ts';
import { requestsInFlightTotalMax } from '../../../agent/record/limits.ts';

const options: MqttOptions = { name: 'mqtt-1', endpointId: 'os::012345-uspi-1', brokerAddress: '127.0.0.1' };
const v5 = settingsOf(options);
const v311 = settingsOf({ ...options, protocolVersion: '3.1.1' });
const row = (topic: string) => ({ topic, qos: 1 as const });
const topicsOf = (plan: { topic: string }[] | undefined) => plan?.map(filter => filter.topic);

test('R-MQTT.8, R-MQTT.9, R-MQTT.11: the ClientId is configured, or assigned before, or left to the rules', () => {
  assert.is(clientIdOf({ ...v5, clientID: 'mine' }, 'assigned'), 'mine');
  assert.is(clientIdOf(v5, 'assigned'), 'assigned');
  assert.is(clientIdOf(v5, undefined), '');
  assert.is(clientIdOf(v311, undefined), options.endpointId);
});

test('TR-181: a Will without a topic or a value, and wildcards where answers come to, are misconfigured', () => {
  assert.is(misconfigurationOf(v5), undefined);
  assert.ok(misconfigurationOf({ ...v5, willEnable: true, willTopic: 'a' }));
  assert.ok(misconfigurationOf({ ...v5, willEnable: true, willValue: 'gone' }));
  assert.is(misconfigurationOf({ ...v5, willEnable: true, willTopic: 'a', willValue: 'gone' }), undefined);
  assert.ok(misconfigurationOf({ ...v5, responseTopicConfigured: 'a/+' }));
  assert.ok(misconfigurationOf({ ...v5, brokerAddress: '' }));
});

test('R-MQTT.15: what the broker offers comes first, then the rows, then the topic for answers', () => {
  const settings = { ...v5, subscriptions: [row('rows/1')], responseTopicConfigured: 'answers' };
  const offer = offerOf({ userProperties: { 'subscribe-topic': ['offer/1', 'offer/2'] } });
  assert.equal(topicsOf(planSubscriptions(settings, offer)), ['offer/1', 'offer/2', 'rows/1', 'answers']);
  const informed = offerOf({ responseInformation: 'informed' });
  assert.equal(
    topicsOf(planSubscriptions(settings, informed)),
    ['rows/1', 'informed'],
    'instead of the configured one',
  );
});

test('R-MQTT.15: a topic for answers that a filter covers is not subscribed again', () => {
  const settings = { ...v5, subscriptions: [row('usp/agent/#')], responseTopicConfigured: 'usp/agent/1' };
  assert.equal(topicsOf(planSubscriptions(settings, offerOf())), ['usp/agent/#']);
});

test('R-MQTT.15: over 3.1.1 the topic for answers is subscribed with its /reply-to= forms, and nothing twice', () => {
  const plan = (...rows: string[]) =>
    topicsOf(planSubscriptions({ ...v311, subscriptions: rows.map(row), responseTopicConfigured: 'a/1' }, offerOf()));
  assert.equal(plan('other'), ['other', 'a/1/#']);
  assert.equal(plan('a/1'), ['a/1', 'a/1/+']);
  assert.equal(plan('a/1/+'), ['a/1/+', 'a/1']);
  assert.equal(plan('a/#'), ['a/#']);
});

test('R-MQTT.16: no row and no offer is no plan, even with a topic for answers', () => {
  assert.is(planSubscriptions({ ...v5, responseTopicConfigured: 'answers' }, offerOf()), undefined);
  assert.is(planSubscriptions(v5, offerOf({ responseInformation: 'informed' })), undefined);
});

test('a CONNACK with odd values offers nothing', () => {
  const odd = { userProperties: { 'subscribe-topic': 'a/#/b' }, responseInformation: ['x', 'y'] as unknown as string };
  const offer = offerOf(odd);
  assert.equal(offer.subscribeTopics, []);
  assert.is(offer.responseInformation, undefined);
});

test('R-MQTT.21: Response Information is where answers come; only what was granted counts', () => {
  const settings = { ...v5, responseTopicConfigured: 'configured' };
  const offer = offerOf({ responseInformation: 'informed' });
  assert.is(replyTopicOf(settings, offer, ['informed', 'configured']), 'informed');
  assert.is(replyTopicOf(settings, offer, ['configured']), 'configured');
  assert.is(replyTopicOf(settings, offerOf(), ['x/#', 'offered']), 'offered');
  assert.is(replyTopicOf(settings, offerOf(), ['x/#']), undefined);
});

const received = {
  cmd: 'publish',
  topic: 'a',
  payload: Buffer.from('record'),
  qos: 0,
  dup: false,
  retain: false,
} as const;

test('R-MQTT.27a: both content types are USP, none at all is taken, another one is not', () => {
  const take = (contentType?: string) =>
    deliveryOf(v5, { ...received, properties: contentType ? { contentType } : {} });
  for (const type of ['usp.msg', 'application/vnd.bbf.usp.msg', undefined]) assert.ok('record' in take(type), type);
  assert.equal(take('application/json'), { dropped: 'not-usp' });
});

test('R-MQTT.25, R-MQTT.26: where the answer goes', () => {
  const named = deliveryOf(v311, { ...received, topic: 'agent/reply-to=to%2Fcontroller' });
  assert.is('record' in named && named.replyTo, 'to/controller');
  const property = deliveryOf(v5, { ...received, properties: { responseTopic: 'to/controller' } });
  assert.is('record' in property && property.replyTo, 'to/controller');
  const wild = deliveryOf(v5, { ...received, properties: { responseTopic: 'to/#' } });
  assert.is('record' in wild && wild.replyTo, undefined);
});

test('a retained message and an overlong Record are dropped', () => {
  assert.equal(deliveryOf(v5, { ...received, retain: true }), { dropped: 'retained' });
  const payload = Buffer.alloc(recordBytesMax + 1);
  assert.equal(deliveryOf(v5, { ...received, payload }), { dropped: 'too-large' });
  assert.ok('record' in deliveryOf(v5, { ...received, payload: payload.subarray(1) }));
});

test('the guard lets any packets through, however they are cut, and stops at the first that is too long', () => {
  const publish = (bytes: number) => generate({ ...received, payload: Buffer.alloc(bytes) } as Packet);
  const sizes = fc.array(fc.nat(600), { minLength: 1, maxLength: 8 });
  const pieces = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 20 });
  const property = fc.property(sizes, pieces, (bytes, cuts) => {
    const packets = bytes.map(publish);
    const longest = Math.max(...packets.map(packet => packet.length));
    const run = (max: number) => {
      const guard = new PacketGuard(max);
      let rest: Uint8Array = Buffer.concat(packets);
      for (let turn = 0; rest.length > 0; turn++) {
        const cut = cuts[turn % cuts.length]!;
        if (!guard.accepts(rest.subarray(0, cut))) return false;
        rest = rest.subarray(cut);
      }
      return true;
    };
    assert.is(run(longest), true);
    assert.is(run(longest - 1), false);
  });
  fc.assert(property, { seed: 7, numRuns: 200 });
});

test('the guard judges a packet by its header, and refuses a length of five bytes', () => {
  assert.is(new PacketGuard(1000).accepts(Uint8Array.of(0x30, 0xff, 0xff, 0x7f)), false);
  assert.is(new PacketGuard(2 ** 40).accepts(Uint8Array.of(0x30, 0x80, 0x80, 0x80, 0x80)), false);
  assert.is(new PacketGuard(1000).accepts(Uint8Array.of(0xd0, 0x00, 0xd0, 0x00)), true);
});

test('the window keeps the order, the broker’s limit and its own', () => {
  const window = new SendWindow<{ bytes: number; name: number }>(2);
  const items = Array.from({ length: mqttWaitingMax + 3 }, (_, name) => ({ bytes: 1, name }));
  for (const item of items.slice(0, mqttWaitingMax)) assert.ok(window.offer(item));
  assert.not(window.offer(items.at(-1)!));
  assert.is(window.next()!.name, 0);
  assert.is(window.next()!.name, 1);
  assert.is(window.next(), undefined);
  window.done(items[0]!);
  assert.is(window.next()!.name, 2);
  assert.is(window.clear().length, mqttWaitingMax - 1);
  assert.is(window.next(), undefined);
});

test('the window bounds the bytes that wait, but takes one large Record when nothing waits', () => {
  const window = new SendWindow<{ bytes: number }>(1);
  assert.ok(window.offer({ bytes: mqttWaitingBytesMax + 1 }));
  assert.not(window.offer({ bytes: 1 }));
});

test('causes: credentials and versions are the operator’s to repair, the network is not', () => {
  for (const code of [1, 2, 4, 5, 0x84, 0x85, 0x86, 0x87]) {
    assert.is(causeOfReason(code, 'refused').status, 'Error_Misconfigured', String(code));
  }
  for (const code of [3, 0x88, 0x89, 0x8b]) {
    assert.is(causeOfReason(code, 'refused').status, 'Error_BrokerUnreachable', String(code));
  }
  const refused = causeOfError(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
  assert.equal([refused.key, refused.status], ['ECONNREFUSED', 'Error_BrokerUnreachable']);
});

test('all requests in flight may be answered at once', () => {
  assert.ok(mqttWaitingMax >= requestsInFlightTotalMax);
});

test('loopback addresses', () => {
  for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) assert.ok(isLoopbackAddress(address));
  for (const address of ['10.0.0.1', '128.0.0.1', '::2', 'fe80::1', undefined]) assert.not(isLoopbackAddress(address));
});

test.run();
