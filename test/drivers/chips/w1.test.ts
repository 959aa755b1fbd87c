// Files of the 1-wire families: Linux 6.1, drivers/w1/slaves, w1_ds2405.c, w1_ds2408.c, w1_ds2413.c, w1_ds2438.c.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { channelsOf, w1 } from '../../../drivers/chips/w1.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import { W1Model } from '../../../drivers/sim/models/w1.ts';
import { codeOf } from '../../helpers/driver.ts';
import { filesBench } from '../../helpers/files.ts';

const place = (family: string) => `/sys/bus/w1/devices/${family}-0000012ab34c`;

async function bench(family: string, texts: Record<string, string> = {}, options = {}) {
  const at = place(family);
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${at}/${name}`, text]));
  const made = await filesBench(w1, `${at}/`, files, { channels: channelsOf(family), options });
  return { ...made, at, model: new W1Model(made.files, at) };
}

test('a DS2438: registers of temperature and voltages, as the kernel prints them', async () => {
  const { files, sample, at } = await bench('26', { temperature: '6560\n', vad: '154\n', vdd: '503\n' });
  assert.equal(await sample(), { temperature: 25.625, vad: 1.54, vdd: 5.03 });
  files.texts.set(`${at}/temperature`, '-2048\n');
  assert.is((await sample()).temperature, -8);
  files.failures.set(`${at}/vad`, new DeviceError('io', 'EIO'));
  assert.is(await codeOf(sample()), 'io');
});

test('only the channels in use are asked, each of which is a conversion', async () => {
  const at = place('26');
  const { sample } = await filesBench(w1, at, { [`${at}/vad`]: '154\n' }, { channels: ['vad'] });
  assert.equal(await sample(), { vad: 1.54 });
});

// DS2413 datasheet, table 2: level A, latch A, level B, latch B, and their complements above. 5Ah: both low; 0Fh: both high.
test('a DS2413: two lines in a byte, with the latches between them', async () => {
  const { files, sample, at } = await bench('3a', { state: '\x5a' });
  assert.equal(await sample(), { pio0: true, pio1: true });
  for (const [byte, pio0, pio1] of [
    ['\x4b', false, true],
    ['\x1e', true, false],
    ['\x0f', false, false],
    // PIOB drives its line low.
    ['\xe1', false, true],
  ] as const) {
    files.texts.set(`${at}/state`, byte);
    assert.equal(await sample(), { pio0, pio1 });
  }
});

test('a DS2408: eight lines in a byte, a DS2405: one as a digit; active high where that is wanted', async () => {
  const eight = await bench('29', { state: '\xfe' }, { activeLow: false });
  const high = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(line => [`pio${line}`, true]));
  assert.equal(await eight.sample(), { pio0: false, ...high });
  const one = await bench('05', { state: '0' });
  assert.equal(await one.sample(), { pio0: true });
  one.files.texts.set(`${one.at}/state`, '');
  assert.is(await codeOf(one.sample()), 'no-answer');
});

test('each reads its model', async () => {
  const battery = await bench('26');
  battery.model.register('temperature', -12.5);
  battery.model.register('vad', 1.23);
  battery.model.register('vdd', 5);
  assert.equal(await battery.sample(), { temperature: -12.5, vad: 1.23, vdd: 5 });
  for (const family of ['05', '3a', '29']) {
    const { model, sample } = await bench(family);
    for (const isLow of [true, false]) {
      model.pull(0, !isLow);
      assert.is((await sample()).pio0, isLow, family);
    }
  }
});

test('what a family does not have is said before anything is read', async () => {
  const at = place('28');
  const { sample } = await filesBench(w1, at, {}, { channels: ['vad'] });
  const failure = await sample().catch(cause => cause);
  assert.is(failure.message, `${at}: a part of this family has no vad`);
  const unknown = await filesBench(w1, place('2d'), {}, { channels: ['temperature'] });
  assert.is(await codeOf(unknown.sample()), 'unsupported');
});

test.run();
