// TCP on a bad network: 30 % of the packets come late, as those do that have to be sent again, and whole connections
// stop. And names that are not resolved for a while: whoever asks again is helped.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { mqttControllerOptions, mqttControllerToml, startTestAgent } from '../helpers/agent.ts';
import { MqttController, type Received } from '../helpers/controller.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { seededRandom } from '../helpers/random.ts';
import { until } from '../helpers/until.ts';
import { badNames } from './names.ts';
import { startProxy } from './proxy.ts';

const door = '\n[[capability]]\nname = "door"\ndriver = "gpio-input"\nat = "gpiochip0:17"\n';
const doorValue = 'Device.IoTCapability.*.BinarySensor.Value';
const quick = (toml: string) =>
  toml.replace(
    'topic = "usp/controller/1" }',
    'topic = "usp/controller/1", retry = { wait = "1s", multiplier = 1000 } }',
  );

/** Value and msg_id of each ValueChange that came, in order, each pair once. */
function told(notifies: readonly Received[]): [value: string, msgId: string][] {
  const values = new Map<string, string>();
  for (const { notify, msgId } of notifies) {
    if (notify.notification === 'value_change') values.set(msgId, notify.value_change.param_value);
  }
  return [...values].map(([msgId, value]) => [value, msgId]);
}

async function world(toml: string) {
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  const line = hardware.gpio('gpiochip0:17');
  const agent = await startTestAgent(quick(toml) + door, { hardware });
  return { agent, line };
}

const lossShare = 0.3;
/** The least that Linux waits before it sends a segment again; twice that when this one is lost, too. */
const retransmitMs = 200;

test('MQTT over TCP that loses 30 % of its packets tells all, in order, once', async () => {
  if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
  const random = seededRandom(7);
  const holdMs = () => {
    let ms = 0;
    for (let wait = retransmitMs; random.fraction() < lossShare; wait *= 2) ms += wait;
    return ms;
  };
  const broker = await startMosquitto();
  const proxy = await startProxy(broker.port, { holdMs });
  const controller = await MqttController.connect(mqttControllerOptions(broker.port));
  const { agent, line } = await world(mqttControllerToml(proxy.port));
  try {
    await until('the Connect record', () => controller.records.length > 0);
    await controller.subscribe('door', 'ValueChange', doorValue, { NotifRetry: 'true' });
    const edges = 12;
    for (let edge = 0; edge < edges; edge++) {
      line.setWire(edge % 2 === 0);
      await until('some of it', () => told(controller.notifies).length > edge - 4);
    }
    await until('all of it', () => told(controller.notifies).length === edges);
    const expected = Array.from({ length: edges }, (_, edge) => String(edge % 2 === 0));
    assert.equal(
      told(controller.notifies).map(([value]) => value),
      expected,
    );
    assert.is(proxy.accepted, 1, 'late is not dead');
    assert.is(agent.stuck(), undefined);
  } finally {
    await agent.stop();
    await controller.close();
    await proxy.close();
    await broker.remove();
  }
});

test('a name that is resolved again after a while is found without help, at the start and later', async () => {
  if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
  const names = badNames('broker.test');
  names.mode = 'fail';
  const broker = await startMosquitto();
  let controller = await MqttController.connect(mqttControllerOptions(broker.port));
  const toml = mqttControllerToml(broker.port)
    .replace('mqtt://127.0.0.1', 'mqtt://broker.test')
    .replace('role =', 'insecure = true\nrole =');
  const { agent, line } = await world(toml);
  const complaints = () => agent.log.filter(each => each.startsWith('warning') && each.includes('broker.test'));
  try {
    await until('two tries', () => names.asked >= 2);
    assert.is(complaints().length, 1, complaints().join('\n'));
    names.mode = 'well';
    await until('the Connect record', () => controller.records.length > 0);
    await controller.subscribe('door', 'ValueChange', doorValue, { NotifRetry: 'true', Persistent: 'true' });
    names.mode = 'fail';
    await controller.close();
    await broker.stop();
    line.setWire(true);
    await broker.start();
    controller = await MqttController.connect(mqttControllerOptions(broker.port));
    const asked = names.asked;
    await until('another try', () => names.asked > asked);
    names.mode = 'well';
    await until('the Notify', () => told(controller.notifies).length > 0);
    assert.equal(
      told(controller.notifies).map(([value]) => value),
      ['true'],
    );
    assert.is(agent.stuck(), undefined);
  } finally {
    names.restore();
    await agent.stop();
    await controller.close();
    await broker.remove();
  }
});

test.run();
