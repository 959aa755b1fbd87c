import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sensirionCrc, sensirionWords, wordAt, wordBytes, xorChecksum } from '../../drivers/bytes.ts';

test("Sensirion's CRC-8 gives the published checksums", () => {
  // The first is the datasheet's example (SHT3x-DIS, version 5, table 20).
  assert.is(sensirionCrc([0xbe, 0xef]), 0x92);
  assert.is(sensirionCrc([0x80, 0x00]), 0xa2);
  assert.is(sensirionCrc([0x66, 0x66]), 0x93);
});

test("Sensirion's CRC-8 agrees with what sensors sent", () => {
  // SCD4x: 500 ppm, 25.0 degC, 37.0 %. SCD30: 439.1 ppm, 27.2 degC, 48.8 %.
  const scd4x = Uint8Array.of(0x01, 0xf4, 0x33, 0x66, 0x67, 0xa2, 0x5e, 0xb9, 0x3c);
  assert.equal(sensirionWords(scd4x), [0x01f4, 0x6667, 0x5eb9]);
  assert.is(sensirionCrc([0x43, 0xdb]), 0xcb);
  assert.is(sensirionCrc([0x8c, 0x2e]), 0x8f);
  assert.is(sensirionCrc([0x41, 0xd9]), 0x70);
  assert.is(sensirionCrc([0xe7, 0xff]), 0xf5);
  assert.is(sensirionCrc([0x42, 0x43]), 0xbf);
  assert.is(sensirionCrc([0x3a, 0x1b]), 0x74);
});

test('a wrong checksum or a cut answer gives no words', () => {
  assert.is(sensirionWords(Uint8Array.of(0xbe, 0xef, 0x93)), undefined);
  assert.is(sensirionWords(Uint8Array.of(0xbe, 0xef, 0x92, 0xbe, 0xef)), undefined);
});

test('every single turned bit of an answer is found', () => {
  for (let bit = 0; bit < 24; bit++) {
    const answer = Uint8Array.of(0xbe, 0xef, 0x92);
    answer[bit >> 3]! ^= 1 << (bit & 7);
    assert.is(sensirionWords(answer), undefined, `bit ${bit}`);
  }
});

test('words are big-endian, in a view too', () => {
  const bytes = Uint8Array.of(0, 0x12, 0x34, 0xff).subarray(1);
  assert.is(wordAt(bytes, 0), 0x1234);
  assert.is(wordAt(bytes, 1), 0x34ff);
  assert.equal(wordBytes(0xabcd), [0xab, 0xcd]);
});

test('the checksum of an NMEA sentence is the XOR of what stands between $ and *', () => {
  assert.is(xorChecksum('GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,'), 0x47);
});

test.run();
