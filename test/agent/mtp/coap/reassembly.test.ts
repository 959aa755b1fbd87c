import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Peer } from '../../../../agent/mtp/coap/address.ts';
import * as limits from '../../../../agent/mtp/coap/limits.ts';
import { OPTION, textOption, uintOption } from '../../../../agent/mtp/coap/options.ts';
import { block1, bytes, closeRigs, controller, createRig, longRecord, type Rig, request, uspOptions } from './rig.ts';

/** Block1 uploads to us, through the whole server side. */

/** The answers to a record that is uploaded in blocks, each with a token and message ID of its own. */
function upload(rig: Rig, record: Uint8Array, exponent = 6, peer = controller, firstId = 100): string[] {
  const size = 16 << exponent;
  const count = Math.ceil(record.length / size);
  return Array.from({ length: count }, (_, number) => {
    const messageId = (firstId + number) & 0xffff;
    const options = [...uspOptions(`coap://${peer.address}/usp`), block1(number, number < count - 1, exponent)];
    const payload = record.subarray(number * size, (number + 1) * size);
    return rig.ask(request({ messageId, token: bytes(number & 255, number >> 8), options, payload }), peer);
  });
}

const firstBlock = (messageId: number, extra = uspOptions('coap://192.0.2.1/usp')) =>
  request({ messageId, options: [...extra, block1(0, true)], payload: longRecord(1024) });

const held = (rig: Rig) => rig.endpoint.guard.held;
const address = (index: number): Peer => ({ address: `198.51.${index >> 8}.${index & 255}`, port: 5683 });

test('a record in blocks, with a new token for each as libcoap does it, arrives whole', async () => {
  const rig = await createRig();
  const record = longRecord(5000);
  assert.equal(upload(rig, record), ['2.31 0+', '2.31 1+', '2.31 2+', '2.31 3+', '2.04 4']);
  assert.equal(
    rig.records.map(got => got.record),
    [record],
  );
  assert.is(held(rig).uploadBytes, 0);
});

test('every block size works, up to the largest record, and one block alone too', async () => {
  const rig = await createRig();
  for (let exponent = 0; exponent <= 6; exponent++) {
    const record = longRecord(exponent < 3 ? 1000 : limits.recordReceivedBytesMax);
    const codes = upload(rig, record, exponent, { ...controller, port: 6000 + exponent });
    assert.match(codes.at(-1)!, '2.04');
    assert.equal(rig.records.at(-1)?.record, record);
  }
  assert.equal(upload(rig, longRecord(16), 0, { ...controller, port: 6100 }), ['2.04 0']);
});

test('two uploads of one peer to different places do not mix', async () => {
  const rig = await createRig();
  const there = (messageId: number, number: number, tag: number) =>
    request({
      messageId,
      options: [...uspOptions('coap://192.0.2.1/usp'), uintOption(292, tag), block1(number, number === 0)],
      payload: new Uint8Array(number === 0 ? 1024 : 1).fill(tag),
    });
  for (const [id, number, tag] of [
    [1, 0, 1],
    [2, 0, 2],
    [3, 1, 1],
    [4, 1, 2],
  ] as const)
    rig.ask(there(id, number, tag));
  assert.equal(
    rig.records.map(({ record }) => [record.length, new Set(record).size]),
    [
      [1025, 1],
      [1025, 1],
    ],
  );
});

test('blocks out of order, strange or of the wrong length', async () => {
  const rig = await createRig();
  const ask = (messageId: number, block: ReturnType<typeof block1>, length = 1024) =>
    rig.ask(request({ messageId, options: [...uspOptions(), block], payload: longRecord(length) }));
  assert.is(ask(1, block1(1, true)), '4.08', 'no such upload');
  assert.is(ask(2, block1(0, true)), '2.31 0+');
  assert.is(ask(3, block1(2, true)), '4.08', 'one is missing');
  assert.is(ask(4, block1(1, true), 1000), '4.00', 'shorter than it says');
  assert.is(ask(5, block1(1, false, 5), 600), '4.00', 'longer than it says');
  assert.is(ask(6, block1(0, true, 7)), '4.00', 'the reserved size');
  assert.is(ask(7, block1(1, false), 10), '2.04 1', 'the upload is still there');
  assert.is(ask(8, block1(1, false), 10), '4.08', 'and then it is over');
  assert.is(rig.records.length, 1);
});

test('a peer may take smaller blocks on the way, and may start again', async () => {
  const rig = await createRig();
  const record = longRecord(1500);
  const ask = (messageId: number, block: ReturnType<typeof block1>, from: number, to: number) =>
    rig.ask(request({ messageId, options: [...uspOptions(), block], payload: record.subarray(from, to) }));
  assert.is(ask(1, block1(0, true), 0, 1024), '2.31 0+');
  assert.is(ask(2, block1(0, true), 0, 1024), '2.31 0+');
  assert.is(ask(3, block1(4, true, 4), 1024, 1280), '2.31 4+');
  assert.is(ask(4, block1(5, false, 4), 1280, 1500), '2.04 5');
  assert.equal(
    rig.records.map(got => got.record),
    [record],
  );
});

test('an upload lives as long as blocks come, however slowly', async () => {
  const rig = await createRig();
  const record = longRecord(3000);
  const codes: string[] = [];
  for (let number = 0; number < 3; number++) {
    await rig.clock.advance(limits.uploadIdleMsMax - 1000);
    const payload = record.subarray(number * 1024, (number + 1) * 1024);
    const options = [...uspOptions(), block1(number, number < 2)];
    codes.push(rig.ask(request({ messageId: number, options, payload })));
  }
  assert.equal(codes, ['2.31 0+', '2.31 1+', '2.04 2']);
});

test('what would be refused is refused at its first block', async () => {
  const rig = await createRig();
  const [path, format, query] = uspOptions();
  const first = (messageId: number, code: number, ...options: ReturnType<typeof uspOptions>) =>
    rig.ask(request({ code, messageId, options: [...options, block1(0, true)], payload: longRecord(1024) }));
  assert.is(first(1, 3, path!, format!, query!), '4.05');
  assert.is(first(2, 2, textOption(OPTION.URI_PATH, 'x'), format!, query!), '4.04');
  assert.is(first(3, 2, path!, uintOption(OPTION.CONTENT_FORMAT, 50), query!), '4.15');
  assert.is(first(4, 2, ...uspOptions('coap://192.0.2.2/usp')), '4.03');
  const announced = uintOption(OPTION.SIZE1, limits.recordReceivedBytesMax + 1);
  assert.is(first(5, 2, path!, format!, query!, announced), '4.13');
  assert.is(held(rig).uploads, 0);
});

test('a record beyond the limit is 4.13, and nothing of it is kept', async () => {
  const rig = await createRig();
  const codes = upload(rig, longRecord(limits.recordReceivedBytesMax + 1));
  assert.equal([codes.at(-2), codes.at(-1)], ['2.31 63+', '4.13']);
  assert.is(held(rig).uploadBytes, 0);
  assert.is(rig.records.length, 0);
});

test('fifty bytes that speak of block 1048575 reserve nothing', async () => {
  const rig = await createRig();
  const before = process.memoryUsage().arrayBuffers;
  for (const more of [true, false]) {
    const options = [...uspOptions('coap://192.0.2.1'), block1(1048575, more)];
    assert.is(rig.ask(request({ messageId: more ? 1 : 2, options })), more ? '4.00' : '4.08');
  }
  assert.equal([held(rig).uploads, held(rig).uploadBytes], [0, 0]);
  assert.ok(process.memoryUsage().arrayBuffers - before < 1_000_000);
});

test('2,000 unfinished uploads of one peer hold little, and expire', async () => {
  const rig = await createRig();
  const codes = new Set<string>();
  for (let i = 0; i < 2000; i++) {
    const options = [...uspOptions('coap://192.0.2.1/usp'), uintOption(292, i)];
    codes.add(rig.ask(firstBlock(i, options), { ...controller, port: 1024 + (i % 50) }));
  }
  assert.equal([...codes], ['2.31 0+', '5.03']);
  assert.is(held(rig).uploads, limits.uploadsPerAddressCountMax);
  assert.is(upload(rig, longRecord(5000), 6, address(1)).at(-1), '2.04 4', 'others are not disturbed');
  await rig.clock.advance(2 * limits.uploadIdleMsMax);
  assert.equal([held(rig).uploads, held(rig).uploadBytes], [0, 0]);
});

test('2,000 unfinished uploads of 2,000 peers hold little, and make room for others when they go quiet', async () => {
  const rig = await createRig();
  for (let i = 0; i < 2000; i++) rig.ask(firstBlock(1, uspOptions(`coap://${address(i).address}/usp`)), address(i));
  assert.equal([held(rig).uploads, held(rig).uploadBytes], [limits.uploadsCountMax, limits.uploadsCountMax * 1024]);
  const late = address(3000);
  assert.is(upload(rig, longRecord(5000), 6, late)[0], '5.03', 'live uploads are not thrown out');
  await rig.clock.advance(limits.uploadYieldMs);
  assert.is(upload(rig, longRecord(5000), 6, late, 200).at(-1), '2.04 4');
});

test('the bytes of all uploads together are bounded', async () => {
  const rig = await createRig();
  const almost = longRecord(limits.recordReceivedBytesMax);
  for (let i = 0; i < 8; i++) {
    for (let number = 0; number < 63; number++) {
      const options = [...uspOptions(`coap://${address(i).address}/usp`), block1(number, true)];
      rig.ask(
        request({ messageId: number, options, payload: almost.subarray(number * 1024, (number + 1) * 1024) }),
        address(i),
      );
    }
  }
  assert.ok(held(rig).uploadBytes <= limits.uploadsBytesMax);
  assert.ok(held(rig).uploadBytes > limits.uploadsBytesMax / 2);
});

test.after(closeRigs);
test.run();
