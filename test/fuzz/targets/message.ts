/** Records through Inbound into the whole core: decoder, security, messages, data model, notifications, the answer. */

import type { RequestInit } from '../../../proto/codec.gen.js';
import { ProtoError } from '../../../proto/errors.ts';
import { encodeMsg } from '../../../proto/msg.ts';
import { encodeRecord } from '../../../proto/record.ts';
import { requestTypes } from '../../helpers/requesttypes.ts';
import { agentId } from '../../helpers/services.ts';
import { trusted, World } from '../../helpers/world.ts';
import { type Dice, damagedBytes, damagedText } from '../mutate.ts';
import type { Target, Victim } from '../target.ts';

const inputsPerTurn = 16;
const turnsPerMinute = 200;
const own = 'self::controller';

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
];

function requestBytes(dice: Dice): Uint8Array {
  const request = dice.pick(requests)(dice);
  const kind = Object.keys(request)[0] ?? '';
  const bytes = encodeMsg({
    header: { msg_id: `f${dice.below(1000)}`, msg_type: requestTypes[kind] },
    body: { request },
  });
  return bytes instanceof ProtoError ? new Uint8Array() : bytes;
}

function record(payload: Uint8Array, from: string): Uint8Array {
  return encodeRecord({ version: '1.4', to_id: agentId, from_id: from, no_session_context: { payload } });
}

/** A whole request; one with a damaged Message; a damaged Record; noise. Mostly from the controller who may do all. */
function next(dice: Dice): Uint8Array {
  const from = dice.chance(0.8) ? own : dice.pick(['self::stranger', 'os::012345-x', '', 'proto:::']);
  const payload = requestBytes(dice);
  const kind = dice.below(10);
  if (kind < 4) return record(payload, from);
  if (kind < 7) return record(damagedBytes([payload, requestBytes(dice)], dice), from);
  if (kind < 9) return damagedBytes([record(payload, from), record(requestBytes(dice), own)], dice);
  return dice.bytes(dice.below(300));
}

async function ask(world: World): Promise<void> {
  const controller = world.peer(own);
  const row = [...world.model.table('Device.LocalAgent.Controller.').rows.values()].find(
    each => each.stored('EndpointID') === own,
  );
  if (row?.stored('Enable') !== true) return; // An input has ended it, as it may.
  const msgId = controller.send({ get: { param_paths: ['Device.LocalAgent.EndpointID'] } }, `probe-${Math.random()}`);
  await world.settle();
  if (!controller.answer(msgId)) throw new Error('the agent no longer answers');
}

async function start(): Promise<Victim> {
  const world = await World.start();
  world.addCapability('level', 'LevelSensor');
  world.addCapability('fan', 'BinaryControl');
  let turn = 0;
  const forget = () => {
    for (const transport of world.transports) transport.sent.length = 0;
    world.services.lines.length = 0;
  };
  return {
    next,
    async take(bytes) {
      world.receive(bytes as Uint8Array, trusted);
      if (++turn % inputsPerTurn !== 0) return;
      await new Promise(resolve => setImmediate(resolve));
      forget();
      if (turn % (inputsPerTurn * turnsPerMinute) === 0) await world.clock.advance(60_000);
    },
    async end() {
      await world.settle();
      await ask(world);
      const again = await world.restart();
      await ask(again);
      again.close();
    },
  };
}

export const messageTarget: Target = { name: 'message', inputsPerVictim: 10_000, inputsInCi: 180_000, start };
