/** Preset: memory after a burst of notifications, beside what the same agent took before it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { beside, memoryFigures, restingMemory, settleMs } from './memory.ts';
import { atMost, defineRow, type Row } from './row.ts';
import { soon, withStation } from './station.ts';

const sensors = 20;
const notificationsEach = 250;
const idleS = 30;
const burstS = 5;
const burstMsMax = (idleS + burstS) * 1_000;

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

export function burstMemory(what: string, flags: readonly string[], overMost: number): Row {
  return defineRow({
    floor: 'the same agent before the burst',
    figures: memoryFigures(what, { rss: atMost(overMost, 'difference') }),
    measure: bench => {
      const recording = join(temporaryDirectory(), 'burst.csv');
      writeFileSync(recording, burstRecording(notificationsEach, idleS, burstS));
      return withStation(
        bench,
        replayToml(sensors, recording),
        async ({ controller, agent }) => {
          await controller.subscribe('burst', 'ValueChange', 'Device.IoTCapability.*.LevelSensor.Value');
          await sleep(settleMs);
          const [before] = await restingMemory(agent);
          const wanted = sensors * notificationsEach;
          await sleep(burstMsMax - settleMs);
          await soon('the burst to arrive', () => controller.notifies.length >= wanted);
          await sleep(settleMs);
          const [after] = await restingMemory(agent);
          return beside(after!, before!);
        },
        { flags },
      );
    },
  });
}
