import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chips } from '../../drivers/chips/catalog.gen.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import { faultKinds } from '../../drivers/sim/stand-in.ts';
import { runAgent } from './run.ts';
import { faultWords, parseFault } from './simulate-faults.ts';
import { Simulation } from './simulation.ts';
import { columns } from './text.ts';
import { type Options, UsageError, type Verb } from './verb.ts';

/** A socket's path has room for 107 bytes, and some machines have long names for their temporary directory. */
const directoryCharsMax = 70;

export const verb: Verb = {
  words: 'FILE',
  help: [
    'Runs the agent as `run` does, with a configuration file as it is, but without the hardware: every chip, line, port',
    'and file that the file names is a model of it, whose values move, past every threshold that the file names. Brokers',
    'and controllers are the real ones. State and socket are in a directory that goes at the end, unless you name others.',
    '',
    `A fault is "${faultWords}". WHAT is the name of a capability, a place such as i2c-1:0x44, or a`,
    'bus. Without a time it begins at the start and does not end. KIND is one of',
    ...columns(Object.entries(faultKinds).map(([kind, text]) => [`  ${kind}`, text])),
  ],
  options: {
    state: { value: 'DIR', help: 'where to keep what must survive a restart' },
    socket: { value: 'PATH', help: 'the local socket' },
    seed: { value: 'NUMBER', help: 'a whole number: the same one makes everything move the same way; else 1' },
    fault: { value: 'FAULT', help: '"boiler temperature: crc after 10s for 30s", say', isRepeatable: true },
  },
  async run([file, ...rest], options, terminal) {
    if (file === undefined || rest.length > 0) throw new UsageError('expected one file');
    const faults = faultsOf(options).map(parseFault);
    const seed = seedOf(options);
    const directory = mkdtempSync(join(tmpdir().length > directoryCharsMax ? '/tmp' : tmpdir(), 'uspi-simulate-'));
    const socketPath = resolve(options.socket ? String(options.socket) : join(directory, 'uspi.sock'));
    const stateDirectory = options.state ? String(options.state) : join(directory, 'state');
    const clock = new HostClock({ trustWallTime: true });
    const tell = (line: string) => terminal.print(line);
    const simulation = new Simulation({ configFile: resolve(file), chips, clock, seed, faults, tell });
    try {
      const surround = simulation.surround.bind(simulation);
      return await runAgent({ file, stateDirectory, socketPath, surround }, terminal);
    } finally {
      simulation.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

const faultsOf = ({ fault }: Options): readonly string[] => (Array.isArray(fault) ? fault : []);

function seedOf({ seed = '1' }: Options): number {
  if (/^\d{1,9}$/.test(String(seed))) return Number(seed);
  throw new UsageError(`--seed ${seed}: expected a whole number of up to nine digits`);
}
