import { setTimeout as sleep } from 'node:timers/promises';
import { chips as catalog } from '../../drivers/chips/catalog.gen.ts';
import type { ChipDefinition } from '../../drivers/define.ts';
import { toDeviceError } from '../../drivers/errors.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import { HostHardware } from '../../drivers/host/hardware.ts';
import type { Hardware } from '../../drivers/ports.ts';
import { scanI2c } from './scan-i2c.ts';
import { commented, type GpioScan, gpioLines, i2cLines, oneWireLines, serialLines } from './scan-text.ts';
import { exitCodes, UsageError, type Verb } from './verb.ts';

export const verb: Verb = {
  words: '',
  help: [
    'Looks for chips on I2C and 1-wire, serial ports and GPIO lines, and prints a piece of a configuration file with a',
    '[[capability]] for each. Nothing is configured or switched; I2C chips are asked who they are.',
  ],
  options: { lines: { help: 'a [[capability]] for every free GPIO line, not for the first of a chip' } },
  async run(words, options, terminal) {
    if (words.length > 0) throw new UsageError('scan takes no words');
    const hardware = new HostHardware({ clock: new HostClock() });
    const lines = await scan({ hardware, gpio: () => hardware.listGpio(), sleep, isForAll: options.lines === true });
    for (const line of lines) terminal.print(line);
    return exitCodes.ok;
  },
};

export interface ScanOptions {
  hardware: Hardware;
  gpio(): Promise<GpioScan[]>;
  sleep(ms: number): Promise<void>;
  /** Whether every free GPIO line gets a [[capability]]. */
  isForAll: boolean;
}

/** The lines of a configuration file. What cannot be scanned is a comment in it; nothing rejects. */
export async function scan({ hardware, gpio, sleep, isForAll }: ScanOptions): Promise<string[]> {
  const chips = await Promise.all(Object.values(catalog).map(load => load()));
  const named = (name: string) => chips.find(chip => chip.name === name)!;
  const { files } = hardware;
  const list = (directory: string) => files.list(directory).catch((): string[] => []);

  const i2c: string[] = [];
  for (const bus of (await list('/dev')).filter(name => /^i2c-\d+$/.test(name)))
    i2c.push(...(await scanBus(hardware, bus, chips, sleep)), '');
  const oneWire = oneWireLines(await list('/sys/bus/w1/devices'), named('ds18b20'), named('w1'));
  const serial = serialLines(
    await list('/dev/serial/by-id'),
    chips.filter(({ bus }) => bus === 'serial'),
  );
  const gpios = await gpio().then(
    found => found.flatMap(each => gpioLines(each, named('gpio-input'), isForAll)),
    cause => commented([`the GPIO lines cannot be listed: ${toDeviceError(cause).message}`]),
  );
  const nothing = ['none'];
  return [
    ...section('I2C', i2c.length > 0 ? i2c : commented(['no bus: dtparam=i2c_arm=on in config.txt makes i2c-1'])),
    ...section('1-wire', oneWire.length > 0 ? oneWire : commented(nothing)),
    ...section('Serial', serial.length > 0 ? serial : commented(nothing)),
    ...section('GPIO', gpios),
  ];
}

const section = (title: string, lines: readonly string[]) => [`# ${title}`, ...lines, ''];

async function scanBus(
  hardware: Hardware,
  bus: string,
  chips: readonly ChipDefinition[],
  sleep: ScanOptions['sleep'],
): Promise<string[]> {
  try {
    const port = await hardware.openI2c(bus);
    const scanned = await scanI2c(port, chips, sleep);
    await port.close();
    return i2cLines(bus, scanned, chips);
  } catch (cause) {
    return commented([`${bus} cannot be scanned: ${toDeviceError(cause).message}`]);
  }
}
