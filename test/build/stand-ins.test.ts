// What the bundle has in place of packages, where that is more than nothing.
import { fstatSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { seededRandom } from '../helpers/random.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

interface Options {
  maxSize: number;
  ttl: number;
  sizeCalculation(value: string, key: string): number;
  dispose(value: string, key: string): void;
}

interface Cache {
  set(key: string, value: string): this;
  peek(key: string): string | undefined;
  delete(key: string): boolean;
  purgeStale(): void;
  clear(): void;
}

const require = createRequire(import.meta.url);
const { LRUCache } = require('../../build/bundle/lru-cache.cjs') as { LRUCache: new (options: Options) => Cache };

const files = require('../../build/bundle/fs-promises.cjs') as typeof import('node:fs/promises');

function cacheOf(maxSize: number, ttl = 60_000) {
  const disposed: string[] = [];
  const options = { maxSize, ttl, sizeCalculation: ({ length }: string) => length };
  const cache = new LRUCache({ ...options, dispose: (value, key) => disposed.push(`${key}=${value}`) });
  return { cache, disposed };
}

test('the cache of answers keeps to its size, the newest longest', () => {
  const { cache, disposed } = cacheOf(5);
  cache.set('a', '12').set('b', '12').set('a', '34');
  assert.equal(disposed, ['a=12']);
  cache.set('c', '56');
  assert.equal(disposed, ['a=12', 'b=12']);
  assert.equal([cache.peek('a'), cache.peek('b'), cache.peek('c')], ['34', undefined, '56']);
});

test('what is deleted or cleared from it is disposed of, once', () => {
  const { cache, disposed } = cacheOf(5);
  cache.set('a', '1').set('b', '2');
  assert.equal([cache.delete('a'), cache.delete('a')], [true, false]);
  cache.clear();
  cache.clear();
  assert.equal(disposed, ['a=1', 'b=2']);
});

test('what is stale is not answered with, and goes when the timer looks', () => {
  const { cache, disposed } = cacheOf(5, 0);
  cache.set('a', '1');
  assert.is(cache.peek('a'), undefined);
  assert.equal(disposed, []);
  cache.purgeStale();
  assert.equal(disposed, ['a=1']);
});

test('names of options are written as the package does it', () => {
  const packaged = require('capitalize') as { words(name: string): string };
  const { words } = require('../../build/bundle/capitalize.cjs') as typeof packaged;
  const names = [
    'content-format',
    'Uri-Path',
    'MAX-AGE',
    'if-none-match',
    'block2',
    'size1',
    'hop-limit',
    'etag',
    '2053',
    '',
    '-a--b-',
  ];
  for (const name of names) assert.is(words(name), packaged.words(name), name);
});

type Pieces = Pick<Buffer, 'length' | 'slice' | 'toString' | 'readUInt8' | 'readUInt16BE' | 'readUInt32BE'> & {
  append(piece: Buffer): void;
  consume(count: number): void;
};

test('bytes that come in pieces are read as the package does it', () => {
  const packaged = (require('bl') as () => Pieces)();
  const ours = (require('../../build/bundle/pieces.cjs') as () => Pieces)();
  const random = seededRandom(20);
  const upTo = (most: number) => Math.floor(random.fraction() * (most + 1));
  for (let round = 0; round < 1_000; round++) {
    const piece = Buffer.from(random.bytes(upTo(9)));
    const count = upTo(packaged.length);
    for (const list of [packaged, ours]) {
      list.consume(count);
      list.append(piece);
    }
    const start = upTo(packaged.length);
    const end = start + upTo(packaged.length - start);
    const at = upTo(packaged.length - 4);
    const read = (list: Pieces) => [
      list.length,
      list.toString('latin1', start, end),
      [...list.slice(start, end)],
      ...(list.length < 4 ? [] : [list.readUInt8(at), list.readUInt16BE(at), list.readUInt32BE(at)]),
    ];
    assert.equal(read(ours), read(packaged));
  }
});

test('the bundled files fail with the names of errors, and a file is closed once', async () => {
  const path = join(temporaryDirectory(), 'file');
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => undefined,
      ({ code }) => code,
    );
  assert.is(await codeOf(files.open(path, 0)), 'ENOENT');
  assert.is(await codeOf(files.readFile(path)), 'ENOENT');
  writeFileSync(path, 'text');
  const first = await files.open(path, 0);
  await first.close();
  // It has the number that the first one had.
  const second = await files.open(path, 0);
  await first.close();
  assert.is(fstatSync(second.fd).size, 4);
  await second.close();
});

test.run();
