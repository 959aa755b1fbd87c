import { commandEventRights, paramRights, READ } from '../../datamodel/access.ts';
import type { Bound } from '../../datamodel/bound.ts';
import { Fault } from '../../datamodel/errors.ts';
import type { ParamSchema, ValueKind } from '../../datamodel/schema.ts';
import {
  CmdType,
  type GetSupportedDM,
  type GetSupportedDMResp,
  MsgType,
  ObjAccessType,
  ParamAccessType,
  ParamValueType,
  ValueChangeType,
} from '../../proto/codec.gen.js';
import { encodeBody } from '../../proto/outgoing.ts';
import type { Answer, MessageContext, RequestContext } from './context.ts';
import { diverge, isMounted, isMountPoint, mountedBelow, rowsIn } from './divergence.ts';
import { resolveSupported, type Supported } from './supportedpath.ts';

type SupportedObject = GetSupportedDMResp.SupportedObjectResultInit;

/** The document that our data model is a subset of. */
const dataModelUri = 'urn:broadband-forum-org:tr-181-2-19-1-usp';

export function getSupportedDM(request: GetSupportedDM, context: RequestContext): Answer {
  const body = context.supported.of(request, context.access, () => {
    const results = request.obj_paths.map(path => resultOf(path, request, context));
    return encodeBody({ response: { get_supported_dm_resp: { req_obj_results: results } } });
  });
  return { written: { type: MsgType.GET_SUPPORTED_DM_RESP, body } };
}

function resultOf(
  path: string,
  request: GetSupportedDM,
  context: MessageContext,
): GetSupportedDMResp.RequestedObjectResultInit {
  const supported = resolveSupported(path, context);
  if (supported instanceof Fault) {
    return { req_obj_path: path, err_code: supported.code, err_msg: supported.message };
  }
  const { bound, leaf } = supported;
  const objects: SupportedObject[] = [];
  if (leaf === undefined) collect(supported, request, objects, context, 0);
  else objects.push(describe(bound, { ...everything, only: leaf }, context));
  return { req_obj_path: path, data_model_inst_uri: dataModelUri, supported_objs: objects };
}

/** What of an object is told. */
interface Wanted {
  return_commands: boolean;
  return_events: boolean;
  return_params: boolean;
  return_unique_key_sets: boolean;
  /** A single parameter, command or event. */
  only?: string;
}

const everything: Wanted = {
  return_commands: true,
  return_events: true,
  return_params: true,
  return_unique_key_sets: true,
};
const nothing: Wanted = {
  return_commands: false,
  return_events: false,
  return_params: false,
  return_unique_key_sets: false,
};

/**
 * With first_level_only, the children are told without their parameters, commands and events. Of a mount point whose
 * instances diverge, the instances are told, and nothing below.
 */
function collect(
  { bound, instances }: Omit<Supported, 'leaf'>,
  request: GetSupportedDM,
  objects: SupportedObject[],
  context: MessageContext,
  depth: number,
): void {
  if (!(context.access.ofSchema(bound.schema).object & READ)) return; // [R-GSP.0]
  const { return_unique_key_sets } = request;
  const isBrief = depth > 0 && request.first_level_only;
  if (isMountPoint(bound) && diverge(instances)) {
    objects.push({ ...describe(bound, nothing, context), divergent_paths: instances.map(instance => instance.path) });
    return;
  }
  objects.push(describe(bound, isBrief ? { ...nothing, return_unique_key_sets } : request, context));
  if (isBrief) return;
  const mounted = isMountPoint(bound) || isMounted(bound.schema) ? mountedBelow(instances) : undefined;
  for (const child of bound.children.values()) {
    if (isMounted(child.schema) && !mounted?.has(child.schema.path)) continue;
    const below = isMountPoint(child) ? rowsIn(instances, child, context) : instances;
    collect({ bound: child, instances: below }, request, objects, context, depth + 1);
  }
}

function describe(bound: Bound, wanted: Wanted, { access }: MessageContext): SupportedObject {
  const { schema } = bound;
  const rights = access.ofSchema(schema);
  const isWanted = (name: string) => wanted.only === undefined || wanted.only === name;
  const isVisible = (name: string) => isWanted(name) && (commandEventRights(rights, name) & READ) !== 0;
  const params = schema.params.filter(p => isWanted(p.name) && paramRights(rights, p.slot) & READ);
  const isReadable = (name: string) => params.some(param => param.name === name);
  const keys = schema.uniqueKeys.filter(key => wanted.only === undefined && key.params.every(isReadable));
  return {
    supported_obj_path: schema.path,
    access: objectAccess(bound),
    is_multi_instance: schema.isTable,
    supported_commands: wanted.return_commands
      ? schema.commands.filter(c => isVisible(c.name)).map(describeCommand)
      : [],
    supported_events: wanted.return_events ? schema.events.filter(e => isVisible(e.name)).map(describeEvent) : [],
    supported_params: wanted.return_params ? params.map(param => describeParam(bound, param)) : [],
    unique_key_sets: wanted.return_unique_key_sets ? keys.map(key => ({ key_names: key.params })) : [],
  };
}

function objectAccess({ schema, canCreate, canDelete }: Bound): ObjAccessType {
  if (!schema.isTable || (!canCreate && !canDelete)) return ObjAccessType.OBJ_READ_ONLY;
  if (canCreate && canDelete) return ObjAccessType.OBJ_ADD_DELETE;
  return canCreate ? ObjAccessType.OBJ_ADD_ONLY : ObjAccessType.OBJ_DELETE_ONLY;
}

/** writeOnceReadOnly is told as PARAM_READ_WRITE (TR-369 "writeOnceReadOnly Parameter Access"). */
function describeParam(bound: Bound, param: ParamSchema): GetSupportedDMResp.SupportedParamResultInit {
  const isReadOnly = bound.access[param.slot] === 'readOnly';
  const isComputed = bound.entries[param.slot]?.word === 'read';
  return {
    param_name: param.name,
    access: isReadOnly ? ParamAccessType.PARAM_READ_ONLY : ParamAccessType.PARAM_READ_WRITE,
    value_type: param.type.list ? ParamValueType.PARAM_STRING : valueTypes[param.type.kind],
    value_change: isComputed ? ValueChangeType.VALUE_CHANGE_WILL_IGNORE : ValueChangeType.VALUE_CHANGE_ALLOWED,
  };
}

const valueTypes: Readonly<Record<ValueKind, ParamValueType>> = {
  string: ParamValueType.PARAM_STRING,
  boolean: ParamValueType.PARAM_BOOLEAN,
  int: ParamValueType.PARAM_INT,
  unsignedInt: ParamValueType.PARAM_UNSIGNED_INT,
  long: ParamValueType.PARAM_LONG,
  unsignedLong: ParamValueType.PARAM_UNSIGNED_LONG,
  decimal: ParamValueType.PARAM_DECIMAL,
  dateTime: ParamValueType.PARAM_DATE_TIME,
  base64: ParamValueType.PARAM_BASE_64,
  hexBinary: ParamValueType.PARAM_HEX_BINARY,
};

function describeCommand(command: Bound['schema']['commands'][number]): GetSupportedDMResp.SupportedCommandResultInit {
  return {
    command_name: command.name,
    input_arg_names: command.input.map(argument => argument.name),
    output_arg_names: command.output.map(argument => argument.name),
    command_type: command.async ? CmdType.CMD_ASYNC : CmdType.CMD_SYNC,
  };
}

function describeEvent(event: Bound['schema']['events'][number]): GetSupportedDMResp.SupportedEventResultInit {
  return { event_name: event.name, arg_names: event.arguments.map(argument => argument.name) };
}
