/** Notify bodies from changes. */
import type { Access } from '../../datamodel/access.ts';
import type { Change } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import { readableKeys, textOf } from '../../datamodel/readable.ts';
import type { NotifyInit } from '../../proto/codec.gen.js';

/** The notification of one change, as its recipient may see it. */
export function notificationOf(change: Change, model: DataModel, access: Access): NotifyInit {
  const { node } = change;
  switch (change.kind) {
    case 'value': {
      const param = node.schema.params[change.slot];
      const text = param ? textOf(node, param, { model, access }) : '';
      return { value_change: { param_path: node.path + (param?.name ?? ''), param_value: text } };
    }
    case 'created':
      return { obj_creation: { obj_path: node.path, unique_keys: readableKeys(node, { model, access }) } };
    case 'deleted':
      return { obj_deletion: { obj_path: node.path } };
    case 'event':
      return { event: { obj_path: node.path, event_name: change.name, params: change.arguments } };
    case 'completed': {
      const { command, commandKey, outcome } = change;
      const common = { command_name: command, obj_path: node.path, command_key: commandKey };
      if ('output' in outcome)
        return { oper_complete: { ...common, req_output_args: { output_args: outcome.output } } };
      const failure = { err_code: outcome.code, err_msg: outcome.message };
      return { oper_complete: { ...common, cmd_failure: failure } };
    }
  }
}
