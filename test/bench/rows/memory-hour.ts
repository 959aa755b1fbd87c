import { setTimeout as sleep } from 'node:timers/promises';
import { RealSoak } from '../../soak/real.ts';
import { beside, memoryFigures, restingMemory, settleMs } from '../memory.ts';
import { defineRow } from '../row.ts';
import { withBroker } from '../station.ts';

const hourMs = 3_600_000;

export const row = defineRow({
  floor: 'the same agent before the hour',
  rests: true,
  figures: memoryFigures('after an hour of work (in half a minute)'),
  measure: ({ program }) =>
    withBroker(async broker => {
      const soak = new RealSoak(broker, 1);
      try {
        await soak.start(program);
        await sleep(settleMs);
        const [before] = await restingMemory(soak.agent);
        await soak.work(hourMs);
        await sleep(settleMs);
        const [after] = await restingMemory(soak.agent);
        return beside(after!, before!);
      } finally {
        await soak.close();
      }
    }),
});
