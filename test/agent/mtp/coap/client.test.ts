import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseCoapUrl } from '../../../../agent/mtp/coap/address.ts';
import { type CoapMessage, concat, emptyMessage, encodeMessage } from '../../../../agent/mtp/coap/codec.ts';
import * as limits from '../../../../agent/mtp/coap/limits.ts';
import { CODE, findOption, OPTION, readBlock } from '../../../../agent/mtp/coap/options.ts';
import { TransportError } from '../../../../agent/record/transport.ts';
import { block1, bytes, closeRigs, controller, createRig, longRecord, type Rig, read, reply, told } from './rig.ts';

/** Our uploads to a peer that the test plays. */

const url = parseCoapUrl('coap://192.0.2.1/usp/in')!;
const sentMessages = (rig: Rig) => rig.sent.map(({ datagram }) => read(datagram));
const lastSent = (rig: Rig) => sentMessages(rig).at(-1)!;
const blockOf = (message: CoapMessage) => readBlock(findOption(message.options, OPTION.BLOCK1)!)!;

/** 'sent', the error's code and text, or 'waiting'. */
function watch(promise: Promise<void>): { state: string } {
  const watched = { state: 'waiting' };
  promise.then(
    () => {
      watched.state = 'sent';
    },
    error => {
      watched.state = error instanceof TransportError ? `${error.code}: ${error.message}` : String(error);
    },
  );
  return watched;
}

async function begin(record = bytes(1, 2, 3), target = url) {
  const rig = await createRig();
  const result = watch(rig.endpoint.client.send(record, target));
  await rig.clock.settle();
  const answer = async (message: CoapMessage, peer = controller) => {
    rig.endpoint.received(encodeMessage(message), peer);
    await rig.clock.settle();
  };
  return { rig, result, answer };
}

test('a short record is one confirmable POST with format 42 and our reply-to [R-COAP.2, R-COAP.6]', async () => {
  const { rig, result, answer } = await begin();
  const { type, code, options, payload, token } = lastSent(rig);
  const text = (number: number) =>
    options.filter(option => option.number === number).map(option => new TextDecoder().decode(option.value));
  assert.equal([type, code, payload, token.length], ['CON', CODE.POST, bytes(1, 2, 3), 8]);
  assert.equal(text(OPTION.URI_PATH), ['usp', 'in']);
  assert.equal(text(OPTION.URI_QUERY), ['reply-to=coap://192.0.2.9:5684/usp']);
  assert.equal(findOption(options, OPTION.CONTENT_FORMAT), bytes(42));
  assert.equal([findOption(options, OPTION.BLOCK1), findOption(options, OPTION.URI_HOST)], [undefined, undefined]);
  assert.equal(rig.sent[0]?.peer, controller);
  await answer(reply(lastSent(rig), CODE.CHANGED));
  assert.is(result.state, 'sent');
  assert.is(rig.clock.waiting, 0);
});

test('a host name is told to the peer', async () => {
  const { rig } = await begin(bytes(1), parseCoapUrl('coap://controller.test/usp')!);
  assert.equal(findOption(lastSent(rig).options, OPTION.URI_HOST), new TextEncoder().encode('controller.test'));
});

test('a long record goes in blocks, and arrives whole at our own server side', async () => {
  const record = longRecord(5000);
  const { rig, result } = await begin(record, parseCoapUrl('coap://192.0.2.1/usp')!);
  const peer = await createRig(2);
  const us = { address: '192.0.2.9', port: 5684 };
  for (let at = 0; at < rig.sent.length; at++) {
    peer.ask(rig.sent[at]!.datagram, us);
    rig.endpoint.received(peer.sent.at(-1)!.datagram, controller);
  }
  await rig.clock.settle();
  assert.is(result.state, 'sent');
  assert.equal(
    sentMessages(rig).map(message => blockOf(message)),
    [0, 1, 2, 3, 4].map(number => ({ number, more: number < 4, exponent: 6 })),
  );
  assert.equal(new Set(sentMessages(rig).map(message => message.messageId)).size, 5);
  assert.equal(findOption(sentMessages(rig)[0]!.options, OPTION.SIZE1), bytes(5000 >> 8, 5000 & 255));
  assert.equal(
    peer.records.map(got => got.record),
    [record],
  );
});

test('a peer that wants smaller blocks gets them from the next one on', async () => {
  const record = longRecord(1500);
  const { rig, result, answer } = await begin(record);
  await answer(reply(lastSent(rig), CODE.CONTINUE, [block1(0, true, 4)]));
  assert.equal(blockOf(lastSent(rig)), { number: 4, more: true, exponent: 4 });
  assert.is(rig.clock.waiting, 1, 'the timer of the block before is gone');
  await answer(reply(lastSent(rig), CODE.CONTINUE, [block1(4, true, 4)]));
  await answer(reply(lastSent(rig), CODE.CHANGED, [block1(5, false, 4)]));
  assert.is(result.state, 'sent');
  assert.equal(concat(sentMessages(rig).map(message => message.payload)), record);
});

test('4.13 with a smaller size begins again; without one the record is too large', async () => {
  const record = longRecord(600);
  const { rig, result, answer } = await begin(record);
  await answer(reply(lastSent(rig), CODE.REQUEST_ENTITY_TOO_LARGE, [block1(0, false, 5)]));
  assert.equal(blockOf(lastSent(rig)), { number: 0, more: true, exponent: 5 });
  await answer(reply(lastSent(rig), CODE.REQUEST_ENTITY_TOO_LARGE, [block1(0, false, 5)]));
  assert.is(result.state, 'too-large: CoAP 4.13');
});

test('a server that takes blocks one by one is fed to the end', async () => {
  const { rig, result, answer } = await begin(longRecord(2048));
  await answer(reply(lastSent(rig), CODE.CHANGED, [block1(0, false)]));
  assert.is(blockOf(lastSent(rig)).number, 1);
  await answer(reply(lastSent(rig), CODE.CHANGED, [block1(1, false)]));
  assert.is(result.state, 'sent');
});

for (const [name, code, options, state] of [
  ['4.xx', 0x80, [], 'refused: CoAP 4.00'],
  ['5.xx', 0xa3, [], 'refused: CoAP 5.03'],
  ['an error that names a block is still an error', 0x88, [block1(0, true)], 'refused: CoAP 4.08'],
  ['success before the end', CODE.CHANGED, [], 'refused: unexpected CoAP 2.04'],
] as const) {
  test(`the peer's refusal is told [R-COAP.10]: ${name}`, async () => {
    const { rig, result, answer } = await begin(longRecord(3000));
    await answer(reply(lastSent(rig), code, [...options]));
    assert.is(result.state, state);
    assert.is(rig.sent.length, 1, 'no further block is sent');
  });
}

test('a reset is a refusal', async () => {
  const { rig, result, answer } = await begin();
  await answer(emptyMessage('RST', lastSent(rig).messageId));
  assert.is(result.state, 'refused: the peer answered with a CoAP reset');
});

test('without an answer the message is repeated four times, further and further apart, then it is a timeout', async () => {
  const { rig, result } = await begin();
  const times: number[] = [];
  for (let ms = 0; ms < limits.transmitWaitMsMax; ms += 500) {
    for (; times.length < rig.sent.length; ) times.push(rig.clock.monotonicMs());
    await rig.clock.advance(500);
  }
  assert.is(rig.sent.length, 1 + limits.retransmissionsMax);
  assert.equal(new Set(sentMessages(rig).map(message => message.messageId)).size, 1);
  const gaps = times.slice(1).map((time, index) => time - times[index]!);
  assert.ok(gaps[0]! >= 2000 && gaps[0]! <= 3500, `first after ${gaps[0]} ms`);
  for (const [index, gap] of gaps.slice(1).entries()) assert.ok(Math.abs(gap - 2 * gaps[index]!) <= 1500, String(gaps));
  assert.is(result.state, 'timeout: no answer'); // [R-COAP.9]
});

test('each block has its own patience', async () => {
  const { rig, answer } = await begin(longRecord(2000));
  await rig.clock.advance(10_000);
  await answer(reply(lastSent(rig), CODE.CONTINUE, [block1(0, true)]));
  const before = rig.sent.length;
  await rig.clock.advance(3000);
  assert.is(rig.sent.length, before + 1);
});

test('an answer may come later than its acknowledgement, and is acknowledged', async () => {
  const { rig, result, answer } = await begin();
  const { token, messageId } = lastSent(rig);
  await answer(emptyMessage('ACK', messageId));
  await rig.clock.advance(60_000);
  assert.is(rig.sent.length, 1, 'nothing is repeated');
  await answer({ type: 'CON', code: CODE.CHANGED, messageId: 4711, token, options: [], payload: bytes() });
  assert.is(result.state, 'sent');
  assert.equal([told(lastSent(rig)), lastSent(rig).messageId], ['ACK', 4711]);
});

test('an acknowledgement without an answer is a timeout in the end', async () => {
  const { rig, result, answer } = await begin();
  for (let i = 0; i < 3; i++) {
    await answer(emptyMessage('ACK', lastSent(rig).messageId));
    await rig.clock.advance(limits.exchangeLifetimeMs / 2 - 1);
  }
  assert.is(result.state, 'timeout: no answer');
});

test('answers from elsewhere, with another token or message ID, or to an earlier block count for nothing', async () => {
  const { rig, result, answer } = await begin(longRecord(2000));
  const first = lastSent(rig);
  await answer(reply(first, CODE.CONTINUE, [block1(0, true)]));
  const second = lastSent(rig);
  await answer(reply(second, CODE.CHANGED), { ...controller, port: 5684 });
  await answer(reply(second, CODE.CHANGED), { ...controller, address: '192.0.2.2' });
  await answer({ ...reply(second, CODE.CHANGED), token: bytes(1, 2, 3, 4, 5, 6, 7, 8) });
  await answer({ ...reply(second, CODE.CHANGED), messageId: second.messageId ^ 1 });
  await answer({ ...reply(second, CODE.CONTINUE, [block1(0, true)]), type: 'NON' });
  await answer(emptyMessage('RST', first.messageId));
  assert.equal([result.state, rig.sent.length], ['waiting', 2]);
  await answer(reply(second, CODE.CHANGED, [block1(1, false)]));
  assert.is(result.state, 'sent');
});

test('one record at a time to each peer [RFC 7252 section 4.7]; peers do not wait for each other', async () => {
  const { rig, result, answer } = await begin(bytes(1));
  const second = watch(rig.endpoint.client.send(bytes(2), url));
  watch(rig.endpoint.client.send(bytes(3), parseCoapUrl('coap://192.0.2.3/usp')!));
  await rig.clock.settle();
  assert.equal(
    sentMessages(rig).map(message => message.payload[0]),
    [1, 3],
  );
  await answer(reply(sentMessages(rig)[0]!, 0x80));
  assert.equal([result.state, second.state], ['refused: CoAP 4.00', 'waiting']);
  await answer(reply(lastSent(rig), CODE.CHANGED));
  assert.is(second.state, 'sent');
});

test('when a peer is silent, what waits for it fails with the first', async () => {
  const { rig, result } = await begin();
  const second = watch(rig.endpoint.client.send(bytes(2), url));
  await rig.clock.advance(limits.transmitWaitMsMax);
  assert.equal([result.state, second.state], ['timeout: no answer', 'timeout: no answer']);
});

test('records, bytes, peers and sizes have limits', async () => {
  const { rig } = await begin();
  const send = (size: number, host = '192.0.2.1') => rig.endpoint.client.send(new Uint8Array(size), { ...url, host });
  const states: { state: string }[] = [];
  for (let i = 1; i <= limits.queueRecordsPerPeerMax; i++) states.push(watch(send(1)));
  for (let i = 1; i <= limits.peersCountMax; i++) states.push(watch(send(1, `198.51.100.${i}`)));
  const large = [limits.recordSentBytesMax + 1, limits.recordSentBytesMax, limits.recordSentBytesMax];
  const sizes = large.map(size => watch(send(size, '198.51.100.1')));
  await rig.clock.settle();
  const full = states.map(({ state }, index) => (state.startsWith('queue-full') ? index : -1)).filter(i => i >= 0);
  assert.equal(full, [limits.queueRecordsPerPeerMax - 1, states.length - 1]);
  assert.equal(
    sizes.map(({ state }) => state.split(':')[0]),
    ['too-large', 'waiting', 'queue-full'],
  );
  rig.endpoint.close();
  const late = watch(send(1));
  await rig.clock.settle();
  assert.ok(
    states.every(({ state }) => state !== 'waiting'),
    'closing leaves nothing behind',
  );
  assert.match(late.state, 'closed');
});

test('what was sent or refused leaves room for more', async () => {
  const { rig, answer } = await begin();
  for (let i = 0; i < 4; i++) {
    await answer(reply(lastSent(rig), i % 2 === 0 ? CODE.CHANGED : 0x80));
    const next = watch(rig.endpoint.client.send(new Uint8Array(limits.recordSentBytesMax), url));
    await rig.clock.settle();
    assert.is(next.state, 'waiting');
  }
});

test('no upload takes longer than its limit, however slowly a peer confirms', async () => {
  const { rig, result, answer } = await begin(longRecord(limits.recordSentBytesMax));
  for (let number = 0; result.state === 'waiting' && number < 60; number++) {
    await rig.clock.advance(20_000);
    if (result.state === 'waiting') await answer(reply(lastSent(rig), CODE.CONTINUE, [block1(number, true)]));
  }
  assert.is(result.state, 'timeout: no answer');
  assert.ok(rig.clock.monotonicMs() <= limits.uploadSentMsMax + 20_000);
});

test.after(closeRigs);
test.run();
