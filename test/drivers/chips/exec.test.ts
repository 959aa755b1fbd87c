// A program's output as a reading: the program is real.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { exec } from '../../../drivers/chips/exec.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, openChip } from '../../helpers/driver.ts';

/** What is read when the program prints `text`. */
async function read(text: string, channels: string[], options = {}) {
  const clock = new VirtualClock();
  const hardware = new HostHardware({ clock });
  const context = await openChip(exec, { hardware, clock, at: `/bin/echo -n ${text}`, channels, options });
  return exec.sample?.(context);
}

test('a number, with factor and offset; a number as a boolean; a word', async () => {
  assert.equal(await read('425', ['level'], { factor: 0.1, offset: -2 }), { level: 40.5, active: true, word: '425' });
  assert.is((await read('-1.5e3', ['level']))?.level, -1500);
  assert.is((await read('0', ['active']))?.active, false);
  assert.equal(await read('Cooling', ['word']), { word: 'Cooling' });
});

test('blanks around it do not count', async () => {
  const clock = new VirtualClock();
  const context = await openChip(exec, { hardware: new HostHardware({ clock }), clock, at: '/bin/echo 7 ' });
  assert.is((await exec.sample?.(context))?.level, 7);
});

test('what is no number is bad data where one is wanted, and is not repeated at length', async () => {
  for (const text of ['', 'n/a', '1,5', '0x10', '1 2', 'NaN', 'Infinity']) {
    assert.is(await codeOf(read(text, ['level'])), 'bad-data', text);
    assert.is(await codeOf(read(text, ['active', 'word'])), 'bad-data', text);
  }
  const { message } = (await read('x'.repeat(1_000), ['level']).catch(error => error)) as Error;
  assert.ok(message.length < 1_200 && message.endsWith(`: "${'x'.repeat(40)}" is no number`), message);
});

test('a program that does not end is killed in time', async () => {
  const clock = new VirtualClock();
  const hardware = new HostHardware({ clock });
  const context = await openChip(exec, { hardware, clock, at: '/bin/sleep 3600', options: { timeoutMs: 500 } });
  const sample = codeOf(exec.sample!(context));
  await clock.advance(501);
  assert.is(await sample, 'timeout');
});

test.run();
