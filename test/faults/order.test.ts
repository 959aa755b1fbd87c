// A controller that is slower to come back than the broker and the agent: what it misses at first is sent again, and
// everything reaches it in order, over restarts of the broker and of the agent.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { mqttControllerOptions, mqttControllerToml, startTestAgent } from '../helpers/agent.ts';
import { MqttController, type Received } from '../helpers/controller.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { until } from '../helpers/until.ts';

const doorValue = 'Device.IoTCapability.*.BinarySensor.Value';

/** Connections and notifications are tried again as soon as the configuration lets them be. */
const tomlFor = (port: number) => `${mqttControllerToml(port).replace(
  'controller/1" }',
  'controller/1", retry = { wait = "1s", multiplier = 1000 } }\nnotify-retry = { wait = "1s", multiplier = 2000 }',
)}
[[capability]]
name = "door"
driver = "gpio-input"
at = "gpiochip0:17"
`;

/** Values as they came, each Notify once, however often it came. */
function valuesOf(notifies: readonly Received[]): string[] {
  const seen = new Set<string>();
  return notifies.flatMap(({ notify, msgId }) => {
    if (notify.notification !== 'value_change' || seen.has(msgId)) return [];
    seen.add(msgId);
    return [notify.value_change.param_value];
  });
}

test('a controller that comes back last hears everything, in order', async () => {
  if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
  const broker = await startMosquitto();
  const connect = () => MqttController.connect(mqttControllerOptions(broker.port));
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  const line = hardware.gpio('gpiochip0:17');
  let agent = await startTestAgent(tomlFor(broker.port), { hardware });
  let controller = await connect();
  const heard: Received[] = [];
  let edges = 0;
  const turn = (times: number) => {
    for (let i = 0; i < times; i++) line.setWire(edges++ % 2 === 0);
  };
  /** Until it answers, it is as if it had not come: what the agent sends meanwhile is lost. */
  const comeLate = async () => {
    controller = await connect();
    controller.acknowledges = false;
    await until('something that goes unheard', () => controller.notifies.length > 0);
    turn(4);
    await until('some of it again', () => controller.notifies.length > valuesOf(controller.notifies).length);
    controller.notifies.length = 0;
    controller.acknowledges = true;
    await until('the rest', () => valuesOf([...heard, ...controller.notifies]).length === edges);
    heard.push(...controller.notifies);
    await controller.close();
  };
  try {
    await until('the Connect record', () => controller.records.length > 0);
    await controller.subscribe('door', 'ValueChange', doorValue, { NotifRetry: 'true', Persistent: 'true' });
    await controller.close();
    turn(4);
    await comeLate();
    await broker.stop();
    turn(4);
    await broker.start();
    await comeLate();
    turn(4);
    await agent.stop();
    agent = await startTestAgent(tomlFor(broker.port), { hardware, directory: agent.directory });
    await comeLate();
    const moves = Array.from({ length: edges }, (_, i) => String(i % 2 === 0));
    assert.equal(valuesOf(heard), moves);
  } finally {
    await agent.stop();
    await controller.close();
    await broker.remove();
  }
});

test.run();
