/**
 * From the spawn of the program to its first Record at a broker, over what a bare node takes until it runs a script. In time
 * of the processor, all threads: a machine that is busy with others makes both wait, and neither compute more.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mqttControllerToml } from '../helpers/agent.ts';
import { startBroker } from '../helpers/broker.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { nodeEnvironment, nodeFlags } from '../helpers/unit.ts';

const rounds = 9;

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** What all threads of the process have computed so far; the first figure of schedstat, see proc(5). */
function computedMs(pid: number | undefined): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const ofThread = (thread: string) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  return threads.reduce((sum, thread) => sum + ofThread(thread), 0) / 1e6;
}

async function bareMs(): Promise<number> {
  const script = 'console.log(); setInterval(() => {}, 1e9)';
  const child = spawn(process.execPath, [...nodeFlags, '-e', script], {
    env: nodeEnvironment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise(done => child.stdout.once('data', done));
  const ms = computedMs(child.pid);
  child.kill('SIGKILL');
  await new Promise(done => child.once('exit', done));
  return ms;
}

/**
 * Rounds of both take turns, so that a busy machine is slow to both; the fastest of each count, for noise only adds.
 */
export async function startFigures(program: string): Promise<{ startRatio: number }> {
  let arrived = () => {};
  const broker = await startBroker({ sees: packet => packet.cmd === 'publish' && arrived() });
  const directory = temporaryDirectory();
  const config = join(directory, 'uspi.toml');
  const places = `[agent]\nstate = "${directory}/state"\nsocket = "${directory}/uspi.sock"`;
  writeFileSync(config, mqttControllerToml(broker.port).replace('[agent]', places));
  const bare: number[] = [];
  const agent: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await bareMs());
    const first = new Promise<void>(resolve => {
      arrived = resolve;
    });
    const args = [...nodeFlags, program, 'run', '--config', config];
    const child = spawn(process.execPath, args, { env: nodeEnvironment, stdio: 'ignore' });
    const ended = new Promise(done => child.once('exit', done));
    await Promise.race([first, ended.then(() => Promise.reject(new Error('the agent has ended')))]);
    agent.push(computedMs(child.pid));
    child.kill('SIGTERM');
    await ended;
  }
  await broker.stop();
  return { startRatio: Math.min(...agent) / Math.min(...bare) };
}
