// A Modbus line with one device, in all the functions that there are here.
import * as assert from 'uvu/assert';
import { modbus } from '../../../../drivers/chips/modbus.ts';
import type { Reading } from '../../../../drivers/define.ts';
import { SimHardware } from '../../../../drivers/sim/hardware.ts';
import { ModbusSlaves } from '../../../../drivers/sim/models/modbus-slave.ts';
import { VirtualClock } from '../../../helpers/clock.ts';
import { during, openChip } from '../../../helpers/driver.ts';
import { bytesOf, hexOf, type Recording } from '../../../helpers/recording.ts';

const at = '/dev/ttyUSB0:19200,8E1';

/** Request, answer, and what our driver is told to do to ask the same: a channel with its options, and a value to set. */
const exchanges: readonly {
  asked: string;
  heard: string;
  channel: string;
  options: Readonly<Record<string, string | number | boolean>>;
  sets?: Reading;
  says?: Reading;
}[] = [
  {
    asked: '01 01 00 03 00 01 0d ca',
    heard: '01 01 01 01 90 48',
    channel: 'active',
    options: { table: 'coil', register: 3 },
    says: true,
  },
  {
    asked: '01 02 00 00 00 01 b9 ca',
    heard: '01 02 01 00 a1 88',
    channel: 'active',
    options: { table: 'discrete-input' },
    says: false,
  },
  {
    asked: '01 03 00 63 00 01 74 14',
    heard: '01 03 02 02 01 78 e4',
    channel: 'level',
    options: { register: 99 },
    says: 0x0201,
  },
  {
    asked: '01 04 00 78 00 01 b1 d3',
    heard: '01 04 02 4b 00 8f c0',
    channel: 'level',
    options: { table: 'input', register: 120 },
    says: 0x4b00,
  },
  {
    asked: '01 05 00 03 ff 00 7c 3a',
    heard: '01 05 00 03 ff 00 7c 3a',
    channel: 'switch',
    options: { table: 'coil', register: 3 },
    sets: true,
  },
  {
    asked: '01 06 00 01 00 55 18 35',
    heard: '01 06 00 01 00 55 18 35',
    channel: 'setpoint',
    options: { register: 1 },
    sets: 0x55,
  },
  {
    asked: '01 0f 00 02 00 01 01 01 96 97',
    heard: '01 0f 00 02 00 01 35 cb',
    channel: 'switch',
    options: { table: 'coil', register: 2, writeMultiple: true },
    sets: true,
  },
  {
    asked: '01 10 00 01 00 01 02 00 aa 27 fe',
    heard: '01 10 00 01 00 01 50 09',
    channel: 'setpoint',
    options: { register: 1, writeMultiple: true },
    sets: 0xaa,
  },
];

/** The device's values in the recording. */
function bench() {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const port = hardware.serial(at);
  const slave = new ModbusSlaves(port, clock).device(1);
  slave.coils.set(2, false).set(3, true);
  slave.discreteInputs.set(0, false);
  slave.holding.set(99, 0x0201).set(1, 0);
  slave.inputs.set(120, 0x4b00);
  return { clock, hardware, port };
}

export const modbusRecordings: readonly Recording[] = [
  {
    chip: 'modbus',
    source:
      'sigrok-dumps, uart/modbus_rtu/brainchild_io_16do/brainchild-io-16do.sr: sixteen outputs, functions 1 to 6, 15, 16',
    async replay() {
      const { port } = bench();
      const line = await port.open();
      for (const { asked, heard } of exchanges) {
        const said: number[] = [];
        const listening = line.listen(
          bytes => said.push(...bytes),
          () => {},
        );
        await line.write(bytesOf(asked));
        listening.stop();
        assert.is(hexOf(said), heard, asked);
      }
    },
    async read() {
      for (const { asked, channel, options, sets, says } of exchanges) {
        const { clock, hardware, port } = bench();
        const context = await openChip(modbus, { hardware, clock, at, address: 1, options, channels: [channel] });
        if (sets === undefined) assert.is((await during(clock, 1_000, modbus.sample!(context)))[channel], says, asked);
        else await during(clock, 1_000, modbus.drive!(context, channel, sets));
        assert.is(hexOf(port.sent), asked);
      }
    },
  },
];
