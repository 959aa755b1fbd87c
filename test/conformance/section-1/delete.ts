// 1.24 to 1.35, 1.90: Delete.
import type { AgentBench, Case } from '../bench/case.ts';
import { partly } from '../bench/controller.ts';
import type { Message } from '../bench/messages.ts';
import type { Metric } from '../bench/metric.ts';
import { agent, bootParameter, controllers, objectsAt, subscribed, subscriptions, valueAt } from '../bench/steps.ts';

const invalidObject = `${agent}InvalidObject.`;
const absent = `${subscriptions}999999.`;

const resultsOf = (metric: Metric, answer: Message) => metric.response(answer, 'delete_resp').deleted_obj_results;

/** That each result names what was asked for and, of it, what is gone. */
function tells(metric: Metric, results: ReturnType<typeof resultsOf>, gone: Readonly<Record<string, string[]>>): void {
  metric.equal(
    results.map(each => each.requested_path),
    Object.keys(gone),
    'the requested_path of each result',
  );
  for (const result of results) {
    const affected = metric.success(result).affected_paths;
    metric.equal(new Set(affected), new Set(gone[result.requested_path]), 'the affected_paths');
  }
}

async function isGone({ controller }: AgentBench, metric: Metric, ...rows: string[]): Promise<void> {
  const table = (rows[0] ?? subscriptions).replace(/\d+\.$/, '');
  const left = Object.keys(await objectsAt(controller, table));
  metric.ok(!rows.some(row => left.includes(row)), 'the rows are gone', left);
}

/** An Error about one path that is no object. */
function complainsOfObject(metric: (number: number) => Metric, answer: Message): void {
  const error = metric(2).one(metric(1).error(answer, 'Delete').param_errs, 'param_errs entry');
  metric(2).equal(error.param_path, invalidObject, 'its param_path');
  metric(2).appropriate(error.err_code, 'Delete');
}

export const deleteCases: readonly Case[] = [
  {
    number: '1.24',
    station: 'shared',
    shows: [],
    async run(bench) {
      const { controller, metric } = bench;
      const row = await subscribed(controller, 'delete24');
      tells(metric(2), resultsOf(metric(1), await controller.delete(row)), { [row]: [row] });
      await isGone(bench, metric(3), row);
    },
  },
  {
    number: '1.25',
    station: 'shared',
    shows: ['R-DEL.2a'],
    async run({ controller, metric }) {
      tells(metric(1, 'R-DEL.2a'), resultsOf(metric(1), await controller.delete(absent)), { [absent]: [] });
    },
  },
  {
    number: '1.26',
    station: 'shared',
    shows: ['R-DEL.1'],
    async run({ controller, metric }) {
      complainsOfObject(number => metric(number, 'R-DEL.1'), await controller.delete(invalidObject));
    },
  },
  {
    number: '1.27',
    station: 'shared',
    shows: [],
    async run(bench) {
      const { controller, metric } = bench;
      const [one, two] = [await subscribed(controller, 'delete27-1'), await subscribed(controller, 'delete27-2')];
      tells(metric(2), resultsOf(metric(1), await controller.delete([one, two])), { [one]: [one], [two]: [two] });
      await isGone(bench, metric(3), one, two);
    },
  },
  {
    number: '1.28',
    station: 'shared',
    shows: ['R-DEL.1'],
    async run({ controller, metric }) {
      const row = await subscribed(controller, 'delete28');
      complainsOfObject(number => metric(number), await controller.delete([row, invalidObject]));
      metric(3, 'R-DEL.1').equal(Object.keys(await objectsAt(controller, subscriptions)), [row], 'the rows afterwards');
    },
  },
  {
    number: '1.29',
    station: 'shared',
    shows: ['R-DEL.2a'],
    async run({ controller, metric }) {
      tells(metric(1, 'R-DEL.2a'), resultsOf(metric(1), await controller.delete(absent, partly)), { [absent]: [] });
    },
  },
  {
    number: '1.30',
    station: 'shared',
    shows: [],
    async run({ controller, metric }) {
      const results = resultsOf(metric(1), await controller.delete(invalidObject, partly));
      const result = metric(2).one(results, 'deleted_obj_results entry');
      metric(2).equal(result.requested_path, invalidObject, 'its requested_path');
      metric(2).failure(result, 'Delete');
    },
  },
  {
    number: '1.31',
    station: 'shared',
    shows: ['R-DEL.0'],
    async run(bench) {
      const { controller, metric } = bench;
      const row = await subscribed(controller, 'delete31');
      const results = resultsOf(metric(1), await controller.delete([row, invalidObject], partly));
      metric(2).equal(results.length, 2, 'the number of results');
      tells(metric(2), results.slice(0, 1), { [row]: [row] });
      metric(2).failure(results[1] as (typeof results)[0], 'Delete');
      await isGone(bench, metric(3, 'R-DEL.0'), row);
    },
  },
  {
    number: '1.32',
    station: 'shared',
    shows: ['R-DEL.2a'],
    async run(bench) {
      const { controller, metric } = bench;
      const row = await subscribed(controller, 'delete32');
      const results = resultsOf(metric(1), await controller.delete([row, absent], partly));
      tells(metric(2, 'R-DEL.2a'), results, { [row]: [row], [absent]: [] });
      await isGone(bench, metric(3), row);
    },
  },
  {
    number: '1.33',
    station: 'shared',
    shows: ['R-MSG.3'],
    async run(bench) {
      const { controller, metric, row } = bench;
      const parameter = await bootParameter(bench);
      const alias = await valueAt(controller, `${row}Alias`);
      const keys = `[EndpointID=="${controller.endpointId}"&&Alias=="${alias}"]`;
      const path = `${controllers}${keys}.BootParameter.${parameter.split('.').at(-2)}.`;
      const results = resultsOf(metric(1), await controller.delete(path));
      tells(metric(2), results, { [path]: [parameter] });
      const [affected] = metric(3).success(metric(3).one(results, 'result')).affected_paths;
      metric(3, 'R-MSG.3').matches(
        affected ?? '',
        /^Device\.LocalAgent\.Controller\.\d+\.BootParameter\.\d+\.$/,
        'path',
      );
      await isGone(bench, metric(4), parameter);
    },
  },
  {
    number: '1.34',
    station: 'shared',
    shows: ['R-ARC.10'],
    async run(bench) {
      const { controller, metric } = bench;
      const rows = [await subscribed(controller, 'delete34-1'), await subscribed(controller, 'delete34-2')];
      const all = `${subscriptions}*.`;
      tells(metric(2, 'R-ARC.10'), resultsOf(metric(1), await controller.delete(all)), { [all]: rows });
      await isGone(bench, metric(3), ...rows);
    },
  },
  {
    number: '1.35',
    station: 'shared',
    shows: ['R-ARC.9'],
    async run(bench) {
      const { controller, metric, row } = bench;
      const on = await bootParameter(bench);
      const off = await bootParameter(bench, { Enable: 'false', ParameterName: `${agent}EndpointID` });
      const path = `${row}BootParameter.[Enable==true].`;
      tells(metric(2, 'R-ARC.9'), resultsOf(metric(1), await controller.delete(path)), { [path]: [on] });
      const left = await objectsAt(controller, `${row}BootParameter.`);
      metric(3).ok(off in left, 'the disabled one is still there', left);
      metric(4).equal(
        Object.values(left).map(({ Enable }) => Enable),
        ['false'],
        'Enable of those that are left',
      );
    },
  },
  {
    number: '1.90',
    station: 'shared',
    shows: ['R-DEL.2a'],
    async run({ controller, metric }) {
      await subscribed(controller, 'delete90');
      const path = `${subscriptions}[Enable==false].`;
      tells(metric(1, 'R-DEL.2a'), resultsOf(metric(1), await controller.delete(path)), { [path]: [] });
    },
  },
];
