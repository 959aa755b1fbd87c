// 1.11 to 1.23, 1.96, 1.104: Set.
import type { AgentBench, Case } from '../bench/case.ts';
import { object, partly, required } from '../bench/controller.ts';
import type { Message, Outcome, Updated } from '../bench/messages.ts';
import type { Metric } from '../bench/metric.ts';
import { added, objectsAt, paramsOf, subscribed, subscriptions, valueAt } from '../bench/steps.ts';

const retry = { NotifRetry: required('true') };
const invalid = { InvalidParameter: required('IrrelevantValue') };

/** The results of a SetResp. */
const resultsOf = (metric: Metric, answer: Message) => metric.response(answer, 'set_resp').updated_obj_results;

/** That an object's success tells this one instance, with NotifRetry as its only updated parameter. */
function updatesRetry(metric: Metric, outcome: Outcome<Updated, unknown>, ...paths: string[]): void {
  const { updated_inst_results: instances } = metric.success(outcome);
  metric.equal(
    new Set(instances.map(each => each.affected_path)),
    new Set(paths),
    'the affected_path of each instance',
  );
  for (const each of instances) metric.equal(Object.keys(each.updated_params), ['NotifRetry'], 'updated_params');
}

/** That NotifRetry of each is true afterwards. */
async function isRetried({ controller }: AgentBench, metric: Metric, ...paths: string[]): Promise<void> {
  for (const path of paths) metric.equal(await valueAt(controller, `${path}NotifRetry`), 'true', `${path}NotifRetry`);
}

/** 1.11, 1.12, 1.18 and 1.22: one object, named in different ways. */
async function setsOne(bench: AgentBench, path: string, row: string, options: { partial?: boolean } = {}) {
  const { controller, metric } = bench;
  const results = resultsOf(metric(1), await controller.set(object(path, retry), options));
  updatesRetry(metric(2), metric(2).one(results, 'UpdatedObjectResult'), row);
  await isRetried(bench, metric(3), row);
}

const hasNoInvalid = (params: Readonly<Record<string, string>> | undefined) =>
  params !== undefined && !('InvalidParameter' in params);

export const setCases: readonly Case[] = [
  {
    number: '1.11',
    station: 'shared',
    shows: [],
    async run(bench) {
      const row = await subscribed(bench.controller, 'set11');
      await setsOne(bench, row, row);
    },
  },
  {
    number: '1.12',
    station: 'shared',
    shows: [],
    async run(bench) {
      const row = await subscribed(bench.controller, 'set12');
      await setsOne(bench, row, row, partly);
    },
  },
  {
    number: '1.13',
    station: 'shared',
    shows: [],
    async run(bench) {
      const { controller, metric } = bench;
      const rows = [await subscribed(controller, 'set13-1'), await subscribed(controller, 'set13-2')];
      const results = resultsOf(metric(1), await controller.set(rows.map(row => object(row, retry))));
      metric(2).equal(results.length, 2, 'the number of results');
      for (const [index, result] of results.entries()) updatesRetry(metric(2), result, rows[index] ?? '');
      await isRetried(bench, metric(3), ...rows);
    },
  },
  {
    number: '1.14',
    station: 'shared',
    shows: ['R-SET.2'],
    async run({ controller, metric }) {
      const row = await subscribed(controller, 'set14');
      const { param_errs: errors } = metric(1, 'R-SET.2').error(await controller.set(object(row, invalid)), 'Set');
      const error = metric(2).one(errors, 'param_errs entry');
      metric(2).equal(error.param_path, `${row}InvalidParameter`, 'its param_path');
      metric(2).appropriate(error.err_code, 'Set');
      const objects = await objectsAt(controller, row);
      metric(3).equal(Object.keys(objects), [row], 'the instances');
      metric(3).ok(hasNoInvalid(objects[row]), 'there is no InvalidParameter');
    },
  },
  {
    number: '1.15',
    station: 'shared',
    shows: ['R-SET.1'],
    async run({ controller, metric }) {
      const [first, second] = [await subscribed(controller, 'set15-1'), await subscribed(controller, 'set15-2')];
      const answer = await controller.set([object(first, retry), object(second, invalid)]);
      const error = metric(2).one(metric(1, 'R-SET.1').error(answer, 'Set').param_errs, 'param_errs entry');
      metric(2).equal(error.param_path, `${second}InvalidParameter`, 'its param_path');
      metric(2).appropriate(error.err_code, 'Set');
      const objects = await objectsAt(controller, subscriptions);
      metric(3).ok(
        [first, second].every(row => hasNoInvalid(objects[row])),
        'there is no InvalidParameter',
      );
      metric(3, 'R-SET.1').equal(objects[first]?.NotifRetry, 'false', 'NotifRetry of the first');
    },
  },
  {
    number: '1.16',
    station: 'shared',
    shows: ['R-SET.0', 'R-SET.2'],
    async run(bench) {
      const { controller, metric } = bench;
      const [first, second] = [await subscribed(controller, 'set16-1'), await subscribed(controller, 'set16-2')];
      const results = resultsOf(
        metric(1),
        await controller.set([object(first, retry), object(second, invalid)], partly),
      );
      metric(2).equal(results.length, 2, 'the number of results');
      const [good, bad] = results as [(typeof results)[0], (typeof results)[0]];
      updatesRetry(metric(2, 'R-SET.0'), good, first);
      const failure = metric(2, 'R-SET.2').failure(bad, 'Set');
      const instance = metric(2).one(failure.updated_inst_failures, 'UpdatedInstanceFailure');
      metric(2).equal(instance.affected_path, second, 'its affected_path');
      const error = metric(2).one(instance.param_errs, 'ParameterError');
      metric(2).equal(error.param, 'InvalidParameter', 'its param');
      metric(2).appropriate(error.err_code, 'Set');
      await isRetried(bench, metric(3, 'R-SET.0'), first);
    },
  },
  {
    number: '1.17',
    station: 'shared',
    shows: ['R-SET.0'],
    async run(bench) {
      const { controller, metric } = bench;
      const row = await subscribed(controller, 'set17');
      const settings = { NotifRetry: 'true', InvalidParameter: 'IrrelevantValue' };
      const results = resultsOf(metric(1), await controller.set(object(row, settings), partly));
      const { updated_inst_results: instances } = metric(2).success(metric(2).one(results, 'UpdatedObjectResult'));
      const instance = metric(2).one(instances, 'UpdatedInstanceResult');
      metric(2).equal(instance.affected_path, row, 'its affected_path');
      metric(2).equal(Object.keys(instance.updated_params), ['NotifRetry'], 'updated_params');
      const error = metric(2).one(instance.param_errs, 'ParameterError');
      metric(2).equal(error.param, 'InvalidParameter', 'its param');
      metric(2).appropriate(error.err_code, 'Set');
      await isRetried(bench, metric(3, 'R-SET.0'), row);
    },
  },
  {
    number: '1.18',
    station: 'shared',
    shows: [],
    async run(bench) {
      const row = await subscribed(bench.controller, 'set18');
      await setsOne(bench, `${subscriptions}[ID=="set18"&&Recipient=="${bench.row.slice(0, -1)}"].`, row);
    },
  },
  {
    number: '1.19',
    station: 'shared',
    shows: ['R-ARC.10'],
    async run(bench) {
      const { controller, metric } = bench;
      const rows = [await subscribed(controller, 'set19-1'), await subscribed(controller, 'set19-2')];
      const results = resultsOf(metric(1), await controller.set(object(`${subscriptions}*.`, retry)));
      updatesRetry(metric(2, 'R-ARC.10'), metric(2).one(results, 'UpdatedObjectResult'), ...rows);
      await isRetried(bench, metric(3), ...rows);
    },
  },
  {
    number: '1.20',
    station: 'shared',
    shows: ['R-SET.2a'],
    async run({ controller, metric }) {
      const rows = [await subscribed(controller, 'set20-1'), await subscribed(controller, 'set20-2')];
      const answer = await controller.set(object(`${subscriptions}*.`, invalid));
      const { param_errs: errors } = metric(1, 'R-SET.2a').error(answer, 'Set');
      metric(2).ok(errors.length >= 1, 'there is a param_errs entry');
      for (const error of errors) {
        metric(2).ok(
          rows.some(row => error.param_path === `${row}InvalidParameter`),
          'it names one of the rows',
          error,
        );
        metric(2).appropriate(error.err_code, 'Set');
      }
      const objects = Object.values(await objectsAt(controller, subscriptions));
      metric(3, 'R-SET.2a').ok(objects.length === 2 && objects.every(hasNoInvalid), 'there is no InvalidParameter');
    },
  },
  {
    number: '1.21',
    station: 'shared',
    shows: ['R-SET.2a'],
    async run({ controller, metric }) {
      const rows = [await subscribed(controller, 'set21-1'), await subscribed(controller, 'set21-2')];
      const answer = await controller.set(object(`${subscriptions}*.`, { Enable: required('InvalidValue') }), partly);
      const results = resultsOf(metric(1), answer);
      const outcome = metric(2).one(results, 'UpdatedObjectResult');
      const { updated_inst_failures: failures } = metric(3, 'R-SET.2a').failure(outcome, 'Set');
      metric(3).ok(failures.length >= 1, 'there is an UpdatedInstanceFailure');
      for (const failure of failures) {
        metric(3).ok(rows.includes(failure.affected_path), 'its affected_path is one of the rows', failure);
        const error = metric(3).one(failure.param_errs, 'ParameterError');
        metric(3).equal(error.param, 'Enable', 'its param');
        metric(3).appropriate(error.err_code, 'Set');
      }
      const objects = Object.values(await objectsAt(controller, subscriptions));
      metric(4, 'R-SET.2a').equal(
        objects.map(({ Enable }) => Enable),
        ['true', 'true'],
        'Enable afterwards',
      );
    },
  },
  {
    number: '1.22',
    station: 'shared',
    shows: [],
    async run(bench) {
      const row = await subscribed(bench.controller, 'set22', { NotifExpiration: '5' });
      await setsOne(bench, `${subscriptions}[NotifExpiration>0].`, row);
    },
  },
  {
    number: '1.23',
    station: 'shared',
    shows: [],
    async run({ controller, metric }) {
      const path = `${subscriptions}[Recipient=="InvalidValue"].`;
      const results = resultsOf(metric(1), await controller.set(object(path, retry), partly));
      const { updated_inst_results: instances } = metric(2).success(metric(2).one(results, 'UpdatedObjectResult'));
      metric(2).equal(instances, [], 'what was updated');
    },
  },
  {
    number: '1.96',
    station: 'shared',
    shows: ['R-KEY.1'],
    async run({ controller, metric }) {
      const row = await added(controller, subscriptions, { ID: 'add96' });
      const answer = await controller.set(object(row, { ID: required('add96-NEW') }));
      metric(1, 'R-KEY.1').error(answer, 'Set');
      metric(1, 'R-KEY.1').equal((await paramsOf(controller, row))?.ID, 'add96', 'ID afterwards');
    },
  },
  {
    number: '1.104',
    station: 'shared',
    shows: ['R-KEY.1'],
    async run({ controller, metric }) {
      const row = await added(controller, subscriptions, { Alias: 'test-1-104' });
      const answer = await controller.set(object(row, { Alias: required('test-1-104-new-alias') }));
      metric(1, 'R-KEY.1').error(answer, 'Set');
      metric(2, 'R-KEY.1').equal(await valueAt(controller, `${row}Alias`), 'test-1-104', 'Alias afterwards');
    },
  },
];
