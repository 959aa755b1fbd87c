import {
  CmdType,
  type GetSupportedDMResp,
  ObjAccessType,
  ParamAccessType,
  ParamValueType,
  ValueChangeType,
} from '../../proto/codec.gen.js';
import { asking } from './question.ts';
import { columns } from './text.ts';
import { UsageError } from './verb.ts';

interface Schema {
  objects: SupportedObject[];
}

interface SupportedObject {
  /** With {i} for instances. */
  path: string;
  isTable: boolean;
  access: 'read-only' | 'add-delete' | 'add-only' | 'delete-only';
  /** Where its instances differ in what is below: all of them, to be asked for one by one. */
  divergent: readonly string[];
  /** Each key is a list of parameters. */
  keys: (readonly string[])[];
  params: { name: string; access: string; type: string; valueChange: string }[];
  commands: { name: string; type: string; input: readonly string[]; output: readonly string[] }[];
  events: { name: string; arguments: readonly string[] }[];
}

export const verb = asking<Schema>({
  words: 'PATH...',
  help: ['Shows what the agent supports at and below an object: Device. is all, Device.LocalAgent. a part of it.'],
  options: { 'first-level': { help: 'of what is below the object, only the names' } },
  request(words, options) {
    if (words.length === 0) throw new UsageError('which path? `uspi schema Device.` shows everything');
    const wanted = {
      return_commands: true,
      return_events: true,
      return_params: true,
      return_unique_key_sets: true,
    };
    return {
      get_supported_dm: { obj_paths: words, first_level_only: options['first-level'] === true, ...wanted },
    };
  },
  read(response, errors) {
    if (response.resp_type !== 'get_supported_dm_resp') return undefined;
    const objects: SupportedObject[] = [];
    for (const result of response.get_supported_dm_resp.req_obj_results) {
      const { req_obj_path: path, err_code: code, err_msg: message } = result;
      if (code !== 0) errors.push({ path, code, message });
      objects.push(...result.supported_objs.map(readObject));
    }
    return { objects };
  },
  nothing: { objects: [] },
  lines: ({ objects }) => objects.flatMap(linesOf),
});

const objectAccess: Readonly<Record<ObjAccessType, SupportedObject['access']>> = {
  [ObjAccessType.OBJ_READ_ONLY]: 'read-only',
  [ObjAccessType.OBJ_ADD_DELETE]: 'add-delete',
  [ObjAccessType.OBJ_ADD_ONLY]: 'add-only',
  [ObjAccessType.OBJ_DELETE_ONLY]: 'delete-only',
};

const paramAccess: Readonly<Record<ParamAccessType, string>> = {
  [ParamAccessType.PARAM_READ_ONLY]: 'read-only',
  [ParamAccessType.PARAM_READ_WRITE]: 'read-write',
  [ParamAccessType.PARAM_WRITE_ONLY]: 'write-only',
};

/** The names of TR-106. */
const valueTypes: Readonly<Record<ParamValueType, string>> = {
  [ParamValueType.PARAM_UNKNOWN]: 'unknown',
  [ParamValueType.PARAM_BASE_64]: 'base64',
  [ParamValueType.PARAM_BOOLEAN]: 'boolean',
  [ParamValueType.PARAM_DATE_TIME]: 'dateTime',
  [ParamValueType.PARAM_DECIMAL]: 'decimal',
  [ParamValueType.PARAM_HEX_BINARY]: 'hexBinary',
  [ParamValueType.PARAM_INT]: 'int',
  [ParamValueType.PARAM_LONG]: 'long',
  [ParamValueType.PARAM_STRING]: 'string',
  [ParamValueType.PARAM_UNSIGNED_INT]: 'unsignedInt',
  [ParamValueType.PARAM_UNSIGNED_LONG]: 'unsignedLong',
};

const valueChanges: Readonly<Record<ValueChangeType, string>> = {
  [ValueChangeType.VALUE_CHANGE_UNKNOWN]: 'unknown',
  [ValueChangeType.VALUE_CHANGE_ALLOWED]: 'notified',
  [ValueChangeType.VALUE_CHANGE_WILL_IGNORE]: 'not-notified',
};

const commandTypes: Readonly<Record<CmdType, string>> = {
  [CmdType.CMD_UNKNOWN]: 'unknown',
  [CmdType.CMD_SYNC]: 'sync',
  [CmdType.CMD_ASYNC]: 'async',
};

function readObject(object: GetSupportedDMResp.SupportedObjectResult): SupportedObject {
  return {
    path: object.supported_obj_path,
    isTable: object.is_multi_instance,
    access: objectAccess[object.access],
    divergent: object.divergent_paths,
    keys: object.unique_key_sets.map(({ key_names: names }) => names),
    params: object.supported_params.map(param => ({
      name: param.param_name,
      access: paramAccess[param.access],
      type: valueTypes[param.value_type],
      valueChange: valueChanges[param.value_change],
    })),
    commands: object.supported_commands.map(command => ({
      name: command.command_name,
      type: commandTypes[command.command_type],
      input: command.input_arg_names,
      output: command.output_arg_names,
    })),
    events: object.supported_events.map(event => ({ name: event.event_name, arguments: event.arg_names })),
  };
}

function linesOf(object: SupportedObject): string[] {
  const keys = object.keys.map(names => names.join('+')).join(', ');
  const table = object.isTable ? [`rows ${object.access}`, ...(keys ? [`keys ${keys}`] : [])] : [];
  const rows = [
    ...object.params.map(({ name, type, access, valueChange }) => [name, type, access, valueChange]),
    ...object.commands.map(({ name, type, input, output }) => [name, 'command', type, argumentsOf(input, output)]),
    ...object.events.map(event => [event.name, 'event', '', argumentsOf(event.arguments, [])]),
  ];
  const differing = object.divergent.length > 0 ? [`  differs by instance: ${object.divergent.join(' ')}`] : [];
  return [[object.path, ...table].join('  '), ...differing, ...columns(rows).map(line => `  ${line}`)];
}

function argumentsOf(input: readonly string[], output: readonly string[]): string {
  const given = output.length > 0 ? ` -> ${output.join(' ')}` : '';
  return `(${input.join(' ')})${given}`;
}
