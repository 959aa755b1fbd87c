// What users connect wrongly or lose while the agent runs: each is told once, degrades its own capability, and leaves all
// else as it was. Hung buses and false readings are in bad-hardware.test.ts, devices on a Modbus line in proxied.test.ts.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { Bme280Model } from '../../../drivers/sim/models/bme280.ts';
import { MhZ19Model } from '../../../drivers/sim/models/mh-z19.ts';
import { Sht31Model } from '../../../drivers/sim/models/sht31.ts';
import { startTestAgent } from '../../helpers/agent.ts';
import { LocalController } from '../../helpers/local-controller.ts';
import { until } from '../../helpers/until.ts';

const unknownTime = '0001-01-01T00:00:00Z';
/** Its end is told once too, with how often it has failed. */
const back = /^notice: it: answers again(, after \d+ failures)?$/;
const port = '/dev/serial/by-id/usb-meter:9600,8N1';

interface World {
  hardware: SimHardware;
  log: readonly string[];
  /** What the log says of a capability. */
  saidOf(name: string): string[];
  value(name: string, param?: string): Promise<string | undefined>;
  /** That the other capability goes on, twice. */
  othersGoOn(): Promise<void>;
}

/** An agent with the capability `it` as `lines` say, and another one; `prepare` makes the board. */
async function world(
  lines: string,
  prepare: (hardware: SimHardware, clock: HostClock) => void,
  act: (world: World) => Promise<void>,
) {
  const clock = new HostClock({ trustWallTime: true });
  const hardware = new SimHardware(clock);
  hardware.files.texts.set('/run/well', '0\n');
  prepare(hardware, clock);
  const toml = `[[capability]]\nname = "it"\n${lines}\n
[[capability]]\nname = "well"\ndriver = "file"\nchannel = "level"\nat = "/run/well"\npoll = "20ms"\n`;
  const { log, ...agent } = await startTestAgent(toml, { hardware, beside: '/data' });
  const controller = await LocalController.connect(agent.socketPath);
  const value = async (name: string, param = 'Value') => {
    const path = `Device.IoTCapability.[Name=="${name}"].LevelSensor.${param}`;
    const response = await controller.request({ get: { param_paths: [path] } });
    assert.ok(response.resp_type === 'get_resp');
    return response.get_resp.req_path_results[0]?.resolved_path_results[0]?.result_params[param];
  };
  const showsWell = async (level: string) => {
    hardware.files.texts.set('/run/well', `${level}\n`);
    while ((await value('well')) !== level);
  };
  let level = 0;
  const othersGoOn = async () => {
    await showsWell(String(++level));
    await showsWell(String(++level));
    assert.equal(saidOf('well'), []);
  };
  const saidOf = (name: string) => log.filter(line => new RegExp(`^(warning|error|notice): ${name}:`).test(line));
  try {
    await act({ hardware, log, saidOf, value, othersGoOn });
    await othersGoOn();
  } finally {
    await controller.close();
    await agent.stop();
  }
}

const sensor = 'driver = "sht31"\nchannel = "temperature"\nat = "i2c-1:0x45"\npoll = "250ms"';

test('a wrong address: nobody answers, which is told once, until the chip is there', async () => {
  let tries = 0;
  const prepare = (hardware: SimHardware, clock: HostClock) => {
    hardware.i2c('i2c-1').attach(0x44, new Sht31Model(clock));
    hardware.i2c('i2c-1').attach(0x45, { write: () => ++tries < 0, read: () => undefined });
  };
  await world(sensor, prepare, async ({ hardware, saidOf, value, othersGoOn }) => {
    await until('more than one attempt', () => tries > 2);
    assert.equal(saidOf('it'), ['warning: it: no answer at i2c-1:0x45; trying again']);
    assert.is(await value('it', 'LastContactTime'), unknownTime);
    await othersGoOn();
    hardware.i2c('i2c-1').attach(0x45, new Sht31Model(new HostClock()));
    await until('its answer', () => saidOf('it').length > 1);
    assert.match(saidOf('it')[1]!, back);
    assert.is(await value('it'), '21.5');
  });
});

const bme280 = (channel: string) => `driver = "bme280"\nchannel = "${channel}"\nat = "i2c-1:0x76"\npoll = "250ms"\n`;

test('another chip at the address: named once; what it does not measure has no value, what it does is read', async () => {
  const prepare = (hardware: SimHardware, clock: HostClock) =>
    hardware.i2c('i2c-1').attach(0x76, new Bme280Model(clock, 'BMP280'));
  const lines = `${bme280('humidity')}\n[[capability]]\nname = "warm"\n${bme280('temperature')}`;
  await world(lines, prepare, async ({ hardware, saidOf, value, othersGoOn }) => {
    await until('a warning', () => saidOf('it').length > 0);
    const heard = await value('warm', 'LastContactTime');
    while ((await value('warm', 'LastContactTime')) === heard);
    await othersGoOn();
    const named = '0x76 answers 0x58, a BMP280: humidity is not there';
    assert.equal(saidOf('it'), [`warning: it: not supported at i2c-1:0x76 (${named}); trying again`]);
    assert.equal(saidOf('warm'), []);
    assert.equal([await value('it', 'LastContactTime'), await value('it', 'LastChange')], [unknownTime, unknownTime]);
    assert.is(await value('it'), '0');
    hardware.i2c('i2c-1').attach(0x76, new Bme280Model(new HostClock()));
    await until('its readings', () => saidOf('it').length > 1);
    assert.match(saidOf('it')[1]!, /^notice: it: its readings are plausible again, after \d+ that were not$/);
    assert.not.equal(await value('it', 'LastContactTime'), unknownTime);
  });
});

test('a bus that vanishes and comes back: told once each, the last value stays meanwhile', async () => {
  const prepare = (hardware: SimHardware, clock: HostClock) =>
    hardware.i2c('i2c-1').attach(0x45, new Sht31Model(clock));
  await world(sensor, prepare, async ({ hardware, saidOf, value, othersGoOn }) => {
    while ((await value('it')) !== '21.5');
    hardware.i2c('i2c-1').unplug();
    await until('a warning', () => saidOf('it').length > 0);
    const [heldValue, heardAt] = [await value('it'), await value('it', 'LastContactTime')];
    await othersGoOn();
    assert.equal(saidOf('it'), ['warning: it: nothing there at i2c-1:0x45 (unplugged); trying again']);
    assert.equal([await value('it'), await value('it', 'LastContactTime')], [heldValue, heardAt]);
    assert.is(heldValue, '21.5');
    hardware.i2c('i2c-1').plug();
    await until('its answer', () => saidOf('it').length > 1);
    assert.match(saidOf('it').slice(1).join(), back);
  });
});

test('a port that another program holds: told once, and read when it is free', async () => {
  const prepare = (hardware: SimHardware) => {
    new MhZ19Model(hardware.serial(port));
    hardware.serial(port).hold(true);
  };
  await world(
    `driver = "mh-z19"\nat = "${port}"\npoll = "1s"`,
    prepare,
    async ({ hardware, saidOf, value, othersGoOn }) => {
      await until('a warning', () => saidOf('it').length > 0);
      await othersGoOn();
      assert.equal(saidOf('it'), [`warning: it: held by another program at ${port} (in use); trying again`]);
      assert.is(await value('it', 'LastContactTime'), unknownTime);
      hardware.serial(port).hold(false);
      await until('its answer', () => saidOf('it').length > 1);
      assert.match(saidOf('it').slice(1).join(), back);
      while ((await value('it')) !== '500');
    },
  );
});

test('a recording with holes: told once, and the rest of it is played', async () => {
  const rows = ['time,value', '0,1', '0.02,', '0.04,2', 'yesterday,3', '0.06,4'];
  const prepare = (hardware: SimHardware) => void hardware.files.texts.set('/data/a.csv', rows.join('\n'));
  const lines = 'driver = "replay"\nat = "a.csv"\noptions = { loop = false }';
  await world(lines, prepare, async ({ log, saidOf, value, othersGoOn }) => {
    while ((await value('it')) !== '4');
    await othersGoOn();
    assert.equal(saidOf('it'), []);
    const told = log.filter(line => line.includes('a.csv'));
    assert.equal(told, ['warning: /data/a.csv: 2 lines are no readings, the first 3, 5']);
  });
});

test('a recording that is none: told once, and tried again', async () => {
  const prepare = (hardware: SimHardware) => void hardware.files.texts.set('/data/a.csv', 'a,b\nc,d\n');
  await world('driver = "replay"\nat = "a.csv"', prepare, async ({ hardware, saidOf, value, othersGoOn }) => {
    await until('a warning', () => saidOf('it').length > 0);
    await othersGoOn();
    assert.equal(saidOf('it'), [
      'warning: it: garbled data at /data/a.csv (no line of the form time,value); trying again',
    ]);
    hardware.files.texts.set('/data/a.csv', '0,7\n1,7\n');
    while ((await value('it')) !== '7');
  });
});

test.run();
