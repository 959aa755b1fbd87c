// Every class of capability through the whole agent: from the configuration over the hardware to a controller, and back.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { Mcp23017Model } from '../../../drivers/sim/models/mcp23017.ts';
import { Pca9685Model } from '../../../drivers/sim/models/pca9685.ts';
import { startTestAgent } from '../../helpers/agent.ts';
import { LocalController } from '../../helpers/local-controller.ts';
import { until } from '../../helpers/until.ts';

const toml = `
[agent]
endpoint = "os::012345-test"

[[capability]]
name = "light"
driver = "pca9685"
channel = "level0"
at = "i2c-1:0x40"
type = "Brightness"
range = [5, 95]
step = 60
initial = 20

[[capability]]
name = "fan"
driver = "file-output"
channel = "word"
at = "/sys/fan"
type = "FanMode"
values = ["Off", "Low", "High"]
options = { words = "Off=0, Low=85, High=255" }

[[capability]]
name = "state"
driver = "file"
channel = "word"
at = "/run/state"
type = "OperatingState"
values = ["Heating", "Cooling"]
poll = "20ms"

[[capability]]
name = "note"
driver = "file"
channel = "text"
at = "/run/note"

[[capability]]
name = "pump"
driver = "mcp23017"
channel = "out-a0"
at = "i2c-1:0x20"

[[capability]]
name = "leak"
driver = "mcp23017"
channel = "in-b7"
at = "i2c-1:0x20"
type = "WaterDetected"
poll = "20ms"
`;

async function world() {
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  const [lamp, lines] = [new Pca9685Model(), new Mcp23017Model()];
  lines.outside[15] = false;
  hardware.i2c('i2c-1').attach(0x40, lamp);
  hardware.i2c('i2c-1').attach(0x20, lines);
  for (const [path, text] of [
    ['/sys/fan', '0'],
    ['/run/state', 'Heating\n'],
    ['/run/note', 'Hello'],
  ] as const) {
    hardware.files.texts.set(path, text);
  }
  const agent = await startTestAgent(toml, { hardware });
  const controller = await LocalController.connect(agent.socketPath);
  const values = async (path: string): Promise<Record<string, string>> => {
    const response = await controller.request({ get: { param_paths: [`Device.IoTCapability.${path}`] } });
    assert.ok(response.resp_type === 'get_resp');
    return response.get_resp.req_path_results[0]?.resolved_path_results[0]?.result_params ?? {};
  };
  const operate = (command: string) =>
    controller.request({ operate: { command: `Device.IoTCapability.${command}`, command_key: 'k', send_resp: true } });
  const end = async () => {
    await controller.close();
    await agent.stop();
  };
  return { hardware, lamp, lines, agent, values, operate, end };
}

test('LevelControl: limits, unit and step from the configuration; its steps reach the hardware and clamp', async () => {
  const { lamp, values, operate, end } = await world();
  await until('the initial level', () => Math.abs(lamp.duty(0) - 0.2) < 0.001);
  const { Value, MinValue, MaxValue, StepValue, Unit, Type } = await values('1.LevelControl.');
  assert.equal([Value, MinValue, MaxValue, StepValue, Unit, Type], ['20', '5', '95', '60', '%', 'Brightness']);
  await operate('1.LevelControl.StepUp()');
  await until('one step', () => Math.abs(lamp.duty(0) - 0.8) < 0.001);
  await operate('1.LevelControl.StepUp()');
  await until('the upper limit', () => Math.abs(lamp.duty(0) - 0.95) < 0.001);
  await end();
  assert.ok(Math.abs(lamp.duty(0) - 0.2) < 0.001, 'at the end it has its initial level again');
});

test('EnumControl: its steps go round and reach the hardware by their codes', async () => {
  const { hardware, values, operate, end } = await world();
  assert.is((await values('2.EnumControl.')).ValidValues, 'Off,Low,High');
  for (const code of ['85', '255', '0']) {
    await operate('2.EnumControl.StepUp()');
    await until(code, () => hardware.files.texts.get('/sys/fan') === code);
  }
  await end();
});

test('EnumSensor: a word that is none of its values is refused, told once, and never shown', async () => {
  const { hardware, agent, values, end } = await world();
  const value = async () => (await values('3.EnumSensor.')).Value;
  while ((await value()) !== 'Heating');
  hardware.files.texts.set('/run/state', 'Melting');
  await until('a warning', () => agent.log.some(line => line.includes('"Melting" is none of Heating, Cooling')));
  assert.is(await value(), 'Heating');
  hardware.files.texts.set('/run/state', 'Cooling');
  while ((await value()) !== 'Cooling');
  assert.is((await values('3.EnumSensor.')).ValidValues, 'Heating,Cooling');
  await end();
});

test('BlobSensor: bytes as base64', async () => {
  const { values, end } = await world();
  while ((await values('4.BlobSensor.')).Value === '');
  const { Value, Type } = await values('4.BlobSensor.');
  assert.equal([Value, Type], ['SGVsbG8=', 'text']);
  await end();
});

test('inputs and outputs of one expander; after a brown-out it is set up and written again', async () => {
  const { lines, values, operate, end } = await world();
  await operate('5.BinaryControl.Toggle()');
  await until('the pump', () => lines.level(0) === true);
  lines.outside[15] = true;
  while ((await values('6.BinarySensor.')).Value !== 'true');
  lines.brownOut();
  assert.is(lines.level(0), undefined);
  await until('the pump again', () => lines.level(0) === true);
  await end();
});

test.run();
