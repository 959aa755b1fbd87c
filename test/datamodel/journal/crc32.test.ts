import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { crc32 } from '../../../datamodel/journal/crc32.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('gives the check value of the CRC catalogue, and 0 for nothing', () => {
  assert.is(crc32(bytes('123456789')), 0xcbf43926);
  assert.is(crc32(bytes('')), 0);
});

test('goes on from the checksum of what came before', () => {
  assert.is(crc32(bytes('6789'), crc32(bytes('12345'))), 0xcbf43926);
});

test.run();
