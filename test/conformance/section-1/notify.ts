// 1.52 to 1.59, 1.78, 1.84, 1.93, 1.94: subscriptions and their notifications.
import type { AgentBench, Case } from '../bench/case.ts';
import { object, required } from '../bench/controller.ts';
import type { Metric } from '../bench/metric.ts';
import {
  agent,
  bootParameter,
  changed,
  deleted,
  isFor,
  objectsAt,
  pass,
  subscribed,
  subscription,
  subscriptions,
  valueAt,
} from '../bench/steps.ts';

/** What a timer of ours, a busy machine and a broker may add to a time of the agent's, in seconds. */
const lateness = 1;

/** Sets the controller's ProvisioningCode to something else than what the case will set. */
const prepared = ({ controller, row }: AgentBench) => changed(controller, row, { ProvisioningCode: 'before' });

/** The plan's Subscription to the controller's own ProvisioningCode. */
const onCode = ({ row }: AgentBench, id: string, more: Record<string, string> = {}) =>
  subscription(id, { ReferenceList: required(`${row}ProvisioningCode`), NotifRetry: 'true', ...more });

/** Adds it, as a step of the case; its path. */
async function adds(bench: AgentBench, metric: Metric, settings: ReturnType<typeof subscription>): Promise<string> {
  const { created_obj_results: results } = metric.response(await bench.controller.add(settings), 'add_resp');
  return metric.success(metric.one(results, 'CreatedObjectResult')).instantiated_path;
}

const setsCode = ({ controller, row }: AgentBench, value: string) =>
  changed(controller, row, { ProvisioningCode: required(value) });

/** That the Notify of a changed ProvisioningCode comes. */
async function tellsCode(bench: AgentBench, metric: Metric, id: string, value: string): Promise<void> {
  const heard = metric.found(await bench.controller.notified(isFor(id)), `a Notify of ${id} comes`);
  const expected = { param_path: `${bench.row}ProvisioningCode`, param_value: value };
  metric.equal(heard.notify.value_change, expected, 'its value_change');
}

/** That no more Notify of `id` comes within the time than the `count` that came already. */
async function keepsQuiet({ controller }: AgentBench, metric: Metric, id: string, seconds: number, count: number) {
  const one = await controller.notified(isFor(id), seconds * 1000, count + 1);
  metric.ok(one === undefined, `no Notify of ${id} comes within ${seconds} s`, one?.notify);
}

/** Shortens the retries, unless there is time for the default; the interval in seconds. */
async function retryInterval({ controller, row, seconds }: AgentBench): Promise<number> {
  const interval = seconds(5, 1);
  await changed(controller, row, { USPNotifRetryMinimumWaitInterval: required(String(interval)) });
  return interval;
}

/** Seconds between the arrivals of Notify `count` and the one after it; undefined when that has not come in time. */
async function waitedAfter({ controller }: AgentBench, id: string, count: number, most: number) {
  const first = await controller.notified(isFor(id), undefined, count);
  const second = await controller.notified(isFor(id), most * 1000, count + 1);
  return first && second && (second.atMs - first.atMs) / 1000;
}

export const notifyCases: readonly Case[] = [
  {
    number: '1.52',
    station: 'shared',
    shows: ['R-NOT.0', 'R-NOT.0a', 'R-NOT.7'],
    async run(bench) {
      const { metric } = bench;
      await prepared(bench);
      await adds(bench, metric(1), onCode(bench, 'notify52'));
      const begun = performance.now();
      await setsCode(bench, 'TestValue52');
      await tellsCode(bench, metric(2, 'R-NOT.0', 'R-NOT.7'), 'notify52', 'TestValue52');
      metric(2, 'R-NOT.0a').within((performance.now() - begun) / 1000, 0, 10, 'seconds until it came');
    },
  },
  {
    number: '1.53',
    station: 'alone',
    shows: ['R-NOT.0'],
    async run(bench) {
      const { controller, metric, seconds } = bench;
      await prepared(bench);
      const row = await adds(bench, metric(2), onCode(bench, 'notify53'));
      await setsCode(bench, 'TestValue53');
      await tellsCode(bench, metric(2), 'notify53', 'TestValue53');
      const { deleted_obj_results: results } = metric(1).response(await controller.delete(row), 'delete_resp');
      metric(1).equal(metric(1).success(metric(1).one(results, 'result')).affected_paths, [row], 'what was deleted');
      await setsCode(bench, 'notify53-2');
      await keepsQuiet(bench, metric(2, 'R-NOT.0'), 'notify53', seconds(20, 3), 1);
    },
  },
  {
    number: '1.54',
    station: 'alone',
    shows: ['R-NOT.1', 'R-NOT.9'],
    async run(bench) {
      const { controller, metric } = bench;
      await prepared(bench);
      const interval = await retryInterval(bench);
      controller.acknowledges = false;
      await adds(bench, metric(1), onCode(bench, 'notify54'));
      await setsCode(bench, 'TestValue54');
      const first = metric(1).found(await waitedAfter(bench, 'notify54', 1, 3 * interval), 'a first retry comes');
      const second = metric(1).found(await waitedAfter(bench, 'notify54', 2, 6 * interval), 'a second retry comes');
      metric(2, 'R-NOT.1').within(first, interval - 0.1, 2 * interval + lateness, 'seconds until the first retry');
      metric(2, 'R-NOT.1').within(second, 2 * interval - 0.1, 4 * interval + lateness, 'seconds until the second');
      for (const heard of controller.notifies) controller.acknowledge(heard, 'another');
      await keepsQuiet(bench, metric(2, 'R-NOT.9'), 'notify54', 8 * interval + lateness, 3);
    },
  },
  {
    number: '1.55',
    station: 'alone',
    needs: ['Device.LocalAgent.Subscription.{i}.TimeToLive'],
    shows: ['R-NOT.0'],
    async run(bench) {
      const { controller, metric, seconds } = bench;
      await prepared(bench);
      const life = seconds(20, 3);
      const row = await adds(bench, metric(1), onCode(bench, 'notify55', { TimeToLive: String(life) }));
      await setsCode(bench, 'TestValue55');
      await tellsCode(bench, metric(1), 'notify55', 'TestValue55');
      await pass(life);
      const answer = await controller.instances(subscriptions);
      const { req_path_results: results } = metric(2).response(answer, 'get_instances_resp');
      const paths = results[0]?.curr_insts.map(each => each.instantiated_obj_path) ?? [];
      metric(2, 'R-NOT.0').ok(!paths.includes(row), 'the Subscription is gone', paths);
      await setsCode(bench, 'TestValue55-2');
      await keepsQuiet(bench, metric(3, 'R-NOT.0'), 'notify55', seconds(10, 2), 1);
    },
  },
  {
    number: '1.56',
    station: 'alone',
    needs: ['Device.LocalAgent.Subscription.{i}.NotifExpiration'],
    shows: ['R-NOT.2'],
    async run(bench) {
      const { controller, metric, seconds } = bench;
      await prepared(bench);
      await retryInterval(bench);
      controller.acknowledges = false;
      const expiration = seconds(20, 4);
      await adds(bench, metric(1), onCode(bench, 'notify56', { NotifExpiration: String(expiration) }));
      await setsCode(bench, 'TestValue56');
      const first = metric(1).found(await controller.notified(isFor('notify56')), 'the Notify comes');
      const retry = await controller.notified(isFor('notify56'), expiration * 1000, 2);
      metric(1).ok(retry !== undefined, `a retry comes within ${expiration} s`);
      await pass(seconds(60, 10) - (performance.now() - first.atMs) / 1000);
      const last = controller.notifies.filter(({ notify }) => isFor('notify56')(notify)).at(-1) ?? first;
      metric(2, 'R-NOT.2').within((last.atMs - first.atMs) / 1000, 0, expiration + lateness, 'seconds until the last');
    },
  },
  {
    number: '1.57',
    station: 'shared',
    shows: ['R-NOT.0', 'R-NOT.7'],
    async run(bench) {
      const { controller, metric, row } = bench;
      const creation = { NotifType: 'ObjectCreation', ReferenceList: required(subscriptions), NotifRetry: 'true' };
      await adds(bench, metric(1), subscription('notify57', creation));
      const path = await adds(bench, metric(1), onCode(bench, 'notify57-2'));
      const isIt = isFor('notify57', 'obj_creation');
      const heard = metric(2, 'R-NOT.7').found(await controller.notified(isIt), 'an ObjectCreation comes');
      metric(2, 'R-NOT.0').equal(heard.notify.obj_creation?.obj_path, path, 'its obj_path');
      const { ID, Recipient } = heard.notify.obj_creation?.unique_keys ?? {};
      metric(2).equal([ID, Recipient], ['notify57-2', row.slice(0, -1)], 'its unique keys');
    },
  },
  {
    number: '1.58',
    station: 'shared',
    shows: ['R-NOT.0', 'R-NOT.7'],
    async run(bench) {
      const { controller, metric } = bench;
      const doomed = await subscribed(controller, 'doomed58');
      const deletion = { NotifType: 'ObjectDeletion', ReferenceList: required(subscriptions), NotifRetry: 'true' };
      await adds(bench, metric(1), subscription('notify58', deletion));
      await deleted(controller, doomed);
      const isIt = isFor('notify58', 'obj_deletion');
      const heard = metric(2, 'R-NOT.7').found(await controller.notified(isIt), 'an ObjectDeletion comes');
      metric(2, 'R-NOT.0').equal(heard.notify.obj_deletion, { obj_path: doomed }, 'what it tells');
    },
  },
  {
    number: '1.59',
    station: 'alone',
    needs: ['Device.LocalAgent.Controller.{i}.PeriodicNotifTime', 'Device.LocalAgent.Periodic!'],
    shows: ['R-NOT.0'],
    async run({ controller, metric, row, seconds }) {
      const interval = seconds(60, 3);
      const settings = { PeriodicNotifInterval: String(interval), PeriodicNotifTime: '2019-01-01T00:00:00Z' };
      const { updated_obj_results: updated } = metric(1).response(
        await controller.set(object(row, settings)),
        'set_resp',
      );
      const instances = metric(1).success(metric(1).one(updated, 'result')).updated_inst_results;
      metric(1).equal(Object.keys(instances[0]?.updated_params ?? {}).sort(), Object.keys(settings), 'updated_params');
      const periodic = { NotifType: 'Event', ReferenceList: `${agent}Periodic!` };
      const answer = await controller.add(subscription('sub-103', periodic));
      const { created_obj_results: created } = metric(2).response(answer, 'add_resp');
      metric(2).success(metric(2).one(created, 'result'));
      const first = await controller.notified(isFor('sub-103', 'event'), (interval + 5) * 1000);
      metric(3).equal(
        metric(3).found(first, 'a first Notify comes').notify.event?.event_name,
        'Periodic!',
        'its event',
      );
      const second = await controller.notified(isFor('sub-103', 'event'), (interval + 5) * 1000, 2);
      const waited = (metric(4).found(second, 'a second Notify comes').atMs - (first?.atMs ?? 0)) / 1000;
      const tolerance = seconds(4, 1);
      metric(4, 'R-NOT.0').within(waited, interval - tolerance, interval + tolerance, 'seconds between the two');
    },
  },
  {
    number: '1.78',
    station: 'alone',
    shows: ['R-NOT.0'],
    async run({ controller, metric, second }) {
      await subscribed(second.controller, 'orphan78');
      await subscribed(controller, 'stays78');
      await deleted(controller, second.row);
      const ids = Object.values(await objectsAt(controller, subscriptions)).map(({ ID }) => ID);
      metric(1, 'R-NOT.0').equal(ids, ['stays78'], 'the Subscriptions that are left');
    },
  },
  {
    number: '1.84',
    station: 'shared',
    shows: ['R-ARC.10'],
    async run(bench) {
      const { controller, metric, row } = bench;
      const first = await bootParameter(bench);
      await bootParameter(bench, { ParameterName: `${agent}EndpointID` });
      const reference = required(`${row}BootParameter.*.Enable`);
      await adds(bench, metric(1), subscription('notify84', { ReferenceList: reference }));
      // The plan's procedure has this path without its last dot.
      await changed(controller, first.slice(0, -1), { Enable: required('false') });
      const heard = metric(2).found(await controller.notified(isFor('notify84')), 'a Notify comes');
      const expected = { param_path: `${first}Enable`, param_value: 'false' };
      metric(2, 'R-ARC.10').equal(heard.notify.value_change, expected, 'its value_change');
    },
  },
  ...(['Config', 'NotifyAndConfig'] as const).map(
    (action, index): Case => ({
      number: `1.${93 + index}`,
      station: 'shared',
      needs: [
        'Device.LocalAgent.Subscription.{i}.TriggerAction',
        'Device.LocalAgent.Subscription.{i}.TriggerConfigSettings',
      ],
      shows: ['R-NOT.0'],
      run: bench => actsOnTrigger(bench, action, String(93 + index)),
    }),
  ),
];

/** 1.93 and 1.94. */
async function actsOnTrigger(bench: AgentBench, action: 'Config' | 'NotifyAndConfig', digits: string): Promise<void> {
  const { controller, metric } = bench;
  const notifies = action === 'NotifyAndConfig';
  await prepared(bench);
  const row = await adds(bench, metric(1), onCode(bench, `notify${digits}`, { TriggerAction: action }));
  await changed(controller, row, { TriggerConfigSettings: required(`${row}Enable=false`) });
  await setsCode(bench, `TestValue${digits}`);
  if (notifies) await tellsCode(bench, metric(2, 'R-NOT.0'), `notify${digits}`, `TestValue${digits}`);
  else await keepsQuiet(bench, metric(2, 'R-NOT.0'), `notify${digits}`, 1, 0);
  metric(notifies ? 3 : 2, 'R-NOT.0').equal(await valueAt(controller, `${row}Enable`), 'false', 'Enable afterwards');
}
