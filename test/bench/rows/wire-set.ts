import { set } from '../../soak/chores.ts';
import { appendsPerSecond } from '../appends.ts';
import { Echo } from '../echo.ts';
import { cpuMsOf } from '../processes.ts';
import type { Pump, Pumped } from '../pump.ts';
import { defineRow, type RunOf } from '../row.ts';
import { type Station, settledStation } from '../station.ts';
import { connectPump, goodAnswer, inFlight, recordsOf, warmedUp } from '../wire.ts';

const path = 'Device.LocalAgent.Controller.[EndpointID=="self::controller"].';
const slices = 12;
const slicesQuick = 6;
const sliceSets = 600;
/** What the journal writes for such a Set. */
const commitBytes = 80;

/** Numbered on, so that each is a change. */
function setsOf(pump: Pump) {
  let number = 0;
  return async (count: number, abreast: number): Promise<Pumped & { requests: readonly Uint8Array[] }> => {
    const requests = recordsOf(count, i => set(path, { ProvisioningCode: `code ${i}` }), number);
    number += count;
    const pumped = await pump.run(requests, abreast);
    goodAnswer(pumped.answer);
    return { ...pumped, requests };
  };
}

/** In short slices that take turns, for a disk is quick and slow by turns. */
async function slicesOf(station: Station, count: number) {
  const [pump, echo] = [await connectPump(station), await Echo.start(station.broker.port)];
  const sets = setsOf(pump);
  const { answer, requests } = await warmedUp(() => sets(sliceSets, inFlight));
  await echo.run(requests, inFlight, answer.length);
  const runs: RunOf<'rate' | 'alone' | 'cpu'>[] = [];
  for (let slice = 0; slice < count; slice++) {
    const before = cpuMsOf(station.agent);
    const own = await sets(sliceSets, inFlight);
    const cpuMs = cpuMsOf(station.agent) - before;
    const appends = await appendsPerSecond(commitBytes, sliceSets / 4);
    const alone = await sets(sliceSets / 4, 1);
    const floor = await echo.run(own.requests, inFlight, answer.length);
    runs.push({
      rate: { value: sliceSets / own.seconds, floor: appends },
      alone: { value: sliceSets / 4 / alone.seconds, floor: appends },
      cpu: { value: cpuMs / sliceSets, floor: floor.cpuMs / sliceSets },
    });
  }
  await pump.close();
  await echo.close();
  return runs;
}

export const row = defineRow({
  floor: 'bare append and fdatasync, one after the other; for processor time an echo of the same bytes',
  figures: {
    rate: { what: 'Set of 1 parameter, durable, 32 in flight', unit: '/s' },
    alone: { what: 'Set of 1 parameter, durable, one at a time', unit: '/s' },
    cpu: { what: "Set of 1 parameter, durable, the agent's whole process", unit: 'ms CPU' },
  },
  measure: bench =>
    settledStation(bench, '', station => bench.alone(() => slicesOf(station, bench.isQuick ? slicesQuick : slices))),
});
