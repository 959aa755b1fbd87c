import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mqttControllerOptions } from '../../helpers/agent.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { burstRecording, replayToml } from '../burst.ts';
import { cpuMsOf } from '../processes.ts';
import { connectQuick } from '../pump.ts';
import { defineRow } from '../row.ts';
import { soon, withBroker, withStation } from '../station.ts';

const sensors = 20;
const each = 400;
/** V8 optimises by then (agent/cli/heap.ts). */
const afterS = 10;
/** Twenty sensors at once make some ten thousand readings a second, more than are ever told. */
const withinS = 0.8;
const notifyBytes = 170;
const quietMs = 500;

interface Arrivals {
  count: number;
  perSecond: number;
  /** Processor time of this whole process for each. */
  cpuMs: number;
}

/** How many messages come on a topic, and how fast, until there is quiet. */
async function arrivals(port: number, topic: string, start: () => void): Promise<Arrivals> {
  const client = await connectQuick(port);
  await client.subscribeAsync(topic, { qos: 0 });
  const times: number[] = [];
  const before = process.cpuUsage();
  client.on('message', () => times.push(performance.now()));
  start();
  await soon('the first', () => times.length > sensors * 2);
  while (performance.now() - (times[times.length - 1] ?? 0) < quietMs) await sleep(quietMs / 5);
  const { user, system } = process.cpuUsage(before);
  await client.endAsync(true);
  const burst = times.slice(sensors * 2);
  const seconds = ((burst[burst.length - 1] ?? 0) - (burst[0] ?? 0)) / 1_000;
  const cpuMs = (user + system) / 1_000 / times.length;
  return { count: times.length, perSecond: burst.length / seconds, cpuMs };
}

function floorArrivals(): Promise<Arrivals> {
  return withBroker(async ({ port }) => {
    const from = await connectQuick(port);
    const bytes = Buffer.alloc(notifyBytes);
    const send = () => {
      for (let i = 0; i < sensors * each; i++) from.publish('floor', bytes, { qos: 1 });
    };
    const seen = await arrivals(port, 'floor', send);
    await from.endAsync(true);
    return seen;
  });
}

export const row = defineRow({
  floor: 'as many publishes of the same size through the same package, broker and quality of service',
  figures: {
    rate: { what: 'notifications at most', unit: '/s' },
    cpu: { what: "a reading that is notified, the agent's whole process", unit: 'ms CPU' },
  },
  measure: bench => {
    const recording = join(temporaryDirectory(), 'burst.csv');
    writeFileSync(recording, burstRecording(each, afterS, withinS));
    return withStation(bench, replayToml(sensors, recording), async ({ controller, agent, broker }) => {
      await controller.subscribe('burst', 'ValueChange', 'Device.IoTCapability.*.LevelSensor.Value');
      await controller.close();
      const before = cpuMsOf(agent);
      const { controllerTopic } = mqttControllerOptions(broker.port);
      const { count, perSecond } = await arrivals(broker.port, controllerTopic, () => {});
      const cpuMs = (cpuMsOf(agent) - before) / count;
      const floor = await floorArrivals();
      return { rate: { value: perSecond, floor: floor.perSecond }, cpu: { value: cpuMs, floor: floor.cpuMs } };
    });
  },
});
