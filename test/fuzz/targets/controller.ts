/** What controllers say, whole and damaged: requests of all kinds, and answers to what the agent has asked of them. */
import type { MsgInit, RequestInit } from '../../../proto/codec.gen.js';
import { MsgType } from '../../../proto/codec.gen.js';
import { ProtoError } from '../../../proto/errors.ts';
import { encodeMsg } from '../../../proto/msg.ts';
import { encodeRecord } from '../../../proto/record.ts';
import { requestTypes } from '../../helpers/requesttypes.ts';
import { agentId } from '../../helpers/services.ts';
import { type Dice, damagedBytes, damagedText } from '../mutate.ts';

/** The controller who may do all. */
export const own = 'self::controller';

const paths = [
  'Device.',
  'Device.LocalAgent.',
  'Device.LocalAgent.Controller.1.',
  'Device.LocalAgent.Controller.*.MTP.1.',
  'Device.LocalAgent.Controller.[EndpointID=="self::controller"].Alias',
  'Device.LocalAgent.Subscription.',
  'Device.LocalAgent.Subscription.1.ReferenceList',
  'Device.LocalAgent.Subscription.*.ReferenceList#1+.Enable',
  'Device.LocalAgent.Controller.1.AssignedRole+.Permission.1.',
  'Device.LocalAgent.ControllerTrust.Role.2.Permission.',
  'Device.IoTCapability.1.LevelSensor.Value',
  'Device.IoTCapability.2.BinaryControl.',
  'Device.IoTCapability.*.BinaryControl.Toggle()',
  'Device.LocalAgent.Controller.1.ScheduleTimer()',
  'Device.LocalAgent.Request.*.Cancel()',
  'Device.DeviceInfo.MemoryStatus.Free',
  'Device.MQTT.Client.1.Subscription.',
  'Device.Boot!',
  'Device.LocalAgent.Periodic!',
];
const pathTokens = [
  '.',
  '..',
  '*',
  '{i}',
  '[',
  ']',
  '==',
  '&&',
  '"',
  '#1',
  '+',
  '()',
  '!',
  '1',
  '4294967296',
  'Device',
  ' ',
];
const params = [
  'Enable',
  'ID',
  'NotifType',
  'ReferenceList',
  'Value',
  'Alias',
  'Persistent',
  'NotifExpiration',
  'Order',
  'Role',
  'Targets',
  'Param',
];
const values = [
  'true',
  'false',
  '',
  '0',
  '-1',
  '1',
  '4294967296',
  'ValueChange',
  'Event',
  'Device.',
  'cpe-1',
  'x'.repeat(2_000),
  '2026-01-01T00:00:00Z',
  'rwxn',
  '%',
  'NaN',
];

const path = (dice: Dice) => (dice.chance(0.6) ? dice.pick(paths) : damagedText(paths, pathTokens, dice));
const some = <T>(dice: Dice, make: () => T): T[] => Array.from({ length: dice.below(4) }, make);
const settings = (dice: Dice) =>
  some(dice, () => ({ param: dice.pick(params), value: dice.pick(values), required: dice.chance(0.5) }));
const input = (dice: Dice) =>
  Object.fromEntries(some(dice, () => [dice.pick(['DelaySeconds', ...params]), dice.pick(values)]));

/** Requests that are well formed, of what the agent has and has not. */
const requests: readonly ((dice: Dice) => RequestInit)[] = [
  dice => ({ get: { param_paths: some(dice, () => path(dice)), max_depth: dice.below(4) } }),
  dice => ({
    set: {
      allow_partial: dice.chance(0.5),
      update_objs: some(dice, () => ({ obj_path: path(dice), param_settings: settings(dice) })),
    },
  }),
  dice => ({
    add: {
      allow_partial: dice.chance(0.5),
      create_objs: some(dice, () => ({ obj_path: path(dice), param_settings: settings(dice) })),
    },
  }),
  dice => ({ delete: { allow_partial: dice.chance(0.5), obj_paths: some(dice, () => path(dice)) } }),
  dice => ({
    operate: {
      command: path(dice),
      command_key: dice.pick(values),
      send_resp: dice.chance(0.5),
      input_args: input(dice),
    },
  }),
  dice => ({ get_instances: { obj_paths: some(dice, () => path(dice)), first_level_only: dice.chance(0.5) } }),
  dice => ({
    get_supported_dm: {
      obj_paths: some(dice, () => path(dice)),
      return_params: dice.chance(0.5),
      return_events: dice.chance(0.5),
    },
  }),
  dice => ({ get_supported_protocol: { controller_supported_protocol_versions: dice.pick(values) } }),
  dice => ({
    register: { allow_partial: dice.chance(0.5), reg_paths: some(dice, () => ({ path: path(dice) })) },
  }),
  dice => ({ deregister: { paths: some(dice, () => path(dice)) } }),
  dice => ({
    notify: {
      subscription_id: dice.pick(values),
      send_resp: dice.chance(0.5),
      event: { obj_path: path(dice), event_name: dice.pick(params), params: input(dice) },
    },
  }),
];

/** To a Notify, mostly; and such as nobody has asked for. */
const answers: readonly ((dice: Dice) => Pick<MsgInit, 'body'> & { type: MsgType })[] = [
  dice => ({
    type: MsgType.NOTIFY_RESP,
    body: { response: { notify_resp: { subscription_id: dice.pick(values) } } },
  }),
  dice => ({
    type: MsgType.ERROR,
    body: {
      error: {
        err_code: dice.pick([0, 7000, 7002, 7008, 2 ** 32 - 1]),
        err_msg: dice.pick(values),
        param_errs: some(dice, () => ({ param_path: path(dice), err_code: 7012, err_msg: dice.pick(values) })),
      },
    },
  }),
  () => ({ type: MsgType.GET_RESP, body: { response: { get_resp: { req_path_results: [] } } } }),
];

function encoded(msg: MsgInit): Uint8Array {
  const bytes = encodeMsg(msg);
  return bytes instanceof ProtoError ? new Uint8Array() : bytes;
}

function requestBytes(dice: Dice): Uint8Array {
  const request = dice.pick(requests)(dice);
  const kind = Object.keys(request)[0] ?? '';
  return encoded({ header: { msg_id: `f${dice.below(1000)}`, msg_type: requestTypes[kind] }, body: { request } });
}

/** `waiting`: msg_ids of what the agent has sent and waits for an answer to. */
function answerBytes(dice: Dice, waiting: readonly string[]): Uint8Array {
  const { type, body } = dice.pick(answers)(dice);
  const isAwaited = waiting.length > 0 && dice.chance(0.8);
  const msgId = isAwaited ? dice.pick(waiting) : `f${dice.below(1000)}`;
  return encoded({ header: { msg_id: msgId, msg_type: type }, body });
}

function record(payload: Uint8Array, from: string): Uint8Array {
  return encodeRecord({ version: '1.4', to_id: agentId, from_id: from, no_session_context: { payload } });
}

/** A whole Message; a damaged one in a whole Record; a damaged Record; noise. Mostly from the controller who may do all. */
export function recordFrom(dice: Dice, waiting: readonly string[]): Uint8Array {
  const from = dice.chance(0.8) ? own : dice.pick(['self::stranger', 'os::012345-x', '', 'proto:::']);
  const payload = dice.chance(0.25) ? answerBytes(dice, waiting) : requestBytes(dice);
  const kind = dice.below(10);
  if (kind < 4) return record(payload, from);
  if (kind < 7) return record(damagedBytes([payload, requestBytes(dice)], dice), from);
  if (kind < 9) return damagedBytes([record(payload, from), record(requestBytes(dice), own)], dice);
  return dice.bytes(dice.below(300));
}
