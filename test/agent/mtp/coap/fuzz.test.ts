import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyMessage, encodeMessage } from '../../../../agent/mtp/coap/codec.ts';
import * as limits from '../../../../agent/mtp/coap/limits.ts';
import { CODE, OPTION, textOption } from '../../../../agent/mtp/coap/options.ts';
import type { Random } from '../../../../drivers/ports.ts';
import { seededRandom } from '../../../helpers/random.ts';
import {
  block1,
  bytes,
  closeRigs,
  controller,
  createRig,
  longRecord,
  read,
  reply,
  request,
  uspOptions,
} from './rig.ts';

/** Mutations of good datagrams against client and server side; the seed repeats a failure. */

const seed = 20260101;
const count = 10_000;

const discovery = ['.well-known', 'core'].map(segment => textOption(OPTION.URI_PATH, segment));
const corpus = [
  request(),
  request({ type: 'NON', payload: longRecord(1024) }),
  request({ options: [...uspOptions(), block1(0, true)], payload: longRecord(1024) }),
  request({ options: [...uspOptions(), block1(1, false)], payload: longRecord(10) }),
  request({ code: CODE.GET, options: discovery, payload: bytes() }),
  request({ type: 'ACK', code: CODE.CONTINUE, options: [block1(0, true)], payload: bytes() }),
  request({ code: CODE.CHANGED, options: [], payload: bytes() }),
].map(encodeMessage);

/** One to four changes: a bit, a byte, a cut, a gap filled with noise, or two datagrams joined. */
function mutate(random: Random, original: Uint8Array): Uint8Array {
  const below = (limit: number) => Math.floor(random.fraction() * limit);
  let datagram = original.slice();
  for (let i = 0; i <= below(4); i++) {
    const at = below(random.fraction() < 0.7 ? Math.min(40, datagram.length) : datagram.length);
    const kind = below(5);
    if (kind === 0 && datagram.length > 0) datagram[at]! ^= 1 << below(8);
    else if (kind === 1 && datagram.length > 0) datagram[at] = [0, 0xff, 0xd0, 0xe0, 0x0f][below(5)]!;
    else if (kind === 2) datagram = datagram.slice(0, at);
    else if (kind === 3)
      datagram = Uint8Array.from([...datagram.slice(0, at), ...random.bytes(below(8)), ...datagram.slice(at)]);
    else if (kind === 4 && i === 0)
      datagram = Uint8Array.from([...datagram.slice(0, at), ...corpus[below(corpus.length)]!]);
  }
  return datagram;
}

test(`${count} mutated datagrams (seed ${seed}) never throw, hold little and are not amplified`, async () => {
  const random = seededRandom(seed);
  const rig = await createRig();
  const heard = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const datagram = mutate(random, corpus[i % corpus.length]!);
    if (datagram.length > 3) datagram.set([i >> 8, i & 255], 2);
    const answer = rig.ask(datagram, { ...controller, port: 5683 + (i % 3) });
    const length = rig.sent.pop()?.datagram.length ?? 0;
    assert.ok(length <= limits.amplificationFactorMax * datagram.length, `${length} for ${datagram.length}`);
    heard.set(answer.slice(0, 4), (heard.get(answer.slice(0, 4)) ?? 0) + 1);
  }
  for (const code of ['2.04', '2.05', '2.31', '4.02', '4.04', '4.05', '4.08', '4.15', 'RST', 'noth'])
    assert.ok(heard.has(code), `the mutations reach ${code}: ${[...heard].join(' ')}`);
  assert.ok(rig.endpoint.guard.held.uploadBytes <= limits.uploadsBytesMax);
  assert.ok(rig.endpoint.guard.held.exchanges <= limits.recentCountMax);
  assert.is(rig.ask(request({ messageId: 65_000 }), { ...controller, port: 6000 }), '2.04', 'the server still answers');
});

test(`mutated answers to our uploads (seed ${seed}) never throw, and every upload ends`, async () => {
  const random = seededRandom(seed);
  const rig = await createRig();
  const ends = new Set<string>();
  for (let upload = 0; upload < 200; upload++) {
    const url = { host: controller.address, port: controller.port, path: ['usp'] };
    const sending = rig.endpoint.client.send(longRecord(3000), url);
    const outcome = sending.then(
      () => 'sent',
      (error: Error) => error.message,
    );
    await new Promise(resolve => setImmediate(resolve));
    for (let i = 0; i < 50; i++) {
      const asked = read(rig.sent.findLast(({ datagram }) => (datagram[0]! & 0x30) === 0)?.datagram);
      const codes = [CODE.CONTINUE, CODE.CHANGED, CODE.REQUEST_ENTITY_TOO_LARGE, 0];
      const code = codes[Math.floor(random.fraction() * 4)]!;
      const answer =
        code === 0 ? emptyMessage('ACK', asked.messageId) : reply(asked, code, [block1(i % 3, i % 2 === 0, 5)]);
      rig.ask(mutate(random, encodeMessage(answer)), controller);
    }
    await rig.clock.advance(limits.uploadSentMsMax);
    ends.add(await outcome);
    rig.sent.length = 0;
  }
  for (const end of ['no answer', 'CoAP 4.13', 'unexpected CoAP 2.04']) assert.ok(ends.has(end), [...ends].join(', '));
  assert.is(rig.clock.waiting, 0);
});

test.after(closeRigs);
test.run();
