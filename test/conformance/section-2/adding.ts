// 2.23 to 2.27: permissions of the parts of an Add, and secured parameters.
import type { AgentBench, Case } from '../bench/case.ts';
import { object, partly, required } from '../bench/controller.ts';
import { addsPermissions, permission, roles } from '../bench/roles.ts';
import {
  added,
  agent,
  changed,
  controllers,
  objectsAt,
  softwareVersion,
  subscriptionIds,
  subscriptions,
  valueAt,
} from '../bench/steps.ts';

const permissionDenied = 7006;
const secured = 'Device.MQTT.Client.{i}.Password';

const facts = { needs: [`${roles}{i}.Permission.{i}.Targets`], shows: ['R-SEC.1'] } as const;

/** 2.23 and 2.24: BootParameters may be added to the controller's own row, and not to the second one's. */
const oneOfTwo = ({ row, second }: AgentBench, order: string) => [
  permission(`${row}BootParameter.`, { Param: 'rw--', Order: '1' }),
  permission(`${second.row}BootParameter.`, { Param: 'r---', Order: order }),
];

/** The plan's procedure has this path without its last dot. */
const anyBootParameter = object(`${controllers}*.BootParameter`, { Enable: required('false') });

/** Boot parameters of all controllers. */
const bootParametersOf = async ({ controller }: AgentBench) =>
  Object.keys(await objectsAt(controller, `${controllers}*.BootParameter.`));

/** 2.25 and 2.26: Enable of a Subscription may be read alone. */
const readOnlyEnable = permission(`${subscriptions}*.Enable`, { Param: 'r---', Order: '1' });

export const addingCases: readonly Case[] = [
  {
    ...facts,
    station: 'alone',
    number: '2.23',
    shows: ['R-ADD.0', 'R-SEC.1'],
    async run(bench) {
      const { controller, metric, row, second } = bench;
      await addsPermissions(bench, 1, ...oneOfTwo(bench, '1'));
      const { created_obj_results: results } = metric(2).response(
        await controller.add(anyBootParameter, partly),
        'add_resp',
      );
      const paths = results.flatMap(each => each.oper_status.oper_success?.instantiated_path ?? []);
      const own = paths.find(path => path.startsWith(`${row}BootParameter.`));
      metric(2, 'R-ADD.0').ok(own !== undefined, 'one was created below the own Controller', results);
      const failures = results.flatMap(each => each.oper_status.oper_failure ?? []);
      const [failure] = failures;
      metric(3).equal(failures.length, 1, 'the number of failures');
      metric(3, 'R-SEC.1').equal(failure?.err_code, permissionDenied, 'the err_code');
      const there = await bootParametersOf(bench);
      metric(3, 'R-SEC.1').ok(!there.some(path => path.startsWith(second.row)), 'none is below the second', there);
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.24',
    shows: ['R-ADD.2a', 'R-SEC.1'],
    async run(bench) {
      const { controller, metric, second } = bench;
      await addsPermissions(bench, 1, ...oneOfTwo(bench, '2'));
      const error = metric(2).error(await controller.add(anyBootParameter), 'Add');
      metric(2, 'R-SEC.1').equal(error.err_code, permissionDenied, 'the err_code');
      const fault = metric(2).one(error.param_errs, 'param_errs entry');
      metric(2).equal(fault.err_code, permissionDenied, 'its err_code');
      metric(2).ok(fault.param_path.startsWith(`${second.row}BootParameter`), 'its param_path', fault.param_path);
      metric(3, 'R-ADD.2a').equal(await bootParametersOf(bench), [], 'BootParameters afterwards');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.25',
    async run(bench) {
      const { controller, metric } = bench;
      await addsPermissions(bench, 1, readOnlyEnable);
      const settings = { ID: 'add1', NotifType: 'ValueChange', ReferenceList: required(softwareVersion) };
      const answer = await controller.add(object(subscriptions, settings));
      const { created_obj_results: results } = metric(2).response(answer, 'add_resp');
      const { instantiated_path: path } = metric(2, 'R-SEC.1').success(metric(2).one(results, 'result'));
      metric(3, 'R-SEC.1').equal(await valueAt(controller, `${path}Enable`), 'false', 'Enable');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.26',
    shows: ['R-ADD.3', 'R-SEC.1'],
    async run(bench) {
      const { controller, metric } = bench;
      await addsPermissions(bench, 1, readOnlyEnable);
      const settings = { ID: 'add26', NotifType: 'ValueChange', ReferenceList: required(softwareVersion) };
      const answer = await controller.add(object(subscriptions, { ...settings, Enable: required('true') }), partly);
      const { created_obj_results: results } = metric(2).response(answer, 'add_resp');
      const failure = metric(2).failure(metric(2).one(results, 'CreatedObjectResult'), 'Add');
      metric(2, 'R-SEC.1').equal(failure.err_code, permissionDenied, 'the err_code');
      metric(3, 'R-ADD.3').equal(await subscriptionIds(controller), [], 'Subscriptions afterwards');
    },
  },
  {
    ...facts,
    station: 'alone',
    number: '2.27',
    needs: [`${agent}ControllerTrust.SecuredRoles`, secured],
    shows: ['R-SEC.1', 'R-SEC.7'],
    async run({ controller, metric, second }) {
      const client = await added(controller, 'Device.MQTT.Client.', { Enable: 'false', Password: 'sesame' });
      const role = await added(controller, roles, { Enable: 'true', Name: 'Reader' });
      await added(controller, `${role}Permission.`, permission('Device.MQTT.', {}));
      await changed(controller, second.row, { AssignedRole: required(role.slice(0, -1)) });
      const assigned = await valueAt(controller, `${second.row}AssignedRole`);
      metric(1, 'R-SEC.7').equal(assigned, role.slice(0, -1), 'AssignedRole of the second Controller');
      const password = async (number: number) => {
        const answer = await second.controller.get(`${client}Password`);
        const { req_path_results: results } = metric(number).response(answer, 'get_resp');
        return metric(number).one(results, 'result').resolved_path_results[0]?.result_params;
      };
      metric(1, 'R-SEC.1').equal(await password(1), { Password: '' }, 'the parameter');
      const trust = `${agent}ControllerTrust.`;
      await changed(controller, trust, { SecuredRoles: required(role.slice(0, -1)) });
      metric(2, 'R-SEC.1').equal(await password(2), { Password: 'sesame' }, 'the parameter');
    },
  },
];
