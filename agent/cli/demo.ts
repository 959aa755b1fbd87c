import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { HostClock } from '../../drivers/host/clock.ts';
import { createLog } from '../../drivers/host/log.ts';
import { type RunningAgent, startAgent } from '../run/agent.ts';
import { demoConfig, Greenhouse } from './greenhouse.ts';
import { demoOnceMsMax } from './limits.ts';
import { exitCodes, type Terminal, type Verb } from './verb.ts';

/** A socket's path has room for 107 bytes, and some machines have long names for their temporary directory. */
const directoryCharsMax = 70;

export const verb: Verb = {
  words: '',
  help: [
    'Shows the agent at work, without hardware, broker or configuration: a simulated Raspberry Pi in a greenhouse and its',
    'agent in one process, a USP controller in another, and a real socket between them.',
  ],
  options: { once: { help: 'ends after the first notification' } },
  async run(_, options, terminal) {
    const isOnce = options.once === true;
    const ending = terminal.ending('SIGINT', 'SIGTERM', 'SIGHUP');
    const parent = tmpdir().length > directoryCharsMax ? '/tmp' : tmpdir();
    const directory = mkdtempSync(join(parent, 'uspi-demo-'));
    const socketPath = join(directory, 'uspi.sock');
    const clock = new HostClock({ trustWallTime: true });
    const greenhouse = new Greenhouse(clock, line => terminal.print(`(${line})`));
    let agent: RunningAgent | undefined;
    try {
      agent = await startAgent({
        config: await demoConfig(),
        configFile: join(directory, 'demo.toml'),
        stateDirectory: join(directory, 'state'),
        socketPath,
        log: createLog('warning'),
        hardware: greenhouse.hardware,
        clock,
      });
      for (const line of introduction(socketPath, isOnce)) terminal.print(line);
      greenhouse.start();
      return await runController(socketPath, isOnce, ending, terminal);
    } finally {
      greenhouse.stop();
      await agent?.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

function introduction(socketPath: string, isOnce: boolean): string[] {
  const lines = [
    'A simulated Raspberry Pi in a greenhouse: an SHT31 on I2C, a door contact and a fan on GPIO lines.',
    `Its agent is process ${process.pid}. A USP controller, in a process of its own, subscribes over a UNIX socket and`,
    'prints each Notify. Two rules in the agent switch the fan; lines in parentheses tell what happens outside of it.',
  ];
  if (isOnce) return lines;
  const say = (words: string) => `  ${programName()} ${words} --socket ${socketPath}`;
  return [
    ...lines,
    'From another terminal:',
    say('get Device.IoTCapability.'),
    say(`set 'Device.IoTCapability.[Name=="fan"].BinaryControl.Value' true`),
    say("watch 'Device.IoTCapability.*.LevelSensor.Value'"),
    'Ctrl-C ends it.',
  ];
}

/** As the user has called this program. */
function programName(): string {
  const [, program = 'uspi'] = process.argv;
  return basename(program) === 'uspi' ? 'uspi' : `node ${relative('', program)}`;
}

/** Runs the controller to its end, or until it is time to go; resolves to the exit code. */
function runController(
  socketPath: string,
  isOnce: boolean,
  ending: Promise<unknown>,
  terminal: Terminal,
): Promise<number> {
  const args = ['demo-controller', '--socket', socketPath, ...(isOnce ? ['--once'] : [])];
  const program = [...process.execArgv, process.argv[1] ?? '', ...args];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'inherit', 'inherit'] });
  let isEnding = false;
  void ending.then(() => {
    isEnding = true;
    child.kill();
  });
  return new Promise((resolve, reject) => {
    const late = () => {
      terminal.complain(`uspi: no Notify within ${demoOnceMsMax / 1000} s`);
      child.kill('SIGKILL');
    };
    const timer = isOnce ? setTimeout(late, demoOnceMsMax) : undefined;
    child.once('error', reject);
    child.once('exit', code => {
      clearTimeout(timer);
      resolve(code ?? (isEnding ? exitCodes.ok : exitCodes.failed));
    });
  });
}
