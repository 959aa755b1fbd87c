/** The readers of Records and Messages: a value or a coded error, and what was read can be written and read again. */
import type { MsgInit, RecordInit } from '../../../proto/codec.gen.js';
import { ProtoError } from '../../../proto/errors.ts';
import { decodeMsg, encodeMsg } from '../../../proto/msg.ts';
import { decodeRecord, encodeRecord } from '../../../proto/record.ts';
import { loadVectors } from '../../proto/vectors.ts';
import { type Dice, damagedBytes } from '../mutate.ts';
import type { Target } from '../target.ts';

const codes = ['too-large', 'too-many', 'too-deep', 'malformed', 'missing-field', 'unknown-value'];

function writtenAndRead(bytes: Uint8Array, isRecord: boolean): unknown {
  const value = isRecord ? decodeRecord(bytes) : decodeMsg(bytes);
  if (value instanceof ProtoError) return value;
  const written = isRecord ? encodeRecord(value as RecordInit) : encodeMsg(value as MsgInit);
  if (written instanceof ProtoError) throw written;
  const again = isRecord ? decodeRecord(written) : decodeMsg(written);
  if (again instanceof ProtoError) throw new Error(`what was read cannot be read again: ${again.message}`);
  return again;
}

export const recordTarget: Target = {
  name: 'record',
  inputsPerVictim: 5_000_000,
  inputsInCi: 100_000,
  async start() {
    const { vectors } = loadVectors();
    const [records, messages] = ['usp_record.Record', 'usp.Msg'].map(kind =>
      vectors.filter(({ message, bytes }) => message === kind && bytes.length > 0).map(({ bytes }) => bytes),
    );
    const samples = [...records!, ...messages!];
    const outcomes = new Set<string>();
    return {
      next: (dice: Dice) => damagedBytes(samples, dice),
      take(input) {
        for (const isRecord of [true, false]) {
          const outcome = writtenAndRead(input as Uint8Array, isRecord);
          const code = outcome instanceof ProtoError ? outcome.code : 'value';
          if (code !== 'value' && !codes.includes(code)) throw new Error(`${code} is no code of ours`);
          outcomes.add(code);
        }
      },
      async end() {
        if (outcomes.size < 4) throw new Error(`the damage reached ${[...outcomes]} alone`);
        for (const bytes of records!)
          if (decodeRecord(bytes) instanceof ProtoError) throw new Error('refuses a Record');
        for (const bytes of messages!) if (decodeMsg(bytes) instanceof ProtoError) throw new Error('refuses a Message');
      },
    };
  },
};
