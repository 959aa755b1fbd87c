// The form of w1_slave: Linux 6.1, drivers/w1/slaves/w1_therm.c, w1_slave_show().
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { oneWireCrc } from '../../../drivers/bytes.ts';
import { ds18b20 } from '../../../drivers/chips/ds18b20.ts';
import { Ds18b20Model } from '../../../drivers/sim/models/ds18b20.ts';
import { codeOf } from '../../helpers/driver.ts';
import { filesBench } from '../../helpers/files.ts';

const at = '/sys/bus/w1/devices/28-0316a2798bff';

/** The file for nine bytes, as the kernel writes it. */
function slaveText(bytes: string, milli: number, verdict = 'YES'): string {
  return `${bytes} : crc=${bytes.slice(-2)} ${verdict}\n${bytes} t=${milli}\n`;
}

/** Eight bytes and their checksum. */
function withCrc(bytes: string): string {
  const crc = oneWireCrc(bytes.split(' ').map(each => Number.parseInt(each, 16)));
  return `${bytes} ${crc.toString(16).padStart(2, '0')}`;
}

const sampleOf = async (text: string, place = at) =>
  (await filesBench(ds18b20, place, { [`${place}/w1_slave`]: text })).sample();

test('a recorded scratchpad: 21.875 degC', async () => {
  assert.equal(await sampleOf(slaveText('5e 01 ff ff 7f ff ff ff 52', 21_875)), { temperature: 21.875 });
});

test('below freezing', async () => {
  const bytes = withCrc('5e ff 4b 46 7f ff 02 10');
  assert.equal(await sampleOf(slaveText(bytes, -10_125)), { temperature: -10.125 });
});

test('every temperature of its model, from power-on over its range', async () => {
  const { files, sample } = await filesBench(ds18b20, at, {});
  const model = new Ds18b20Model(files, at);
  assert.is(await codeOf(sample()), 'not-a-reading');
  for (const celsius of [-55, -10.125, -0.0625, 0.0625, 25, 84.9375, 85, 125]) {
    model.temperature = celsius;
    assert.ok(Math.abs(((await sample()).temperature as number) - celsius) < 0.001, String(celsius));
  }
  model.silence();
  assert.is(await codeOf(sample()), 'no-answer');
  model.powerOn();
  assert.is(await codeOf(sample()), 'not-a-reading');
});

test('the value from power-on is no reading, but a true 85 degC is', async () => {
  assert.is(await codeOf(sampleOf(slaveText('50 05 4b 46 7f ff 0c 10 1c', 85_000))), 'not-a-reading');
  assert.equal(await sampleOf(slaveText(withCrc('50 05 4b 46 7f ff 10 10'), 85_000)), { temperature: 85 });
  const s = '/sys/bus/w1/devices/10-000802bf634d';
  assert.is(await codeOf(sampleOf(slaveText(withCrc('aa 00 4b 46 ff ff 0c 10'), 85_000), s)), 'not-a-reading');
  assert.equal(await sampleOf(slaveText(withCrc('aa 00 4b 46 7f ff 0c 10'), 10_625)), { temperature: 10.625 });
});

test('127.94 degC and a scratchpad of zeros, whose checksums are right, are no readings', async () => {
  assert.is(await codeOf(sampleOf(slaveText(withCrc('ff 07 4b 46 7f ff 0c 10'), 127_937))), 'not-a-reading');
  assert.is(await codeOf(sampleOf(slaveText('00 00 00 00 00 00 00 00 00', 0))), 'not-a-reading');
});

test('wrong checksums, also one that the kernel let through; a part that is silent; one that is gone', async () => {
  assert.is(await codeOf(sampleOf(slaveText('5e 01 ff ff 7f ff ff ff 53', 21_875, 'NO'))), 'bad-data');
  assert.is(await codeOf(sampleOf(slaveText('5e 01 ff ff 7f ff ff ff 53', 21_875))), 'bad-data');
  assert.is(await codeOf(sampleOf(slaveText('ff ff ff ff ff ff ff ff ff', 127_937, 'NO'))), 'bad-data');
  assert.is(await codeOf(sampleOf('')), 'no-answer');
  assert.is(await codeOf(sampleOf('t=21875')), 'bad-data');
  const { files, sample } = await filesBench(ds18b20, at, {});
  assert.is(await codeOf(sample()), 'missing');
  files.texts.set(`${at}/w1_slave`, slaveText('5e 01 ff ff 7f ff ff ff 52', 21_875));
  assert.equal(await sample(), { temperature: 21.875 });
});

test.run();
