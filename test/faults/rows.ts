/** Rows that a controller adds, sets and deletes, as the faults' tests want them: what was answered, and with what. */
import type { Response } from '../../proto/codec.gen.js';
import type { LocalController } from '../helpers/local-controller.ts';

const table = 'Device.LocalAgent.Subscription.';

const settingsOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([param, value]) => ({ param, value, required: true }));

function successOf<T extends { oper_status: string }>(status: T | undefined, response: Response) {
  if (status?.oper_status !== 'oper_success') throw new Error(JSON.stringify(response));
  return status;
}

/** Adds a subscription that survives restarts; its path. Rejects unless it was added. */
export async function addRow(controller: LocalController, id: string, expiration: string): Promise<string> {
  const values = { Enable: 'true', Persistent: 'true', ID: id, NotifType: 'Event', NotifExpiration: expiration };
  const create_objs = [{ obj_path: table, param_settings: settingsOf(values) }];
  const response = await controller.request({ add: { create_objs } });
  const status = response.resp_type === 'add_resp' ? response.add_resp.created_obj_results[0]?.oper_status : undefined;
  const success = successOf(status, response);
  return success.oper_status === 'oper_success' ? success.oper_success.instantiated_path : '';
}

export async function setRow(controller: LocalController, path: string, expiration: string): Promise<void> {
  const param_settings = settingsOf({ NotifExpiration: expiration });
  await controller.request({ set: { update_objs: [{ obj_path: path, param_settings }] } });
}

export async function deleteRow(controller: LocalController, path: string): Promise<void> {
  await controller.request({ delete: { obj_paths: [path] } });
}

/** NotifExpiration by path. */
export async function readRows(controller: LocalController): Promise<Map<string, string>> {
  const response = await controller.request({ get: { param_paths: [`${table}*.NotifExpiration`] } });
  if (response.resp_type !== 'get_resp') throw new Error(response.resp_type);
  const results = response.get_resp.req_path_results[0]?.resolved_path_results ?? [];
  return new Map(results.map(result => [result.resolved_path, result.result_params.NotifExpiration ?? '']));
}
