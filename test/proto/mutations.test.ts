// Hostile bytes: valid Records and Messages, damaged at random but repeatably. Whatever comes, the readers return a value
// or one of our coded errors; they never throw, hang or hoard memory.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { MsgInit, RecordInit } from '../../proto/codec.gen.js';
import { ProtoError } from '../../proto/errors.ts';
import { decodeMsg, encodeMsg } from '../../proto/msg.ts';
import { decodeRecord, encodeRecord } from '../../proto/record.ts';
import { seededRandom } from '../helpers/random.ts';
import { loadVectors } from './vectors.ts';

const SEED = Number(process.env.USPI_SEED ?? 20_260_101);
const MUTATIONS = 100_000;
const SECONDS_MAX = 60;
const HEAP_GROWTH_BYTES_MAX = 100e6;

const CODES = ['too-large', 'too-many', 'too-deep', 'malformed', 'missing-field', 'unknown-value'];

const random = seededRandom(SEED);
const below = (count: number) => Math.floor(random.fraction() * count);

const samplesOf = (message: string) =>
  loadVectors().vectors.filter(vector => vector.message === message && vector.bytes.length > 0);

/** Ways to damage `bytes`; `other` is another valid sample. */
const DAMAGE: ((bytes: Uint8Array, other: Uint8Array) => Uint8Array)[] = [
  function cut(bytes) {
    return bytes.subarray(0, below(bytes.length));
  },
  function flip(bytes) {
    const out = Uint8Array.from(bytes);
    for (let i = 0; i <= below(4); i++) out[below(out.length)]! ^= 1 << below(8);
    return out;
  },
  function splice(bytes, other) {
    const from = below(other.length);
    const piece = other.subarray(from, from + below(other.length - from + 1));
    const at = below(bytes.length);
    return Uint8Array.from([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at + below(3))]);
  },
  function noise(bytes) {
    const out = Uint8Array.from(bytes);
    const at = below(out.length);
    out.set(random.bytes(Math.min(1 + below(16), out.length - at)), at);
    return out;
  },
];

function readAndWriteRecord(bytes: Uint8Array): ProtoError | undefined {
  const record = decodeRecord(bytes);
  if (record instanceof ProtoError) return record;
  const again = decodeRecord(encodeRecord(record as RecordInit));
  if (again instanceof ProtoError) throw new Error(`a value that was read cannot be read again: ${again.message}`);
  return undefined;
}

function readAndWriteMsg(bytes: Uint8Array): ProtoError | undefined {
  const msg = decodeMsg(bytes);
  if (msg instanceof ProtoError) return msg;
  const written = encodeMsg(msg as MsgInit);
  const again = written instanceof ProtoError ? written : decodeMsg(written);
  if (again instanceof ProtoError) throw new Error(`a value that was read cannot be read again: ${again.message}`);
  return undefined;
}

test(`${MUTATIONS} damaged Records and Messages, seed ${SEED}`, () => {
  const kinds = [
    { samples: samplesOf('usp_record.Record'), readAndWrite: readAndWriteRecord },
    { samples: samplesOf('usp.Msg'), readAndWrite: readAndWriteMsg },
  ];
  const outcomes = new Map<string, number>();
  const heapBefore = process.memoryUsage().heapUsed;
  const started = performance.now();
  let heapPeak = heapBefore;
  for (let i = 0; i < MUTATIONS; i++) {
    const { samples, readAndWrite } = kinds[i % 2]!;
    const damage = DAMAGE[below(DAMAGE.length)]!;
    const bytes = damage(samples[below(samples.length)]!.bytes, samples[below(samples.length)]!.bytes);
    const outcome = readAndWrite(bytes)?.code ?? 'value';
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (i % 1000 === 0) heapPeak = Math.max(heapPeak, process.memoryUsage().heapUsed);
  }
  const seconds = (performance.now() - started) / 1000;
  const counts = [...outcomes].map(([code, count]) => `${code} ${count}`).join(', ');
  console.log(`${seconds.toFixed(1)} s, heap +${((heapPeak - heapBefore) / 1e6).toFixed(0)} MB; ${counts}`);
  assert.equal(
    [...outcomes.keys()].filter(code => code !== 'value' && !CODES.includes(code)),
    [],
  );
  assert.ok(outcomes.size >= 4, 'the damage reached few outcomes');
  assert.ok(seconds < SECONDS_MAX);
  assert.ok(heapPeak - heapBefore < HEAP_GROWTH_BYTES_MAX);
});

test.run();
