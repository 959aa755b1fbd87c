import { asking, type PathError } from './question.ts';
import { settingLines } from './text.ts';
import { type Options, UsageError } from './verb.ts';

/** By full path. */
interface Values {
  values: Record<string, string>;
}

export const verb = asking<Values>({
  words: 'PATH...',
  help: [
    'Reads parameters. A path names one parameter, or with its final dot an object and all below it; * stands for all',
    'instances, and [Name=="fan"] for those that match.',
  ],
  options: { depth: { value: 'LEVELS', help: 'of an object, only so many levels' } },
  request(words, options) {
    if (words.length === 0) throw new UsageError('which path? `uspi get Device.DeviceInfo.` shows what the agent is');
    return { get: { param_paths: words, max_depth: readDepth(options) } };
  },
  read(response, errors: PathError[]) {
    if (response.resp_type !== 'get_resp') return undefined;
    const values: Record<string, string> = {};
    for (const result of response.get_resp.req_path_results) {
      const { requested_path: path, err_code: code, err_msg: message } = result;
      const hint = path.endsWith('.') ? '' : '; the path of an object ends with a dot';
      if (code !== 0) errors.push({ path, code, message: message + hint });
      for (const { resolved_path: object, result_params: params } of result.resolved_path_results) {
        for (const [name, value] of Object.entries(params)) values[object + name] = value;
      }
    }
    return { values };
  },
  nothing: { values: {} },
  lines: ({ values }) => settingLines(values),
});

function readDepth({ depth: text }: Options): number {
  if (text === undefined) return 0;
  if (!/^[1-9]\d{0,2}$/.test(String(text))) throw new UsageError(`--depth ${text}: expected a number from 1 to 999`);
  return Number(text);
}
