/** Subscriptions of the command line: rows that it adds, and takes back at the end. */
import type { LocalController } from './controller.ts';
import type { NotifType } from './notification.ts';

const subscriptionTable = 'Device.LocalAgent.Subscription.';

export interface Wanted {
  /** Unique among all that this Controller has. */
  id: string;
  type: NotifType;
  /** The ReferenceList: one path. */
  path: string;
}

/** Adds all of them, or rejects as LocalController.ask does; resolves to the rows' paths. */
export async function subscribe(
  controller: LocalController,
  wanted: readonly Wanted[],
  timeToLiveSeconds: number,
): Promise<string[]> {
  const rows = wanted.map(({ id, type, path }) => {
    const values = {
      Enable: 'true',
      ID: id,
      NotifType: type,
      ReferenceList: path,
      TimeToLive: String(timeToLiveSeconds),
    };
    const settings = Object.entries(values).map(([param, value]) => ({ param, value, required: true }));
    return { obj_path: subscriptionTable, param_settings: settings };
  });
  const response = await controller.ask({ add: { allow_partial: false, create_objs: rows } });
  const results = response.resp_type === 'add_resp' ? response.add_resp.created_obj_results : [];
  return results.flatMap(({ oper_status: status }) =>
    status.oper_status === 'oper_success' ? [status.oper_success.instantiated_path] : [],
  );
}

/** Takes them back; some may have gone already. */
export async function unsubscribe(controller: LocalController, paths: readonly string[]): Promise<void> {
  await controller.ask({ delete: { allow_partial: true, obj_paths: paths } });
}
