import { readSettings, splitParameter } from './arguments.ts';
import { asking } from './question.ts';
import { settingLines } from './text.ts';
import { UsageError } from './verb.ts';

/** New values by full path, as the agent has taken them. */
interface Updated {
  updated: Record<string, string>;
}

export const verb = asking<Updated>({
  words: 'PATH VALUE [PATH VALUE]...',
  help: [
    'Writes parameters: all of them, or none when one is refused. PATH=VALUE may be written too. A path may match many',
    'objects: Device.IoTCapability.[Name=="fan"].BinaryControl.Value',
  ],
  request(words) {
    if (words.length === 0) {
      throw new UsageError(
        'which parameter? `uspi set Device.IoTCapability.1.BinaryControl.Value true` turns an output on',
      );
    }
    const objects = new Map<string, { param: string; value: string; required: true }[]>();
    for (const [path, value] of readSettings(words)) {
      const [object, param] = splitParameter(path);
      objects.set(object, [...(objects.get(object) ?? []), { param, value, required: true }]);
    }
    const updates = [...objects].map(([object, settings]) => ({ obj_path: object, param_settings: settings }));
    return { set: { allow_partial: false, update_objs: updates } };
  },
  read(response, errors) {
    if (response.resp_type !== 'set_resp') return undefined;
    const updated: Record<string, string> = {};
    for (const { requested_path: path, oper_status: status } of response.set_resp.updated_obj_results) {
      if (status.oper_status === 'oper_failure') {
        errors.push({ path, code: status.oper_failure.err_code, message: status.oper_failure.err_msg });
        continue;
      }
      for (const { affected_path: object, updated_params: params } of status.oper_success.updated_inst_results) {
        for (const [name, value] of Object.entries(params)) updated[object + name] = value;
      }
    }
    return { updated };
  },
  nothing: { updated: {} },
  lines: ({ updated }) => settingLines(updated),
});
