// 1.1 to 1.10, 1.81, 1.88, 1.95: Add.
import type { AgentBench, Case } from '../bench/case.ts';
import { object, partly, required } from '../bench/controller.ts';
import type { ErrorBody } from '../bench/messages.ts';
import type { Metric } from '../bench/metric.ts';
import {
  agent,
  controllers,
  deleted,
  objectsAt,
  onlyOf,
  paramsOf,
  softwareVersion,
  subscription,
  subscriptionIds,
  subscriptions,
  valueAt,
} from '../bench/steps.ts';

const invalidObject = `${agent}InvalidObject.`;
const keysOfSubscription = ['Alias', 'ID', 'Recipient'];

/** That a new object's keys are these, each with a value. */
function hasKeys(metric: Metric, keys: Readonly<Record<string, string>> | undefined, ...names: string[]): void {
  metric.equal(Object.keys(keys ?? {}).sort(), names, 'the unique keys');
  metric.ok(
    Object.values(keys ?? {}).every(value => value !== ''),
    'each key has a value',
    keys,
  );
}

/** 1.1 and 1.2: one object, everything well. */
async function addsOne({ controller, metric }: AgentBench, id: string, partial: boolean): Promise<void> {
  const answer = await controller.add(subscription(id), { partial });
  const { created_obj_results: results } = metric(1, 'R-MSG.0').response(answer, 'add_resp');
  const created = metric(2).success(metric(2).one(results, 'CreatedObjectResult'));
  metric(2).equal(created.param_errs, [], 'parameter errors');
  hasKeys(metric(2, 'R-ADD.5'), created.unique_keys, ...keysOfSubscription);
  const row = metric(3).found(await paramsOf(controller, created.instantiated_path), 'the Subscription is there');
  const set = { Enable: 'true', ID: id, NotifType: 'ValueChange', ReferenceList: softwareVersion };
  metric(4).equal(onlyOf(row, set), set, 'the values');
  await deleted(controller, created.instantiated_path);
}

/** An Error about one path, with its own code. */
function complainsOnlyOf(metric: Metric, { param_errs: errors }: ErrorBody, path: RegExp): void {
  const error = metric.one(errors, 'param_errs entry');
  metric.matches(error.param_path, path, 'its param_path');
  metric.appropriate(error.err_code, 'Add');
}

/** 1.9's and 1.5's created row holds what was asked for. */
async function holds({ controller }: AgentBench, metric: Metric, path: string, set: Record<string, string>) {
  metric.equal(onlyOf(await paramsOf(controller, path), set), set, `the values of ${path}`);
}

export const addCases: readonly Case[] = [
  {
    number: '1.1',
    station: 'shared',
    shows: ['R-MSG.0', 'R-ADD.5'],
    run: bench => addsOne(bench, 'add1', false),
  },
  {
    number: '1.2',
    station: 'shared',
    shows: ['R-MSG.0', 'R-ADD.5'],
    run: bench => addsOne(bench, 'add2', true),
  },
  {
    number: '1.3',
    station: 'shared',
    shows: ['R-ADD.1', 'R-ADD.3'],
    async run({ controller, metric }) {
      const bad = subscription('add3', { Enable: required('InvalidValue'), ReferenceList: softwareVersion });
      const error = metric(1, 'R-ADD.3').error(await controller.add(bad), 'Add');
      complainsOnlyOf(metric(2), error, /\.Enable$/);
      metric(3, 'R-ADD.1').equal(await subscriptionIds(controller), [], 'Subscriptions afterwards');
    },
  },
  {
    number: '1.4',
    station: 'shared',
    shows: ['R-ADD.1'],
    async run({ controller, metric }) {
      const settings = { Enable: 'true', ID: 'add4', NotifType: 'ValueChange', ReferenceList: softwareVersion };
      const error = metric(1, 'R-ADD.1').error(await controller.add(object(invalidObject, settings)), 'Add');
      complainsOnlyOf(metric(2), error, /^Device\.LocalAgent\.InvalidObject\.$/);
      metric(3).equal(await subscriptionIds(controller), [], 'Subscriptions afterwards');
    },
  },
  {
    number: '1.5',
    station: 'shared',
    shows: ['R-ADD.5'],
    async run(bench) {
      const { controller, metric } = bench;
      const endpointId = `${agent}EndpointID`;
      const second = subscription('add52', { ReferenceList: required(endpointId) });
      const answer = await controller.add([subscription('add51'), second]);
      const { created_obj_results: results } = metric(1).response(answer, 'add_resp');
      metric(2).equal(results.length, 2, 'the number of results');
      const created = results.map(result => metric(2).success(result));
      for (const { param_errs: errors, unique_keys: keys } of created) {
        metric(2).equal(errors, [], 'parameter errors');
        hasKeys(metric(2, 'R-ADD.5'), keys, ...keysOfSubscription);
      }
      const paths = created.map(({ instantiated_path: path }) => path);
      metric(3).equal(new Set(Object.keys(await objectsAt(controller, subscriptions))), new Set(paths), 'the rows');
      const both = { Enable: 'true', NotifType: 'ValueChange' };
      await holds(bench, metric(4), paths[0] ?? '', { ...both, ID: 'add51', ReferenceList: softwareVersion });
      await holds(bench, metric(5), paths[1] ?? '', { ...both, ID: 'add52', ReferenceList: endpointId });
      await deleted(controller, ...paths);
    },
  },
  {
    number: '1.6',
    station: 'shared',
    shows: ['R-ADD.1'],
    async run({ controller, metric }) {
      const settings = {
        Enable: 'true',
        ID: 'add62',
        NotifType: 'ValueChange',
        ReferenceList: required(softwareVersion),
      };
      const answer = await controller.add([subscription('add61'), object(invalidObject, settings)]);
      const error = metric(1).error(answer, 'Add');
      complainsOnlyOf(metric(2), error, /^Device\.LocalAgent\.InvalidObject\.$/);
      metric(3, 'R-ADD.1').equal(await subscriptionIds(controller), [], 'Subscriptions afterwards');
    },
  },
  {
    number: '1.7',
    station: 'shared',
    shows: ['R-ADD.1', 'R-ADD.3'],
    async run({ controller, metric }) {
      const bad = subscription('add71', { Enable: required('InvalidValue') });
      const good = object(subscriptions, { Enable: 'true', ID: 'add72', NotifType: 'ValueChange' });
      const error = metric(1, 'R-ADD.3').error(await controller.add([bad, good]), 'Add');
      complainsOnlyOf(metric(2), error, /\.Enable$/);
      metric(3, 'R-ADD.1').equal(await subscriptionIds(controller), [], 'Subscriptions afterwards');
    },
  },
  {
    number: '1.8',
    station: 'shared',
    shows: ['R-ADD.3'],
    async run({ controller, metric }) {
      const answer = await controller.add(subscription('add8', { Enable: required('InvalidValue') }), partly);
      const { created_obj_results: results } = metric(1).response(answer, 'add_resp');
      metric(2, 'R-ADD.3').failure(metric(2).one(results, 'CreatedObjectResult'), 'Add');
      metric(3, 'R-ADD.3').equal(await subscriptionIds(controller), [], 'Subscriptions afterwards');
    },
  },
  {
    number: '1.9',
    station: 'shared',
    shows: ['R-ADD.0', 'R-ADD.5'],
    async run(bench) {
      const { controller, metric } = bench;
      const plain = { ReferenceList: softwareVersion };
      const bad = subscription('add91', { ...plain, InvalidParameter: required('IrrelevantValue') });
      const answer = await controller.add([subscription('add91', plain), bad], partly);
      const { created_obj_results: results } = metric(1).response(answer, 'add_resp');
      metric(2).equal(results.length, 2, 'the number of results');
      const [first, second] = results as [(typeof results)[0], (typeof results)[0]];
      const created = metric(2).success(first);
      metric(2).equal(created.param_errs, [], 'parameter errors');
      hasKeys(metric(2, 'R-ADD.5'), created.unique_keys, ...keysOfSubscription);
      metric(2, 'R-ADD.0').failure(second, 'Add');
      const rows = Object.keys(await objectsAt(controller, subscriptions));
      metric(3, 'R-ADD.0').equal(rows, [created.instantiated_path], 'the rows afterwards');
      const set = { Enable: 'true', ID: 'add91', NotifType: 'ValueChange', ...plain };
      await holds(bench, metric(4), created.instantiated_path, set);
      await deleted(controller, created.instantiated_path);
    },
  },
  {
    number: '1.10',
    station: 'shared',
    shows: ['R-ADD.5', 'R-ARC.7'],
    async run(bench) {
      const { controller, metric, row } = bench;
      const alias = await valueAt(controller, `${row}Alias`);
      const path = `${controllers}[EndpointID=="${controller.endpointId}"&&Alias=="${alias}"].BootParameter.`;
      const set = { Enable: 'true', ParameterName: softwareVersion };
      const { created_obj_results: results } = metric(1).response(await controller.add(object(path, set)), 'add_resp');
      const created = metric(2, 'R-ARC.7').success(metric(2).one(results, 'CreatedObjectResult'));
      metric(2).equal(created.param_errs, [], 'parameter errors');
      hasKeys(metric(2, 'R-ADD.5'), created.unique_keys, 'Alias', 'ParameterName');
      metric(3).ok(created.instantiated_path.startsWith(`${row}BootParameter.`), 'it is below the Controller row');
      await holds(bench, metric(4), created.instantiated_path, set);
      await deleted(controller, created.instantiated_path);
    },
  },
  {
    number: '1.81',
    station: 'shared',
    shows: ['R-ADD.5'],
    async run({ controller, metric }) {
      const without = { Enable: 'true', NotifType: 'ValueChange' };
      const first = object(subscriptions, { ...without, ReferenceList: softwareVersion });
      const second = object(subscriptions, { ...without, ReferenceList: `${agent}EndpointID` });
      const { created_obj_results: results } = metric(1).response(await controller.add([first, second]), 'add_resp');
      metric(2).equal(results.length, 2, 'the number of results');
      const [one, other] = results.map(result => metric(2).success(result).unique_keys);
      for (const keys of [one, other]) hasKeys(metric(2, 'R-ADD.5'), keys, ...keysOfSubscription);
      metric(2, 'R-ADD.5').ok(one?.Alias !== other?.Alias && one?.ID !== other?.ID, 'Alias and ID differ', [
        one,
        other,
      ]);
      metric(2).equal(one?.Recipient, other?.Recipient, 'Recipient');
    },
  },
  {
    number: '1.88',
    station: 'shared',
    shows: ['R-ADD.1'],
    async run({ controller, metric }) {
      const settings = {
        Enable: 'True',
        Alias: '88InvalidAlias',
        NotifType: 'ValueChange',
        ReferenceList: softwareVersion,
      };
      metric(1, 'R-ADD.1').error(await controller.add(object(subscriptions, settings)), 'Add');
      metric(2).equal(await subscriptionIds(controller), [], 'Subscriptions afterwards');
    },
  },
  {
    number: '1.95',
    station: 'shared',
    shows: ['R-ADD.0', 'R-ARC.9'],
    async run({ controller, metric }) {
      const path = `${controllers}[Enable==true].BootParameter.`;
      const set = { Enable: 'true', ParameterName: softwareVersion };
      const { created_obj_results: results } = metric(1).response(await controller.add(object(path, set)), 'add_resp');
      const created = results.map(result => metric(1, 'R-ADD.0').success(result).instantiated_path);
      const there = Object.keys(await objectsAt(controller, `${controllers}*.BootParameter.`));
      metric(2, 'R-ARC.9').equal(new Set(there), new Set(created), 'the BootParameters');
      metric(2).ok(there.length >= 2, 'each of the Controllers has one', there);
    },
  },
];
