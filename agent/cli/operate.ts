import { readAssignment } from './arguments.ts';
import { asking } from './question.ts';
import { settingLines } from './text.ts';
import { UsageError } from './verb.ts';

interface Results {
  results: {
    command: string;
    /** What a command has given back that is over. */
    output?: Readonly<Record<string, string>>;
    /** Path of the Request row of a command that goes on. */
    request?: string;
  }[];
}

export const verb = asking<Results>({
  words: 'COMMAND [ARGUMENT=VALUE]...',
  help: [
    'Runs a command of the data model, such as Device.IoTCapability.3.BinaryControl.Toggle(), and prints what it gives',
    'back. Of a command that goes on, the path of its Request row is printed; `uspi watch COMMAND` shows its end.',
  ],
  request([command, ...given]) {
    if (command === undefined) {
      throw new UsageError(
        "which command? `uspi operate 'Device.IoTCapability.1.BinaryControl.Toggle()'` turns an output",
      );
    }
    const input = Object.fromEntries(given.map(readAssignment));
    return { operate: { command, send_resp: true, command_key: '', input_args: input } };
  },
  read(response, errors) {
    if (response.resp_type !== 'operate_resp') return undefined;
    const results: Results['results'] = [];
    for (const result of response.operate_resp.operation_results) {
      const { executed_command: command } = result;
      if (result.operation_resp === 'cmd_failure') {
        errors.push({ path: command, code: result.cmd_failure.err_code, message: result.cmd_failure.err_msg });
      } else if (result.operation_resp === 'req_obj_path') {
        results.push({ command, request: result.req_obj_path });
      } else results.push({ command, output: result.req_output_args.output_args });
    }
    return { results };
  },
  nothing: { results: [] },
  lines: ({ results }) => results.flatMap(linesOf),
});

function linesOf({ command, output, request }: Results['results'][number]): string[] {
  if (request !== undefined) return [`${command} has begun: ${request}`];
  return [`${command} done`, ...settingLines(output ?? {}).map(line => `  ${line}`)];
}
