/** What comes over a Modbus line while an answer is waited for: noise, halves, answers of others and to others. */
import { decode } from '../../../drivers/chips/modbus.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import { modbusLateMsMax } from '../../../drivers/limits.ts';
import { framed, readExchange } from '../../../drivers/modbus/frame.ts';
import { SharedLines } from '../../../drivers/modbus/lines.ts';
import type { ModbusSpan, SerialPort } from '../../../drivers/ports.ts';
import { HandClock } from '../../helpers/handclock.ts';
import { type Dice, damagedBytes } from '../mutate.ts';
import type { Input, Target } from '../target.ts';

const deadlineMs = 100;
const spans: readonly (ModbusSpan & { count: number })[] = [
  { address: 1, table: 'holding', register: 0, count: 2 },
  { address: 1, table: 'input', register: 9, count: 1 },
  { address: 1, table: 'coil', register: 3, count: 11 },
];
const answers = [
  framed([1, 3, 4, 0, 1, 0x42, 0xc8]),
  framed([1, 4, 2, 0xff, 0xfe]),
  framed([1, 1, 2, 0xcd, 0x07]),
  framed([1, 0x83, 2]),
  framed([1, 0x84, 99]),
  framed([2, 3, 4, 0, 1, 0, 2]),
  ...spans.map(span => readExchange(span, span.count).request),
];

/** The bytes with a checksum that is right in place of the last two. */
const summed = (bytes: Uint8Array): Uint8Array => framed([...bytes.slice(0, -2)]);

/** What a request may come to: values as many as were asked for, or an error with a code. */
function judge(found: unknown, { table, count }: (typeof spans)[number]): void {
  if (found instanceof DeviceError) return;
  if (!Array.isArray(found) || found.length !== count) throw found;
  if (found.some(word => !(word >= 0 && word <= 65_535))) throw new Error(`no words: ${found}`);
  if (table === 'holding') decode(found, { type: 'float32', wordOrder: 'low-first', scale: 0.1 });
}

async function start() {
  const clock = new HandClock();
  let hear: (bytes: Uint8Array) => void = () => {};
  const port: SerialPort = {
    write: async () => {},
    listen: data => {
      hear = data;
      return { stop: () => {} };
    },
    close: async () => {},
  };
  const line = await new SharedLines({ openSerial: async () => port }, clock).open('/dev/ttyUSB0:9600,8N1');
  let turn = 0;
  /** What one request came to when `bytes` came, in two pieces. */
  const ask = async (bytes: Uint8Array, { count, ...span }: (typeof spans)[number]) => {
    clock.pass(modbusLateMsMax);
    const outcome = line.read(span, count, deadlineMs).catch((cause: unknown) => cause);
    const middle = bytes.length >> 1;
    for (const piece of [bytes.subarray(0, middle), bytes.subarray(middle)]) hear(piece);
    clock.pass(10 * deadlineMs);
    return outcome;
  };
  return {
    next: (dice: Dice) => damagedBytes(answers, dice),
    async take(input: Input) {
      const span = spans[turn++ % spans.length]!;
      judge(await ask(input as Uint8Array, span), span);
      judge(await ask(summed(input as Uint8Array), span), span);
    },
    async end() {
      const found = await ask(answers[0]!, spans[0]!);
      if (String(found) !== '1,17096') throw new Error(`a right answer is read as ${String(found)}`);
      await line.close();
    },
  };
}

export const modbusTarget: Target = { name: 'modbus', inputsPerVictim: 5_000_000, inputsInCi: 160_000, start };
