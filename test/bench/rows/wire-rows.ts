import { opened } from '../../helpers/controller.ts';
import { add } from '../../soak/chores.ts';
import { Echo } from '../echo.ts';
import { cpuMsOf } from '../processes.ts';
import { defineRow } from '../row.ts';
import { type Station, settledStation } from '../station.ts';
import { subscriptions } from '../subscriptions.ts';
import { connectPump, goodAnswer, inFlight, recordsOf } from '../wire.ts';

const rows = 400;
const warmings = 4;

const adds = (first: number) =>
  recordsOf(rows, number => add(subscriptions, { ID: `b${number}`, NotifType: 'Event' }), first);
const deletes = (last: number) =>
  recordsOf(rows, i => ({ delete: { obj_paths: [`${subscriptions}${last - rows + 1 + i}.`] } }));

/** As many rows come and go again and again; the first times warm the engine up. */
async function comingAndGoing(station: Station) {
  const [pump, echo] = [await connectPump(station), await Echo.start(station.broker.port)];
  const cost = async (requests: readonly Uint8Array[]) => {
    const before = cpuMsOf(station.agent);
    const { answer } = await pump.run(requests, inFlight);
    const cpuMs = cpuMsOf(station.agent) - before;
    const floor = await echo.run(requests, inFlight, goodAnswer(answer).length);
    return { answer, sample: { value: cpuMs / rows, floor: floor.cpuMs / rows } };
  };
  const turn = async (number: number) => {
    const added = await cost(adds(number * rows));
    const deleted = await cost(deletes(instanceOf(added.answer)));
    return { add: added.sample, del: deleted.sample };
  };
  for (let number = 0; number < warmings; number++) await turn(number);
  const run = await turn(warmings);
  await pump.close();
  await echo.close();
  return run;
}

export const row = defineRow({
  floor: 'an echo of the same bytes through the same broker',
  figures: {
    add: { what: "Add of a Subscription, durable, the agent's whole process", unit: 'ms CPU' },
    del: { what: "Delete of a Subscription, durable, the agent's whole process", unit: 'ms CPU' },
  },
  measure: bench => settledStation(bench, '', station => bench.alone(() => comingAndGoing(station))),
});

/** The number of the row that an AddResp tells of. Rows are numbered one after the other. */
function instanceOf(answer: Uint8Array): number {
  return Number(/Subscription\.(\d+)\./.exec(JSON.stringify(opened(answer).msg?.body))?.[1]);
}
