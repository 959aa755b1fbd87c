// The jobs with hardware in the loop, one after another, and a table of them. Words on the command line choose jobs; --ci
// chooses those that every CI runs. The status is 1 when a job failed, and when none ran (outcome.ts).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotRun } from '../helpers/command.ts';
import { arm64 } from './arm64.ts';
import { hungBuses } from './hung-buses.ts';
import { i2cBus } from './i2c-bus.ts';
import type { Job } from './job.ts';
import { type Row, statusOf, table, warnings } from './outcome.ts';
import { qemuUserArm64, qemuUserArmhf } from './qemu-user.ts';
import { raspi3b } from './raspi3b.ts';
import { needNativePackages } from './root.ts';
import { stubChips } from './stub-chips.ts';
import { usbSerial } from './usb-serial.ts';
import { x86 } from './x86-64.ts';

/** In the order of what they show: on a busy machine the last ones are those that CI has no time for. */
const jobs: readonly Job[] = [
  i2cBus,
  hungBuses,
  x86,
  arm64,
  qemuUserArmhf,
  stubChips,
  usbSerial,
  qemuUserArm64,
  raspi3b,
];

/** In CI no job begins later than this: the whole has ten minutes, and none takes three. */
const beginMsMax = 420_000;

async function runJob({ name, run }: Job, isLate: boolean): Promise<Row> {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1_000).toFixed(1);
  const directory = mkdtempSync(join(tmpdir(), 'uspi-hil-'));
  try {
    if (isLate) throw new NotRun(`no time: it would begin later than after ${beginMsMax / 1_000} s`);
    needNativePackages();
    const { residentMb, seen } = await run(directory);
    return { name, result: 'passed', seconds: seconds(), residentMb: residentMb?.toFixed(1) ?? '', seen };
  } catch (cause) {
    const { message, stack = '' } = cause as Error;
    if (cause instanceof NotRun) {
      process.stdout.write(`\nNOT RUN ${name}: ${message}\n`);
      return { name, result: 'NOT RUN', seconds: seconds(), residentMb: '', seen: message.split('\n')[0] ?? '' };
    }
    process.stdout.write(`\n${name} failed:\n${stack}\n`);
    return { name, result: 'FAILED', seconds: seconds(), residentMb: '', seen: message.split('\n')[0] ?? '' };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  // Each broker, guest and agent wants to end with this process.
  process.setMaxListeners(200);
  const args = process.argv.slice(2);
  const isCi = args.includes('--ci');
  const words = args.filter(word => word !== '--ci');
  const candidates = jobs.filter(({ inCi }) => inCi || !isCi);
  const chosen = candidates.filter(
    ({ name }) => words.length === 0 || words.some(word => name.toLowerCase().includes(word.toLowerCase())),
  );
  const rows: Row[] = [];
  for (const job of chosen) {
    const row = await runJob(job, isCi && performance.now() > beginMsMax);
    rows.push(row);
    process.stdout.write(`${row.result}: ${row.name}, ${row.seconds} s\n`);
  }
  process.stdout.write(`\n${table(rows)}\n`);
  for (const line of warnings(rows)) process.stderr.write(`*** ${line} ***\n`);
  return statusOf(rows, { isCi, mayInstall: process.getuid?.() === 0 });
}

process.exitCode = await main();
