// 1.36 to 1.45, 1.82, 1.86, 1.87, 1.89: Get.
import type { AgentBench, Case } from '../bench/case.ts';
import type { GetResult, Message } from '../bench/messages.ts';
import type { Metric } from '../bench/metric.ts';
import { agent, softwareVersion, subscribed, subscriptions } from '../bench/steps.ts';

const endpointId = `${agent}EndpointID`;
const invalid = `${agent}InvalidParameter`;

const resultsOf = (metric: Metric, answer: Message) => metric.response(answer, 'get_resp').req_path_results;

/** That a path was read without error. */
function isRead(metric: Metric, result: GetResult, path: string): void {
  metric.equal([result.requested_path, result.err_code], [path, 0], 'the requested_path and its err_code');
}

/** That a result is this one parameter of this one object; its value. */
function onlyParam(metric: Metric, result: GetResult, objectPath: string, name: string): string {
  const resolved = metric.one(result.resolved_path_results, 'resolved_path_results entry');
  metric.equal(resolved.resolved_path, objectPath, 'the resolved_path');
  metric.equal(Object.keys(resolved.result_params), [name], 'the result_params');
  return resolved.result_params[name] ?? '';
}

const isRelative = (key: string) => key !== '' && !key.startsWith('Device.');

/** That all keys of result_params are relative. */
function isAllRelative(metric: Metric, result: GetResult): void {
  const keys = result.resolved_path_results.flatMap(each => Object.keys(each.result_params));
  metric.ok(keys.every(isRelative), 'the keys are relative paths', keys);
}

const pathsOf = (result: GetResult) => result.resolved_path_results.map(each => each.resolved_path);

/** How many objects below `base` a path is: 0 for `base` itself, 1 for "Subscription." or for an instance of it. */
function depthBelow(base: string, path: string): number {
  return path
    .slice(base.length)
    .split('.')
    .filter(part => part !== '' && !/^\d+$/.test(part)).length;
}

/** Objects below LocalAgent that the supported data model has, those of depth 1 or all. */
function supportedBelow({ supported }: AgentBench): string[] {
  return supported.objects
    .filter(each => each.supported_obj_path.startsWith(agent) && each.supported_params.length > 0)
    .map(each => each.supported_obj_path);
}

/** The path with its instance numbers as {i}. */
const generic = (path: string) => path.replace(/\.\d+(?=\.)/g, '.{i}');

/** One step of 1.89: what the resolved paths are, and how deep they go. */
async function readDepth({ controller, metric }: AgentBench, number: number, depth: number): Promise<string[]> {
  const results = resultsOf(metric(number), await controller.get(agent, depth));
  const result = metric(number).one(results, 'req_path_results entry');
  isRead(metric(number), result, agent);
  isAllRelative(metric(4), result);
  const paths = pathsOf(result);
  metric(number).ok(paths.includes(agent), `there is ${agent}`, paths);
  return paths;
}

export const getCases: readonly Case[] = [
  {
    number: '1.36',
    station: 'shared',
    shows: ['R-GET.2', 'R-GET.3'],
    async run({ controller, metric }) {
      const result = metric(2).one(resultsOf(metric(1), await controller.get(endpointId)), 'req_path_results entry');
      isRead(metric(2), result, endpointId);
      const value = onlyParam(metric(2, 'R-GET.2', 'R-GET.3'), result, agent, 'EndpointID');
      metric(2).equal(value, controller.agentId, 'the value');
    },
  },
  {
    number: '1.37',
    station: 'shared',
    shows: ['R-GET.2', 'R-GET.3'],
    async run({ controller, metric }) {
      const results = resultsOf(metric(1), await controller.get([endpointId, softwareVersion]));
      metric(2).equal(results.length, 2, 'the number of results');
      const [first, second] = results as [GetResult, GetResult];
      isRead(metric(2), first, endpointId);
      const value = onlyParam(metric(2, 'R-GET.2', 'R-GET.3'), first, agent, 'EndpointID');
      metric(2).equal(value, controller.agentId, 'the value');
      isRead(metric(2), second, softwareVersion);
      metric(2).ok(onlyParam(metric(2), second, agent, 'SoftwareVersion') !== '', 'SoftwareVersion has a value');
    },
  },
  {
    number: '1.38',
    station: 'shared',
    shows: ['R-GET.2'],
    async run({ controller, metric }) {
      const row = await subscribed(controller, 'get38');
      const results = resultsOf(metric(1), await controller.get([endpointId, `${row}Enable`]));
      metric(2).equal(results.length, 2, 'the number of results');
      const [first, second] = results as [GetResult, GetResult];
      isRead(metric(2), first, endpointId);
      metric(2).equal(onlyParam(metric(2, 'R-GET.2'), first, agent, 'EndpointID'), controller.agentId, 'the value');
      isRead(metric(2), second, `${row}Enable`);
      metric(2).equal(onlyParam(metric(2, 'R-GET.2'), second, row, 'Enable'), 'true', 'Enable');
    },
  },
  {
    number: '1.39',
    station: 'shared',
    shows: ['R-MSG.3'],
    async run(bench) {
      const { controller, metric } = bench;
      await subscribed(controller, 'get39');
      const result = metric(2).one(resultsOf(metric(1), await controller.get(agent)), 'req_path_results entry');
      isRead(metric(2), result, agent);
      const paths = pathsOf(result);
      metric(2).ok(paths.includes(agent), 'there is the object itself', paths);
      const own = result.resolved_path_results.find(each => each.resolved_path === agent);
      metric(2).equal(own?.result_params.EndpointID, controller.agentId, 'its EndpointID');
      for (const table of ['MTP', 'Controller', 'Subscription']) {
        metric(2, 'R-MSG.3').ok(
          paths.some(path => path.startsWith(`${agent}${table}.`)),
          `${table} is there`,
          paths,
        );
      }
      isAllRelative(metric(3), result);
    },
  },
  {
    number: '1.40',
    station: 'shared',
    shows: [],
    async run({ controller, metric }) {
      const row = await subscribed(controller, 'get40');
      const result = metric(2).one(resultsOf(metric(1), await controller.get(row)), 'req_path_results entry');
      isRead(metric(2), result, row);
      const resolved = metric(2).one(result.resolved_path_results, 'resolved_path_results entry');
      metric(2).equal(resolved.resolved_path, row, 'the resolved_path');
      metric(2).equal(resolved.result_params.ID, 'get40', 'ID');
      isAllRelative(metric(3), result);
    },
  },
  {
    number: '1.41',
    station: 'shared',
    shows: ['R-GET.0'],
    async run({ controller, metric }) {
      const result = metric(2).one(resultsOf(metric(1), await controller.get(invalid)), 'req_path_results entry');
      metric(2).equal(result.requested_path, invalid, 'the requested_path');
      metric(2).appropriate(result.err_code, 'Get');
      metric(2, 'R-GET.0').equal(result.err_code, 7026, 'the err_code');
    },
  },
  {
    number: '1.42',
    station: 'shared',
    shows: ['R-GET.0'],
    async run({ controller, metric }) {
      const results = resultsOf(metric(1), await controller.get([endpointId, invalid]));
      metric(2).equal(results.length, 2, 'the number of results');
      const [good, bad] = results as [GetResult, GetResult];
      isRead(metric(2), good, endpointId);
      metric(2).equal(onlyParam(metric(2), good, agent, 'EndpointID'), controller.agentId, 'the value');
      metric(2).equal(bad.requested_path, invalid, 'the other requested_path');
      metric(2, 'R-GET.0').equal(bad.err_code, 7026, 'the err_code');
    },
  },
  {
    number: '1.43',
    station: 'shared',
    shows: ['R-MSG.3'],
    async run({ controller, metric, row: recipient }) {
      const row = await subscribed(controller, 'get43');
      const path = `${subscriptions}[ID=="get43"&&Recipient=="${recipient.slice(0, -1)}"].Enable`;
      const result = metric(2).one(resultsOf(metric(1), await controller.get(path)), 'req_path_results entry');
      isRead(metric(2), result, path);
      metric(2).equal(onlyParam(metric(2, 'R-MSG.3'), result, row, 'Enable'), 'true', 'Enable');
    },
  },
  {
    number: '1.44',
    station: 'shared',
    shows: ['R-ARC.10'],
    async run({ controller, metric }) {
      const rows = [await subscribed(controller, 'get44-1'), await subscribed(controller, 'get44-2')];
      const path = `${subscriptions}*.Enable`;
      const result = metric(2).one(resultsOf(metric(1), await controller.get(path)), 'req_path_results entry');
      isRead(metric(2), result, path);
      metric(2, 'R-ARC.10').equal(new Set(pathsOf(result)), new Set(rows), 'the resolved paths');
      for (const { result_params: params } of result.resolved_path_results) {
        metric(2).equal(params, { Enable: 'true' }, 'the result_params');
      }
    },
  },
  {
    number: '1.45',
    station: 'shared',
    shows: ['R-ARC.10'],
    async run({ controller, metric }) {
      const rows = [await subscribed(controller, 'get45-1'), await subscribed(controller, 'get45-2')];
      const path = `${subscriptions}*.`;
      const result = metric(2).one(resultsOf(metric(1), await controller.get(path)), 'req_path_results entry');
      isRead(metric(2), result, path);
      metric(2, 'R-ARC.10').equal(new Set(pathsOf(result)), new Set(rows), 'the resolved paths');
      const ids = result.resolved_path_results.map(each => each.result_params.ID);
      metric(2).equal(new Set(ids), new Set(['get45-1', 'get45-2']), 'their IDs');
      isAllRelative(metric(3), result);
    },
  },
  {
    number: '1.82',
    station: 'shared',
    shows: ['R-GET.1a'],
    async run({ controller, metric }) {
      const path = `${subscriptions}[Enable==true].`;
      const result = metric(2).one(resultsOf(metric(1), await controller.get(path)), 'req_path_results entry');
      isRead(metric(2), result, path);
      metric(2, 'R-GET.1a').equal(result.resolved_path_results, [], 'resolved_path_results');
    },
  },
  {
    number: '1.86',
    station: 'shared',
    shows: ['R-GET.1a'],
    async run({ controller, metric }) {
      await subscribed(controller, 'get86', { Enable: 'false' });
      const path = `${subscriptions}[Enable==true].`;
      const results = resultsOf(metric(1), await controller.get(path));
      isRead(metric(2), metric(2).one(results, 'req_path_results entry'), path);
      metric(3, 'R-GET.1a').equal(results[0]?.resolved_path_results, [], 'resolved_path_results');
    },
  },
  {
    number: '1.87',
    station: 'shared',
    shows: ['R-GET.1b'],
    async run({ controller, metric }) {
      const results = resultsOf(metric(1), await controller.get(subscriptions));
      isRead(metric(2), metric(2).one(results, 'req_path_results entry'), subscriptions);
      metric(3, 'R-GET.1b').equal(results[0]?.resolved_path_results, [], 'resolved_path_results');
    },
  },
  {
    number: '1.89',
    station: 'shared',
    shows: ['R-GET.5'],
    async run(bench) {
      const { metric, controller } = bench;
      await subscribed(controller, 'get89');
      metric(1, 'R-GET.5').equal(await readDepth(bench, 1, 1), [agent], 'the resolved paths');
      const children = await readDepth(bench, 2, 2);
      metric(2, 'R-GET.5').equal(Math.max(...children.map(path => depthBelow(agent, path))), 1, 'the greatest depth');
      metric(2).ok(
        children.some(path => path.startsWith(subscriptions)),
        'a Subscription is there',
        children,
      );
      const all = (await readDepth(bench, 3, 0)).map(generic);
      metric(3).ok(
        children.map(generic).every(path => all.includes(path)),
        'all that depth 2 has is there',
        all,
      );
      metric(3).ok(
        all.some(path => depthBelow(agent, path.replaceAll('{i}', '1')) === 2),
        'sub-objects are there',
        all,
      );
      metric(3).ok(
        all.every(path => supportedBelow(bench).includes(path)),
        'all are objects of the data model',
        all,
      );
    },
  },
];
