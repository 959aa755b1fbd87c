// 1.66 to 1.71, 1.83: GetInstances; 1.80: GetSupportedProtocol.
import type { AgentBench, Case } from '../bench/case.ts';
import type { InstancesResult, Message } from '../bench/messages.ts';
import type { Metric } from '../bench/metric.ts';
import { agent, bootParameter, controllers, valueAt } from '../bench/steps.ts';

const mtps = `${agent}MTP.`;
const bootParameterPath = /^Device\.LocalAgent\.Controller\.\d+\.BootParameter\.\d+\.$/;

const resultsOf = (metric: Metric, answer: Message) => metric.response(answer, 'get_instances_resp').req_path_results;

const pathsOf = (result: InstancesResult | undefined) =>
  (result?.curr_insts ?? []).map(each => each.instantiated_obj_path);

function isAbout(metric: Metric, result: InstancesResult, path: string): void {
  metric.equal([result.requested_path, result.err_code], [path, 0], 'the requested_path and its err_code');
}

/** A search expression for the controller's own row by its Alias. */
const byAlias = (alias: string | undefined) => `${controllers}[Alias=="${alias}"].BootParameter.`;

const aliasOf = ({ controller, row }: AgentBench) => valueAt(controller, `${row}Alias`);

export const instancesCases: readonly Case[] = [
  {
    number: '1.66',
    station: 'shared',
    shows: ['R-MSG.3'],
    async run({ controller, metric, row, second }) {
      const result = metric(1).one(resultsOf(metric(1), await controller.instances(controllers, true)), 'result');
      isAbout(metric(1), result, controllers);
      const paths = pathsOf(result);
      metric(1, 'R-MSG.3').ok(paths.includes(row) && paths.includes(second.row), 'the Controllers are there', paths);
      metric(2).ok(
        paths.every(path => /^Device\.LocalAgent\.Controller\.\d+\.$/.test(path)),
        'nothing else is',
        paths,
      );
    },
  },
  {
    number: '1.67',
    station: 'shared',
    shows: ['R-MSG.3'],
    async run(bench) {
      const { controller, metric, row, second } = bench;
      const parameter = await bootParameter(bench);
      const result = metric(1).one(resultsOf(metric(1), await controller.instances(controllers)), 'result');
      isAbout(metric(1), result, controllers);
      const paths = pathsOf(result);
      for (const path of [row, second.row, `${row}MTP.1.`, parameter]) {
        metric(1, 'R-MSG.3').ok(paths.includes(path), `${path} is there`, paths);
      }
    },
  },
  {
    number: '1.68',
    station: 'shared',
    shows: [],
    async run({ controller, metric }) {
      const results = resultsOf(metric(1), await controller.instances([controllers, mtps], true));
      metric(1).equal(
        results.map(each => each.requested_path),
        [controllers, mtps],
        'the requested paths',
      );
      for (const result of results) metric(2).ok(pathsOf(result).length >= 1, `${result.requested_path} has instances`);
    },
  },
  {
    number: '1.70',
    station: 'shared',
    shows: ['R-ARC.10'],
    async run({ controller, metric, row, second }) {
      const path = `${controllers}*.MTP.`;
      const result = metric(1).one(resultsOf(metric(1), await controller.instances(path, true)), 'result');
      isAbout(metric(1), result, path);
      for (const each of [row, second.row]) {
        metric(1, 'R-ARC.10').ok(
          pathsOf(result).includes(`${each}MTP.1.`),
          `the MTP of ${each} is there`,
          pathsOf(result),
        );
      }
    },
  },
  {
    number: '1.71',
    station: 'shared',
    shows: ['R-ARC.9'],
    async run(bench) {
      const { controller, metric } = bench;
      const parameter = await bootParameter(bench);
      const path = byAlias(await aliasOf(bench));
      const result = metric(1).one(resultsOf(metric(1), await controller.instances(path)), 'result');
      isAbout(metric(1), result, path);
      metric(1, 'R-ARC.9').equal(pathsOf(result), [parameter], 'the instances');
      metric(1).matches(parameter, bootParameterPath, 'its path');
    },
  },
  {
    number: '1.80',
    station: 'shared',
    shows: ['R-MSG.0'],
    async run({ controller, metric }) {
      const request = { get_supported_protocol: { controller_supported_protocol_versions: '1.0,1.1,1.2,1.3,1.4' } };
      const answer = await controller.ask(request);
      const body = metric(1, 'R-MSG.0').response(answer, 'get_supported_protocol_resp');
      metric(2).matches(body.agent_supported_protocol_versions, /^\d+\.\d+(, ?\d+\.\d+)*$/, 'the versions');
      metric(2).ok(body.agent_supported_protocol_versions.split(',').includes('1.4'), '1.4 is among them', body);
    },
  },
  {
    number: '1.83',
    station: 'shared',
    shows: [],
    async run({ controller, metric }) {
      const path = byAlias('nobody');
      const result = metric(2).one(resultsOf(metric(1), await controller.instances(path)), 'result');
      isAbout(metric(2), result, path);
      metric(2).equal(result.curr_insts, [], 'curr_insts');
    },
  },
];
