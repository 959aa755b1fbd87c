// 1.61, 1.62, 1.64, 1.65, 1.79, 1.91, 1.92, 1.100: Operate.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { AgentBench, Case } from '../bench/case.ts';
import type { Message, Notify, OperationResult } from '../bench/messages.ts';
import type { Metric } from '../bench/metric.ts';
import { connected } from '../bench/station.ts';
import { agent, objectsAt, pass, subscribed, valueAt } from '../bench/steps.ts';

const reboot = 'Device.Reboot()';
const timer = 'Device.ScheduleTimer()';
const traceRoute = 'Device.IP.Diagnostics.TraceRoute()';
const requestPath = /^Device\.LocalAgent\.Request\.\d+\.?$/;

/** The one result of an OperateResp, for this command. */
function resultOf(metric: Metric, answer: Message, command: string): OperationResult {
  const { operation_results: results } = metric.response(answer, 'operate_resp');
  const result = metric.one(results, 'operation_results entry');
  metric.equal(result.executed_command, command, 'the executed_command');
  return result;
}

const subscribedTo = ({ controller }: AgentBench, id: string, command: string) =>
  subscribed(controller, id, { NotifType: 'OperationComplete', ReferenceList: command });

/** Whether a Notify tells that this command, given with this key, has ended. */
const isCompletion = (command: string, key: string) => (notify: Notify) => {
  const { obj_path: path = '', command_name: name = '', command_key: given } = notify.oper_complete ?? {};
  return path + name === command && given === key;
};

/** That the agent has gone, come back, and answers. */
async function isBack({ controller, eut }: AgentBench, metric: Metric): Promise<void> {
  await connected(controller, eut, 2);
  metric.equal(await valueAt(controller, `${agent}EndpointID`), controller.agentId, 'EndpointID after the reboot');
}

/** Requests that the agent still has. */
const requestsOf = async ({ controller }: AgentBench) => Object.keys(await objectsAt(controller, `${agent}Request.`));

/** Puts a program by this name before the machine's own, which writes down how it was called and never ends. */
const standInFor = (name: string) => (directory: string) => {
  const file = join(directory, name);
  writeFileSync(file, `#!/bin/sh\necho "$*" > ${file}.called\nexec sleep 1000\n`, { mode: 0o755 });
  return { PATH: `${directory}${delimiter}${process.env.PATH}` };
};

/** The arguments that the stand-in was called with, once it was. */
async function callOf(name: string, directory: string): Promise<string | undefined> {
  const file = join(directory, `${name}.called`);
  for (let tries = 0; tries < 50 && !existsSync(file); tries += 1) await pass(0.1);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

export const operateCases: readonly Case[] = [
  {
    number: '1.61',
    station: 'alone',
    needs: [reboot],
    shows: ['R-MSG.0'],
    async run(bench) {
      const { controller, metric } = bench;
      const result = resultOf(metric(1, 'R-MSG.0'), await controller.operate(reboot, {}, 'test61'), reboot);
      metric(1).equal(result.req_output_args, { output_args: {} }, 'req_output_args');
      await isBack(bench, metric(2));
    },
  },
  {
    number: '1.62',
    station: 'alone',
    needs: [reboot],
    shows: ['R-OPR.4'],
    async run(bench) {
      const { controller, metric } = bench;
      const msgId = controller.operateSilently(reboot, {}, 'test62');
      await isBack(bench, metric(1));
      const answer = controller.records.find(({ message }) => message?.header.msg_id === msgId);
      metric(1, 'R-OPR.4').ok(answer === undefined, 'there was no OperateResp', answer?.message?.body);
    },
  },
  {
    number: '1.64',
    station: 'alone',
    needs: [timer],
    shows: ['R-OPR.0'],
    async run(bench) {
      const { controller, metric } = bench;
      await subscribedTo(bench, 'sub64', timer);
      const answer = await controller.operate(timer, { DelaySeconds: '1' }, 'test64');
      const result = resultOf(metric(1), answer, timer);
      metric(1, 'R-OPR.0').matches(result.req_obj_path ?? '', requestPath, 'req_obj_path');
      metric(2).found(await controller.notified(isCompletion(timer, 'test64')), 'an OperationComplete comes');
      metric(2, 'R-OPR.0').equal(await requestsOf(bench), [], 'Requests afterwards');
    },
  },
  {
    number: '1.65',
    station: 'alone',
    needs: [timer],
    shows: ['R-OPR.4'],
    async run(bench) {
      const { controller, metric } = bench;
      await subscribedTo(bench, 'sub65', timer);
      const msgId = controller.operateSilently(timer, { DelaySeconds: '1' }, 'test65');
      metric(2).found(await controller.notified(isCompletion(timer, 'test65')), 'an OperationComplete comes');
      const answer = controller.records.find(({ message }) => message?.header.msg_id === msgId);
      metric(1, 'R-OPR.4').ok(answer === undefined, 'there was no OperateResp', answer?.message?.body);
    },
  },
  {
    number: '1.79',
    station: 'alone',
    needs: [timer],
    shows: ['R-OPR.0'],
    async run(bench) {
      const { controller, metric, seconds } = bench;
      await subscribedTo(bench, 'sub79', timer);
      const delay = seconds(30, 3);
      const result = resultOf(
        metric(1),
        await controller.operate(timer, { DelaySeconds: `${delay}` }, 'test79'),
        timer,
      );
      const request = result.req_obj_path ?? '';
      metric(1).matches(request, requestPath, 'req_obj_path');
      const rows = await requestsOf(bench);
      metric(1, 'R-OPR.0').equal(
        rows.map(row => row.slice(0, -1)),
        [request.replace(/\.$/, '')],
        'the Requests',
      );
      const heard = await controller.notified(isCompletion(timer, 'test79'), (delay + 5) * 1000);
      const { oper_complete: completion } = metric(2).found(heard, 'an OperationComplete comes').notify;
      const { obj_path: path, command_name: name, command_key: key } = completion ?? {};
      metric(2).equal([path, name, key], ['Device.', 'ScheduleTimer()', 'test79'], 'what it tells');
    },
  },
  {
    number: '1.91',
    station: 'alone',
    needs: [timer],
    shows: ['R-OPR.6'],
    async run({ controller, metric }) {
      const answer = await controller.operate(timer, { DelaySeconds: '10', InvalidArgument: '2' });
      const result = resultOf(metric(1), answer, timer);
      metric(1, 'R-OPR.6').equal(result.operation_resp, 'req_obj_path', 'the outcome');
    },
  },
  {
    number: '1.92',
    station: 'alone',
    needs: [traceRoute],
    environment: standInFor('traceroute'),
    shows: ['R-OPR.7'],
    async run({ controller, metric, eut }) {
      const input = { Host: '192.0.2.1', ProtocolVersion: 'Any' };
      const result = resultOf(metric(1), await controller.operate(traceRoute, input, 'test92'), traceRoute);
      metric(1).matches(result.req_obj_path ?? '', requestPath, 'req_obj_path');
      const called = metric(2).found(await callOf('traceroute', eut.directory), 'traceroute is called');
      metric(2).matches(called, /(^| )192\.0\.2\.1( |$)/, 'the host');
      metric(2, 'R-OPR.7').matches(called, /-q ?3\b/, 'three tries');
      metric(2, 'R-OPR.7').matches(called, /-w ?5(\.0+)?\b/, 'five seconds between them');
    },
  },
  {
    number: '1.100',
    station: 'alone',
    needs: [timer],
    shows: ['R-OPR.5'],
    async run(bench) {
      const { controller, metric, seconds } = bench;
      await subscribedTo(bench, 'sub100', timer);
      const result = resultOf(metric(1), await controller.operate(timer, {}, 'test100'), timer);
      metric(1, 'R-OPR.5').equal(result.cmd_failure?.err_code, 7027, 'the err_code of its cmd_failure');
      const heard = await controller.notified(({ oper_complete: it }) => it !== undefined, seconds(120, 3) * 1000);
      metric(2, 'R-OPR.5').ok(heard === undefined, 'no OperationComplete comes', heard?.notify);
    },
  },
];
