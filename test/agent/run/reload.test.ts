// Another configuration under a running agent: what it does not change runs on, what it changes follows.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { Sht31Model } from '../../../drivers/sim/models/sht31.ts';
import { configOf, mqttControllerOptions, mqttControllerToml, startTestAgent } from '../../helpers/agent.ts';
import { startBroker } from '../../helpers/broker.ts';
import { LocalController } from '../../helpers/local-controller.ts';
import { seededRandom } from '../../helpers/random.ts';
import { SimStore } from '../../helpers/store.ts';
import { until } from '../../helpers/until.ts';

const agentSection = '[agent]\nendpoint = "os::012345-test"\n';

const boiler = (high: number, poll = '1s') => `
[[capability]]
name = "boiler"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
poll = "${poll}"
high = ${high}
`;

const output = (name: string, at: string, more = '') => `
[[capability]]
name = "${name}"
driver = "gpio-output"
at = "${at}"
${more}
`;

const door = '\n[[capability]]\nname = "door"\ndriver = "gpio-input"\nat = "gpiochip0:17"\n';

async function world(toml: string, store = new SimStore(seededRandom(1))) {
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  const sensor = new Sht31Model(new HostClock({ trustWallTime: true }));
  sensor.temperature = 60;
  hardware.i2c('i2c-1').attach(0x44, sensor);
  for (const line of ['pin 13', 'pin 15', 'gpiochip0:17']) hardware.gpio(line);
  const agent = await startTestAgent(agentSection + toml, { hardware, store });
  const controller = await LocalController.connect(agent.socketPath);
  const value = async (path: string) => {
    const response = await controller.request({ get: { param_paths: [`Device.IoTCapability.${path}`] } });
    assert.ok(response.resp_type === 'get_resp');
    const found = response.get_resp.req_path_results[0]?.resolved_path_results[0];
    return found && Object.values(found.result_params)[0];
  };
  const set = (path: string, param: string, text: string) =>
    controller.request({
      set: {
        update_objs: [
          { obj_path: `Device.IoTCapability.${path}`, param_settings: [{ param, value: text, required: true }] },
        ],
      },
    });
  const end = async () => {
    await controller.close();
    await agent.stop();
  };
  const reload = async (next: string) => agent.reload(await configOf(agentSection + next));
  return { agent, hardware, sensor, value, set, reload, end };
}

test('what has not changed runs on, rows and numbers stay, the rest comes and goes', async () => {
  const { hardware, value, set, reload, end } = await world(boiler(70) + output('fan', 'pin 13') + door);
  try {
    await set('2.BinaryControl.', 'Value', 'true');
    const fan = hardware.gpio('pin 13');
    assert.ok(fan.wireIsHigh);
    assert.is(await value('2.BinaryControl.Description'), 'Whether the line is active', 'the driver says it');
    let opened = 0;
    const open = fan.open.bind(fan);
    fan.open = options => {
      opened++;
      return open(options);
    };
    while (!(Number(await value('1.LevelSensor.Value')) > 50));
    await reload(output('lamp', 'pin 15') + output('fan', 'pin 13', 'description = "cools"') + boiler(50));
    assert.ok(fan.wireIsHigh, 'the fan runs on');
    assert.is(opened, 0);
    assert.is(await value('2.BinaryControl.Description'), 'cools');
    assert.is(await value('1.LevelSensor.HighLevelThreshold'), '50');
    assert.is(await value('3.Name'), undefined, 'the door is gone');
    assert.is(await value('4.Name'), 'lamp');
    await set('4.BinaryControl.', 'Value', 'true');
    assert.ok(hardware.gpio('pin 15').wireIsHigh, 'the lamp is bound');
    assert.is(await value('1.LevelSensor.HighLevel'), 'true', 'the threshold is judged at once');
    await reload(output('fan', 'pin 13'));
    assert.is(await value('2.BinaryControl.Description'), 'Whether the line is active');
  } finally {
    await end();
  }
});

test('a device that is bound otherwise is opened anew; a flag that no longer holds does not stay', async () => {
  const { hardware, sensor, value, set, reload, end } = await world(boiler(50) + output('fan', 'pin 13'));
  try {
    await set('2.BinaryControl.', 'Value', 'true');
    let high: string | undefined;
    while (high !== 'true') high = await value('1.LevelSensor.HighLevel');
    sensor.temperature = 20;
    await reload(boiler(50, '250ms') + output('fan', 'pin 13', 'initial = false\noptions = { activeLow = true }'));
    while (high !== 'false') high = await value('1.LevelSensor.HighLevel');
    assert.is(await value('2.BinaryControl.Value'), 'false');
    assert.ok(hardware.gpio('pin 13').wireIsHigh, 'off, active low');
  } finally {
    await end();
  }
});

test('rules are replaced', async () => {
  const rule = '\n[[rule]]\nwhen = "door"\nset = "fan"\n';
  const { hardware, reload, value, end } = await world(door + output('fan', 'pin 13') + rule);
  try {
    hardware.gpio('gpiochip0:17').setWire(true);
    await until('the fan to follow the door', () => hardware.gpio('pin 13').wireIsHigh);
    await reload(door + output('fan', 'pin 13'));
    hardware.gpio('gpiochip0:17').setWire(false);
    while ((await value('1.BinarySensor.Value')) !== 'false');
    assert.ok(hardware.gpio('pin 13').wireIsHigh, 'nobody turns it off');
  } finally {
    await end();
  }
});

test('a controller that is new is connected to, one that is gone is left', async () => {
  const broker = await startBroker();
  const { agent, reload, end } = await world('');
  try {
    await reload(mqttControllerToml(broker.port).replace(/\[agent\]\nendpoint.*\n/, ''));
    const peer = await broker.peer();
    await until('the Connect record', () =>
      peer.all('publish').some(({ topic }) => topic === mqttControllerOptions(0).controllerTopic),
    );
    await reload('');
    await peer.closed();
    assert.is(agent.stuck(), undefined);
  } finally {
    await end();
    await broker.stop();
  }
});

test('another [agent] counts at the next start', async () => {
  const { agent, end } = await world('');
  try {
    await agent.reload(await configOf('[agent]\nendpoint = "os::012345-other"\n'));
    assert.ok(agent.log.includes('warning: the configuration has another [agent]: that counts from the next start on'));
  } finally {
    await end();
  }
});

test('nobody waits for the medium because of another configuration', async () => {
  const store = new SimStore(seededRandom(1));
  const { agent, value, reload, end } = await world(boiler(70), store);
  const other = await LocalController.connect(agent.socketPath);
  let open = () => {};
  store.gate = new Promise(resolve => {
    open = resolve;
  });
  const reloading = reload(boiler(50));
  let threshold: string | undefined;
  while (threshold !== '50') threshold = await value('1.LevelSensor.HighLevelThreshold');
  const param_settings = [{ param: 'HighLevelThreshold', value: '40', required: true }];
  const setting = other.request({
    set: { update_objs: [{ obj_path: 'Device.IoTCapability.1.LevelSensor.', param_settings }] },
  });
  for (let i = 0; i < 100 && threshold !== '40'; i++) threshold = await value('1.LevelSensor.HighLevelThreshold');
  open();
  await Promise.all([reloading, setting]);
  assert.is(threshold, '40');
  await other.close();
  await end();
});

test.run();
