// Vectors of the Modbus Application Protocol V1.1b3 (the examples of section 6), and two checksums that are published.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  crc16,
  exceptionError,
  findAnswer,
  framed,
  readExchange,
  valuesOf,
  writeExchange,
} from '../../../drivers/modbus/frame.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { ModbusSlaves } from '../../../drivers/sim/models/modbus-slave.ts';
import { VirtualClock } from '../../helpers/clock.ts';

const bytes = (hex: string): number[] => hex.split(' ').map(byte => Number.parseInt(byte, 16));

test('checksums that are published: 01 03 00 00 00 0A, 11 03 00 6B 00 03, and two answers', () => {
  for (const frame of [
    '01 03 00 00 00 0A C5 CD',
    '11 03 00 6B 00 03 76 87',
    '11 03 06 AE 41 56 52 43 40 49 AD',
    '0A 81 02 B0 53',
  ]) {
    const whole = bytes(frame);
    assert.is(crc16(whole), 0, frame);
    assert.equal([...framed(whole.slice(0, -2))], whole);
  }
});

/** Section, request and answer without address and checksum, and the values in them. */
const examples = [
  ['6.1', '01 00 13 00 13', '01 03 CD 6B 05', 'coil', 0x13, [1, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1]],
  ['6.3', '03 00 6B 00 03', '03 06 02 2B 00 00 00 64', 'holding', 0x6b, [555, 0, 100]],
  ['6.4', '04 00 08 00 01', '04 02 00 0A', 'input', 8, [10]],
] as const;

for (const [section, request, answer, table, register, values] of examples) {
  test(`${section}: ${table}, read`, () => {
    const exchange = readExchange({ address: 1, table, register }, values.length);
    assert.equal([...exchange.request], [...framed([1, ...bytes(request)])]);
    const found = findAnswer([...framed([1, ...bytes(answer)])], exchange);
    assert.ok(found && 'data' in found);
    assert.equal(valuesOf(found.data, table, values.length), [...values]);
    assert.is(exchange.answerBytes, bytes(answer).length + 3);
  });
}

for (const [section, request, answer, table, register, values] of [
  ['6.5', '05 00 AC FF 00', '05 00 AC FF 00', 'coil', 0xac, [1]],
  ['6.6', '06 00 01 00 03', '06 00 01 00 03', 'holding', 1, [3]],
  ['6.12', '10 00 01 00 02 04 00 0A 01 02', '10 00 01 00 02', 'holding', 1, [0x000a, 0x0102]],
] as const) {
  test(`${section}: ${table}, written, and again by the model`, () => {
    const exchange = writeExchange({ address: 1, table, register }, values);
    assert.equal([...exchange.request], [...framed([1, ...bytes(request)])]);
    assert.ok(findAnswer([...framed([1, ...bytes(answer)])], exchange));
    const port = new SimHardware(new VirtualClock()).serial('/dev/ttyUSB0:9600,8N1');
    const slave = new ModbusSlaves(port, new VirtualClock()).device(1);
    slave.coils.set(0xac, false);
    for (const number of [1, 2]) slave.holding.set(number, 0);
    assert.equal(slave.answer(exchange.request.subarray(1, -2)), bytes(answer));
    const kept = table === 'coil' ? Number(slave.coils.get(register)) : slave.holding.get(register);
    assert.is(kept, values[0]);
  });
}

test('an answer is found behind noise; one of another device, function, length or checksum is none', () => {
  const exchange = readExchange({ address: 0x11, table: 'holding', register: 0x6b }, 3);
  const answer = bytes('11 03 06 AE 41 56 52 43 40 49 AD');
  assert.ok(findAnswer([0x00, 0x11, 0xff, ...answer], exchange));
  for (let length = 0; length < answer.length; length++) assert.not(findAnswer(answer.slice(0, length), exchange));
  for (const [at, value] of [
    [0, 0x12],
    [1, 0x04],
    [2, 0x04],
    [5, 0x57],
    [10, 0xac],
  ] as const) {
    const wrong = [...answer];
    wrong[at] = value;
    assert.not(findAnswer(wrong, exchange), `byte ${at}`);
    assert.not(findAnswer([...framed(wrong.slice(0, 4))], exchange), 'short, though its checksum is right');
  }
  assert.not(findAnswer([...framed([0x11, 0x04, 6, 1, 2, 3, 4, 5, 6])], exchange), 'another function');
});

test('exceptions are told by their names; those that will come again and again are "unsupported"', () => {
  const exchange = readExchange({ address: 10, table: 'coil', register: 0x4a1 }, 1);
  assert.equal(findAnswer(bytes('0A 81 02 B0 53'), exchange), { exception: 2 });
  const told = (code: number) => `${exceptionError(code).code}: ${exceptionError(code).message}`;
  assert.is(told(2), 'unsupported: exception 2, illegal data address');
  assert.is(told(6), 'not-a-reading: exception 6, server device busy');
  assert.is(told(11), 'no-answer: exception 11, gateway target device failed to respond');
  assert.is(told(77), 'not-a-reading: exception 77, not in the specification');
});

test.run();
