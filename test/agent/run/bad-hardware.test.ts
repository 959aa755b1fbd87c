// Hardware that hangs or lies, under the whole agent: all else is untouched.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { startTestAgent } from '../../helpers/agent.ts';
import { LocalController } from '../../helpers/local-controller.ts';
import { until } from '../../helpers/until.ts';

const capability = (name: string, lines: string) => `\n[[capability]]\nname = "${name}"\n${lines}\n`;

const toml = [
  '[agent]\nendpoint = "os::012345-test"\n',
  capability('a', 'driver = "sht31"\nchannel = "temperature"\nat = "i2c-1:0x44"\npoll = "250ms"'),
  capability('b', 'driver = "sht31"\nchannel = "temperature"\nat = "i2c-2:0x44"\npoll = "250ms"'),
  capability('pipe', 'driver = "ds18b20"\nat = "/sys/bus/w1/devices/28-01"\npoll = "1s"'),
  capability('well', 'driver = "file"\nchannel = "level"\nat = "/run/well"\npoll = "20ms"'),
].join('');

const scratchpad = (bytes: string, milli: number) => `${bytes} : crc=${bytes.slice(-2)} YES\n${bytes} t=${milli}\n`;

async function world() {
  const clock = new HostClock({ trustWallTime: true });
  const hardware = new SimHardware(clock);
  for (const bus of ['i2c-1', 'i2c-2']) hardware.i2c(bus).inject('stuck');
  hardware.files.texts.set('/sys/bus/w1/devices/28-01/w1_slave', scratchpad('50 05 4b 46 7f ff 0c 10 1c', 85_000));
  hardware.files.texts.set('/run/well', '1\n');
  const agent = await startTestAgent(toml, { hardware });
  const controller = await LocalController.connect(agent.socketPath);
  const value = async (path: string) => {
    const response = await controller.request({ get: { param_paths: [`Device.IoTCapability.${path}`] } });
    assert.ok(response.resp_type === 'get_resp');
    return Object.values(response.get_resp.req_path_results[0]?.resolved_path_results[0]?.result_params ?? {})[0];
  };
  const set = (path: string, param: string, text: string) => {
    const param_settings = [{ param, value: text, required: true }];
    const obj_path = `Device.IoTCapability.${path}`;
    return controller.request({ set: { update_objs: [{ obj_path, param_settings }] } });
  };
  const end = async () => {
    await controller.close();
    await agent.stop();
  };
  return { hardware, agent, value, set, end };
}

test('with hung buses a durable Set is answered, and other sensors go on', async () => {
  const { hardware, value, set, end } = await world();
  const response = await set('1.LevelSensor.', 'HighLevelThreshold', '30');
  assert.ok(response.resp_type === 'set_resp');
  assert.is(await value('1.LevelSensor.HighLevelThreshold'), '30');
  hardware.files.texts.set('/run/well', '2\n');
  while ((await value('4.LevelSensor.Value')) !== '2');
  await end();
});

test('the value from power-on is never shown: not contacted, not changed, until a true reading comes', async () => {
  const { hardware, agent, value, end } = await world();
  await until('a warning', () => agent.log.some(line => line.includes('85 degC, its value from power-on')));
  assert.is(await value('3.LevelSensor.Value'), '0');
  assert.is(await value('3.LevelSensor.LastContactTime'), '0001-01-01T00:00:00Z');
  assert.is(await value('3.LevelSensor.LastChange'), '0001-01-01T00:00:00Z');
  hardware.files.texts.set('/sys/bus/w1/devices/28-01/w1_slave', scratchpad('5e 01 ff ff 7f ff ff ff 52', 21_875));
  await until('a reading', () => agent.log.some(line => line.includes('pipe: answers again')));
  assert.is(await value('3.LevelSensor.Value'), '21.875');
  await end();
});

test.run();
