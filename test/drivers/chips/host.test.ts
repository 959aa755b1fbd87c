import { existsSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { host } from '../../../drivers/chips/host.ts';
import { hostFiles } from '../../../drivers/host/files.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, openChip } from '../../helpers/driver.ts';
import { notRun } from '../../helpers/not-run.ts';

const pi = {
  '/proc/loadavg': '0.52 0.41 0.30 1/178 4242\n',
  '/proc/uptime': '93784.31 370011.09\n',
  '/proc/meminfo': 'MemTotal:         948000 kB\nMemFree:          100000 kB\nMemAvailable:     711000 kB\n',
  '/sys/class/thermal/cooling_device0/type': 'gpio-fan\n',
  '/sys/class/thermal/thermal_zone0/type': 'battery\n',
  '/sys/class/thermal/thermal_zone0/temp': '20000\n',
  '/sys/class/thermal/thermal_zone1/type': 'cpu-thermal\n',
  '/sys/class/thermal/thermal_zone1/temp': '48312\n',
};

async function bench(texts: Record<string, string>) {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  for (const [path, text] of Object.entries(texts)) hardware.files.texts.set(path, text);
  return { files: hardware.files, context: await openChip(host, { hardware, clock, at: '' }) };
}

test("reads a Pi's load, memory, uptime and processor temperature", async () => {
  const { context } = await bench(pi);
  assert.equal(await host.sample!(context), { load: 0.52, memory: 25, uptime: 93784.31, temperature: 48.312 });
});

test("without a zone of the processor's the first one counts", async () => {
  const { context } = await bench({ ...pi, '/sys/class/thermal/thermal_zone1/type': 'acpitz\n' });
  assert.is((await host.sample!(context)).temperature, 20);
});

test('a machine without a thermal zone has no temperature', async () => {
  const { context, files } = await bench(pi);
  for (const path of files.texts.keys()) if (path.startsWith('/sys')) files.texts.delete(path);
  assert.equal(Object.keys(await host.sample!(context)), ['load', 'memory', 'uptime']);
});

test('a file that is not as expected is an error, not a zero', async () => {
  const { context, files } = await bench({ ...pi, '/proc/loadavg': '\n' });
  assert.is(await codeOf(host.sample!(context)), 'bad-data');
  files.texts.delete('/proc/loadavg');
  assert.is(await codeOf(host.sample!(context)), 'missing');
});

test('reads the machine that runs this test', async () => {
  if (!existsSync('/proc/loadavg')) return notRun('no /proc on this machine');
  const { context } = await bench({});
  const readings = await host.sample!({ ...context, port: hostFiles });
  for (const [name, value] of Object.entries(readings)) {
    const [low, high] = host.channels[name]!.range!;
    assert.ok((value as number) >= low && (value as number) <= high, `${name} ${value}`);
  }
});

test.run();
