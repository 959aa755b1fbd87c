// Good configurations: the sample of the guide, the examples, and what is made of them.
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadConfig } from '../../../agent/config/load.ts';
import { resolveBeside } from '../../../agent/config/paths.ts';
import type { ChipCatalog, Config } from '../../../agent/config/types.ts';
import { vocabulary as realVocabulary } from '../../../agent/run/vocabulary.ts';
import { chips as realChips } from '../../../drivers/chips/catalog.gen.ts';
import { guideSample } from './guide.ts';
import { chips, vocabulary } from './world.ts';

async function load(toml: string, catalog: ChipCatalog = chips): Promise<Config> {
  const result = await loadConfig(toml, 'uspi.toml', catalog, vocabulary);
  if (!result.ok) throw new Error(JSON.stringify(result.findings, undefined, 2));
  return result.config;
}

const noRetry = { minimumWaitIntervalSeconds: 5, intervalMultiplier: 2000 };

test('the agent and controllers of the sample', async () => {
  const { agent, controllers, coap, log } = await load(await guideSample());
  assert.equal(agent, {
    endpoint: 'os::012345-uspi-1',
    state: '/var/lib/uspi',
    socket: '/run/uspi/uspi.sock',
    gpio: 'auto',
    allowExec: false,
  });
  const common = { role: 'Full Access', insecure: false, holdBoot: false, notifyRetry: noRetry };
  const mqtt = {
    broker: { host: '127.0.0.1', port: 1883, tls: false, webSocket: false },
    version: '5.0',
    agentTopic: 'usp/agent/1',
    controllerTopic: 'usp/controller/1',
    keepAliveSeconds: 60,
    qos: 1,
    retry: { ...noRetry, maximumIntervalSeconds: 30720 },
  };
  const url = { host: '127.0.0.1', port: 5683, tls: false, path: 'usp' };
  assert.equal(controllers, [
    { endpoint: 'self::controller', mqtt, ...common },
    { endpoint: 'self::lan-controller', coap: { url }, ...common },
  ]);
  assert.equal(coap, { listen: { ...url, port: 5684 } });
  assert.equal(log, { level: 'info' });
});

test('the capabilities of the sample, with what their channels leave open', async () => {
  const { capabilities } = await load(await guideSample());
  const byName = Object.fromEntries(capabilities.map(capability => [capability.name, capability]));
  assert.equal(byName['boiler temperature'], {
    name: 'boiler temperature',
    driver: 'sht31',
    channel: 'temperature',
    place: { bus: 'i2c', at: 'i2c-1:0x44', port: 'i2c-1', address: 0x44 },
    class: 'LevelSensor',
    type: 'Temperature',
    unit: 'degC',
    pollMs: 5_000,
    filter: ['median 5', 'delta 0.2'],
    low: 2,
    high: 85,
    range: [-40, 125],
    options: { repeatability: 'high', offset: 0, heater: false },
  });
  assert.equal(byName['air is bad'], {
    name: 'air is bad',
    driver: 'scd4x',
    channel: 'co2',
    place: { bus: 'i2c', at: 'i2c-1:0x62', port: 'i2c-1', address: 0x62 },
    class: 'BinarySensor',
    type: 'CarbonDioxideDetected',
    pollMs: 5_000,
    filter: [],
    range: [400, 5000],
    sensitivity: 70,
    options: {},
  });
  assert.equal(byName['cellar door']?.place, { bus: 'gpio-in', at: 'gpiochip0:17', port: 'gpiochip0:17', address: 0 });
  assert.equal([byName['cellar door']?.holdMs, byName['cellar door']?.restMs], [5_000, 10_000]);
  assert.equal(byName.fan?.initial, false);
  assert.equal([byName['outdoor temperature']?.unit, byName['outdoor temperature']?.high], ['degC', 25]);
  assert.is(byName['outdoor temperature']?.place.at, 'test/data/outdoor.csv');
});

test('the rules and devices of the sample', async () => {
  const { rules, devices } = await load(await guideSample());
  assert.equal(rules, [{ when: 'air is bad', not: false, set: 'fan' }]);
  const at = '/dev/serial/by-id/usb-...:9600,8N1';
  assert.equal(devices, [{ name: 'meter', type: 'Meter', protocol: 'X_USPI_Modbus', at, address: 1 }]);
});

test('an empty file is an agent with its defaults', async () => {
  assert.equal(await load(''), {
    agent: { state: '/var/lib/uspi', socket: '/run/uspi/uspi.sock', gpio: 'auto', allowExec: false },
    controllers: [],
    capabilities: [],
    rules: [],
    devices: [],
    nodes: [],
    log: { level: 'info' },
  });
});

for (const file of readdirSync('docs/examples')) {
  test(`docs/examples/${file} is good, with the drivers and filters that there are, and without a warning`, async () => {
    const text = readFileSync(`docs/examples/${file}`, 'utf8');
    const result = await loadConfig(text, file, realChips, realVocabulary());
    assert.equal(result.ok ? result.warnings : result.findings, []);
  });
}

test('a capability of a device is at the place of the device', async () => {
  const device =
    '[[device]]\nname = "meter"\ntype = "Meter"\nprotocol = "X_USPI_Modbus"\nat = "/dev/ttyAMA0:9600,8N1"\n';
  const capability = '[[capability]]\nname = "power"\ndriver = "serial-meter"\ndevice = "meter"\n';
  const [power] = (await load(capability + device)).capabilities;
  assert.is(power?.place.port, '/dev/ttyAMA0:9600,8N1');
  assert.is(power?.device, 'meter');
});

test('a driver of the machine itself needs no place, and is polled at its own interval', async () => {
  const [only] = (await load('[[capability]]\nname = "l"\ndriver = "host"\nchannel = "load"\n')).capabilities;
  assert.equal(only?.place, { bus: 'files', at: '', port: '', address: 0 });
  assert.is(only?.pollMs, 60_000);
});

test('channels of one chip share its place, and one channel can be shown twice', async () => {
  const base = '[[capability]]\ndriver = "sht31"\nat = "i2c-1:0x44"\n';
  const toml = [
    'name = "t"\nchannel = "temperature"\n',
    'name = "h"\nchannel = "humidity"\n',
    'name = "damp"\nchannel = "humidity"\nclass = "BinarySensor"\ntype = "WaterDetected"\n',
  ];
  assert.is((await load(toml.map(each => base + each).join(''))).capabilities.length, 3);
});

test('places have one spelling, whatever the file has', async () => {
  const toml = '[[capability]]\nname = "t"\ndriver = "sht31"\nchannel = "temperature"\nat = "I2C-1:0X45"\n';
  assert.is((await load(toml)).capabilities[0]?.place.at, 'i2c-1:0x45');
});

test('only the drivers that the file names are loaded', async () => {
  const loaded: string[] = [];
  const watched = Object.fromEntries(
    Object.entries(chips).map(([name, loadChip]) => [name, () => loadChip().finally(() => loaded.push(name))]),
  );
  await load('[[capability]]\nname = "fan"\ndriver = "gpio-output"\nat = "pin 13"\n', watched);
  assert.equal(loaded, ['gpio-output']);
});

test('a controller without a scheme, as some name themselves, is taken as it is', async () => {
  const toml =
    '[[controller]]\nendpoint = "oktopusController"\nrole = "Full Access"\ncoap = { url = "coap://[::1]" }\n';
  assert.is((await load(toml)).controllers[0]?.endpoint, 'oktopusController');
});

test('tables may be written out instead of inline', async () => {
  const toml =
    '[[controller]]\nendpoint = "self::c"\nrole = "Untrusted"\n[controller.mqtt]\nbroker = "mqtts://b"\n' +
    'agent-topic = "a"\ncontroller-topic = "c"\nretry.wait = "1s"\n';
  const mqtt = (await load(toml)).controllers[0]?.mqtt;
  assert.equal(mqtt?.broker, { host: 'b', port: 8883, tls: true, webSocket: false });
  assert.is(mqtt?.retry.minimumWaitIntervalSeconds, 1);
});

test('the untrusted role needs no encryption', async () => {
  await load('[[controller]]\nendpoint = "self::c"\nrole = "Untrusted"\ncoap = { url = "coap://10.0.0.1/usp" }\n');
});

test('paths are relative to the configuration file', () => {
  assert.is(resolveBeside('/etc/uspi/uspi.toml', 'ca.pem'), '/etc/uspi/ca.pem');
  assert.is(resolveBeside('/etc/uspi/uspi.toml', '/etc/ssl/ca.pem'), '/etc/ssl/ca.pem');
  assert.is(resolveBeside('uspi.toml', 'ca.pem'), 'ca.pem');
  assert.is(resolveBeside('conf/uspi.toml', '../data/a.csv'), 'conf/../data/a.csv');
});

test('what knows places is out of the way of a good file', () => {
  for (const name of readdirSync('agent/config')) {
    const importsAtOnce = /^import (?!type)[^;]*'\.\/(locate|places)\.ts'/m.test(
      readFileSync(`agent/config/${name}`, 'utf8'),
    );
    assert.is(importsAtOnce, name === 'locate.ts', name);
  }
});

test.run();
