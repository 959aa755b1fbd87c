// What a user reads when hardware cannot be had on a real machine: what is missing, and what helps.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { startTestAgent } from '../../helpers/agent.ts';
import { closing } from '../../helpers/closing.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';

const folder = temporaryDirectory();
const sysfs = join(folder, 'sys');
mkdirSync(join(sysfs, 'class/gpio'), { recursive: true });
writeFileSync(join(sysfs, 'class/gpio/export'), '');
mkdirSync(join(folder, 'iio:device0'));
writeFileSync(join(folder, 'iio:device0', 'name'), 'sht3x\n');
writeFileSync(join(folder, 'iio:device0', 'in_temp_input'), '21500\n');

/** Bus 8 may not be opened, all others are not there: as i2c-bus says it, whose errors are Node's. */
const i2cBus = {
  openPromisified: async (bus: number) => ({
    i2cFuncs: async () => {
      const [errno, text] = bus === 8 ? [-13, 'EACCES: permission denied'] : [-2, 'ENOENT: no such file or directory'];
      throw Object.assign(new Error(`${text}, open '/dev/i2c-${bus}'`), { errno });
    },
    close: async () => {},
  }),
};

/** What is said of each place. */
const cases: readonly [lines: string, said: string][] = [
  [
    'driver = "sht31"\nchannel = "temperature"\nat = "i2c-7:0x44"',
    'nothing there at i2c-7:0x44 (there is no such bus)',
  ],
  ['driver = "sht31"\nchannel = "temperature"\nat = "i2c-8:0x44"', 'no permission at i2c-8:0x44 (join the group i2c)'],
  ['driver = "gpio-input"\nat = "label nobody:17"', 'nothing there at label nobody:17 (no such GPIO chip)'],
  [
    'driver = "mh-z19"\nat = "/dev/serial/by-id/absent:9600,8N1"',
    'nothing there at /dev/serial/by-id/absent:9600,8N1 (ENOENT: no such file or directory)',
  ],
  [
    `driver = "iio"\nchannel = "humidity"\nat = "${folder}/iio:device0"`,
    `nothing there at ${folder}/iio:device0 (it has no humidityrelative)`,
  ],
];

test('the log names what is missing, and who may use what is there', () =>
  closing(async atEnd => {
    const clock = new HostClock({ trustWallTime: true });
    const loadPackage = async (name: string) => (name === 'i2c-bus' ? i2cBus : {});
    const hardware = new HostHardware({ clock, sysfs, gpio: 'sysfs', loadPackage });
    const toml = cases.map(([lines], index) => `[[capability]]\nname = "it ${index}"\n${lines}\n`);
    const agent = await startTestAgent(toml.join('\n'), { hardware });
    atEnd(() => agent.stop());
    for (const [index, [, said]] of cases.entries()) {
      await until(`what is said of it ${index}`, () =>
        agent.log.some(line => line.startsWith(`warning: it ${index}: `)),
      );
      const lines = agent.log.filter(line => line.startsWith(`warning: it ${index}: `));
      assert.equal(lines, [`warning: it ${index}: ${said}; trying again`]);
    }
  }));

test.run();
