/** A board's usual load, on models of the hardware: 50 capabilities polled once a second, and ten edges a second on a line. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { spawnNode } from './processes.ts';

interface Chip {
  driver: string;
  address: number;
  channels: readonly string[];
}

/** Of each bus: ten capabilities of four chips. */
const chipsOfBus: readonly Chip[] = [
  { driver: 'sht31', address: 0x44, channels: ['temperature', 'humidity'] },
  { driver: 'bme280', address: 0x76, channels: ['temperature', 'humidity', 'pressure'] },
  { driver: 'ina219', address: 0x40, channels: ['voltage', 'current', 'power'] },
  { driver: 'ads1115', address: 0x48, channels: ['a0', 'a1'] },
];
const busCount = 5;
const capabilities = busCount * 10 + 1;

function loadConfiguration(): string {
  const buses = Array.from({ length: busCount }, (_, at) => `i2c-${at + 1}`);
  const polled = buses.flatMap(bus =>
    chipsOfBus.flatMap(({ driver, address, channels }) =>
      channels.map(
        channel => `[[capability]]
name = "${bus} ${driver} ${channel}"
driver = "${driver}"
channel = "${channel}"
at = "${bus}:0x${address.toString(16)}"
poll = "1s"
`,
      ),
    ),
  );
  return [...polled, '[[capability]]\nname = "door"\ndriver = "gpio-input"\nat = "pin 11"\n'].join('\n');
}

export interface LoadedAgent {
  agent: ChildProcess;
  /** Throws unless every sensor has been heard. */
  checkContacts(): void;
}

/** `uspi simulate` under the load. `program`: the bundle. */
export function spawnLoaded(program: string): LoadedAgent {
  const directory = temporaryDirectory();
  const [file, socket] = [join(directory, 'load.toml'), join(directory, 'uspi.sock')];
  writeFileSync(file, loadConfiguration());
  const agent = spawnNode([], resolve(program), 'simulate', file, '--fault', 'door: chatter', '--socket', socket);
  return { agent, checkContacts: () => checkContacts(program, socket) };
}

function checkContacts(program: string, socket: string): void {
  const paths = ['LevelSensor', 'BinarySensor'].map(each => `Device.IoTCapability.*.${each}.LastContactTime`);
  const json = execFileSync(process.execPath, [program, 'get', '--json', '--socket', socket, ...paths], {
    encoding: 'utf8',
  });
  const { values } = JSON.parse(json) as { values: Record<string, string> };
  const times = Object.values(values).filter(time => !time.startsWith('0001'));
  if (times.length !== capabilities) throw new Error(`${times.length} capabilities have been heard`);
}
