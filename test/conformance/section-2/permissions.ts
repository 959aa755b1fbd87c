// 2.10 to 2.22: roles and their permissions. The controller under test has the role that its Permissions are added to.
import type { AgentBench, Case } from '../bench/case.ts';
import { object, required } from '../bench/controller.ts';
import { addsPermissions, permission, roleOf, roles } from '../bench/roles.ts';
import {
  bootParameter,
  isFor,
  objectsAt,
  paramsOf,
  softwareVersion,
  subscribed,
  subscriptions,
  valueAt,
} from '../bench/steps.ts';

const writableRoles = [`${roles}{i}.Permission.{i}.Targets`];
const reboot = 'Device.Reboot()';
const permissionDenied = 7006;

/** What all cases of a permission have in common. */
const facts = { needs: writableRoles, shows: ['R-SEC.1'] } as const;

/** 2.19 and 2.20: sets PeriodicNotifInterval, subscribed to, under a Permission; the Notify, if one comes. */
async function changesInterval(bench: AgentBench, param: string, seconds: number) {
  const { controller, metric, row } = bench;
  const path = `${row}PeriodicNotifInterval`;
  await addsPermissions(bench, 1, permission(path, { Param: param }));
  const settings = { Enable: 'true', ID: 'interval', NotifType: 'ValueChange', ReferenceList: path };
  const answer = await controller.add(object(subscriptions, settings));
  metric(2).success(metric(2).one(metric(2).response(answer, 'add_resp').created_obj_results, 'result'));
  const set = await controller.set(object(row, { PeriodicNotifInterval: required('4321') }));
  const { updated_obj_results: results } = metric(3).response(set, 'set_resp');
  const [instance] = metric(3).success(metric(3).one(results, 'result')).updated_inst_results;
  metric(3).equal(instance?.updated_params, { PeriodicNotifInterval: '4321' }, 'what was set');
  return { path, heard: await controller.notified(isFor('interval'), seconds * 1000) };
}

export const permissionCases: readonly Case[] = [
  {
    ...facts,
    station: 'alone',
    number: '2.10',
    shows: [],
    async run({ controller, metric }) {
      const answer = await controller.add(object(roles, { Enable: 'true', Name: 'Trusted' }));
      const { created_obj_results: results } = metric(1).response(answer, 'add_resp');
      const { instantiated_path: path } = metric(1).success(metric(1).one(results, 'result'));
      metric(1).equal((await paramsOf(controller, path))?.Name, 'Trusted', 'Name of the new Role');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.11',
    async run(bench) {
      const { controller, metric } = bench;
      await addsPermissions(bench, 1, permission(subscriptions, { Obj: 'rw--' }));
      const { created_obj_results: results } = metric(2).response(
        await controller.add(object(subscriptions)),
        'add_resp',
      );
      const { instantiated_path: path } = metric(2).success(metric(2).one(results, 'result'));
      metric(2, 'R-SEC.1').ok((await paramsOf(controller, path)) !== undefined, 'the Subscription is there');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.12',
    async run(bench) {
      const { controller, metric } = bench;
      await addsPermissions(bench, 1, permission(subscriptions, { Obj: 'r---' }));
      const error = metric(2).error(await controller.add(object(subscriptions)), 'Add');
      metric(2, 'R-SEC.1').equal(error.err_code, permissionDenied, 'the err_code');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.13',
    async run(bench) {
      const { controller, metric } = bench;
      const row = await subscribed(controller, 'delete213');
      await addsPermissions(bench, 1, permission(subscriptions, { InstantiatedObj: 'rw--' }));
      // The plan's procedure has this path without its last dot.
      const answer = await controller.delete(row.slice(0, -1));
      const { deleted_obj_results: results } = metric(2).response(answer, 'delete_resp');
      const { affected_paths: affected } = metric(2).success(metric(2).one(results, 'result'));
      metric(2, 'R-SEC.1').equal(affected, [row], 'the affected_paths');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.14',
    async run(bench) {
      const { controller, metric } = bench;
      const row = await subscribed(controller, 'delete214');
      await addsPermissions(bench, 1, permission(subscriptions, { InstantiatedObj: 'r---' }));
      const error = metric(2).error(await controller.delete(row.slice(0, -1)), 'Delete');
      metric(2, 'R-SEC.1').equal(error.err_code, permissionDenied, 'the err_code');
      metric(2, 'R-SEC.1').ok((await paramsOf(controller, row)) !== undefined, 'the Subscription is still there');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.15',
    async run(bench) {
      const { controller, metric } = bench;
      const row = await subscribed(controller, 'set215');
      await addsPermissions(bench, 1, permission(row, { Param: 'rw--' }));
      const answer = await controller.set(object(row, { Enable: required('false') }));
      const { updated_obj_results: results } = metric(2).response(answer, 'set_resp');
      const [instance] = metric(2).success(metric(2).one(results, 'result')).updated_inst_results;
      metric(2, 'R-SEC.1').equal(instance?.updated_params, { Enable: 'false' }, 'what was set');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.16',
    async run(bench) {
      const { controller, metric } = bench;
      const row = await subscribed(controller, 'set216');
      await addsPermissions(bench, 1, permission(row, { Param: 'r---' }));
      const error = metric(2).error(await controller.set(object(row, { Enable: required('false') })), 'Set');
      const codes = [error.err_code, ...error.param_errs.map(each => each.err_code)];
      metric(2, 'R-SEC.1').ok(codes.includes(permissionDenied), 'it contains 7006', error);
      metric(2, 'R-SEC.1').equal(await valueAt(controller, `${row}Enable`), 'true', 'Enable afterwards');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.17',
    needs: [...writableRoles, reboot],
    async run(bench) {
      const { controller, metric } = bench;
      await addsPermissions(bench, 1, permission(reboot, { CommandEvent: 'r-x-' }));
      const { operation_results: results } = metric(2).response(await controller.operate(reboot), 'operate_resp');
      metric(2, 'R-SEC.1').equal(metric(2).one(results, 'result').operation_resp, 'req_output_args', 'the outcome');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.18',
    needs: [...writableRoles, reboot],
    shows: ['R-SEC.1', 'R-OPR.1'],
    async run(bench) {
      const { controller, metric } = bench;
      await addsPermissions(bench, 1, permission(reboot, { CommandEvent: 'r---' }));
      const { operation_results: results } = metric(2).response(await controller.operate(reboot), 'operate_resp');
      const { cmd_failure: failure } = metric(2).one(results, 'result');
      metric(2, 'R-SEC.1', 'R-OPR.1').appropriate(failure?.err_code, 'Operate');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.19',
    async run(bench) {
      const { path, heard } = await changesInterval(bench, 'rw-n', 8);
      const { value_change: change } = bench.metric(4).found(heard, 'a Notify comes').notify;
      bench.metric(4, 'R-SEC.1').equal(change, { param_path: path, param_value: '4321' }, 'its value_change');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.20',
    async run(bench) {
      const { heard } = await changesInterval(bench, 'rw--', bench.seconds(30, 2));
      bench.metric(4, 'R-SEC.1').ok(heard === undefined, 'no Notify comes', heard?.notify);
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.21',
    shows: ['R-GET.1', 'R-SEC.1'],
    async run(bench) {
      const { controller, metric, row } = bench;
      const parameter = await bootParameter(bench);
      const first = await roleOf(bench);
      const orders = Object.values(await objectsAt(controller, `${first}Permission.`)).map(({ Order }) =>
        Number(Order),
      );
      const lowest = orders.includes(0) ? Math.max(...orders) + 1 : 0;
      const on = (Param: string, offset: number) => permission(parameter, { Param, Order: String(lowest + offset) });
      await addsPermissions(bench, 1, on('----', 0), on('rw--', 1));
      const seen = async (number: number) => {
        const answer = await controller.get(`${row}BootParameter.`);
        const { req_path_results: results } = metric(number).response(answer, 'get_resp');
        return results[0]?.resolved_path_results.find(each => each.resolved_path === parameter);
      };
      const { ParameterName } = metric(2).found(await seen(2), 'the BootParameter is there').result_params;
      metric(2, 'R-SEC.1').equal(ParameterName, softwareVersion, 'its ParameterName');
      await addsPermissions(bench, 3, on('----', 2));
      metric(4, 'R-GET.1', 'R-SEC.1').equal(await seen(4), undefined, 'the BootParameter');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.22',
    shows: ['R-GET.4'],
    async run(bench) {
      const { controller, metric } = bench;
      const parameter = await bootParameter(bench);
      const hidden = permission(`${parameter}ParameterName`, { Param: '----' });
      await addsPermissions(bench, 1, permission(parameter, { Param: 'rw--' }), hidden);
      const { req_path_results: results } = metric(2).response(await controller.get(parameter), 'get_resp');
      const [resolved] = metric(2).one(results, 'result').resolved_path_results;
      const names = Object.keys(metric(2).found(resolved, 'the BootParameter is there').result_params);
      metric(2, 'R-GET.4').equal(names.sort(), ['Alias', 'Enable'], 'its parameters');
    },
  },
];
