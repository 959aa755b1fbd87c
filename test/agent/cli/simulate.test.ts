// `uspi simulate`: every example configuration comes to life without its hardware, and faults degrade what they hit.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LocalController } from '../../../agent/cli/controller.ts';
import { parseFault } from '../../../agent/cli/simulate-faults.ts';
import { Simulation } from '../../../agent/cli/simulation.ts';
import { subscribe } from '../../../agent/cli/subscriptions.ts';
import { loadConfig } from '../../../agent/config/load.ts';
import type { CapabilityConfig } from '../../../agent/config/types.ts';
import { startAgent } from '../../../agent/run/agent.ts';
import { socketAfterMs } from '../../../agent/run/limits.ts';
import { vocabulary } from '../../../agent/run/vocabulary.ts';
import { chips } from '../../../drivers/chips/catalog.gen.ts';
import { HostClock } from '../../../drivers/host/clock.ts';
import type { Clock } from '../../../drivers/ports.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';
import { commandLine } from './terminal.ts';

const examples = 'docs/examples';
/** A reading takes less. */
const readingMs = 10_000;
const unknownTime = '0001-01-01T00:00:00Z';

const hostClock = () => new HostClock({ trustWallTime: true });

/** The models of a configuration, polled as often as they may be, without the brokers that it names. */
async function prepare(file: string, faults: readonly string[] = [], clock: Clock = hostClock()) {
  const loaded = await loadConfig(readFileSync(file, 'utf8'), file, chips, vocabulary());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
  const capabilities = loaded.config.capabilities.map(each => ({
    ...each,
    ...(each.pollMs && { pollMs: Math.min(each.pollMs, 500) }),
  }));
  const config = { ...loaded.config, controllers: [], capabilities };
  const told: string[] = [];
  const simulation = new Simulation({
    configFile: file,
    chips,
    clock,
    seed: 1,
    faults: faults.map(parseFault),
    tell: line => told.push(line),
  });
  return { config, simulation, told };
}

/** Those of the agents that run. */
const running = new Set<() => Promise<void>>();
test.after.each(async () => {
  for (const end of running) await end();
});

/** A whole agent on the models. */
async function simulate(file: string, faults: readonly string[] = [], clock: Clock = hostClock()) {
  const { config, simulation, told } = await prepare(file, faults, clock);
  const directory = temporaryDirectory();
  const socketPath = join(directory, 'uspi.sock');
  const log: string[] = [];
  const agent = await startAgent({
    config,
    configFile: file,
    stateDirectory: join(directory, 'state'),
    socketPath,
    log: (level, line) => log.push(`${level}: ${line}`),
    ...(await simulation.surround(config)),
  });
  if (clock instanceof VirtualClock) await clock.advance(socketAfterMs);
  await until('the socket', () => existsSync(socketPath));
  const controller = await LocalController.connect(socketPath);
  const get = async (path: string) => {
    const response = await controller.ask({ get: { param_paths: [path] } });
    if (response.resp_type !== 'get_resp') throw new Error(response.resp_type);
    return response.get_resp.req_path_results.flatMap(each => each.resolved_path_results.map(row => row.result_params));
  };
  const end = async () => {
    running.delete(end);
    await controller.close();
    const stopped = agent.stop();
    if (clock instanceof VirtualClock) await clock.advance(readingMs); // For one that is under way.
    await stopped;
    simulation.stop();
  };
  running.add(end);
  return { config, agent, controller, get, told, log };
}

/** Where its row is: the board's, a device's, or a part's of either. */
function placeOf({ device, node }: CapabilityConfig): string {
  const owner = device === undefined ? 'Device.' : 'Device.ProxiedDevice.*.';
  return node === undefined ? owner : `${owner}Node.*.`;
}

for (const name of readdirSync(examples).filter(each => each.endsWith('.toml'))) {
  test(`${name}: every sensor that has a model gets a value`, async () => {
    const { config, get, told, log } = await simulate(join(examples, name));
    const unmodelled = told.slice(told.indexOf('without a model, and so without a value:')).join('\n');
    const isModelled = (capability: string) => !unmodelled.startsWith('without') || !unmodelled.includes(capability);
    const known = config.capabilities.filter(each => isModelled(each.name));
    for (const capability of known.filter(each => !each.class.endsWith('Control'))) {
      const path = `${placeOf(capability)}IoTCapability.[Name=="${capability.name}"].${capability.class}.LastContactTime`;
      const deadlineMs = performance.now() + 15_000;
      for (;;) {
        const [values] = await get(path);
        if (values?.LastContactTime !== unknownTime) break;
        if (performance.now() > deadlineMs) throw new Error(`${capability.name} has no value: ${log.join('\n')}`);
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    }
    assert.equal(
      log.filter(line => /^(error|warning)/.test(line) && !unmodelled.startsWith('without')),
      [],
    );
    assert.is(
      told.filter(line => line.startsWith('  ')).length,
      new Set(config.capabilities.map(each => JSON.stringify([each.driver, each.place.at, each.options]))).size,
    );
  });
}

const toml = `
[[capability]]
name = "boiler temperature"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
poll = "250ms"
low = 2
high = 85

[[capability]]
name = "humidity here"
driver = "sht4x"
channel = "humidity"
at = "i2c-2:0x44"
poll = "250ms"
`;

function file(text = toml): string {
  const path = join(temporaryDirectory(), 'uspi.toml');
  writeFileSync(path, text);
  return path;
}

test('with a fault a subscriber hears nothing new, the value stays, and all goes on when it is over', async () => {
  const clock = new VirtualClock();
  const { controller, get, told, log } = await simulate(file(), ['boiler temperature: crc after 20s for 20s'], clock);
  const heard: string[] = [];
  controller.onNotify = notify => {
    if (notify.notification === 'value_change') heard.push(notify.value_change.param_path);
  };
  const path = 'Device.IoTCapability.*.LevelSensor.Value';
  await subscribe(controller, [{ id: 'values', type: 'ValueChange', path }], 0);
  const isBoiler = (from: string) => from.includes('IoTCapability.1.');
  await clock.advance(19_000);
  await until('some values', () => heard.filter(isBoiler).length > 1);
  await clock.advance(2_000);
  await until('the fault', () =>
    log.includes('warning: boiler temperature: garbled data at i2c-1:0x44 (wrong checksum); trying again'),
  );
  const [before] = await get('Device.IoTCapability.1.LevelSensor.');
  const count = heard.filter(isBoiler).length;
  const others = heard.length - count;
  await clock.advance(18_000);
  await until('the other sensor to go on', () => heard.filter(each => !isBoiler(each)).length > others + 2);
  assert.is(heard.filter(isBoiler).length, count);
  const [during] = await get('Device.IoTCapability.1.LevelSensor.');
  assert.equal(during, before, 'Value, LastChange and LastContactTime stand');
  await clock.advance(120_000); // The retries have become rare.
  await until('the end of the fault', () => told.includes('(boiler temperature: crc is over)'));
  await until('values again', () => heard.filter(isBoiler).length > count);
  assert.is(log.filter(line => line.includes('boiler temperature')).length, 2, log.join('\n'));
  assert.ok(log.some(line => line.startsWith('notice: boiler temperature: answers again')));
});

test('a fault of a bus hits all that is on it', async () => {
  const { log, told } = await simulate(file(), ['i2c-1: unplug']);
  await until('the log', () => log.some(line => line.includes('boiler temperature: nothing there at i2c-1:0x44')));
  assert.not(log.some(line => line.includes('humidity here')));
  assert.ok(told.includes('fault: i2c-1: unplug, from the start, to the end'));
});

test('a program is not run: what it would print is made up', async () => {
  const text = `
[agent]
allow-exec = true

[[capability]]
name = "tank"
driver = "exec"
channel = "level"
command = ["/nowhere/tank", "--percent", "of all"]
type = "Volume"
unit = "%"
low = 5
options = { factor = 0.1 }
`;
  const { get, told, log } = await simulate(file(text));
  assert.ok(
    told.includes('  tank  exec at /nowhere/tank --percent of all  a program that is not run'),
    told.join('\n'),
  );
  const value = async () => Number((await get('Device.IoTCapability.1.LevelSensor.'))[0]?.Value);
  const deadlineMs = performance.now() + 15_000;
  while ((await value()) === 0) assert.ok(performance.now() < deadlineMs, log.join('\n'));
  assert.ok((await value()) > 1 && (await value()) < 31);
  assert.not(
    log.some(line => /^(error|warning)/.test(line)),
    log.join('\n'),
  );
});

test('what has no model is said once, and stays without a value', async () => {
  const { config, simulation, told } = await prepare(file());
  const [boiler, humidity] = config.capabilities;
  await simulation.surround({ ...config, capabilities: [boiler!, { ...humidity!, driver: 'abacus' }] });
  assert.equal(told.slice(-2), ['without a model, and so without a value:', '  humidity here  abacus at i2c-2:0x44']);
  simulation.stop();
});

test('a fault is read with its times', () => {
  assert.equal(parseFault('boiler: crc'), { what: 'boiler', kind: 'crc', afterMs: 0 });
  assert.equal(parseFault('i2c-1:0x44: hang 30s'), { what: 'i2c-1:0x44', kind: 'hang', afterMs: 0, forMs: 30_000 });
  assert.equal(parseFault('a: b: silent after 1min for 500ms'), {
    ...{ what: 'a: b', kind: 'silent' },
    ...{ afterMs: 60_000, forMs: 500 },
  });
});

for (const [words, message] of [
  [
    ['--fault', 'boiler temperature: crk'],
    /^uspi: there is no fault crk; did you mean crc\? \(unplug, .*other-chip\)$/m,
  ],
  [['--fault', 'boiler temperature'], /a fault is written "WHAT: KIND \[after TIME\] \[for TIME\]"/],
  [['--fault', 'boiler temperature: crc 30'], /"30" is no time; write 500ms, 30s, 2min or 1h/],
  [['--fault', 'boiler temperature: crc after'], /"" is no time/],
  [['--fault', 'boiler temprature: crc'], /nothing simulated is called "boiler temprature"; did you mean "boiler temp/],
  [
    ['--fault', 'i2c-1: chatter'],
    /i2c-1 cannot have the fault chatter; it can have busy, crc, hang, late, silent, unplug/,
  ],
  [['--seed', 'x'], /--seed x: expected a whole number/],
  [['more'], /expected one file/],
] as const) {
  test(`simulate ${words.join(' ')} is refused`, async () => {
    const { code, err } = await commandLine('simulate', file(), ...words);
    assert.is(code, 2);
    assert.match(err, message);
    assert.match(err, 'usage: uspi simulate [--state DIR] [--socket PATH] [--seed NUMBER] [--fault FAULT]... FILE');
  });
}

test.run();
