/** Winsen MH-Z19, MH-Z19B, MH-Z19C: carbon dioxide over a serial line. MH-Z19B user's manual, version 1.0. */
import { carbonDioxide, chip } from '../define.ts';
import { refuse } from './common/sampling.ts';
import { ask } from './common/serial.ts';

/** "Read CO2 concentration", command 86h of sensor 1. */
const readRequest = Uint8Array.of(0xff, 0x01, 0x86, 0, 0, 0, 0, 0, 0x79);
const answerBytes = 9;
const answerMsMax = 1_000;

/** The last byte of a frame: all but the first, summed, and negated. */
export function checksum(frame: readonly number[]): number {
  const sum = frame.slice(1, 8).reduce((total, byte) => total + byte, 0);
  return -sum & 0xff;
}

/** The answer's frame among what came; bytes before it are the rest of something else. */
export function findAnswer(bytes: readonly number[]): readonly number[] | undefined {
  for (let at = 0; at + answerBytes <= bytes.length; at++) {
    const frame = bytes.slice(at, at + answerBytes);
    if (frame[0] === 0xff && frame[1] === 0x86 && checksum(frame) === frame[8]) return frame;
  }
  return undefined;
}

export const mhZ19 = chip({
  name: 'mh-z19',
  description: 'Winsen MH-Z19: carbon dioxide',
  bus: 'serial',
  channels: { co2: carbonDioxide({ range: [300, 10_000] }) },
  pollMsMin: 1_000,
  pollMsDefault: 10_000,

  async sample(context) {
    const [, , high = 0, low = 0] = await ask(context, readRequest, findAnswer, answerMsMax);
    refuse(high === 0 && low === 0, context, 'no carbon dioxide at all');
    return { co2: high * 256 + low };
  },
});
