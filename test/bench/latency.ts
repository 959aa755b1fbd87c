// From a driver's port to a subscriber behind mosquitto: a line's edge, to the Notify's arrival at the controller.
// The floor, taken in the same run: a publish of the same size through the same broker and the same package.
import { connectAsync } from 'mqtt';
import { HostClock } from '../../drivers/host/clock.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { mqttControllerOptions, mqttControllerToml, startTestAgent } from '../helpers/agent.ts';
import { MqttController } from '../helpers/controller.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { until } from '../helpers/until.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { Row } from './table.ts';

const edges = 500;

const door = `
[[capability]]
name = "door"
driver = "gpio-input"
at = "gpiochip0:17"
`;

/** Milliseconds of `edges` edges, one after the other. */
async function measureAgent(port: number): Promise<Figures> {
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  const line = hardware.gpio('gpiochip0:17');
  const controller = await MqttController.connect(mqttControllerOptions(port));
  const agent = await startTestAgent(mqttControllerToml(port) + door, { hardware });
  await until('the Connect record', () => controller.records.length > 0);
  await controller.subscribe('door', 'ValueChange', 'Device.IoTCapability.*.BinarySensor.Value');
  const samples: number[] = [];
  for (let i = 0; i < edges; i++) {
    const startedMs = performance.now();
    line.setWire(i % 2 === 0);
    await until('the Notify', () => controller.notifies.length > i);
    samples.push((controller.notifies[i]?.atMs ?? 0) - startedMs);
  }
  await agent.stop();
  await controller.close();
  return figuresOf(samples);
}

async function measureFloor(port: number): Promise<Figures> {
  const url = `mqtt://127.0.0.1:${port}`;
  const [from, to] = await Promise.all([connectAsync(url), connectAsync(url)]);
  const samples: number[] = [];
  let startedMs = 0;
  await to.subscribeAsync('floor', { qos: 1 });
  to.on('message', () => samples.push(performance.now() - startedMs));
  for (let i = 0; i < edges; i++) {
    startedMs = performance.now();
    from.publish('floor', Buffer.alloc(170), { qos: 1 });
    await until('the floor', () => samples.length > i);
  }
  await from.endAsync(true);
  await to.endAsync(true);
  return figuresOf(samples);
}

export async function latency(): Promise<Row[]> {
  if (mosquittoIsMissing) {
    notRun(mosquittoIsMissing);
    return [];
  }
  const broker = await startMosquitto(['allow_anonymous true', 'set_tcp_nodelay true']);
  try {
    const floor = await measureFloor(broker.port);
    const agent = await measureAgent(broker.port);
    const row = (key: 'p50' | 'p99' | 'p999'): Row => ({
      name: `edge to subscriber, ${key}`,
      unit: 'ms',
      value: agent[key],
      floor: floor[key],
    });
    return [row('p50'), row('p99'), row('p999')];
  } finally {
    await broker.remove();
  }
}
