// The main job over a real broker: real recordings, edges and sentences in, Notify requests out.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import type { Notify } from '../../proto/codec.gen.js';
import { mqttControllerOptions, mqttControllerToml, startTestAgent } from '../helpers/agent.ts';
import { MqttController } from '../helpers/controller.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { until } from '../helpers/until.ts';

/** Real weather: a year of daily maxima at Seattle. */
const recording = 'test/data/outdoor.csv';

const capabilities = `
[[capability]]
name = "outdoor temperature"
driver = "replay"
at = "${recording}"
type = "Temperature"
unit = "degC"
high = 12
options = { speed = 1000000 }

[[capability]]
name = "cellar door"
driver = "gpio-input"
at = "gpiochip0:17"
type = "DoorOpen"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"

[[rule]]
when = "cellar door"
set = "fan"
`;

const isValueOf = (path: string) => (notify: Notify) =>
  notify.notification === 'value_change' && notify.value_change.param_path === path;

async function world() {
  const broker = await startMosquitto();
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  hardware.files.texts.set(resolve(recording), readFileSync(recording, 'utf8'));
  const door = hardware.gpio('gpiochip0:17');
  const fan = hardware.gpio('pin 13');
  const controller = await MqttController.connect(mqttControllerOptions(broker.port));
  const ends = [() => controller.close(), () => broker.remove()];
  const end = async () => {
    for (const each of ends) await each();
  };
  try {
    const agent = await startTestAgent(mqttControllerToml(broker.port) + capabilities, { hardware });
    ends.unshift(() => agent.stop());
    await until('the Connect record', () => controller.records.length > 0);
    return { agent, controller, broker, door, fan, end };
  } catch (cause) {
    await end();
    throw cause;
  }
}

test('a recording that crosses its threshold and an edge of a line reach the subscriber', async () => {
  if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
  const { controller, door, fan, end } = await world();
  try {
    await controller.subscribe('level', 'ValueChange', 'Device.IoTCapability.*.LevelSensor.HighLevel');
    await controller.subscribe('door', 'ValueChange', 'Device.IoTCapability.*.BinarySensor.Value');
    door.setWire(true);
    const level = await controller.notified('HighLevel', isValueOf('Device.IoTCapability.1.LevelSensor.HighLevel'));
    assert.is(level.notify.subscription_id, 'level');
    assert.is(level.notify.notification === 'value_change' && level.notify.value_change.param_value, 'true');
    const opened = await controller.notified('the door', isValueOf('Device.IoTCapability.2.BinarySensor.Value'));
    assert.is(opened.notify.notification === 'value_change' && opened.notify.value_change.param_value, 'true');
    assert.is(await controller.value('Device.IoTCapability.[Name=="fan"].BinaryControl.Value'), 'true');
    assert.ok(fan.wireIsHigh);
  } finally {
    await end();
  }
});

test('the agent introduces itself, and answers every kind of question', async () => {
  if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
  const { controller, end } = await world();
  try {
    assert.is(await controller.value('Device.LocalAgent.EndpointID'), 'os::012345-test');
    assert.is(controller.records[0]?.record_type, 'mqtt_connect');
    const protocols = await controller.request({ get_supported_protocol: {} });
    assert.ok(protocols.resp_type === 'get_supported_protocol_resp');
    assert.is(protocols.get_supported_protocol_resp.agent_supported_protocol_versions, '1.0,1.1,1.2,1.3,1.4');
    const model = await controller.request({ get_supported_dm: { obj_paths: ['Device.'], return_params: true } });
    assert.ok(model.resp_type === 'get_supported_dm_resp');
    const toggled = await controller.request({
      operate: { command: 'Device.IoTCapability.3.BinaryControl.Toggle()', send_resp: true },
    });
    assert.ok(toggled.resp_type === 'operate_resp');
    const [result] = toggled.operate_resp.operation_results;
    assert.is(result?.operation_resp, 'req_obj_path');
  } finally {
    await end();
  }
});

test('after a restart of the broker the agent comes back by itself', async () => {
  if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
  const { controller, broker, end } = await world();
  try {
    assert.is(await controller.value('Device.LocalAgent.EndpointID'), 'os::012345-test');
    await controller.close();
    await broker.stop();
    await broker.start();
    const again = await MqttController.connect(mqttControllerOptions(broker.port));
    await until('the agent to come back', () => again.records.some(record => record.record_type === 'mqtt_connect'));
    await again.close();
  } finally {
    await end();
  }
});

test.run();
