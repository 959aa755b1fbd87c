// Memory of the agent's bundle with 20 capabilities, idle over MQTT, over that of a bare node with the same flags.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mqttControllerToml } from '../helpers/agent.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

const flags = ['--max-semi-space-size=1', '--v8-pool-size=0'];
const env = { ...process.env, MALLOC_ARENA_MAX: '1' };

interface Memory {
  rssKib: number;
  privateDirtyKib: number;
}

function memoryOf(pid: number): Memory {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kib = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1]);
  return { rssKib: kib('Rss'), privateDirtyKib: kib('Private_Dirty') };
}

/** `count` sensors: one plays a recording, the others read the machine's own load. */
function capabilities(count: number): string {
  const recording = join(process.cwd(), 'test/data/outdoor.csv');
  const played = `driver = "replay"\nat = "${recording}"\ntype = "Temperature"\nunit = "degC"\nhigh = 25`;
  const read = 'driver = "host"\nchannel = "load"\npoll = "10s"';
  const one = (i: number) => `\n[[capability]]\nname = "sensor ${i}"\n${i === 0 ? played : read}\n`;
  return Array.from({ length: count }, (_, i) => one(i)).join('');
}

/** Prints one row; `idleSeconds` of silence come before the figures are taken. */
export async function memory(count: number, idleSeconds: number): Promise<void> {
  if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
  const broker = await startMosquitto();
  const directory = temporaryDirectory();
  const file = join(directory, 'uspi.toml');
  writeFileSync(
    file,
    mqttControllerToml(broker.port).replace(
      '[agent]',
      `[agent]\nstate = "${directory}/state"\nsocket = "${directory}/uspi.sock"`,
    ) + capabilities(count),
  );
  const children: ChildProcess[] = [
    spawn(process.execPath, [...flags, '-e', 'setInterval(() => {}, 1e9)'], { env, stdio: 'ignore' }),
    spawn(process.execPath, [...flags, 'dist/uspi.mjs', 'run', '--config', file], { env, stdio: 'ignore' }),
  ];
  try {
    await sleep(idleSeconds * 1000);
    if (children.some(child => child.exitCode !== null)) throw new Error('a process has ended before it was measured');
    const [bare, agent] = children.map(child => memoryOf(child.pid ?? 0));
    if (!bare || !agent) throw new Error('no figures');
    const more = (key: keyof Memory) => `+${((agent[key] - bare[key]) / 1024).toFixed(1)} MB`;
    const line = `RSS ${more('rssKib')} (${agent.rssKib} KiB)  private dirty ${more('privateDirtyKib')} (${agent.privateDirtyKib} KiB)`;
    process.stdout.write(`${`memory over bare node, ${count} capabilities`.padEnd(44)} ${line}\n`);
  } finally {
    for (const child of children) child.kill('SIGTERM');
    await broker.remove();
  }
}
