// Devices behind the board: their rows, what is mounted below them, and whether they are there.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { ModbusSlaves } from '../../../drivers/sim/models/modbus-slave.ts';
import { configOf, startTestAgent } from '../../helpers/agent.ts';
import { LocalController } from '../../helpers/local-controller.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';
import { commandLine } from '../cli/terminal.ts';

const port = '/dev/serial/by-id/usb-adapter:19200,8N1';

/** Real time: a machine that is busy does not make a device silent that answers. */
const timeoutMs = 400;

const meter = (name: string, address: number, more = '') => `
[[device]]
name = "${name}"
type = "Meter"
protocol = "X_USPI_Modbus"
at = "${port}"
address = ${address}
${more}
[[capability]]
name = "${name} power"
driver = "modbus"
device = "${name}"
channel = "level"
type = "Power"
unit = "W"
poll = "100ms"
high = 1000
options = { register = 0, timeoutMs = ${timeoutMs} }
`;

const strip = `
[[device]]
name = "strip"
type = "PowerStrip"
protocol = "Z-Wave"

[[node]]
name = "outlet 1"
type = "Socket"
device = "strip"

[[node]]
name = "outlet 2"
type = "Light"
device = "strip"
description = "beside the door"

[[node]]
name = "front panel"
type = "Sensor"

[[capability]]
name = "first"
driver = "gpio-output"
at = "pin 11"
node = "outlet 1"

[[capability]]
name = "second"
driver = "gpio-output"
at = "pin 13"
node = "outlet 2"

[[capability]]
name = "panel lamp"
driver = "gpio-output"
at = "pin 15"
node = "front panel"

[[rule]]
when = "house power"
is = "high"
set = "second"
to = true
`;

const agentSection = '[agent]\nendpoint = "os::012345-test"\n';

async function world(toml: string, directory = temporaryDirectory()) {
  const clock = new HostClock({ trustWallTime: true });
  const hardware = new SimHardware(clock);
  const slaves = new ModbusSlaves(hardware.serial(port), clock);
  for (const address of [1, 2]) slaves.device(address).holding.set(0, 100 * address);
  for (const line of ['pin 11', 'pin 13', 'pin 15']) hardware.gpio(line);
  const agent = await startTestAgent(agentSection + toml, { hardware, directory });
  const controller = await LocalController.connect(agent.socketPath);
  /** The values of what a path or a search comes to, by path. */
  const get = async (path: string): Promise<Record<string, string>> => {
    const response = await controller.request({ get: { param_paths: [`Device.${path}`] } });
    assert.ok(response.resp_type === 'get_resp');
    const resolved = response.get_resp.req_path_results.flatMap(each => each.resolved_path_results);
    const entries = resolved.flatMap(({ resolved_path, result_params }) =>
      Object.entries(result_params).map(([name, value]) => [resolved_path.slice('Device.'.length) + name, value]),
    );
    return Object.fromEntries(entries);
  };
  const value = async (path: string) => Object.values(await get(path))[0];
  const set = (path: string, param: string, text: string) =>
    controller.request({
      set: { update_objs: [{ obj_path: `Device.${path}`, param_settings: [{ param, value: text, required: true }] }] },
    });
  const operate = (command: string) =>
    controller.request({ operate: { command: `Device.${command}`, command_key: 'k', send_resp: true } });
  const becomes = async (path: string, wanted: string) => {
    for (let i = 0; (await value(path)) !== wanted; i++) {
      if (i > 1_200) assert.unreachable(`${path} is ${await value(path)} and not ${wanted}`);
      await new Promise(done => setTimeout(done, 25));
    }
  };
  const instances = async (...tables: string[]): Promise<string[]> => {
    const response = await controller.request({
      get_instances: { obj_paths: tables.map(table => `Device.${table}`), first_level_only: false },
    });
    assert.ok(response.resp_type === 'get_instances_resp');
    return response.get_instances_resp.req_path_results.flatMap(each =>
      each.curr_insts.map(instance => instance.instantiated_obj_path),
    );
  };
  const end = async () => {
    await controller.close();
    await agent.stop();
  };
  const reload = async (next: string) => agent.reload(await configOf(agentSection + next));
  return { agent, hardware, slaves, directory, get, value, set, operate, becomes, instances, reload, end };
}

test('a meter: its row, what is mounted below, search paths, thresholds', async () => {
  const startedMs = Date.now();
  const { slaves, get, value, set, becomes, instances, end } = await world(
    meter('house', 1, 'description = "in the cellar"') + meter('garage', 2),
  );
  try {
    await becomes('ProxiedDevice.1.IoTCapability.1.LevelSensor.Value', '100');
    const row = await get('ProxiedDevice.1.');
    assert.equal(
      ['Name', 'Type', 'Description', 'ProxyProtocol', 'Online', 'IoTCapabilityNumberOfEntries'].map(
        name => row[`ProxiedDevice.1.${name}`],
      ),
      ['house', 'Meter', 'in the cellar', 'X_USPI_Modbus', 'true', '1'],
    );
    const contactedMs = Date.parse(row['ProxiedDevice.1.LastTimeContacted'] ?? '');
    assert.ok(contactedMs >= startedMs - 1_000 && contactedMs <= Date.now(), 'by the second, it is of this test');
    assert.equal(
      [await value('ProxiedDeviceNumberOfEntries'), await value('IoTCapabilityNumberOfEntries')],
      ['2', '0'],
    );
    await becomes('ProxiedDevice.[Name=="garage"].IoTCapability.*.LevelSensor.Value', '200');
    const capability = 'Device.ProxiedDevice.2.IoTCapability.1.';
    assert.ok((await instances('ProxiedDevice.')).includes(capability));
    await set('ProxiedDevice.*.IoTCapability.[Class=="LevelSensor"].LevelSensor.', 'HighLevelThreshold', '150');
    await becomes('ProxiedDevice.2.IoTCapability.1.LevelSensor.HighLevel', 'true');
    assert.is(await value('ProxiedDevice.1.IoTCapability.1.LevelSensor.HighLevel'), 'false');
    slaves.device(1).holding.set(0, 151);
    await becomes('ProxiedDevice.1.IoTCapability.1.LevelSensor.HighLevel', 'true');
  } finally {
    await end();
  }
});

test('one device dies and the others go on; it comes back unaided, and so does the port', async () => {
  const { agent, hardware, slaves, value, becomes, end } = await world(meter('house', 1) + meter('garage', 2));
  try {
    await becomes('ProxiedDevice.1.Online', 'true');
    await becomes('ProxiedDevice.2.Online', 'true');
    slaves.device(1).fault = { kind: 'silent' };
    await becomes('ProxiedDevice.1.Online', 'false');
    slaves.device(2).holding.set(0, 222);
    await becomes('ProxiedDevice.2.IoTCapability.1.LevelSensor.Value', '222');
    assert.is(await value('ProxiedDevice.2.Online'), 'true');
    slaves.device(1).fault = undefined;
    await becomes('ProxiedDevice.1.Online', 'true');

    hardware.serial(port).unplug();
    for (const row of [1, 2]) await becomes(`ProxiedDevice.${row}.Online`, 'false');
    hardware.serial(port).plug();
    const pluggedMs = Date.now();
    for (const row of [1, 2]) await becomes(`ProxiedDevice.${row}.Online`, 'true');
    assert.ok(Date.now() - pluggedMs < 2_000);
    assert.is(agent.log.filter(line => line.includes('nothing there')).length, 2, agent.log.join('\n'));
  } finally {
    await end();
  }
});

for (const [how, fault, says, isOnline] of [
  ['answers too late', { kind: 'late', byMs: 2 * timeoutMs }, 'no answer in time at', 'false'],
  ['answers with an exception', { kind: 'exception', code: 2 }, 'exception 2, illegal data address', 'true'],
] as const) {
  test(`a meter that ${how}: told once, its value stands, the other on its line goes on`, async () => {
    const { agent, slaves, value, becomes, end } = await world(meter('house', 1) + meter('garage', 2));
    const row = (number: number) => `ProxiedDevice.${number}.`;
    const sensor = (number: number) => `${row(number)}IoTCapability.1.LevelSensor.`;
    const saidOf = (name: string) => agent.log.filter(line => line.includes(`: ${name} power: `));
    try {
      await becomes(`${sensor(1)}Value`, '100');
      slaves.device(1).fault = fault;
      await until('the warning', () => saidOf('house').length > 0);
      slaves.device(1).holding.set(0, 111);
      await becomes(`${row(1)}Online`, isOnline);
      const heard = await value(`${sensor(1)}LastContactTime`);
      for (const watts of ['222', '223']) {
        slaves.device(2).holding.set(0, Number(watts));
        await becomes(`${sensor(2)}Value`, watts);
      }
      assert.is(await value(`${row(2)}Online`), 'true');
      assert.equal(saidOf('garage'), []);
      assert.equal([await value(`${sensor(1)}Value`), await value(`${sensor(1)}LastContactTime`)], ['100', heard]);
      assert.is(saidOf('house').length, 1, agent.log.join('\n'));
      assert.ok(saidOf('house')[0]!.includes(says), saidOf('house')[0]);
      slaves.device(1).fault = undefined;
      await becomes(`${sensor(1)}Value`, '111');
      await becomes(`${row(1)}Online`, 'true');
      assert.match(saidOf('house').slice(1).join(), /house power: answers again(, after \d+ failures)?$/);
    } finally {
      await end();
    }
  });
}

test('a port that another program has: one line in the log, and on it goes when it is free', async () => {
  const { agent, hardware, becomes, reload, end } = await world('');
  try {
    hardware.serial(port).hold(true);
    await reload(meter('house', 1));
    const isHeld = (line: string) => line.includes('held by another program');
    await until('the warning', () => agent.log.some(isHeld));
    hardware.serial(port).hold(false);
    await becomes('ProxiedDevice.1.Online', 'true');
    assert.is(agent.log.filter(isHeld).length, 1);
  } finally {
    await end();
  }
});

test('nodes of a device and of the board, written to, and set by a rule', async () => {
  const { hardware, slaves, value, set, operate, becomes, end } = await world(meter('house', 1) + strip);
  try {
    const node = (number: number) => `ProxiedDevice.2.Node.${number}.`;
    assert.equal(
      [await value(`${node(1)}Type`), await value(`${node(1)}Description`), await value(`${node(2)}Description`)],
      ['X_USPI_Socket', 'outlet 1', 'beside the door'],
    );
    assert.equal([await value('Node.1.Type'), await value('NodeNumberOfEntries')], ['Sensor', '1']);
    assert.is(await value('ProxiedDevice.2.NodeNumberOfEntries'), '2');
    await becomes('ProxiedDevice.2.Online', 'true');
    await becomes('ProxiedDevice.1.IoTCapability.1.LevelSensor.Value', '100');
    await set(`${node(1)}IoTCapability.1.BinaryControl.`, 'Value', 'true');
    assert.is(hardware.gpio('pin 11').wireIsHigh, true);
    await set('Node.1.IoTCapability.1.BinaryControl.', 'Value', 'true');
    assert.is(hardware.gpio('pin 15').wireIsHigh, true);
    await operate('Node.1.IoTCapability.1.BinaryControl.Toggle()');
    await becomes('Node.1.IoTCapability.1.BinaryControl.Value', 'false');
    assert.is(hardware.gpio('pin 15').wireIsHigh, false);
    slaves.device(1).holding.set(0, 2_000);
    await becomes(`${node(2)}IoTCapability.1.BinaryControl.Value`, 'true');
    assert.is(hardware.gpio('pin 13').wireIsHigh, true);
  } finally {
    await end();
  }
});

test('the command line tells of devices that differ, and of each one what it has', async () => {
  const { agent, end } = await world(meter('house', 1) + strip);
  try {
    const all = await commandLine('schema', 'Device.ProxiedDevice.', '--socket', agent.socketPath);
    const lines = [
      'Device.ProxiedDevice.{i}.  rows read-only',
      '  differs by instance: Device.ProxiedDevice.1. Device.ProxiedDevice.2.',
    ];
    assert.equal(all, { code: 0, out: lines.join('\n'), err: '' });
    const one = await commandLine('schema', 'Device.ProxiedDevice.1.', '--socket', agent.socketPath);
    assert.match(one.out, /^Device\.ProxiedDevice\.\{i\}\.IoTCapability\.\{i\}\.LevelSensor\.$/m);
  } finally {
    await end();
  }
});

test('what is moved to another part, or to the board, is there and no longer where it was', async () => {
  const { value, reload, instances, end } = await world(strip.slice(0, strip.indexOf('[[rule]]')));
  try {
    const capabilities = async () => {
      const all = await instances('ProxiedDevice.', 'IoTCapability.', 'Node.');
      return all.flatMap(path => /(?<=^Device\.).*IoTCapability\.\d+\.$/.exec(path) ?? []);
    };
    const node = 'ProxiedDevice.1.Node.';
    const panel = 'Node.1.IoTCapability.1.';
    assert.equal(await capabilities(), [`${node}1.IoTCapability.1.`, `${node}2.IoTCapability.1.`, panel]);
    const moved = strip.slice(0, strip.indexOf('[[rule]]')).replace('node = "outlet 1"', 'node = "outlet 2"');
    await reload(moved);
    assert.equal(await capabilities(), [`${node}2.IoTCapability.1.`, `${node}2.IoTCapability.2.`, panel]);
    assert.is(await value(`${node}2.IoTCapability.2.Name`), 'first');
    await reload(moved.replace('node = "outlet 2"', ''));
    assert.is(await value('IoTCapability.1.Name'), 'first');
    assert.equal(await capabilities(), [`${node}2.IoTCapability.1.`, 'IoTCapability.1.', panel]);
  } finally {
    await end();
  }
});

test('instance numbers go by the name, for ever: over a restart, another order, and an absence', async () => {
  const first = await world(meter('house', 1) + strip);
  await first.end();
  const second = await world(strip + meter('garage', 2) + meter('house', 1), first.directory);
  const names = async () => Object.values(await second.get('ProxiedDevice.*.Name'));
  assert.equal(await names(), ['house', 'strip', 'garage']);
  await second.reload(meter('garage', 2));
  assert.equal(await names(), ['garage']);
  await second.reload(meter('new', 3) + strip + meter('garage', 2) + meter('house', 1));
  assert.equal(await names(), ['house', 'strip', 'garage', 'new']);
  await second.becomes('ProxiedDevice.1.Online', 'true');
  assert.is(await second.value('ProxiedDevice.2.Node.2.Description'), 'beside the door');
  await second.end();
});

test.run();
