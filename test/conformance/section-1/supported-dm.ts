// 1.72 to 1.77, 1.97 to 1.99, 1.105 to 1.107: GetSupportedDM.
import type { AgentBench, Case } from '../bench/case.ts';
import type { SupportedObject, SupportedOption, SupportedResult } from '../bench/messages.ts';
import type { Metric } from '../bench/metric.ts';
import { agent, controllers, subscriptions } from '../bench/steps.ts';

const everything: SupportedOption[] = ['return_commands', 'return_events', 'return_params', 'return_unique_key_sets'];
const mtps = `${agent}MTP.`;

/** Results of a GetSupportedDM, each one a success. */
async function ask(
  { controller }: AgentBench,
  metric: Metric,
  paths: string | string[],
  options: SupportedOption[],
  firstLevelOnly = false,
): Promise<SupportedResult[]> {
  const answer = await controller.supported(paths, options, firstLevelOnly);
  const { req_obj_results: results } = metric.response(answer, 'get_supported_dm_resp');
  metric.equal(
    results.map(each => each.req_obj_path),
    [paths].flat(),
    'the requested paths',
  );
  for (const each of results) metric.equal(each.err_code, 0, `the err_code of ${each.req_obj_path}`);
  return results;
}

/** The one result about `path`. */
async function askOne(bench: AgentBench, metric: Metric, path: string, options: SupportedOption[], firstLevel = false) {
  return metric.one(await ask(bench, metric, path, options, firstLevel), 'req_obj_results entry');
}

const kinds = ['supported_params', 'supported_commands', 'supported_events', 'unique_key_sets'] as const;
type Kind = (typeof kinds)[number];

const has = (each: SupportedObject, kind: Kind) => each[kind].length > 0;

/** That no object tells anything of these kinds. */
function lacks(metric: Metric, objects: readonly SupportedObject[], ...absent: Kind[]): void {
  for (const each of objects) {
    for (const kind of absent) metric.equal(each[kind], [], `${kind} of ${each.supported_obj_path}`);
  }
}

const isName = (name: string) => /^[A-Za-z_][\w-]*$/.test(name);
const isRelative = (name: string) => /^[A-Za-z_][\w{}.-]*$/.test(name) && !name.startsWith('Device.');
const accesses = ['PARAM_READ_ONLY', 'PARAM_READ_WRITE', 'PARAM_WRITE_ONLY'];
const changes = ['VALUE_CHANGE_ALLOWED', 'VALUE_CHANGE_WILL_IGNORE'];

/** Metrics on parameters, commands, events and keys, in this order: that what is told of each is well formed. */
function isValid(bench: AgentBench, first: number, objects: readonly SupportedObject[]): void {
  const none = (offset: number, bad: readonly unknown[], what: string) =>
    bench.metric(first + offset).equal(bad, [], `${what} that are not well formed`);
  const params = objects
    .flatMap(each => each.supported_params)
    .filter(({ param_name: name, access, ...param }) => {
      const isTyped = param.value_type !== 'PARAM_UNKNOWN' && changes.includes(param.value_change);
      return !isName(name) || !accesses.includes(access) || !isTyped;
    });
  none(0, params, 'parameters');
  const commands = objects
    .flatMap(each => each.supported_commands)
    .filter(command => {
      const names = [...command.input_arg_names, ...command.output_arg_names];
      const isNamed = command.command_name.endsWith('()') && names.every(isRelative);
      return !isNamed || !/^CMD_A?SYNC$/.test(command.command_type);
    });
  none(1, commands, 'commands');
  const events = objects.flatMap(each => each.supported_events);
  none(
    2,
    events.filter(each => !each.event_name.endsWith('!') || !each.arg_names.every(isRelative)),
    'events',
  );
  const keys = objects.flatMap(each => {
    const own = each.supported_params.map(param => param.param_name);
    const isOwn = (name: string) => isRelative(name) && (own.length === 0 || own.includes(name));
    return each.unique_key_sets.filter(({ key_names: names }) => names.length === 0 || !names.every(isOwn));
  });
  none(3, keys, 'keys');
}

/** That the agent tells of well-known elements what TR-181 says of them. */
function knowsItself(metric: Metric, objects: readonly SupportedObject[]): void {
  const paramOf = (path: string, name: string) => {
    const params = objects.find(each => each.supported_obj_path === path)?.supported_params ?? [];
    const { access, value_type: type } = params.find(each => each.param_name === name) ?? {};
    return [access, type];
  };
  metric.equal(paramOf(agent, 'EndpointID'), ['PARAM_READ_ONLY', 'PARAM_STRING'], 'EndpointID');
  metric.equal(paramOf(agent, 'UpTime'), ['PARAM_READ_ONLY', 'PARAM_UNSIGNED_INT'], 'UpTime');
  const row = `${subscriptions}{i}.`;
  metric.equal(paramOf(row, 'Enable'), ['PARAM_READ_WRITE', 'PARAM_BOOLEAN'], 'Subscription.{i}.Enable');
  metric.equal(paramOf(row, 'ID'), ['PARAM_READ_WRITE', 'PARAM_STRING'], 'Subscription.{i}.ID, writeOnceReadOnly');
  const table = objects.find(each => each.supported_obj_path === row);
  metric.equal([table?.access, table?.is_multi_instance], ['OBJ_ADD_DELETE', true], 'Subscription.{i}.');
}

/** The objects right below `path`. */
const childrenOf = ({ supported }: AgentBench, path: string) =>
  supported.objects
    .map(each => each.supported_obj_path)
    .filter(each => each.startsWith(path) && /^\w+\.(\{i\}\.)?$/.test(each.slice(path.length)));

/** That a first level is this object and its children, and that only the object tells of its elements. */
function isFirstLevel(bench: AgentBench, result: SupportedResult, path: string, elements: boolean): void {
  const expected = new Set([path, ...childrenOf(bench, path)]);
  const seen = result.supported_objs.map(each => each.supported_obj_path);
  bench.metric(1).equal(new Set(seen), expected, 'the objects');
  const others = result.supported_objs.filter(each => each.supported_obj_path !== path);
  lacks(bench.metric(2), others, 'supported_params', 'supported_commands', 'supported_events');
  const own = result.supported_objs.find(each => each.supported_obj_path === path);
  bench.metric(2).equal(own !== undefined && has(own, 'supported_params'), elements, 'whether the object tells');
}

/** That one element is told, and nothing else: 1.105 to 1.107. */
async function isOnly(bench: AgentBench, path: string, kind: Exclude<Kind, 'unique_key_sets'>): Promise<void> {
  const metric = bench.metric(1);
  const result = await askOne(bench, metric, path, everything);
  const object = metric.one(result.supported_objs, 'supported_objs entry');
  const { supported_params: params, supported_commands: commands, supported_events: events } = object;
  const names = [
    ...params.map(each => each.param_name),
    ...commands.map(each => each.command_name),
    ...events.map(each => each.event_name),
  ];
  metric.equal(
    names.map(name => object.supported_obj_path + name),
    [path],
    'what is told',
  );
  lacks(metric, [object], ...kinds.filter(each => each !== kind));
}

export const supportedCases: readonly Case[] = [
  {
    number: '1.72',
    station: 'shared',
    shows: ['R-MSG.0'],
    async run(bench) {
      const { metric, supported } = bench;
      const result = await askOne(bench, metric(1, 'R-MSG.0'), agent, everything);
      const below = supported.objects.filter(each => each.supported_obj_path.startsWith(agent));
      metric(2).equal(result.supported_objs, below, 'what is told');
      metric(2).ok(below.length > 5 && kinds.every(kind => below.some(each => has(each, kind))), 'it is everything');
      knowsItself(metric(3), result.supported_objs);
      isValid(bench, 3, result.supported_objs);
    },
  },
  {
    number: '1.73',
    station: 'shared',
    shows: [],
    async run(bench) {
      const { metric } = bench;
      const result = await askOne(bench, metric(1), agent, everything, true);
      isFirstLevel(bench, result, agent, true);
      isValid(bench, 3, result.supported_objs);
      const own = result.supported_objs.find(each => each.supported_obj_path === agent);
      metric(6).equal(own?.unique_key_sets, [], 'unique_key_sets of the object');
    },
  },
  {
    number: '1.74',
    station: 'shared',
    shows: [],
    async run(bench) {
      const result = await askOne(bench, bench.metric(1), agent, [], true);
      isFirstLevel(bench, result, agent, false);
      lacks(bench.metric(2), result.supported_objs, ...kinds);
    },
  },
  {
    number: '1.75',
    station: 'shared',
    shows: [],
    async run(bench) {
      const { metric } = bench;
      const results = await ask(bench, metric(1), [controllers, mtps], everything, true);
      for (const [index, result] of results.entries()) {
        isFirstLevel(bench, result, `${[controllers, mtps][index]}{i}.`, true);
        isValid(bench, 3, result.supported_objs);
        // TR-369's own example has the keys of the children too, as metric 6 has them; metric 2 says otherwise.
        for (const each of result.supported_objs.filter(object => object.is_multi_instance)) {
          metric(6).ok(has(each, 'unique_key_sets'), `${each.supported_obj_path} has a key`);
        }
      }
    },
  },
  {
    number: '1.76',
    station: 'shared',
    shows: ['R-MSG.0'],
    async run(bench) {
      const { metric, supported } = bench;
      const result = await askOne(bench, metric(1, 'R-MSG.0'), 'Device.', everything);
      metric(1).ok(
        kinds.every(kind => result.supported_objs.some(each => has(each, kind))),
        'it tells of all kinds',
      );
      metric(1).equal(result.supported_objs.length, supported.objects.length, 'the number of objects');
      isValid(bench, 2, result.supported_objs);
    },
  },
  {
    number: '1.77',
    station: 'shared',
    shows: [],
    async run({ controller, metric }) {
      const answer = await controller.supported(`${agent}UnsupportedObject.`, everything);
      const { req_obj_results: results } = metric(1).response(answer, 'get_supported_dm_resp');
      const result = metric(1).one(results, 'req_obj_results entry');
      metric(1).appropriate(result.err_code, 'GetSupportedDM');
      metric(1).equal(result.supported_objs, [], 'supported_objs');
    },
  },
  {
    number: '1.97',
    station: 'shared',
    shows: [],
    async run(bench) {
      const { metric } = bench;
      const { supported_objs: objects } = await askOne(bench, metric(1), 'Device.', ['return_commands']);
      lacks(metric(1), objects, 'supported_params', 'supported_events');
      const commands = objects.flatMap(each => each.supported_commands);
      metric(2).ok(
        commands.length > 0 && commands.every(each => each.command_name.endsWith('()')),
        'commands are there',
      );
      metric(3).ok(
        commands.every(each => /^CMD_A?SYNC$/.test(each.command_type)),
        'each is synchronous or not',
      );
      const input = commands.flatMap(each => each.input_arg_names);
      metric(4).ok(input.length > 0 && input.every(isRelative), 'there are input arguments, all relative', input);
    },
  },
  {
    number: '1.98',
    station: 'shared',
    shows: [],
    async run(bench) {
      const { metric } = bench;
      const { supported_objs: objects } = await askOne(bench, metric(1), 'Device.', ['return_events']);
      lacks(metric(1), objects, 'supported_params', 'supported_commands');
      const events = objects.flatMap(each => each.supported_events);
      metric(2).ok(
        events.length > 0 && events.every(each => each.event_name.endsWith('!')),
        'events are there',
        events,
      );
      const names = events.flatMap(each => each.arg_names);
      metric(3).ok(names.length > 0 && names.every(isRelative), 'there are arguments, all relative', names);
    },
  },
  {
    number: '1.99',
    station: 'shared',
    shows: [],
    async run(bench) {
      const { metric } = bench;
      // The plan has this path without its last dot.
      const path = subscriptions.slice(0, -1);
      const result = await askOne(bench, metric(1), path, ['return_unique_key_sets']);
      const object = metric(1).one(result.supported_objs, 'supported_objs entry');
      lacks(metric(1), [object], 'supported_params', 'supported_commands', 'supported_events');
      const keys = object.unique_key_sets.map(each => [...each.key_names].sort());
      metric(2).equal(new Set(keys), new Set([['Alias'], ['ID', 'Recipient']]), 'the unique key sets');
    },
  },
  {
    number: '1.105',
    station: 'shared',
    needs: ['Device.Reboot()'],
    shows: [],
    run: bench => isOnly(bench, 'Device.Reboot()', 'supported_commands'),
  },
  {
    number: '1.106',
    station: 'shared',
    needs: ['Device.Boot!'],
    shows: [],
    run: bench => isOnly(bench, 'Device.Boot!', 'supported_events'),
  },
  {
    number: '1.107',
    station: 'shared',
    shows: [],
    run: bench => isOnly(bench, `${agent}EndpointID`, 'supported_params'),
  },
];
