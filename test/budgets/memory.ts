/** Memory of the idle agent over a bare node's, with the same flags and in the same run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mqttControllerToml } from '../helpers/agent.ts';
import { startBroker } from '../helpers/broker.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { nodeEnvironment, nodeFlags } from '../helpers/unit.ts';
import { median } from './start.ts';

/** The agent tidies its heap up to 8 s after its start (agent/cli/heap.ts). */
const settleMs = 11_000;
const lookMs = 500;
const looks = 5;

interface Memory {
  rss: number;
  privateDirty: number;
}

/** In MB. */
function memoryOf({ pid, exitCode }: ChildProcess): Memory {
  if (exitCode !== null) throw new Error('a process has ended before it was measured');
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const megabytes = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1]) / 1_024;
  return { rss: megabytes('Rss'), privateDirty: megabytes('Private_Dirty') };
}

/** Readings of the machine's own load: no hardware is needed. */
const capabilities = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `\n[[capability]]\nname = "sensor ${i}"\ndriver = "host"\nchannel = "load"\npoll = "10s"\n`,
  ).join('');

function spawnAgent(program: string, port: number, count: number): ChildProcess {
  const directory = temporaryDirectory();
  const config = join(directory, 'uspi.toml');
  const places = `[agent]\nstate = "${directory}/state"\nsocket = "${directory}/uspi.sock"`;
  writeFileSync(config, mqttControllerToml(port).replace('[agent]', places) + capabilities(count));
  return spawnNode(resolve(program), 'run', '--config', config);
}

function spawnNode(...args: string[]): ChildProcess {
  return spawn(process.execPath, [...nodeFlags, ...args], { env: nodeEnvironment, stdio: 'ignore' });
}

export async function memoryFigures(program: string) {
  const broker = await startBroker();
  const children = [
    spawnNode('-e', 'setInterval(() => {}, 1e9)'),
    spawnAgent(program, broker.port, 20),
    spawnAgent(program, broker.port, 1_000),
  ];
  try {
    await sleep(settleMs);
    const seen = children.map(() => [] as Memory[]);
    for (let look = 0; look < looks; look++, await sleep(lookMs)) {
      for (const [i, child] of children.entries()) seen[i]!.push(memoryOf(child));
    }
    const [bare, small, large] = seen.map(own => ({
      rss: median(own.map(({ rss }) => rss)),
      privateDirty: median(own.map(({ privateDirty }) => privateDirty)),
    }));
    return {
      idleRssMegabytes: small!.rss - bare!.rss,
      idlePrivateMegabytes: small!.privateDirty - bare!.privateDirty,
      thousandPrivateMegabytes: large!.privateDirty - small!.privateDirty,
    };
  } finally {
    for (const child of children) child.kill('SIGTERM');
    await broker.stop();
  }
}
