/** A Notify request as a line: for people, and as JSON for programs. */
import type { Notify } from '../../proto/codec.gen.js';
import { assignments, printable } from './text.ts';

/** NotifType of TR-181, as far as this agent sends it. */
export const notifTypes = ['ValueChange', 'ObjectCreation', 'ObjectDeletion', 'OperationComplete', 'Event'] as const;

export type NotifType = (typeof notifTypes)[number];

/** What a Notify says, flat. `path` is that of the parameter, object, command or event. */
export type Notification =
  | { type: 'ValueChange'; path: string; value: string }
  | { type: 'ObjectCreation'; path: string; keys: Readonly<Record<string, string>> }
  | { type: 'ObjectDeletion'; path: string }
  | { type: 'OperationComplete'; path: string; key: string; output: Readonly<Record<string, string>> }
  | { type: 'OperationComplete'; path: string; key: string; error: { code: number; message: string } }
  | { type: 'Event'; path: string; arguments: Readonly<Record<string, string>> };

/** Undefined for an OnBoardRequest, which nobody can subscribe to here. */
export function readNotification(notify: Notify): Notification | undefined {
  switch (notify.notification) {
    case 'value_change': {
      const { param_path: path, param_value: value } = notify.value_change;
      return { type: 'ValueChange', path, value };
    }
    case 'obj_creation':
      return { type: 'ObjectCreation', path: notify.obj_creation.obj_path, keys: notify.obj_creation.unique_keys };
    case 'obj_deletion':
      return { type: 'ObjectDeletion', path: notify.obj_deletion.obj_path };
    case 'event': {
      const { obj_path: object, event_name: name, params } = notify.event;
      return { type: 'Event', path: object + name, arguments: params };
    }
    case 'oper_complete':
      return completionOf(notify.oper_complete);
    default:
      return undefined;
  }
}

function completionOf(complete: Notify.OperationComplete): Notification {
  const { obj_path: object, command_name: name, command_key: key } = complete;
  const common = { type: 'OperationComplete', path: object + name, key } as const;
  if (complete.operation_resp === 'req_output_args') {
    return { ...common, output: complete.req_output_args.output_args };
  }
  const { err_code: code, err_msg: message } = complete.cmd_failure;
  return { ...common, error: { code, message } };
}

/** `ValueChange Device.IoTCapability.1.LevelSensor.Value = 21.5` */
export function notificationLine(notification: Notification): string {
  return `${notification.type} ${notification.path} ${detailsOf(notification)}`.trimEnd();
}

function detailsOf(notification: Notification): string {
  switch (notification.type) {
    case 'ValueChange':
      return `= ${printable(notification.value)}`;
    case 'ObjectCreation':
      return assignments(notification.keys);
    case 'Event':
      return assignments(notification.arguments);
    case 'OperationComplete': {
      if ('output' in notification) return assignments(notification.output);
      return `failed: ${notification.error.code} ${printable(notification.error.message)}`;
    }
    case 'ObjectDeletion':
      return '';
  }
}
