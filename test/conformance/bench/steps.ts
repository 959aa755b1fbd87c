/** Steps that many cases take, and names that they use. */
import type { AgentBench } from './case.ts';
import { type Controller, object, required, type Setting } from './controller.ts';
import type { Notify } from './messages.ts';

export const agent = 'Device.LocalAgent.';
export const subscriptions = `${agent}Subscription.`;
export const controllers = `${agent}Controller.`;
export const softwareVersion = `${agent}SoftwareVersion`;

export type Settings = Readonly<Record<string, Setting>>;

/** An enabled ValueChange Subscription, as the plan's procedures have it; `more` replaces and adds. */
export const subscription = (id: string, more: Settings = {}) =>
  object(subscriptions, {
    Enable: 'true',
    ID: id,
    NotifType: 'ValueChange',
    ReferenceList: required(softwareVersion),
    ...more,
  });

/** Adds a row that must come into being, for a test's setup or as a step of it; its path. */
export async function added(controller: Controller, path: string, settings: Settings): Promise<string> {
  const answer = await controller.add(object(path, settings));
  const status = answer.body.response?.add_resp?.created_obj_results[0]?.oper_status.oper_success;
  if (!status) throw new Error(`${path} could not be added: ${JSON.stringify(answer.body)}`);
  return status.instantiated_path;
}

/** Adds an enabled Subscription; its path. */
export const subscribed = (controller: Controller, id: string, more: Settings = {}): Promise<string> =>
  added(controller, subscriptions, {
    Enable: 'true',
    ID: id,
    NotifType: 'ValueChange',
    ReferenceList: softwareVersion,
    ...more,
  });

/** Adds a BootParameter to the controller's row; its path. */
export const bootParameter = ({ controller, row }: Pick<AgentBench, 'controller' | 'row'>, more: Settings = {}) =>
  added(controller, `${row}BootParameter.`, { Enable: 'true', ParameterName: softwareVersion, ...more });

/** Sets values that must be set. */
export async function changed(controller: Controller, path: string, settings: Settings): Promise<void> {
  const answer = await controller.set(object(path, settings));
  if (!answer.body.response?.set_resp) throw new Error(`${path} could not be set: ${JSON.stringify(answer.body)}`);
}

/** Deletes rows that must go. */
export async function deleted(controller: Controller, ...paths: string[]): Promise<void> {
  const answer = await controller.delete(paths);
  if (!answer.body.response?.delete_resp) throw new Error(`not deleted: ${JSON.stringify(answer.body)}`);
}

/** Objects that a path of Get names, each with its parameters, by path. */
export async function objectsAt(
  controller: Controller,
  path: string,
): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const answer = await controller.get(path);
  const results = answer.body.response?.get_resp?.req_path_results[0]?.resolved_path_results ?? [];
  return Object.fromEntries(results.map(({ resolved_path, result_params }) => [resolved_path, result_params]));
}

/** Parameters of one object; undefined when it is not there. */
export async function paramsOf(
  controller: Controller,
  path: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  return (await objectsAt(controller, path))[path];
}

/** The value of one parameter; undefined when it is not there. */
export async function valueAt(controller: Controller, path: string): Promise<string | undefined> {
  return Object.values(Object.values(await objectsAt(controller, path))[0] ?? {})[0];
}

/** Those of `values` that `settings` name. */
export function onlyOf(values: Readonly<Record<string, string>> | undefined, settings: Settings) {
  return Object.fromEntries(Object.keys(settings).map(key => [key, values?.[key]]));
}

/** IDs of all Subscriptions that the agent has. */
export async function subscriptionIds(controller: Controller): Promise<(string | undefined)[]> {
  return Object.values(await objectsAt(controller, subscriptions)).map(({ ID }) => ID);
}

/** Whether a Notify is for this Subscription. */
export const isFor =
  (id: string, kind?: string) =>
  (notify: Notify): boolean =>
    notify.subscription_id === id && (kind === undefined || notify.notification === kind);

/** Time for what must not happen, or not yet, in seconds. */
export const pass = (seconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, seconds * 1000));
