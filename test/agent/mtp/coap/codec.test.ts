import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type CoapMessage, decodeMessage, encodeMessage, isFormatError } from '../../../../agent/mtp/coap/codec.ts';
import { optionsCountMax } from '../../../../agent/mtp/coap/limits.ts';
import { blockOption, codeText, readBlock, readUint, uintOption } from '../../../../agent/mtp/coap/options.ts';
import { seededRandom } from '../../../helpers/random.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const ascii = (text: string) => new TextEncoder().encode(text);
const none = new Uint8Array(0);

/** The first two are the examples of RFC 7252 appendix A. */
const vectors: { name: string; wire: string; message: CoapMessage }[] = [
  {
    name: 'a confirmable GET',
    wire: '40 01 7d34 bb 74656d7065726174757265',
    message: {
      type: 'CON',
      code: 0x01,
      messageId: 0x7d34,
      token: none,
      options: [{ number: 11, value: ascii('temperature') }],
      payload: none,
    },
  },
  {
    name: 'its piggybacked answer with a token',
    wire: '61 45 7d35 20 ff 32322e332043',
    message: {
      type: 'ACK',
      code: 0x45,
      messageId: 0x7d35,
      token: hex('20'),
      options: [],
      payload: ascii('22.3 C'),
    },
  },
  {
    name: 'extended deltas and lengths',
    wire: `50 02 0001 d1 0e 0e ed 0000 0d ${'61'.repeat(26)} ff 00`,
    message: {
      type: 'NON',
      code: 0x02,
      messageId: 1,
      token: none,
      options: [
        { number: 27, value: hex('0e') },
        { number: 296, value: ascii('a'.repeat(26)) },
      ],
      payload: hex('00'),
    },
  },
  {
    name: 'a reset',
    wire: '70 00 ffff',
    message: { type: 'RST', code: 0, messageId: 0xffff, token: none, options: [], payload: none },
  },
];

for (const { name, wire, message } of vectors) {
  test(`vector: ${name}`, () => {
    assert.equal(decodeMessage(hex(wire)), message);
    assert.equal(encodeMessage(message), hex(wire));
    assert.equal(decodeMessage(encodeMessage(message)), message);
  });
}

const formatErrors: [string, string, number | undefined][] = [
  ['shorter than a header', '40 01 00', undefined],
  ['nothing at all', '', undefined],
  ['an unknown version is ignored', '80 01 0001', undefined],
  ['token length 9', `49 01 0001 ${'00'.repeat(9)}`, 1],
  ['a token that is cut off', '44 01 0001 0000', 1],
  ['an empty message with a token', '41 00 0001 00', 1],
  ['an empty message with a token length alone', '41 00 0001', 1],
  ['an empty message with a payload', '40 00 0001 ff00', 1],
  ['a payload marker without payload', '40 01 0001 ff', 1],
  ['the reserved delta', '40 01 0001 f0', 1],
  ['the reserved length', '40 01 0001 0f', 1],
  ['an option that is cut off', '40 01 0001 b5 61', 1],
  ['an extended delta that is cut off', '40 01 0001 e0 00', 1],
  ['an option number beyond 16 bits', '40 01 0001 e0 ffff', 1],
  ['the same in a message that wants no answer', '50 01 0001 f0', undefined],
];

for (const [name, wire, resetMessageId] of formatErrors) {
  test(`format error: ${name}`, () => assert.equal(decodeMessage(hex(wire)), { resetMessageId }));
}

test('more options than the limit are a format error', () => {
  const message = (count: number) => hex(`40 01 0001 ${'10'.repeat(count)}`);
  assert.not(isFormatError(decodeMessage(message(optionsCountMax))));
  assert.ok(isFormatError(decodeMessage(message(optionsCountMax + 1))));
});

const anyBytes = (maxLength: number) => fc.uint8Array({ maxLength });
const anyOption = fc.record({ number: fc.nat(3000), value: anyBytes(600) }, { noNullPrototype: true });
const anyMessage = fc.record({
  type: fc.constantFrom('CON' as const, 'NON' as const, 'ACK' as const),
  code: fc.integer({ min: 1, max: 255 }),
  messageId: fc.nat(0xffff),
  token: anyBytes(8),
  options: fc.array(anyOption, { maxLength: 8 }),
  payload: anyBytes(64),
});

test('what is encoded is decoded, with options in order', () => {
  fc.assert(
    fc.property(anyMessage, message => {
      const options = [...message.options].sort((a, b) => a.number - b.number);
      assert.equal(decodeMessage(encodeMessage(message)), { ...message, options });
    }),
    { seed: 7252 },
  );
});

test('random bytes never throw', () => {
  const random = seededRandom(7959);
  for (let i = 0; i < 10_000; i++) {
    const bytes = random.bytes(Math.floor(random.fraction() * 40));
    bytes[0] = 0x40 | (bytes[0]! & 0x3f);
    decodeMessage(bytes);
  }
});

test('integer and block options use as few bytes as they can', () => {
  assert.equal(uintOption(60, 0).value, none);
  assert.equal(uintOption(60, 65536).value, hex('010000'));
  assert.is(readUint(hex('0000002a')), 42);
  assert.is(readUint(hex('0000000001')), undefined);
  assert.equal(blockOption(27, { number: 0, more: true, exponent: 6 }).value, hex('0e'));
  assert.equal(blockOption(27, { number: 1048575, more: false, exponent: 6 }).value, hex('fffff6'));
  assert.equal(readBlock(hex('fffffe')), { number: 1048575, more: true, exponent: 6 });
  assert.equal(readBlock(none), { number: 0, more: false, exponent: 0 });
  assert.is(readBlock(hex('07')), undefined);
  assert.is(readBlock(hex('00000000')), undefined);
});

test('codes are told as people write them', () => {
  assert.is(codeText(0x44), '2.04');
  assert.is(codeText(0x8d), '4.13');
});

test.run();
