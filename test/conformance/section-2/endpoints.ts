// 2.1, 2.2, 2.9: who is heard.
import type { AgentBench, Case } from '../bench/case.ts';
import { agent, objectsAt, valueAt } from '../bench/steps.ts';
import { encodeRecord, encodeRequest } from '../bench/wire.ts';

const trust = `${agent}ControllerTrust.`;

const getAgent = () => encodeRequest({ get: { param_paths: [agent] } }, 'unheard');

/** Sends a Get in a Record with these fields; that nothing comes back. */
async function isUnheard({ controller, metric, seconds }: AgentBench, id: string, record: Record<string, unknown>) {
  const before = controller.records.length;
  controller.sendRecord(encodeRecord({ version: '1.4', ...record }));
  const seen = await controller.heard(heard => controller.records.indexOf(heard) >= before, seconds(10, 1) * 1000);
  metric(1, id).ok(seen === undefined, 'nothing comes back', seen?.message ?? seen?.record);
}

export const endpointCases: readonly Case[] = [
  {
    number: '2.1',
    station: 'alone',
    shows: ['R-ARC.1', 'R-ARC.2'],
    async run(bench) {
      const { agentId } = bench.controller;
      const own = { to_id: agentId, from_id: agentId };
      const session = { session_id: 2, sequence_id: 1, expected_id: 1, payload: [getAgent()] };
      await isUnheard(bench, 'R-ARC.2', { ...own, session_context: session });
      await isUnheard(bench, 'R-ARC.2', { ...own, no_session_context: { payload: getAgent() } });
      const { controller, metric } = bench;
      metric(1, 'R-ARC.1').equal(
        await valueAt(controller, `${agent}EndpointID`),
        agentId,
        'EndpointID, asked for afterwards',
      );
    },
  },
  {
    number: '2.2',
    station: 'alone',
    shows: ['R-E2E.1'],
    async run(bench) {
      const { agentId, endpointId } = bench.controller;
      const payload = { no_session_context: { payload: getAgent() } };
      await isUnheard(bench, 'R-E2E.1', { to_id: 'os::012345-another', from_id: agentId, ...payload });
      await isUnheard(bench, 'R-E2E.1', { to_id: 'os::012345-another', from_id: endpointId, ...payload });
    },
  },
  {
    number: '2.9',
    station: 'alone',
    needs: [`${trust}UntrustedRole`],
    shows: ['R-SEC.1a'],
    async run({ controller, metric, stranger }) {
      const { controller: unknown } = await stranger();
      await unknown.get(agent);
      const rows = Object.values(await objectsAt(controller, `${agent}Controller.*.`));
      const row = rows.find(({ EndpointID: id }) => id === unknown.endpointId);
      const role = await valueAt(controller, `${trust}UntrustedRole`);
      metric(1).ok(role !== undefined && role !== '', 'there is an UntrustedRole');
      const { AssignedRole, InheritedRole } = metric(1).found(row, 'it has a row');
      metric(1, 'R-SEC.1a').equal(AssignedRole, role, 'its AssignedRole');
      metric(1, 'R-SEC.1a').ok(InheritedRole !== undefined, 'there is an InheritedRole');
    },
  },
];
