/** What can go wrong with a bus, a chip on it, a line, a port or a file that exists only here. */
import { DeviceError } from '../errors.ts';
import type { Clock, DeviceErrorCode, Stoppable } from '../ports.ts';
import type { SimGpioLine } from './gpio.ts';
import type { SimFiles } from './hardware.ts';
import type { I2cFault, I2cModel, SimI2cBus } from './i2c.ts';
import { ByteRegisters } from './models/registers.ts';
import type { SimSerialPort } from './serial.ts';
import type { Faults, Switch } from './stand-in.ts';

/** Bytes that no register map knows: what answers where another chip sits. */
function anotherChip(): I2cModel {
  const chip = new ByteRegisters();
  chip.registers.fill(0x58);
  return chip;
}

/** Faults of one chip; `other` is what is there instead. */
export function chipFaults(bus: SimI2cBus, address: number, model: I2cModel, other = anotherChip()): Faults {
  const instead = (chip: I2cModel): Switch => ({
    begin: () => bus.attach(address, chip),
    end: () => bus.attach(address, model),
  });
  return {
    ...transferFaults(bus, address),
    silent: { begin: () => bus.detach(address), end: () => bus.attach(address, model) },
    'other-chip': instead(other),
  };
}

/** Faults of a whole bus. */
export function busFaults(bus: SimI2cBus): Faults {
  const { silent, ...faults } = transferFaults(bus, undefined);
  return { ...faults, silent, unplug: { begin: () => bus.unplug(), end: () => bus.plug() } };
}

function transferFaults(bus: SimI2cBus, address: number | undefined) {
  const injected = (fault: I2cFault): Switch => ({
    begin: () => bus.inject(fault, undefined, address),
    end: () => bus.heal(address),
  });
  const [silent, busy, crc] = [injected('nack'), injected('busy'), injected('bit-error')];
  return { silent, busy, crc, hang: injected('stuck'), late: injected('stretched') };
}

const chatterMs = 100;

/** Faults of a line. Who has it open loses it to another program. */
export function lineFaults(line: SimGpioLine, direction: 'in' | 'out', clock: Clock): Faults {
  const lose = () => {
    line.unplug();
    line.plug();
  };
  const faults: Faults = {
    unplug: { begin: () => line.unplug(), end: () => line.plug() },
    busy: {
      begin: () => {
        lose();
        line.hold(true);
      },
      end: () => line.hold(false),
    },
  };
  return direction === 'out' ? faults : { ...faults, chatter: chatter(line, clock) };
}

function chatter(line: SimGpioLine, clock: Clock): Switch {
  let timer: Stoppable | undefined;
  let isHigh = false;
  const next = () => {
    isHigh = !isHigh;
    line.setWire(isHigh);
    timer = clock.after(chatterMs, next);
  };
  return { begin: next, end: () => timer?.stop() };
}

/** Later than any part is waited for. */
const lateMs = 1_500;

/** Faults of a serial port. */
export function portFaults(port: SimSerialPort, clock: Clock): Faults {
  const disturbed = (disturb: SimSerialPort['disturb']): Switch => ({
    begin: () => {
      port.disturb = disturb;
    },
    end: () => {
      port.disturb = undefined;
    },
  });
  return {
    unplug: { begin: () => port.unplug(), end: () => port.plug() },
    busy: {
      begin: () => {
        port.unplug();
        port.plug();
        port.hold(true);
      },
      end: () => port.hold(false),
    },
    silent: disturbed(() => undefined),
    late: disturbed(bytes => void clock.after(lateMs, () => port.deliver(bytes))),
    crc: disturbed(([first = 0, ...rest]) =>
      Uint8Array.of(first, ...rest.map((byte, at) => (at === 4 ? byte ^ 1 : byte))),
    ),
  };
}

type Disturb = (text: string) => string | Promise<string>;

/** Faults of a file, or of all in a directory; a kernel's device that does not answer still has its name. */
export function fileFaults(files: SimFiles, path: string): Faults {
  const end = () => void files.disturbances.delete(path);
  const disturbed = (disturb: Disturb): Switch => ({
    begin: () => void files.disturbances.set(path, (text, file) => (file === `${path}/name` ? text : disturb(text))),
    end,
  });
  const fail = (code: DeviceErrorCode, what: string) => () => {
    throw new DeviceError(code, `${path}: ${what}`);
  };
  let release = () => {};
  let released = Promise.resolve();
  const hang = disturbed(text => released.then(() => text));
  return {
    unplug: { begin: () => void files.disturbances.set(path, fail('missing', 'no such file')), end },
    busy: disturbed(fail('busy', 'busy')),
    silent: disturbed(fail('no-answer', 'no answer')),
    crc: disturbed(damaged),
    hang: {
      begin: () => {
        released = new Promise(resolve => {
          release = resolve;
        });
        hang.begin();
      },
      end: () => {
        end();
        release();
      },
    },
  };
}

/** The first hexadecimal digit or number of a text with one bit turned; a text without one, cut. */
function damaged(text: string): string {
  const turned = text.replace(/^[0-9a-f]{2}(?= )/, byte =>
    (Number.parseInt(byte, 16) ^ 1).toString(16).padStart(2, '0'),
  );
  return turned === text ? '\u0000' : turned;
}
