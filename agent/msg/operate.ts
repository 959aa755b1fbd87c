import { commandEventRights, EXECUTE } from '../../datamodel/access.ts';
import { commandOf } from '../../datamodel/bound.ts';
import type { Arguments } from '../../datamodel/define.ts';
import {
  COMMAND_FAILURE,
  Fault,
  INVALID_COMMAND_ARGUMENTS,
  INVALID_PATH,
  PERMISSION_DENIED,
} from '../../datamodel/errors.ts';
import { ObjectNode } from '../../datamodel/node.ts';
import type { CommandSchema } from '../../datamodel/schema.ts';
import { parseValue } from '../../datamodel/values.ts';
import type { Operate, OperateResp } from '../../proto/codec.gen.js';
import { errorOfFault, type Handler, type MessageContext } from './context.ts';

type OperationResult = OperateResp.OperationResultInit;

/** Runs the command on every object that the path names; each result stands for itself [R-OPR.1]. */
export const operate: Handler<Operate> = async (request, context) => {
  const nodes = resolveCommand(request.command, context);
  if (nodes instanceof Fault) return errorOfFault(nodes);
  const name = request.command.slice(request.command.lastIndexOf('.') + 1);
  const results: OperationResult[] = [];
  for (const node of nodes) {
    const result = await operateOn(node, name, request, context);
    results.push({ executed_command: node.path + name, ...result });
  }
  if (!request.send_resp) return undefined; // [R-OPR.4]
  return { response: { operate_resp: { operation_results: results } } };
};

/** The objects behind a command path. Faults: 7008, 7026, 7016, 7005. */
function resolveCommand(text: string, context: MessageContext): readonly ObjectNode[] | Fault {
  const path = context.model.parse(text);
  if (path instanceof Fault) return path;
  if (path.leaf?.kind !== 'command') return new Fault(INVALID_PATH, `${text} is no command: commands end in ()`);
  const resolved = context.model.resolve(path, context.access);
  if (resolved instanceof Fault) return resolved;
  const { name } = path.leaf;
  const isKnown = !resolved.bound || (!resolved.atTable && commandOf(resolved.bound, name) !== undefined);
  if (!isKnown) return new Fault(INVALID_PATH, `${text} is not in the supported data model`);
  return resolved.nodes.filter(node => node instanceof ObjectNode);
}

async function operateOn(
  node: ObjectNode,
  name: string,
  request: Operate,
  context: MessageContext,
): Promise<OperateResp.OperationResultInit> {
  const command = commandOf(node.bound, name);
  if (!command) return failure(new Fault(INVALID_PATH, `${node.path}${name} is not supported`));
  if (!(commandEventRights(context.access.of(node), name) & EXECUTE)) {
    return failure(new Fault(PERMISSION_DENIED, `no permission to execute ${name}`));
  }
  const input = argumentsOf(command.schema, request.input_args);
  if (input instanceof Fault) return failure(input);
  const { controller, requests } = context;
  const invocation = { node, command: name, commandKey: request.command_key, input, controller };
  if (command.schema.async) {
    const path = await requests.start(invocation); // [R-OPR.2]
    return path instanceof Fault ? failure(path) : { req_obj_path: path };
  }
  const output = await requests.run(invocation);
  return output instanceof Fault ? failure(output) : { req_output_args: { output_args: output } };
}

/** Known arguments with their defaults [R-OPR.7]; unknown ones are ignored [R-OPR.6]. Fault: 7027 [R-OPR.5]. */
function argumentsOf(command: CommandSchema, given: Arguments): Arguments | Fault {
  const input: Record<string, string> = {};
  for (const argument of command.input) {
    const names = argument.name.includes('{i}') ? Object.keys(given).filter(n => isInstanceOf(n, argument.name)) : [];
    for (const name of names.length > 0 ? names : [argument.name]) {
      const text = Object.hasOwn(given, name) ? given[name] : argument.default;
      if (text === undefined && argument.mandatory) {
        return new Fault(INVALID_COMMAND_ARGUMENTS, `${argument.name} is mandatory`);
      }
      if (text === undefined) continue;
      const parsed = parseValue(argument.type, text);
      if (!parsed.ok) return new Fault(INVALID_COMMAND_ARGUMENTS, `${name}: ${parsed.reason}`);
      input[name] = text;
    }
  }
  return input;
}

/** Whether `TimeWindow.1.Start` is an instance of `TimeWindow.{i}.Start`. */
function isInstanceOf(name: string, pattern: string): boolean {
  const [names, patterns] = [name.split('.'), pattern.split('.')];
  const fits = (part: string, i: number) => (part === '{i}' ? /^[1-9]\d*$/.test(names[i] ?? '') : part === names[i]);
  return names.length === patterns.length && patterns.every(fits);
}

function failure(fault: Fault): OperateResp.OperationResultInit {
  return { cmd_failure: { err_code: fault.code || COMMAND_FAILURE, err_msg: fault.message } };
}
