import { opened } from '../../helpers/controller.ts';
import { add } from '../../soak/chores.ts';
import { cpuMsOf } from '../processes.ts';
import { defineRow } from '../row.ts';
import { withStation } from '../station.ts';
import { subscriptions } from '../subscriptions.ts';
import { connectPump, goodAnswer, inFlight, recordsOf } from '../wire.ts';

const rows = 400;

export const row = defineRow({
  figures: {
    add: { what: "Add of a Subscription, durable, the agent's whole process", unit: 'ms CPU' },
    del: { what: "Delete of a Subscription, durable, the agent's whole process", unit: 'ms CPU' },
  },
  measure: bench =>
    withStation(bench, '', async station => {
      const pump = await connectPump(station);
      const adds = (from: number) =>
        recordsOf(rows, number => add(subscriptions, { ID: `b${number}`, NotifType: 'Event' }), from);
      const deletes = (last: number) =>
        recordsOf(rows, i => ({ delete: { obj_paths: [`${subscriptions}${last - rows + 1 + i}.`] } }));
      const cost = async (requests: readonly Uint8Array[]) => {
        const before = cpuMsOf(station.agent);
        const { answer } = await pump.run(requests, inFlight);
        goodAnswer(answer);
        return { cpuMs: (cpuMsOf(station.agent) - before) / rows, answer };
      };
      const warm = await cost(adds(0));
      await cost(deletes(instanceOf(warm.answer)));
      const added = await cost(adds(rows));
      const deleted = await cost(deletes(instanceOf(added.answer)));
      await pump.close();
      return { add: { value: added.cpuMs }, del: { value: deleted.cpuMs } };
    }),
});

/** The number of the row that an AddResp tells of. Rows are numbered one after the other. */
function instanceOf(answer: Uint8Array): number {
  return Number(/Subscription\.(\d+)\./.exec(JSON.stringify(opened(answer).msg?.body))?.[1]);
}
