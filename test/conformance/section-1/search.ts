// 1.46 to 1.51: Get with each of the comparisons.
import type { Case } from '../bench/case.ts';
import { subscribed, subscriptions } from '../bench/steps.ts';

interface Search {
  number: string;
  expression: string;
  /** The compared parameter. */
  param: 'Enable' | 'NotifExpiration';
  /** Its values in the Subscriptions that are there, and those of them that match. */
  values: readonly string[];
  matching: readonly string[];
}

const searches: readonly Search[] = [
  { number: '1.46', expression: 'Enable==true', param: 'Enable', values: ['true', 'false'], matching: ['true'] },
  { number: '1.47', expression: 'Enable!=true', param: 'Enable', values: ['true', 'false'], matching: ['false'] },
  {
    number: '1.48',
    expression: 'NotifExpiration>10',
    param: 'NotifExpiration',
    values: ['10', '20'],
    matching: ['20'],
  },
  { number: '1.49', expression: 'NotifExpiration<10', param: 'NotifExpiration', values: ['10', '5'], matching: ['5'] },
  {
    number: '1.50',
    expression: 'NotifExpiration>=10',
    param: 'NotifExpiration',
    values: ['10', '20', '5'],
    matching: ['10', '20'],
  },
  {
    number: '1.51',
    expression: 'NotifExpiration<=10',
    param: 'NotifExpiration',
    values: ['10', '20', '5'],
    matching: ['10', '5'],
  },
];

const searchCase = ({ number, expression, param, values, matching }: Search): Case => ({
  number,
  station: 'shared',
  shows: ['R-ARC.9', 'R-ENC.6'],
  async run({ controller, metric }) {
    const rows = new Map<string, string>();
    for (const value of values) {
      rows.set(value, await subscribed(controller, `get${number}-${value}`, { [param]: value }));
    }
    const path = `${subscriptions}[${expression}].`;
    const { req_path_results: results } = metric(1).response(await controller.get(path), 'get_resp');
    const result = metric(2).one(results, 'req_path_results entry');
    metric(2).equal([result.requested_path, result.err_code], [path, 0], 'the requested_path and its err_code');
    const paths = result.resolved_path_results.map(each => each.resolved_path);
    metric(2, 'R-ARC.9').equal(new Set(paths), new Set(matching.map(value => rows.get(value))), 'the resolved paths');
    const keys = result.resolved_path_results.flatMap(each => Object.keys(each.result_params));
    metric(2).ok(keys.includes('NotifType') && keys.includes('ID'), 'the parameters are there', keys);
    metric(3).ok(!keys.some(key => key.startsWith('Device.')), 'the keys are relative paths', keys);
    const seen = result.resolved_path_results.map(each => each.result_params[param]);
    metric(4, 'R-ENC.6').equal(new Set(seen), new Set(matching), `the values of ${param}`);
  },
});

export const searchCases: readonly Case[] = searches.map(searchCase);
