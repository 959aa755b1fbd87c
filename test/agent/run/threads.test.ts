import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { warnOfThreads } from '../../../agent/run/threads.ts';
import { configOf } from '../../helpers/agent.ts';
import { unitEnvironment } from '../../helpers/unit.ts';

const sensor = (bus: number, address = 0x44) =>
  `[[capability]]\nname = "${bus} ${address}"\ndriver = "sht31"\nchannel = "temperature"\nat = "i2c-${bus}:0x${address.toString(16)}"\n`;

/** What is said of so many buses, with two sensors on the first. */
async function warnings(buses: number, threads: string | undefined): Promise<string[]> {
  const numbers = Array.from({ length: buses }, (_, bus) => bus);
  const config = await configOf(numbers.map(bus => sensor(bus)).join('') + (buses > 0 ? sensor(0, 0x45) : ''));
  const lines: string[] = [];
  const before = process.env.UV_THREADPOOL_SIZE;
  if (threads === undefined) delete process.env.UV_THREADPOOL_SIZE;
  else process.env.UV_THREADPOOL_SIZE = threads;
  warnOfThreads(config, (level, line) => lines.push(`${level}: ${line}`));
  if (before === undefined) delete process.env.UV_THREADPOOL_SIZE;
  else process.env.UV_THREADPOOL_SIZE = before;
  return lines;
}

test('more I2C buses than there are threads for are told at the start, with how many it takes', async () => {
  const ours = unitEnvironment.UV_THREADPOOL_SIZE;
  assert.equal(await warnings(4, ours), []);
  const [line, ...others] = await warnings(5, ours);
  assert.equal(others, []);
  assert.match(line ?? '', /^warning: an I2C bus that hangs may keep others waiting.*remedy: UV_THREADPOOL_SIZE=11 in/);
  assert.match((await warnings(1, undefined))[0] ?? '', /UV_THREADPOOL_SIZE=7 /);
  assert.equal(await warnings(1, '7'), []);
  assert.equal(await warnings(0, undefined), []);
});

test.run();
