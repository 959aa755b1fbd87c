// The kernel driver of a sensor that fails begins anew, under the whole agent, where its files permit that.
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { startTestAgent } from '../../helpers/agent.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';

/** An LM75 as hwmon shows it, on an I2C bus. */
function makeSysfs() {
  const root = temporaryDirectory();
  const [device, driver] = [join(root, 'devices/1-0048'), join(root, 'drivers/lm75')];
  const shown = join(device, 'hwmon/hwmon0');
  for (const folder of [shown, driver, join(root, 'class/hwmon')]) mkdirSync(folder, { recursive: true });
  symlinkSync(device, join(shown, 'device'));
  symlinkSync(driver, join(device, 'driver'));
  symlinkSync(join(root, 'class/hwmon'), join(shown, 'subsystem'));
  writeFileSync(join(shown, 'name'), 'lm75\n');
  for (const file of ['bind', 'unbind']) {
    writeFileSync(join(driver, file), '');
    chmodSync(join(driver, file), 0o200);
  }
  const tell = (text: string) => writeFileSync(join(shown, 'temp1_input'), `${text}\n`);
  const written = () => ['unbind', 'bind'].map(file => readFileSync(join(driver, file), 'utf8'));
  const permit = () => ['unbind', 'bind'].forEach(file => void chmodSync(join(driver, file), 0o222));
  return { root, at: join(device, 'hwmon/lm75'), tell, written, permit };
}

test('a sensor that fails: its driver is left alone until that is permitted; each is told once', async () => {
  const { root, at, tell, written, permit } = makeSysfs();
  tell('21000');
  const hardware = new HostHardware({ clock: new HostClock(), taken: join(root, 'unbound') });
  const toml = `[[capability]]\nname = "it"\ndriver = "hwmon"\nchannel = "temperature"\nat = "${at}"\npoll = "100ms"\n`;
  const { log, stop } = await startTestAgent(toml, { hardware });
  const notices = () => log.filter(line => line.startsWith('notice: it'));
  try {
    tell('?');
    await until('a refusal', () => notices().length > 0);
    assert.match(notices()[0]!, /its kernel driver lm75 is not bound anew: \S+unbind is root's alone/);
    assert.equal(written(), ['', '']);
    permit();
    await until('a rebinding', () => notices().length > 1);
    assert.equal(written(), ['1-0048', '1-0048']);
    assert.is(notices()[1], 'notice: it: its kernel driver lm75 has been bound anew');
    tell('22000');
    await until('its answer', () => notices().length > 2);
    assert.match(notices()[2]!, /answers again, after \d+ failures$/);
    assert.is(log.filter(line => line.startsWith('warning: it')).length, 1);
  } finally {
    await stop();
  }
});

test.run();
