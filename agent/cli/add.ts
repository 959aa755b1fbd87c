import { objectPath, readAssignment } from './arguments.ts';
import { asking } from './question.ts';
import { assignments, columns } from './text.ts';
import { UsageError } from './verb.ts';

interface Created {
  created: { path: string; keys: Readonly<Record<string, string>> }[];
}

export const verb = asking<Created>({
  words: 'TABLE [PARAM=VALUE]...',
  help: ['Adds a row to a table, with the given parameters, and prints its path and its keys.'],
  request([table, ...settings]) {
    if (table === undefined) {
      throw new UsageError('which table? `uspi add Device.LocalAgent.Subscription. ID=door` adds a subscription');
    }
    const params = settings.map(readAssignment).map(([param, value]) => ({ param, value, required: true }));
    return { add: { allow_partial: false, create_objs: [{ obj_path: objectPath(table), param_settings: params }] } };
  },
  read(response, errors) {
    if (response.resp_type !== 'add_resp') return undefined;
    const created: Created['created'] = [];
    for (const { requested_path: path, oper_status: status } of response.add_resp.created_obj_results) {
      if (status.oper_status === 'oper_failure') {
        errors.push({ path, code: status.oper_failure.err_code, message: status.oper_failure.err_msg });
      } else if (status.oper_success.instantiated_path !== '') {
        created.push({ path: status.oper_success.instantiated_path, keys: status.oper_success.unique_keys });
      }
    }
    return { created };
  },
  nothing: { created: [] },
  lines: ({ created }) => columns(created.map(({ path, keys }) => [path, assignments(keys)])),
});
