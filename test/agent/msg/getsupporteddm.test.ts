import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  CmdType,
  type GetSupportedDMResp,
  ObjAccessType,
  ParamAccessType,
  ParamValueType,
  ValueChangeType,
} from '../../../proto/codec.gen.js';
import { me, World } from '../../helpers/world.ts';

type Supported = GetSupportedDMResp.SupportedObjectResult;

const agent = 'Device.LocalAgent.';

/** The paths that a request comes to, or its error code. */
async function pathsOf(world: World, path: string, firstLevelOnly = false): Promise<string[] | number> {
  const [result] = await world.controller.supported(path, { firstLevelOnly });
  return result?.err_code === 0
    ? result.supported_objs.map(object => object.supported_obj_path)
    : (result?.err_code ?? -1);
}

/** What one object of the answer tells, by kind. */
const told = (object: Supported | undefined) => ({
  params: object?.supported_params.map(param => param.param_name) ?? [],
  commands: object?.supported_commands.map(command => command.command_name) ?? [],
  events: object?.supported_events.map(event => event.event_name) ?? [],
  keys: object?.unique_key_sets.map(set => set.key_names.join()) ?? [],
});

test('an object and everything below it (1.72, 1.76)', async () => {
  const world = await World.start();
  const all = (await pathsOf(world, 'Device.')) as string[];
  assert.ok(all.includes(`${agent}Controller.{i}.MTP.{i}.MQTT.`));
  assert.is(all[0], 'Device.');
  assert.equal(new Set(all).size, all.length);
  const below = (await pathsOf(world, agent)) as string[];
  assert.equal(
    below,
    all.filter(path => path.startsWith(agent)),
  );
});

test('first_level_only: the object whole, its children by name and keys (1.73, 1.74, 1.75)', async () => {
  const world = await World.start();
  const [result] = await world.controller.supported(`${agent}Controller.`, { firstLevelOnly: true });
  const [own, ...children] = result?.supported_objs ?? [];
  assert.is(own?.supported_obj_path, `${agent}Controller.{i}.`);
  assert.ok(told(own).params.includes('EndpointID'));
  assert.ok(children.length >= 2);
  for (const child of children) {
    assert.is(child.supported_obj_path.split('.').filter(Boolean).length, 6, 'immediate children alone');
    assert.equal([told(child).params, told(child).commands, told(child).events], [[], [], []]);
  }
  const mtp = children.find(child => child.supported_obj_path.endsWith('MTP.{i}.'));
  assert.equal(told(mtp).keys, ['Protocol', 'Alias']);
});

for (const [only, kinds] of [
  ['params', ['params']],
  ['commands', ['commands']],
  ['events', ['events']],
  ['keys', ['keys']],
  ['nothing', []],
] as const) {
  test(`what is not asked for is not told: ${only} alone (1.97, 1.98, 1.99)`, async () => {
    const world = await World.start();
    const [result] = await world.controller.supported('Device.', { only });
    const seen = new Set<string>();
    for (const object of result?.supported_objs ?? []) {
      for (const [kind, names] of Object.entries(told(object))) if (names.length > 0) seen.add(kind);
    }
    assert.equal([...seen], [...kinds]);
  });
}

test('parameters: access, type, and whether a change is told', async () => {
  const world = await World.start();
  const [result] = await world.controller.supported([`${agent}Controller.`]);
  const params = new Map(result?.supported_objs[0]?.supported_params.map(param => [param.param_name, param]));
  const { PARAM_READ_ONLY, PARAM_READ_WRITE } = ParamAccessType;
  for (const [name, access, type] of [
    ['Alias', PARAM_READ_WRITE, ParamValueType.PARAM_STRING],
    ['Enable', PARAM_READ_WRITE, ParamValueType.PARAM_BOOLEAN],
    ['AssignedRole', PARAM_READ_WRITE, ParamValueType.PARAM_STRING],
    ['InheritedRole', PARAM_READ_ONLY, ParamValueType.PARAM_STRING],
    ['PeriodicNotifInterval', PARAM_READ_WRITE, ParamValueType.PARAM_UNSIGNED_INT],
    ['PeriodicNotifTime', PARAM_READ_WRITE, ParamValueType.PARAM_DATE_TIME],
    ['MTPNumberOfEntries', PARAM_READ_ONLY, ParamValueType.PARAM_UNSIGNED_INT],
  ] as const) {
    const param = params.get(name);
    assert.equal([param?.access, param?.value_type], [access, type], name);
    assert.is(param?.value_change, ValueChangeType.VALUE_CHANGE_ALLOWED, name);
  }
  const [time] = await world.controller.supported('Device.Time.CurrentLocalTime');
  assert.is(time?.supported_objs[0]?.supported_params[0]?.value_change, ValueChangeType.VALUE_CHANGE_WILL_IGNORE);
});

test('objects: access and whether there are several', async () => {
  const world = await World.start();
  for (const [path, access, isTable] of [
    ['Device.', ObjAccessType.OBJ_READ_ONLY, false],
    [`${agent}Subscription.`, ObjAccessType.OBJ_ADD_DELETE, true],
    [`${agent}Request.`, ObjAccessType.OBJ_READ_ONLY, true],
    ['Device.IoTCapability.', ObjAccessType.OBJ_READ_ONLY, true],
    [`${agent}Controller.{i}.MTP.{i}.MQTT.`, ObjAccessType.OBJ_READ_ONLY, false],
  ] as const) {
    const [result] = await world.controller.supported(path, { firstLevelOnly: true });
    const [object] = result?.supported_objs ?? [];
    assert.equal([object?.access, object?.is_multi_instance], [access, isTable], path);
    assert.match(result?.data_model_inst_uri ?? '', /^urn:broadband-forum-org:tr-181-2-/);
  }
});

test('commands, with their kind and arguments', async () => {
  const world = await World.start();
  for (const [path, type] of [
    [`${agent}Request.{i}.Cancel()`, CmdType.CMD_SYNC],
    ['Device.IoTCapability.{i}.BinaryControl.Toggle()', CmdType.CMD_ASYNC],
  ] as const) {
    const [result] = await world.controller.supported(path);
    assert.is(result?.supported_objs[0]?.supported_commands[0]?.command_type, type, path);
  }
});

test('a single command, event or parameter is told alone, whatever is asked (1.105, 1.106, 1.107)', async () => {
  const world = await World.start();
  for (const [path, object, expected] of [
    [`${agent}Request.{i}.Cancel()`, `${agent}Request.{i}.`, { commands: ['Cancel()'] }],
    ['Device.Boot!', 'Device.', { events: ['Boot!'] }],
    [`${agent}EndpointID`, agent, { params: ['EndpointID'] }],
    [`${me}Alias`, `${agent}Controller.{i}.`, { params: ['Alias'] }],
  ] as const) {
    for (const only of [undefined, 'nothing']) {
      const [result] = await world.controller.supported(path, only === undefined ? {} : { only });
      assert.is(result?.supported_objs.length, 1, path);
      assert.is(result?.supported_objs[0]?.supported_obj_path, object);
      assert.equal(told(result?.supported_objs[0]), { params: [], commands: [], events: [], keys: [], ...expected });
    }
  }
});

test('unique keys (1.99)', async () => {
  const world = await World.start();
  for (const path of [`${agent}Subscription.`, `${agent}Subscription`, `${agent}Subscription.{i}.`]) {
    const [result] = await world.controller.supported(path, { only: 'keys' });
    assert.equal(told(result?.supported_objs[0]).keys, ['Alias', 'Recipient,ID'], path);
  }
});

test('all forms of a path', async () => {
  const world = await World.start();
  await world.controller.added(`${agent}MTP.`, { Protocol: 'MQTT' });
  const mtp = `${agent}Controller.{i}.MTP.{i}.`;
  for (const [path, expected] of [
    ['Device', 'Device.'],
    [`${agent}Controller.{i}.MTP.{i}.`, mtp],
    [`${agent}Controller.{i}.MTP.{i}`, mtp],
    [`${agent}Controller.{i}.MTP.`, mtp],
    [`${agent}Controller.{i}.MTP`, mtp],
    [`${me}MTP.`, mtp],
    [`${me}MTP.1.`, mtp],
    [`${me}MTP.1`, mtp],
    [`${me}MTP.{i}.`, mtp],
    [`${agent}MTP.1.MQTT.`, `${agent}MTP.{i}.MQTT.`],
    [`${agent}MTP.{i}.CoAP.`, `${agent}MTP.{i}.CoAP.`],
    // not there, or not so
    [`${agent}MTP.1.CoAP.`, 7026],
    [`${agent}Controller.9.`, 7026],
    [`${agent}Controller.9.MTP.{i}.`, 7026],
    [`${agent}Controller.MTP.`, 7026],
    [`${agent}Controller.MTP`, 7026],
    [`${agent}{i}.`, 7026],
    [`${agent}5.`, 7026],
    [`${agent}Controller.{i}.{i}.`, 7026],
    [`${agent}UnsupportedObject.`, 7026],
    [`${agent}Unsupported`, 7026],
    [`${agent}Reset()`, 7026],
    ['Device.Toggle()', 7026],
    ['Device.Gone!', 7026],
    ['Other.', 7026],
    ['Device.__proto__.', 7026],
    ['Device.constructor', 7026],
    [`${agent}Controller.{i}.MTP.1.`, 7008],
    [`${agent}Controller.*.`, 7008],
    [`${agent}Controller.[Alias=="cpe-1"].`, 7008],
    ['Device..', 7008],
    ['', 7008],
  ] as const) {
    const paths = await pathsOf(world, path, true);
    assert.equal(typeof paths === 'number' ? paths : paths[0], expected, path);
  }
});

test('R-GSP.0: under a role only what it may read', async () => {
  const trust = `${agent}ControllerTrust.`;
  const world = await World.start();
  const { controller } = world;
  const grants = [
    { Targets: agent, Obj: 'r---', Param: 'r---', CommandEvent: 'r---' },
    { Targets: trust },
    { Targets: `${agent}Subscription.*.ID`, Param: '----' },
    { Targets: `${agent}Request.*.Cancel()`, CommandEvent: '--x-' },
  ];
  const role = await controller.added(`${trust}Role.`, { Enable: 'true', Name: 'Reader' });
  for (const grant of grants) await controller.added(`${role}Permission.`, { Enable: 'true', ...grant });
  const reader = await world.addController('self::reader', role.slice(0, -1));
  const paths = (await reader.supported(agent))[0]?.supported_objs.map(object => object.supported_obj_path) ?? [];
  assert.ok(paths.includes(`${agent}Controller.{i}.`));
  assert.not(paths.some(path => path.startsWith(trust)));
  const [subscription, request, unseen, root] = await reader.supported([
    `${agent}Subscription.`,
    `${agent}Request.`,
    trust,
    'Device.',
  ]);
  assert.not(told(subscription?.supported_objs[0]).params.includes('ID'));
  assert.equal(told(subscription?.supported_objs[0]).keys, ['Alias'], 'a key that holds it is not told either');
  assert.equal(told(request?.supported_objs[0]).commands, []);
  assert.equal([unseen?.err_code, root?.err_code], [7026, 7026]);
  assert.is((await reader.supported(`${agent}Subscription.{i}.ID`))[0]?.err_code, 7026);
});

test('each path is answered by itself and in order', async () => {
  const world = await World.start();
  const results = await world.controller.supported(['Device.Time.', 'Device.X.', 'Device.Time.']);
  assert.equal(
    results.map(result => [result.req_obj_path, result.err_code, result.supported_objs.length]),
    [
      ['Device.Time.', 0, 1],
      ['Device.X.', 7026, 0],
      ['Device.Time.', 0, 1],
    ],
  );
});

test.run();
