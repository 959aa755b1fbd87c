import { set } from '../../soak/chores.ts';
import { appendsPerSecond } from '../appends.ts';
import { cpuMsOf } from '../processes.ts';
import { atLeast, defineRow } from '../row.ts';
import { withStation } from '../station.ts';
import { median } from '../statistics.ts';
import { connectPump, goodAnswer, inFlight, recordsOf } from '../wire.ts';

const path = 'Device.LocalAgent.Controller.[EndpointID=="self::controller"].';
const slices = 12;
const sliceSets = 200;
/** What the journal writes for such a Set. */
const commitBytes = 80;

export const row = defineRow({
  floor: 'bare append and fdatasync, one after the other',
  figures: {
    rate: { what: 'Set of 1 parameter, durable, 32 in flight', unit: '/s', target: atLeast(0.7, 'ratio') },
    alone: { what: 'Set of 1 parameter, durable, one at a time', unit: '/s' },
    cpu: { what: "Set of 1 parameter, durable, the agent's whole process", unit: 'ms CPU' },
  },
  /** In short slices that take turns, for a disk is quick and slow by turns. */
  measure: bench =>
    withStation(bench, '', async station => {
      const pump = await connectPump(station);
      let number = 0;
      const request = (i: number) => set(path, { ProvisioningCode: `code ${i}` });
      const sets = async (count: number, abreast: number) => {
        const requests = recordsOf(count, request, number);
        number += count;
        const { seconds, answer } = await pump.run(requests, abreast);
        goodAnswer(answer);
        return count / seconds;
      };
      await sets(sliceSets, inFlight);
      const [rates, alone, floors, cpuMs] = [[], [], [], []] as [number[], number[], number[], number[]];
      for (let slice = 0; slice < (bench.isQuick ? slices / 4 : slices); slice++) {
        const before = cpuMsOf(station.agent);
        rates.push(await sets(sliceSets, inFlight));
        cpuMs.push((cpuMsOf(station.agent) - before) / sliceSets);
        floors.push(await appendsPerSecond(commitBytes, sliceSets / 4));
        alone.push(await sets(sliceSets / 4, 1));
      }
      await pump.close();
      const floor = median(floors);
      return {
        rate: { value: median(rates), floor },
        alone: { value: median(alone), floor },
        cpu: { value: median(cpuMs) },
      };
    }),
});
