/** Preset: memory after a burst of notifications, beside what the same agent took before it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { beside, memoryFigures, restingMemory, settleMs } from './memory.ts';
import { defineRow, type Row } from './row.ts';
import { type Station, soon, withStation } from './station.ts';

const sensors = 20;
const notificationsEach = 250;
const burstS = 5;

interface Plan {
  /** From the start until the agent is at rest, until the burst begins, and from its end until there is rest again. */
  settleMs: number;
  idleS: number;
  quietMs: number;
}

/** A burst leaves its garbage until the agent has been quiet for a while (agent/cli/heap.ts). */
const usual: Plan = { settleMs, idleS: 32, quietMs: 25_000 };
const quick: Plan = { settleMs: 11_000, idleS: 16, quietMs: 20_000 };

/** A recording that is silent for a while, and then has all its readings within seconds. */
export function burstRecording(readings: number, afterS: number, withinS: number): string {
  const row = (i: number) => `${(afterS + (i * withinS) / readings).toFixed(4)},${i + 1}`;
  return ['0,0', ...Array.from({ length: readings }, (_, i) => row(i)), ''].join('\n');
}

/** Capabilities that play the recording in `path`. */
export const replayToml = (count: number, path: string): string =>
  Array.from(
    { length: count },
    (_, i) => `\n[[capability]]\nname = "sensor ${i}"\ndriver = "replay"\nat = "${path}"\noptions = { loop = false }\n`,
  ).join('');

async function aroundBurst({ controller, agent }: Station, { settleMs, idleS, quietMs }: Plan) {
  await controller.subscribe('burst', 'ValueChange', 'Device.IoTCapability.*.LevelSensor.Value');
  await sleep(settleMs);
  const [before] = await restingMemory(agent);
  await sleep((idleS + burstS) * 1_000 - settleMs);
  await soon('the burst to arrive', () => controller.notifies.length >= sensors * notificationsEach);
  await sleep(quietMs);
  const [after] = await restingMemory(agent);
  return beside(after!, before!);
}

export function burstMemory(what: string, flags: readonly string[]): Row {
  return defineRow({
    floor: 'the same agent before the burst',
    rests: true,
    figures: memoryFigures(what),
    measure: bench => {
      const plan = bench.isQuick ? quick : usual;
      const recording = join(temporaryDirectory(), 'burst.csv');
      writeFileSync(recording, burstRecording(notificationsEach, plan.idleS, burstS));
      return withStation(bench, replayToml(sensors, recording), station => aroundBurst(station, plan), { flags });
    },
  });
}
