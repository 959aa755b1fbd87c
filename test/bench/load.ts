// An agent under a board's usual load, on models of the hardware: 50 capabilities polled once a second, and ten edges a
// second on a line. What it takes of one core, the models included, and whether its private dirty memory grows.
//
//     npx tsx test/bench/load.ts [--minutes N] [--poll 250ms]
//
// V8 lets garbage lie in its old space until the first full collection, which comes after some 25 minutes of this load, and
// earlier the more often is polled; until then private dirty memory climbs by a few MB, afterwards it goes up and down. So
// growth is looked for in the second half of a run, and an hour, or a quarter of one at 250ms, tells more than 30 minutes.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledProgram } from '../helpers/bundle.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { nodeEnvironment, nodeFlags } from '../helpers/unit.ts';

/** What has been seen; shares are of one core, memory is in KiB. */
export interface LoadFigures {
  minutes: number;
  /** Processor time of the agent and of a node that does nothing, each divided by the time that passed. */
  cpuShare: number;
  cpuShareOfBareNode: number;
  privateDirtyKib: number;
  /** Of a straight line through the samples of the second half. */
  privateDirtyKibPerHour: number;
}

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

const warmUpMs = 20_000;
const samplesMax = 180;

/** 50 capabilities that are polled so often, and a line. */
export function loadConfiguration(poll = '1s'): string {
  const buses = Array.from({ length: busCount }, (_, at) => `i2c-${at + 1}`);
  const polled = buses.flatMap(bus =>
    chipsOfBus.flatMap(({ driver, address, channels }) =>
      channels.map(
        channel => `[[capability]]
name = "${bus} ${driver} ${channel}"
driver = "${driver}"
channel = "${channel}"
at = "${bus}:0x${address.toString(16)}"
poll = "${poll}"
`,
      ),
    ),
  );
  return [...polled, '[[capability]]\nname = "door"\ndriver = "gpio-input"\nat = "pin 11"\n'].join('\n');
}

/** Runs for so long, after a warming up. `program`: the bundle. */
export async function measureLoad(minutes: number, program: string, poll = '1s'): Promise<LoadFigures> {
  const directory = temporaryDirectory();
  const [file, socket] = [join(directory, 'load.toml'), join(directory, 'uspi.sock')];
  writeFileSync(file, loadConfiguration(poll));
  const agent = startNode(resolve(program), 'simulate', file, '--fault', 'door: chatter', '--socket', socket);
  const bare = startNode('-e', 'setInterval(() => {}, 1e9)');
  try {
    await sleep(warmUpMs);
    checkContacts(program, socket);
    const begin = { agent: cpuMsOf(agent), bare: cpuMsOf(bare), atMs: performance.now() };
    const samples: [hours: number, kib: number][] = [];
    const everyMs = Math.max(1_000, (minutes * 60_000) / samplesMax);
    while (performance.now() - begin.atMs < minutes * 60_000) {
      await sleep(everyMs);
      samples.push([(performance.now() - begin.atMs) / 3_600_000, privateDirtyKib(agent)]);
    }
    const passedMs = performance.now() - begin.atMs;
    return {
      minutes: passedMs / 60_000,
      cpuShare: (cpuMsOf(agent) - begin.agent) / passedMs,
      cpuShareOfBareNode: (cpuMsOf(bare) - begin.bare) / passedMs,
      privateDirtyKib: samples.at(-1)![1],
      privateDirtyKibPerHour: slope(samples.slice(Math.floor(samples.length / 2))),
    };
  } finally {
    agent.kill();
    bare.kill();
  }
}

/** Throws unless every sensor has been heard. */
function checkContacts(program: string, socket: string): void {
  const paths = ['LevelSensor', 'BinarySensor'].map(each => `Device.IoTCapability.*.${each}.LastContactTime`);
  const json = execFileSync(process.execPath, [program, 'get', '--json', '--socket', socket, ...paths], {
    encoding: 'utf8',
  });
  const { values } = JSON.parse(json) as { values: Record<string, string> };
  const times = Object.values(values).filter(time => !time.startsWith('0001'));
  if (times.length !== busCount * 10 + 1) throw new Error(`${times.length} capabilities have been heard`);
}

const sleep = (ms: number) => new Promise<void>(done => setTimeout(done, ms));

/** Node as the service runs it. */
function startNode(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [...nodeFlags, ...args], { env: nodeEnvironment, stdio: 'ignore' });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/** Of all threads so far, to the nanosecond (proc(5), schedstat). */
function cpuMsOf({ pid }: ChildProcess): number {
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map(task =>
    Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((total, each) => total + each, 0) / 1e6;
}

function privateDirtyKib({ pid }: ChildProcess): number {
  return Number(/^Private_Dirty:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
}

/** By least squares. */
function slope(samples: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => samples.reduce((total, each) => total + each[at], 0) / samples.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const rise = samples.reduce((total, [x, y]) => total + (x - meanX) * (y - meanY), 0);
  return rise / samples.reduce((total, [x]) => total + (x - meanX) ** 2, 0);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const option = (name: string, usual: string) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? usual : (process.argv[at + 1] ?? usual);
  };
  const poll = option('--poll', '1s');
  const figures = await measureLoad(Number(option('--minutes', '2')), bundledProgram(), poll);
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  console.log(`50 capabilities every ${poll} and 10 edges a second, for ${figures.minutes.toFixed(1)} min`);
  console.log(
    `processor: ${percent(figures.cpuShare)} of one core; a node that does nothing: ${percent(figures.cpuShareOfBareNode)}`,
  );
  console.log(
    `private dirty: ${figures.privateDirtyKib} KiB, ${figures.privateDirtyKibPerHour.toFixed(0)} KiB an hour more`,
  );
}
