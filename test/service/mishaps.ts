/** What an agent may do that it should not, done to one that runs as a service; and that it comes back. */
import * as assert from 'uvu/assert';
import type { Guest } from '../hil/guest.ts';
import { shown } from './as-service.ts';

/** From the mishap to an agent that is up again. */
const backMsMax = 120_000;

/** Has the agent evaluate `expression`. */
async function evaluate(guest: Guest, expression: string): Promise<void> {
  const pid = await shown(guest, 'MainPID');
  await guest.run(`node --experimental-websocket /hil/evaluate.mjs ${pid} '${expression}'`);
}

/** A leak of 50 MB a second, up to 400 MB. */
export const leak = (guest: Guest) =>
  evaluate(
    guest,
    'globalThis.kept = []; setInterval(() => { if (kept.length < 400) kept.push(Buffer.alloc(1e6, 1)) }, 20); 1',
  );

/** Timers of a second never end: those between a sensor's readings. All else goes on. */
export const stall = (guest: Guest) =>
  evaluate(
    guest,
    'globalThis.sooner = setTimeout; globalThis.setTimeout = (call, ms, ...rest) => sooner(call, ms > 700 && ms <= 1000 ? 1e9 : ms, ...rest); 1',
  );

/** Lets `mishap` happen, and waits until systemd has ended the service with `result` and it is up again. */
export async function comesBack(guest: Guest, mishap: () => Promise<void>, result: string): Promise<void> {
  const restarts = Number(await shown(guest, 'NRestarts'));
  await mishap();
  const command = 'systemctl show --property=NRestarts,ActiveState uspi.service';
  const isBack = (output: string) => /ActiveState=active/.test(output) && !output.includes(`NRestarts=${restarts}\n`);
  await guest.until('the service to be up again', command, isBack, backMsMax);
  const log = await guest.run('journalctl --quiet --unit=uspi.service --output=cat');
  assert.ok(log.includes(`Failed with result '${result}'`), log);
  assert.is(Number(await shown(guest, 'NRestarts')), restarts + 1);
}
