// Generic files: hwmon, file, file-output; and the processor's pwm.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { file } from '../../../drivers/chips/file.ts';
import { fileOutput } from '../../../drivers/chips/file-output.ts';
import { hwmon } from '../../../drivers/chips/hwmon.ts';
import { pwm } from '../../../drivers/chips/pwm.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { PwmModel } from '../../../drivers/sim/models/pwm.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, during, openChip } from '../../helpers/driver.ts';
import { filesBench } from '../../helpers/files.ts';
import { assertNear } from '../../helpers/i2c.ts';

// Units: Documentation/hwmon/sysfs-interface.rst of Linux 6.1.
test('hwmon: by the name of the chip, each unit converted', async () => {
  const at = '/sys/class/hwmon';
  const texts = {
    [`${at}/hwmon0/name`]: 'cpu_thermal\n',
    [`${at}/hwmon1/name`]: 'ina219\n',
    [`${at}/hwmon1/in1_input`]: '11980\n',
    [`${at}/hwmon1/curr1_input`]: '10000\n',
    [`${at}/hwmon1/power1_input`]: '119800000\n',
    [`${at}/hwmon1/temp2_input`]: '-1250\n',
  };
  const channels = ['voltage', 'current', 'power'];
  const { sample } = await filesBench(hwmon, `${at}/ina219`, texts, { channels });
  assert.equal(await sample(), { voltage: 11.98, current: 10, power: 119.8 });
  const second = await filesBench(hwmon, `${at}/hwmon1`, texts, { channels: ['temperature'], options: { number: 2 } });
  assert.equal(await second.sample(), { temperature: -1.25 });
  const absent = await filesBench(hwmon, `${at}/ina219`, texts, { channels: ['fan'] });
  assert.is(await codeOf(absent.sample()), 'missing');
});

test('file: a number with factor and offset, a boolean, a word, and the whole text', async () => {
  const read = async (text: string, channels: string[], options = {}) =>
    (await filesBench(file, '/run/it', { '/run/it': text }, { channels, options })).sample();
  assert.equal(await read('21500\n', ['level'], { factor: 0.001, offset: -0.5 }), { level: 21, active: true });
  assert.is((await read('0\n', ['active'])).active, false);
  assert.is((await read('Cooling\n', ['word'])).word, 'Cooling');
  assert.is((await read('Grüße', ['text'])).text, Buffer.from('Grüße').toString('base64'));
  assert.is(await codeOf(read('n/a', ['level'])), 'bad-data');
});

test('file-output: writes a switch, a level and a word, and reads them back', async () => {
  const bench = (options = {}) => filesBench(fileOutput, '/sys/pwm1', { '/sys/pwm1': '0\n' }, { options });
  const plain = await bench({ factor: 2.55 });
  await plain.drive('switch', true);
  assert.is(plain.files.texts.get('/sys/pwm1'), '1');
  assert.is(await plain.readBack('switch'), true);
  await plain.drive('level', 33.3);
  assert.is(plain.files.texts.get('/sys/pwm1'), '85');
  assert.is(await plain.readBack('level'), 33.3);
  plain.files.texts.set('/sys/pwm1', '0\n');
  assert.is(await plain.readBack('level'), 0);
  await plain.drive('word', 'Auto');
  assert.is(plain.files.texts.get('/sys/pwm1'), 'Auto');
  const coded = await bench({ words: 'Off=0, Low=85, High=255' });
  await coded.drive('word', 'Low');
  assert.is(coded.files.texts.get('/sys/pwm1'), '85');
  assert.is(await coded.readBack('word'), 'Low');
  const wrong = await bench({ words: 'Off' });
  assert.is(await codeOf(wrong.drive('word', 'Off')), 'unsupported');
});

test('file-output: what is not there is missing, and not made', async () => {
  const { drive, files } = await filesBench(fileOutput, '/run/absent', {});
  assert.is(await codeOf(drive('switch', true)), 'missing');
  assert.not(files.texts.has('/run/absent'));
});

async function pwmBench(options: Record<string, number> = {}) {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const model = new PwmModel(hardware.files, '/sys/class/pwm/pwmchip0', 1);
  const open = () => openChip(pwm, { hardware, clock, at: '/sys/class/pwm/pwmchip0/pwm1', options });
  const context = await open();
  const drive = (channel: string, value: number) => during(clock, 10, pwm.drive!(context, channel, value));
  return { model, open, drive, context, clock };
}

test('pwm: is exported, given its period, and turned on with its first level', async () => {
  const { model, drive, context } = await pwmBench();
  assert.equal([model.periodNs, model.dutyNs, model.isEnabled], [1_000_000, 0, false]);
  await drive('level', 25);
  assert.equal([model.dutyNs, model.isEnabled], [250_000, true]);
  assertNear(await pwm.readBack!(context, 'level'), 25, 1e-9);
  await drive('level', 100);
  assert.is(model.dutyNs, 1_000_000);
});

test('pwm: a servo at 50 Hz', async () => {
  const { model, drive, context } = await pwmBench({ hertz: 50 });
  await drive('servo', 90);
  assert.equal([model.periodNs, model.dutyNs], [20_000_000, 1_500_000]);
  assertNear(await pwm.readBack!(context, 'servo'), 90, 1e-9);
});

test('pwm: one that runs already is left alone, and another frequency is taken over', async () => {
  const { model, drive, open, context } = await pwmBench();
  await drive('level', 60);
  await open();
  assert.equal([model.dutyNs, model.isEnabled], [600_000, true]);
  const write = (name: string, text: string) => context.port.writeText(`/sys/class/pwm/pwmchip0/pwm1/${name}`, text);
  await write('period', '20000000');
  await write('duty_cycle', '1500000');
  await open();
  assert.equal([model.periodNs, model.dutyNs], [1_000_000, 0]);
});

test('pwm: a path that names no output', async () => {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  assert.is(await codeOf(openChip(pwm, { hardware, clock, at: '/sys/class/pwm/pwmchip0' })), 'missing');
});

test.run();
