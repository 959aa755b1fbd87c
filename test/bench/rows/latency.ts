import { HostClock } from '../../../drivers/host/clock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { mqttControllerOptions, mqttControllerToml, startTestAgent } from '../../helpers/agent.ts';
import { MqttController } from '../../helpers/controller.ts';
import { connectQuick } from '../pump.ts';
import { defineRow } from '../row.ts';
import { soon, withBroker } from '../station.ts';
import { percentile } from '../statistics.ts';

const edges = 4_000;
const notifyBytes = 170;
const door = '\n[[capability]]\nname = "door"\ndriver = "gpio-input"\nat = "gpiochip0:17"\n';

/** Milliseconds from each `make` to what `arrived` is called for, one after the other. */
async function latencies(count: number, make: (i: number) => void, listen: (arrived: () => void) => void) {
  const samples: number[] = [];
  let arrived = () => {};
  listen(() => arrived());
  for (let i = 0; i < count; i++) {
    const arrival = new Promise<void>(resolve => {
      arrived = resolve;
    });
    const startedMs = performance.now();
    make(i);
    await arrival;
    samples.push(performance.now() - startedMs);
    await new Promise(resolve => setImmediate(resolve)); // What the reading still leaves to do is not the next one's.
  }
  return samples;
}

async function agentLatencies(port: number, count: number): Promise<number[]> {
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  const line = hardware.gpio('gpiochip0:17');
  const controller = await MqttController.connect(mqttControllerOptions(port));
  const agent = await startTestAgent(mqttControllerToml(port) + door, { hardware });
  await soon('the Connect record', () => controller.records.length > 0);
  await controller.subscribe('door', 'ValueChange', 'Device.IoTCapability.*.BinarySensor.Value');
  await controller.close();
  const listener = await connectQuick(port);
  await listener.subscribeAsync('usp/controller/1', { qos: 0 });
  const samples = await latencies(
    count,
    i => line.setWire(i % 2 === 0),
    arrived => listener.on('message', arrived),
  );
  await listener.endAsync(true);
  await agent.stop();
  return samples;
}

async function floorLatencies(port: number, count: number): Promise<number[]> {
  const [from, to] = [await connectQuick(port), await connectQuick(port)];
  await to.subscribeAsync('floor', { qos: 0 });
  const samples = await latencies(
    count,
    () => from.publish('floor', Buffer.alloc(notifyBytes), { qos: 1 }),
    arrived => to.on('message', arrived),
  );
  await from.endAsync(true);
  await to.endAsync(true);
  return samples;
}

export const row = defineRow({
  floor: 'a publish of as many bytes through the same broker',
  figures: {
    p50: { what: "a line's edge to its ValueChange at a controller, p50", unit: 'ms' },
    p99: { what: "a line's edge to its ValueChange at a controller, p99", unit: 'ms' },
    p999: { what: "a line's edge to its ValueChange at a controller, p99.9", unit: 'ms' },
  },
  measure: bench =>
    withBroker(({ port }) =>
      bench.alone(async () => {
        const count = bench.isQuick ? edges / 2 : edges;
        const [floor, own] = [await floorLatencies(port, count), await agentLatencies(port, count)];
        const sample = (share: number) => ({ value: percentile(own, share), floor: percentile(floor, share) });
        return { p50: sample(0.5), p99: sample(0.99), p999: sample(0.999) };
      }),
    ),
});
