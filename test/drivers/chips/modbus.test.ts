// Modbus devices: numbers as they lie in registers, outputs, and a recorded exchange with a meter.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { decode, encode, modbus } from '../../../drivers/chips/modbus.ts';
import { modbusLateMsMax } from '../../../drivers/limits.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { ModbusSlaves } from '../../../drivers/sim/models/modbus-slave.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, during, openChip } from '../../helpers/driver.ts';

const at = '/dev/ttyUSB0:9600,8N1';
const options = (given: Record<string, string | number>) => ({ scale: 1, wordOrder: 'high-first', ...given });

async function bench(given: Record<string, string | number | boolean>, channels: readonly string[]) {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const port = hardware.serial(at);
  const slave = new ModbusSlaves(port, clock).device(3);
  const context = await openChip(modbus, { hardware, clock, at, address: 3, options: given, channels });
  const sample = () => during(clock, 1_100, modbus.sample!(context));
  const drive = (channel: string, value: boolean | number) =>
    during(clock, 1_100, modbus.drive!(context, channel, value));
  return { clock, port, slave, sample, drive };
}

test('numbers as they lie in registers, and back', () => {
  for (const [type, words, value] of [
    ['uint16', [0xff9c], 65_436],
    ['int16', [0xff9c], -100],
    ['uint32', [0x0001, 0x0002], 65_538],
    ['int32', [0xffff, 0xff9c], -100],
    ['float32', [0x4366, 0x3333], 230.2],
  ] as const) {
    assert.is(decode(words, options({ type })), value, type);
    assert.equal(encode(value, options({ type })), [...words], type);
    const turned = options({ type, wordOrder: 'low-first' });
    assert.is(decode(words.toReversed(), turned), value);
    assert.equal(encode(value, turned), words.toReversed());
  }
});

test('a scale leaves no digits of its own behind; what does not fit is told', () => {
  assert.is(decode([2301], options({ type: 'uint16', scale: 0.1 })), 230.1);
  assert.equal(encode(21.5, options({ type: 'uint16', scale: 0.1 })), [215]);
  assert.is(encode(6553.6, options({ type: 'uint16', scale: 0.1 })), undefined);
  assert.is(encode(-1, options({ type: 'uint16' })), undefined);
});

test('a recorded exchange: voltage of an Eastron SDM120, input registers 0 and 1', async () => {
  // As printed in the meter's protocol manual: 01 04 00 00 00 02 71 CB is answered 01 04 04 43 66 33 34 1B 38.
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const port = hardware.serial(at);
  port.onWrite = () => port.receive(Uint8Array.of(0x01, 0x04, 0x04, 0x43, 0x66, 0x33, 0x34, 0x1b, 0x38));
  const given = { table: 'input', type: 'float32' };
  const context = await openChip(modbus, { hardware, clock, at, address: 1, options: given });
  const readings = await during(clock, 100, modbus.sample!(context));
  assert.equal(port.sent, [0x01, 0x04, 0x00, 0x00, 0x00, 0x02, 0x71, 0xcb]);
  assert.is(readings.level, 230.2);
});

test('bits and registers are read; whether they are not 0 too', async () => {
  const discrete = await bench({ table: 'discrete-input', register: 5 }, ['active']);
  discrete.slave.discreteInputs.set(5, true);
  assert.equal(await discrete.sample(), { active: true });
  const register = await bench({ register: 5, type: 'int32' }, ['level', 'active']);
  register.slave.holding.set(5, 0).set(6, 0);
  assert.equal(await register.sample(), { active: false, level: 0 });
  register.slave.holding.set(6, 7);
  assert.equal(await register.sample(), { active: true, level: 7 });
});

test('a coil, a word and two words are written and read back; what has lost them fails, to be written again', async () => {
  const coil = await bench({ table: 'coil', register: 1 }, ['switch']);
  coil.slave.coils.set(1, false);
  await coil.drive('switch', true);
  assert.is(coil.slave.coils.get(1), true);
  assert.equal(await coil.sample(), {});
  coil.slave.coils.set(1, false);
  assert.is(await codeOf(coil.sample()), 'io');
  const word = await bench({ register: 2, scale: 0.1 }, ['setpoint']);
  word.slave.holding.set(2, 0);
  await word.drive('setpoint', 21.53);
  assert.is(word.slave.holding.get(2), 215);
  assert.equal(await word.sample(), {}, 'rounded, and still what was asked for');
  assert.is(await codeOf(word.drive('setpoint', 7_000)), 'unsupported');
  const float = await bench({ register: 2, type: 'float32' }, ['setpoint']);
  float.slave.holding.set(2, 0).set(3, 0);
  await float.drive('setpoint', 230.2);
  assert.equal([float.slave.holding.get(2), float.slave.holding.get(3)], [0x4366, 0x3333]);
  const flag = await bench({ register: 4 }, ['switch']);
  flag.slave.holding.set(4, 0);
  await flag.drive('switch', true);
  assert.is(flag.slave.holding.get(4), 1);
});

test('each fault has its code, and is over when it is over', async () => {
  const { clock, slave, sample } = await bench({ register: 1 }, ['level']);
  assert.is(await codeOf(sample()), 'unsupported', 'there is no such register');
  slave.holding.set(1, 9);
  for (const [fault, code] of [
    [{ kind: 'silent' }, 'timeout'],
    [{ kind: 'crc' }, 'bad-data'],
    [{ kind: 'exception', code: 6 }, 'not-a-reading'],
  ] as const) {
    slave.fault = fault;
    assert.is(await codeOf(sample()), code);
    slave.fault = undefined;
    await clock.advance(modbusLateMsMax);
    assert.is((await sample()).level, 9);
  }
});

test('options that do not go together are told before anything is opened', () => {
  const told = (channel: string, given: Record<string, string | number>) =>
    modbus.misfit!(channel, { table: 'holding', register: 0, type: 'uint16', scale: 1, ...given })?.option;
  assert.is(told('switch', { table: 'discrete-input' }), 'table');
  assert.is(told('setpoint', { table: 'coil' }), 'table');
  assert.is(told('level', { scale: 0 }), 'scale');
  assert.is(told('level', { register: 65_535, type: 'int32' }), 'register');
  for (const table of ['holding', 'input']) assert.is(told('level', { table, register: 65_535 }), undefined);
  for (const table of ['coil', 'holding']) assert.is(told('switch', { table }), undefined);
});

test.run();
