// Runs in a guest: `edges.mjs INTERFACE LINE PULLFILE STALLMS` watches a line through the agent's own port while another
// process drives it, and prints what it was told, and by which numbers the kernel gave it to the port. STALLMS is how long
// this process hears nothing meanwhile.
import { spawn } from 'node:child_process';
import fs, { readlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { HostClock } from '../../../drivers/host/clock.ts';
import type { GpioInterface } from '../../../drivers/host/gpio-interface.ts';
import { eventBytes, readEvents } from '../../../drivers/host/gpio-uapi.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';

const edgesDriven = 1_000;
const edgeMs = 5;

const block = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Turns the level over at each tick, low in the end. */
function drive(pullFile: string): void {
  const started = performance.now();
  for (let edge = 0; edge < edgesDriven; edge++) {
    block(Math.max(0, started + edge * edgeMs - performance.now()));
    writeFileSync(pullFile, edge % 2 === 0 ? 'pull-up' : 'pull-down');
  }
}

/** From now on, the numbers of all edges that this process reads from a line's character device. */
function tapNumbers(): number[] {
  const numbers: number[] = [];
  const { readSync } = fs;
  const tapped = (fd: number, buffer: Buffer): number => {
    const length = readSync(fd, buffer);
    const isLine = length % eventBytes === 0 && readlinkSync(`/proc/self/fd/${fd}`).includes('gpio-line');
    if (isLine) numbers.push(...readEvents(buffer, length).map(({ sequence }) => sequence));
    return length;
  };
  Object.assign(fs, { readSync: tapped });
  syncBuiltinESMExports();
  return numbers;
}

async function watch(gpio: GpioInterface, line: string, pullFile: string, stallMs: number): Promise<void> {
  const port = await new HostHardware({ clock: new HostClock(), gpio }).openGpio(line, {
    direction: 'in',
    activeLow: false,
  });
  const levels: boolean[] = [];
  const numbers = gpio === 'character-device' ? tapNumbers() : [];
  port.watch(
    level => levels.push(level),
    error => {
      throw error;
    },
  );
  const driver = spawn(process.execPath, [process.argv[1]!, 'drive', pullFile], { stdio: 'inherit' });
  const ended = new Promise(resolve => driver.once('exit', resolve));
  if (stallMs > 0) {
    await sleep(1_000);
    block(stallMs);
  }
  await ended;
  await sleep(500);
  const alternate = levels.every((level, at) => level === (at % 2 === 0));
  process.stdout.write(JSON.stringify({ edges: levels.length, alternate, isActive: await port.read(), numbers }));
  await port.close();
}

const [mode = '', line = '', pullFile = '', stallMs = '0'] = process.argv.slice(2);
if (mode === 'drive') drive(line);
else await watch(mode as GpioInterface, line, pullFile, Number(stallMs));
