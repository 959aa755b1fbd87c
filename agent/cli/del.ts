import { objectPath } from './arguments.ts';
import { asking } from './question.ts';
import { UsageError } from './verb.ts';

/** Paths of the rows that have gone, those below them included. */
interface Deleted {
  deleted: string[];
}

export const verb = asking<Deleted>({
  words: 'PATH...',
  help: [
    'Deletes rows, all of them or none when one is refused, and prints the paths of what has gone. That there is no such',
    'row is not an error.',
  ],
  request(words) {
    if (words.length === 0) {
      throw new UsageError('which row? `uspi del Device.LocalAgent.Subscription.1.` takes a subscription back');
    }
    return { delete: { allow_partial: false, obj_paths: words.map(objectPath) } };
  },
  read(response, errors) {
    if (response.resp_type !== 'delete_resp') return undefined;
    const deleted: string[] = [];
    for (const { requested_path: path, oper_status: status } of response.delete_resp.deleted_obj_results) {
      if (status.oper_status === 'oper_failure') {
        errors.push({ path, code: status.oper_failure.err_code, message: status.oper_failure.err_msg });
        continue;
      }
      deleted.push(...status.oper_success.affected_paths);
      for (const error of status.oper_success.unaffected_path_errs) {
        errors.push({ path: error.unaffected_path, code: error.err_code, message: error.err_msg });
      }
    }
    return { deleted };
  },
  nothing: { deleted: [] },
  lines: ({ deleted }) => deleted,
});
