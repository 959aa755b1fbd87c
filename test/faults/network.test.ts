// Networks as they are: brokers that restart, connections that die without a word, names that nobody resolves. Nothing that
// a subscription with NotifRetry has seen is lost, nothing comes twice under two msg_ids, and nobody has to help.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { mqttControllerOptions, mqttControllerToml, startTestAgent } from '../helpers/agent.ts';
import { type AtEnd, closing } from '../helpers/closing.ts';
import { MqttController, type Received } from '../helpers/controller.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { until } from '../helpers/until.ts';
import { startProxy } from './proxy.ts';

const door = '\n[[capability]]\nname = "door"\ndriver = "gpio-input"\nat = "gpiochip0:17"\n';
const doorValue = 'Device.IoTCapability.*.BinarySensor.Value';

/** Quick to come back, and quick to notice: the shortest that the configuration takes. */
const quick = (toml: string, more = '') =>
  toml.replace(
    'topic = "usp/controller/1" }',
    `topic = "usp/controller/1", retry = { wait = "1s", multiplier = 1000 }${more} }`,
  );

/** Values as they came, each Notify once, however often it came. */
function valuesOf(notifies: readonly Received[]): string[] {
  const seen = new Set<string>();
  return notifies.flatMap(({ notify, msgId }) => {
    if (notify.notification !== 'value_change' || seen.has(msgId)) return [];
    seen.add(msgId);
    return [notify.value_change.param_value];
  });
}

async function world(toml: string, atEnd: AtEnd) {
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  const line = hardware.gpio('gpiochip0:17');
  const agent = await startTestAgent(toml + door, { hardware });
  atEnd(agent.stop);
  return { agent, line };
}

async function brokerAndController(atEnd: AtEnd) {
  const broker = await startMosquitto();
  atEnd(broker.remove);
  const connect = () => MqttController.connect(mqttControllerOptions(broker.port));
  const controller = await connect();
  atEnd(() => controller.close());
  return { broker, controller, connect };
}

test('a broker that restarts again and again costs nothing but time', () =>
  closing(async atEnd => {
    if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
    const { broker, controller: first, connect } = await brokerAndController(atEnd);
    const controllers = [first];
    const values = () => valuesOf(controllers.flatMap(({ notifies }) => notifies));
    const { agent, line } = await world(quick(mqttControllerToml(broker.port)), atEnd);
    let edges = 0;
    const turn = () => line.setWire(edges++ % 2 === 0);
    await until('the Connect record', () => first.records.length > 0);
    await first.subscribe('door', 'ValueChange', doorValue, { NotifRetry: 'true', Persistent: 'true' });
    for (let restart = 0; restart < 4; restart++) {
      for (let i = 0; i < 5; i++) turn();
      await until('some of it', () => values().length > restart * 10);
      await controllers.at(-1)!.close();
      await broker.stop();
      for (let i = 0; i < 5; i++) turn();
      await broker.start();
      const next = await connect();
      atEnd(() => next.close());
      controllers.push(next);
      await until('the agent to come back', () => next.records.some(each => each.record_type === 'mqtt_connect'));
    }
    await until('all of it', () => values().length >= edges);
    const moves = Array.from({ length: edges }, (_, i) => String(i % 2 === 0));
    assert.equal(values(), moves, 'none lost, none twice, each in its turn');
    assert.is(agent.stuck(), undefined);
  }));

test('a connection that has died without a word is noticed and made anew', () =>
  closing(async atEnd => {
    if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
    const { broker, controller } = await brokerAndController(atEnd);
    const proxy = await startProxy(broker.port);
    atEnd(proxy.close);
    const { agent, line } = await world(quick(mqttControllerToml(proxy.port), ', keep-alive = "2s"'), atEnd);
    await until('the Connect record', () => controller.records.length > 0);
    await controller.subscribe('door', 'ValueChange', doorValue, { NotifRetry: 'true' });
    line.setWire(true);
    await until('the first Notify', () => controller.notifies.length > 0);
    proxy.silence();
    line.setWire(false);
    await until('another connection', () => proxy.accepted > 1);
    await until('the Notify of the dead time', () => valuesOf(controller.notifies).length > 1);
    assert.equal(valuesOf(controller.notifies), ['true', 'false']);
    assert.is(agent.stuck(), undefined);
  }));

test('a name that nobody resolves is told once, and is no reason to end; another name cures it', () =>
  closing(async atEnd => {
    if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
    const { broker, controller } = await brokerAndController(atEnd);
    const toml = quick(mqttControllerToml(broker.port).replace('127.0.0.1', 'broker.invalid')).replace(
      'role =',
      'insecure = true\nrole =',
    );
    const { agent } = await world(toml, atEnd);
    const local = await LocalController.connect(agent.socketPath);
    atEnd(() => local.close());
    const aboutName = () => agent.log.filter(line => line.includes('broker.invalid') && line.startsWith('warning'));
    await until('the first try', () => aboutName().length > 0);
    const path = 'Device.MQTT.Client.1.';
    const param_settings = [{ param: 'BrokerAddress', value: '127.0.0.1', required: true }];
    await local.request({ set: { update_objs: [{ obj_path: path, param_settings }] } });
    await until('the Connect record', () => controller.records.length > 0);
    assert.is(aboutName().length, 1, aboutName().join('\n'));
  }));

test.run();
