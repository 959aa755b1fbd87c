// What was heard between a real part and its master, or what a maker or an emulator says that is heard: the model must
// answer in the same bytes, and our driver must make of that model what the source says that it measured.
import * as assert from 'uvu/assert';
import type { ChipDefinition, DriverContext, Ports, Reading, Readings } from '../../drivers/define.ts';
import type { Clock, DeviceErrorCode } from '../../drivers/ports.ts';
import { type SimFiles, SimHardware } from '../../drivers/sim/hardware.ts';
import type { I2cModel } from '../../drivers/sim/i2c.ts';
import type { SimSerialPort } from '../../drivers/sim/serial.ts';
import { VirtualClock } from './clock.ts';
import { type Bench, codeOf, during, openChip, watchChip } from './driver.ts';

/** What a source says that was measured: the value, and how far off it may be for having been rounded. */
export type Said = Readonly<Record<string, Reading | readonly [value: number, within: number]>>;

export interface Recording {
  /** The driver's name. */
  chip: string;
  /** Where it is published, for anyone to look it up. */
  source: string;
  /** The model says what was recorded. */
  replay(): Promise<void>;
  /** The driver makes of it what the source says. */
  read(): Promise<void>;
}

interface Common<Bus extends keyof Ports> {
  driver: ChipDefinition<Bus>;
  source: string;
  options?: Bench['options'];
  /** A reading, or why it is none. */
  says: Said | DeviceErrorCode;
}

/**
 * "f4 2e" is written, "f6 > 71 bf" written and read in one transfer, "> 1e 00" read, "16 ms" passed; a function changes the
 * surroundings.
 */
export type Step<Model> = string | ((model: Model) => void);

export interface I2cRecording<Model extends I2cModel> extends Common<'i2c'> {
  address: number;
  /** The part in the surroundings of the recording. */
  make(clock: Clock): Model;
  steps: readonly Step<Model>[];
  /** Values that the driver sets, and what can be read of the part then. */
  sets?: Readonly<Record<string, Reading>>;
  leaves?: readonly Step<Model>[];
}

export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/[0-9a-f]{2}/g) ?? [], byte => Number.parseInt(byte, 16));
export const hexOf = (bytes: Iterable<number>): string =>
  [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join(' ');

export function onI2c<Model extends I2cModel>(recording: I2cRecording<Model>): Recording {
  const { driver, source, address, make, steps, says, sets = {}, leaves = [], options = {} } = recording;
  const bench = () => {
    const clock = new VirtualClock();
    const hardware = new SimHardware(clock);
    const model = make(clock);
    hardware.i2c('i2c-1').attach(address, model);
    const play = (some: readonly Step<Model>[]) => playI2c(some, address, { hardware, clock, model });
    return { clock, hardware, play, model };
  };
  return {
    chip: driver.name,
    source,
    replay: () => bench().play(steps),
    async read() {
      const { clock, hardware, play } = bench();
      const channels = typeof says === 'string' ? [] : [...Object.keys(says), ...Object.keys(sets)];
      const at = `i2c-1:0x${address.toString(16)}`;
      const context = await openChip(driver, {
        hardware,
        clock,
        at,
        options,
        ...(channels.length > 0 && { channels }),
      });
      for (const [channel, value] of Object.entries(sets))
        await during(clock, 1_000, driver.drive!(context, channel, value));
      await play(leaves);
      // It has had its supply for a while.
      await clock.advance(1_000);
      if (driver.sample) await assertSays(says, during(clock, 20_000, driver.sample(context)));
    },
  };
}

interface Place<Model> {
  hardware: SimHardware;
  clock: VirtualClock;
  model: Model;
}

async function playI2c<Model>(steps: readonly Step<Model>[], address: number, place: Place<Model>): Promise<void> {
  const port = await place.hardware.openI2c('i2c-1');
  for (const step of steps) {
    if (typeof step !== 'string') step(place.model);
    else if (step.endsWith(' ms')) await place.clock.advance(Number.parseFloat(step));
    else {
      const [written = '', read = ''] = step.split('>');
      const answer = await port.transfer(address, bytesOf(written), bytesOf(read).length);
      assert.is(hexOf(answer), read.trim(), step);
    }
  }
}

export interface SerialRecording extends Common<'serial'> {
  /** The part on the port, in the surroundings of the recording; what it is made to say. */
  speak(port: SimSerialPort): void;
  /** What the master sent; absent where the part speaks by itself. */
  asked?: string;
  /** What the part said. */
  heard: string | Uint8Array;
  /** Of what the part said, what its model says too; absent: all of it. */
  same?: readonly string[];
}

/** A part on a serial port: the model says the same, and the driver reads the recording itself. */
export function onSerial({
  driver,
  source,
  speak,
  asked,
  heard,
  same,
  says,
  options = {},
}: SerialRecording): Recording {
  const at = '/dev/ttyAMA0:9600,8N1';
  const recorded = typeof heard === 'string' ? bytesOf(heard) : heard;
  const open = async () => {
    const clock = new VirtualClock();
    const hardware = new SimHardware(clock);
    return { clock, port: hardware.serial(at), context: await openChip(driver, { hardware, clock, at, options }) };
  };
  return {
    chip: driver.name,
    source,
    async replay() {
      const { port, context } = await open();
      const said: number[] = [];
      context.port.listen(
        bytes => said.push(...bytes),
        () => {},
      );
      speak(port);
      if (asked) await context.port.write(bytesOf(asked));
      const text = String.fromCharCode(...said);
      if (!same) assert.is(hexOf(said), hexOf(recorded));
      for (const part of same ?? [])
        assert.ok(text.includes(part) && String.fromCharCode(...recorded).includes(part), part);
    },
    async read() {
      const { clock, port, context } = await open();
      if (driver.sample) {
        const sampling = driver.sample(context);
        assert.is(hexOf(port.sent), asked);
        port.receive(recorded);
        return assertSays(says, during(clock, 10, sampling));
      }
      const told = watchChip(driver, context);
      port.receive(recorded);
      await assertSays(says, Promise.resolve(Object.assign({}, ...told.readings) as Readings));
    },
  };
}

export interface FileRecording extends Common<'files'> {
  at: string;
  /** What the files say, by their path below `at`, or from the root. */
  files: Readonly<Record<string, string>>;
  /** Makes a model of the part write them. */
  model(files: SimFiles): void;
}

/** A part behind the kernel: the model's files say the same, and the driver reads those of the recording. */
export function inFiles({ driver, source, at, files, model, says, options = {} }: FileRecording): Recording {
  const pathOf = (name: string) => (name.startsWith('/') ? name : `${at}/${name}`);
  return {
    chip: driver.name,
    source,
    async replay() {
      const { files: made } = new SimHardware(new VirtualClock());
      model(made);
      for (const [name, text] of Object.entries(files)) assert.is(made.texts.get(pathOf(name)), text, name);
    },
    async read() {
      const clock = new VirtualClock();
      const hardware = new SimHardware(clock);
      for (const [name, text] of Object.entries(files)) hardware.files.texts.set(pathOf(name), text);
      const channels = typeof says === 'string' ? {} : { channels: Object.keys(says) };
      const context: DriverContext<Ports['files']> = await openChip(driver, {
        hardware,
        clock,
        at,
        options,
        ...channels,
      });
      await assertSays(says, during(clock, 1_000, driver.sample!(context)));
    },
  };
}

async function assertSays(says: Said | DeviceErrorCode, reading: Promise<Readings>): Promise<void> {
  if (typeof says === 'string') return assert.is(await codeOf(reading), says);
  const readings = await reading;
  for (const [channel, said] of Object.entries(says)) {
    const read = readings[channel];
    // A place is an array as well, and said in as many digits as it is read.
    if (!Array.isArray(said) || Array.isArray(read)) assert.equal(read, said, channel);
    else assert.ok(Math.abs(Number(read) - said[0]) <= said[1], `${channel}: ${read} is not ${said[0]}`);
  }
}
