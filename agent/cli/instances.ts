import { objectPath } from './arguments.ts';
import { asking } from './question.ts';
import { assignments, columns } from './text.ts';
import { UsageError } from './verb.ts';

interface Instances {
  instances: { path: string; keys: Readonly<Record<string, string>> }[];
}

export const verb = asking<Instances>({
  words: 'TABLE...',
  help: ['Lists the rows of tables, and of the tables below them, each with its unique keys.'],
  options: { 'first-level': { help: 'only the rows of the tables that are named' } },
  request(words, options) {
    if (words.length === 0)
      throw new UsageError('which table? `uspi instances Device.IoTCapability.` lists the sensors and actuators');
    return {
      get_instances: { obj_paths: words.map(objectPath), first_level_only: options['first-level'] === true },
    };
  },
  read(response, errors) {
    if (response.resp_type !== 'get_instances_resp') return undefined;
    const instances: Instances['instances'] = [];
    for (const result of response.get_instances_resp.req_path_results) {
      const { requested_path: path, err_code: code, err_msg: message } = result;
      if (code !== 0) errors.push({ path, code, message });
      for (const each of result.curr_insts) {
        instances.push({ path: each.instantiated_obj_path, keys: each.unique_keys });
      }
    }
    return { instances };
  },
  nothing: { instances: [] },
  lines: ({ instances }) => columns(instances.map(({ path, keys }) => [path, assignments(keys)])),
});
