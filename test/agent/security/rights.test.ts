import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { required } from '../../helpers/peer.ts';
import { addRole, controllerWith, everything, type Grant, reading } from '../../helpers/roles.ts';
import { me, World } from '../../helpers/world.ts';

const agent = 'Device.LocalAgent.';
const subs = `${agent}Subscription.`;
const boot = `${me}BootParameter.`;

test('without any permission there is nothing', async () => {
  const world = await World.start();
  const nobody = await controllerWith(world);
  assert.is(await nobody.paths('Device.'), 7026);
  assert.is(await nobody.value(`${agent}EndpointID`), 7026);
  assert.equal(await nobody.paths(`${agent}Controller.*.`), []);
  assert.equal(await nobody.instances(`${agent}Controller.`), [{ path: `${agent}Controller.`, code: 0, rows: {} }]);
  assert.is((await nobody.supported('Device.'))[0]?.err_code, 7026);
  assert.equal(await nobody.add([[subs, {}]]), { error: 7006, faults: [[subs, 7006]] });
  assert.equal(await nobody.set({ [me]: { Enable: required('false') } }), {
    error: 7006,
    faults: [[`${me}Enable`, 7006]],
  });
  assert.equal(await nobody.del(me), { error: 7006, faults: [[me, 7006]] });
  assert.equal(await nobody.del(`${agent}Controller.*.`), [
    { path: `${agent}Controller.*.`, affected: [], unaffected: [] },
  ]);
  assert.equal(await nobody.operate('Device.ScheduleTimer()', { DelaySeconds: '5' }), [
    { executed: 'Device.ScheduleTimer()', code: 7006 },
  ]);
});

/** What each of the sixteen permissions is for: an action, and what it takes. */
const needs: readonly (readonly [
  string,
  Grant,
  (world: World, grants: Grant[]) => Promise<unknown>,
  unknown,
  unknown,
])[] = [
  [
    'Param r: reading a value',
    { Targets: me, Param: 'r---' },
    async (world, grants) => (await controllerWith(world, ...grants)).value(`${me}EndpointID`),
    'self::controller',
    7026,
  ],
  [
    'Param w: writing a value',
    { Targets: me, Param: '-w--' },
    async (world, grants) => {
      const peer = await controllerWith(world, ...grants);
      const answer = await peer.set({ [me]: { ProvisioningCode: required('x') } });
      return 'error' in answer ? answer.error : 'set';
    },
    'set',
    7006,
  ],
  [
    'Obj r: finding an object by its path',
    { Targets: me, Obj: 'r---', Param: 'r---' },
    async (world, grants) => (await controllerWith(world, ...grants)).paths(me, 1),
    [me],
    7026,
  ],
  [
    'Obj w: creating rows (2.11, 2.12)',
    { Targets: subs, Obj: '-w--' },
    async (world, grants) => {
      const answer = await (await controllerWith(world, ...grants)).add([[subs, {}]]);
      return 'error' in answer ? answer.error : 'added';
    },
    'added',
    7006,
  ],
  [
    'InstantiatedObj r: finding rows by GetInstances',
    { Targets: `${agent}Controller.`, InstantiatedObj: 'r---' },
    async (world, grants) => {
      const [result] = await (await controllerWith(world, ...grants)).instances(`${agent}Controller.`, true);
      return Object.keys(result?.rows ?? {}).includes(me);
    },
    true,
    false,
  ],
  [
    'InstantiatedObj w: deleting rows (2.13, 2.14)',
    { Targets: `${me}MTP.`, InstantiatedObj: '-w--' },
    async (world, grants) => {
      const answer = await (await controllerWith(world, ...grants)).del(`${me}MTP.1.`);
      return 'error' in answer ? answer.error : 'deleted';
    },
    'deleted',
    7006,
  ],
  [
    'CommandEvent x: executing commands (2.17, 2.18)',
    { Targets: 'Device.ScheduleTimer()', CommandEvent: '--x-' },
    async (world, grants) => {
      const peer = await controllerWith(world, ...grants);
      const [result] = (await peer.operate('Device.ScheduleTimer()', { DelaySeconds: '5' })) as { code?: number }[];
      return result?.code ?? 'started';
    },
    'started',
    7006,
  ],
];

for (const [what, grant, act, granted, denied] of needs) {
  test(`${what} takes just that`, async () => {
    assert.equal(await act(await World.start(), [grant]), granted);
    const { Targets, ...given } = grant;
    const others: Record<string, string> = { ...everything };
    for (const [name, text] of Object.entries(given)) {
      others[name] = [...'rwxn'].map((letter, i) => (text[i] === letter ? '-' : letter)).join('');
    }
    assert.equal(await act(await World.start(), [{ Targets, ...others }]), denied, 'all but that is not enough');
  });
}

test('R-ADD.6, R-GIN.1, R-SET.3, R-GET.4: what may not be read is left out', async () => {
  const world = await World.start();
  const peer = await controllerWith(
    world,
    { Targets: agent, ...everything },
    { Targets: `${subs}*.ID`, Param: '-w--' },
  );
  const [added] = (await peer.add([[subs, { ID: 'secret' }]])) as { keys: object }[];
  assert.equal(Object.keys(added?.keys ?? {}), ['Alias', 'Recipient']);
  const [instances] = await peer.instances(subs);
  assert.equal(Object.keys(instances?.rows[`${subs}1.`] ?? {}), ['Alias', 'Recipient']);
  const [got] = await peer.get(`${subs}1.`);
  assert.not('ID' in (got?.objects[`${subs}1.`] ?? {}));
  assert.is(await peer.value(`${subs}1.ID`), 7026);
  assert.equal(await peer.paths(`${subs}[ID=="secret"&&Enable==false].`), [], 'nor is it found by it');
  const code = { Targets: `${me}ControllerCode`, Param: '-w--' };
  const writer = await controllerWith(world, { Targets: agent, ...everything }, code);
  assert.equal(await writer.set({ [me]: { ControllerCode: 'x', ProvisioningCode: 'y' } }), [
    { path: me, updated: [[me, { ProvisioningCode: 'y' }, {}]] },
  ]);
});

test('an object all of whose parameters are unreadable is left out, which is no error (2.21)', async () => {
  const world = await World.start();
  const peer = await controllerWith(world, { Targets: me, Obj: 'r---' });
  assert.equal((await peer.get(me))[0], { path: me, code: 0, objects: {} });
});

test('R-DEL.2, R-DEL.4: rows that may not be read are not named', async () => {
  const world = await World.start();
  for (const ID of ['a', 'b', 'c']) await world.controller.added(subs, { ID });
  const peer = await controllerWith(
    world,
    { Targets: subs, InstantiatedObj: '-w--' },
    { Targets: `${subs}2.`, InstantiatedObj: 'r---' },
    { Targets: `${subs}3.`, InstantiatedObj: '----' },
  );
  assert.equal(await peer.del(`${subs}*.`, { partial: true }), [
    { path: `${subs}*.`, affected: [], unaffected: [[`${subs}2.`, 7006]] },
  ]);
  assert.equal(await peer.del(`${subs}3.`, { partial: true }), [{ path: `${subs}3.`, code: 7006 }]);
  assert.equal(await world.controller.paths(subs), [`${subs}2.`, `${subs}3.`]);
});

test('R-GIN.0: rows below a row that may not be seen are not there either', async () => {
  const world = await World.start();
  const peer = await controllerWith(
    world,
    { Targets: agent, InstantiatedObj: 'r---', Param: 'r---' },
    { Targets: `${agent}Controller.*.Alias`, Param: 'r---' },
    { Targets: me, InstantiatedObj: '----' },
    { Targets: `${me}MTP.`, InstantiatedObj: 'r---' },
  );
  const found = async (path: string) =>
    (await peer.instances(path)).map(({ code, rows }) => [code, Object.keys(rows)])[0];
  assert.equal(await found(`${me}MTP.`), [7026, []]);
  assert.equal(await found(`${agent}Controller.*.MTP.`), [0, [`${agent}Controller.2.MTP.1.`]]);
  assert.equal(await found(`${agent}Controller.`), [0, [`${agent}Controller.2.`, `${agent}Controller.2.MTP.1.`]]);
});

test('a larger Order overrides a smaller one, whatever the order of the rows (2.21)', async () => {
  const world = await World.start();
  await world.controller.added(boot, { ParameterName: 'x' });
  const target = { Targets: `${boot}1.`, Obj: 'rwxn', InstantiatedObj: 'rwxn', CommandEvent: 'rwxn' };
  const role = await addRole(
    world,
    { ...target, Param: 'rw--', Order: '20' },
    { ...target, Param: '----', Order: '10' },
  );
  const peer = await world.addController('self::peer', role);
  assert.is(await peer.value(`${boot}1.ParameterName`), 'x');
  await world.controller.added(`${role}.Permission.`, { Enable: 'true', ...target, Param: '----', Order: '30' });
  assert.equal(await peer.paths(boot), []);
  await world.controller.set({ [`${role}.Permission.3.`]: { Enable: 'false' } });
  assert.is(await peer.value(`${boot}1.ParameterName`), 'x', 'a permission that is disabled says nothing');
});

test('all of a permission is overridden, not just what it grants', async () => {
  const world = await World.start();
  const peer = await controllerWith(
    world,
    { Targets: agent, ...everything },
    { Targets: `${agent}MTP.`, Param: 'r---' },
  );
  const mtp = await world.controller.added(`${agent}MTP.`, { Protocol: 'UDS' });
  assert.is(await peer.value(`${mtp}Protocol`), 'UDS');
  assert.is(await peer.paths(mtp), 7026);
});

test('several roles: the union of what each grants, as the standard has it in its example', async () => {
  const world = await World.start();
  const a = await addRole(
    world,
    { Targets: 'Device.LocalAgent', Order: '3', Param: 'r---' },
    { Targets: 'Device.LocalAgent.Controller', Order: '55', Param: 'r-xn' },
  );
  const b = await addRole(
    world,
    { Targets: 'Device.LocalAgent', Order: '20', Param: 'r---' },
    { Targets: 'Device.LocalAgent.Controller', Order: '78', Param: '----' },
  );
  const peer = await world.addController('self::peer', `${a},${b}`);
  const { schema, bound } = world.model.node(me);
  const access = world.accessControl.of(world.model.node('Device.LocalAgent.Controller.2.'));
  assert.is(access.of(world.model.node(me)).everyParam, 0, 'told parameter by parameter');
  assert.equal([...new Set(access.of(world.model.node(me)).params)], [0b1011]);
  assert.is(schema, bound.schema);
  assert.is(await peer.value(`${me}Enable`), 'true');
  assert.is(await peer.value(`${agent}EndpointID`), 'os::012345-test');
});

test('an inherited role counts like an assigned one', async () => {
  const world = await World.start();
  const peer = await controllerWith(world, { Targets: `${agent}UpTime`, Param: 'r---' });
  const inherited = await addRole(world, { Targets: `${agent}EndpointID`, Param: 'r---' });
  assert.is(await peer.value(`${agent}EndpointID`), 7026);
  world.model.update(world.model.node(`${agent}Controller.2.`), { InheritedRole: inherited });
  assert.is(await peer.value(`${agent}EndpointID`), 'os::012345-test');
  assert.is(await peer.value(`${agent}UpTime`), '0');
});

test('leaves: a parameter, a command, an event', async () => {
  const world = await World.start();
  const peer = await controllerWith(
    world,
    { Targets: 'Device.', ...reading },
    { Targets: `${agent}EndpointID,Device.Boot!,Device.ScheduleTimer()` },
  );
  assert.is(await peer.value(`${agent}EndpointID`), 7026);
  assert.is(await peer.value(`${agent}SoftwareVersion`), '1.0');
  const [device] = (await peer.supported('Device.', { firstLevelOnly: true }))[0]?.supported_objs ?? [];
  assert.equal(
    device?.supported_events.map(event => event.event_name),
    [],
  );
  assert.not(device?.supported_commands.some(command => command.command_name === 'ScheduleTimer()'));
  assert.ok(device?.supported_params.some(param => param.param_name === 'RootDataModelVersion'));
});

test('wildcards, single rows and searches as targets', async () => {
  const world = await World.start();
  for (const [ID, Enable] of [
    ['a', 'true'],
    ['b', 'false'],
    ['c', 'true'],
  ] as const) {
    await world.controller.added(subs, { ID, Enable });
  }
  for (const [targets, seen] of [
    [`${subs}*.`, 'abc'],
    [`${subs}{i}.`, 'abc'],
    [subs, 'abc'],
    ['Device.LocalAgent.Subscription', 'abc'],
    ['Device', 'abc'],
    [`${subs}2.`, 'b'],
    [`${subs}2`, 'b'],
    [`${subs}1.,${subs}3.`, 'ac'],
    [`${subs}[Enable==true].`, 'ac'],
    [`${subs}[ID=="b"].ID`, 'b'],
    [`${subs}*.ID`, 'abc'],
    [`${subs}*.Enable`, ''],
    [`${subs}9.`, ''],
    [`${subs}[Nothing==1].`, ''],
    [`${subs}1.Recipient+.`, ''],
    [`${agent}Nothing.`, ''],
  ] as const) {
    const peer = await controllerWith(world, { Targets: targets, Param: 'r---' });
    const [result] = await peer.get(`${subs}*.ID`);
    assert.is(
      Object.values(result?.objects ?? {})
        .map(params => params.ID)
        .join(''),
      seen,
      targets,
    );
  }
  const live = await controllerWith(world, { Targets: `${subs}[Enable==true].`, Param: 'r---' });
  await world.controller.set({ [`${subs}1.`]: { Enable: 'false' } });
  assert.equal(await live.paths(`${subs}*.ID`), [`${subs}3.`], 'what a search matches may change at any time');
});

test('the right to create rows may differ from table to table (2.23, 2.24)', async () => {
  const world = await World.start();
  await world.addController('self::second');
  const second = `${agent}Controller.2.BootParameter.`;
  const both = `${agent}Controller.*.BootParameter.`;
  const peer = await controllerWith(
    world,
    { Targets: 'Device.', ...everything },
    { Targets: second, ...everything, Obj: 'r---' },
  );
  assert.equal(await peer.add([[both, {}]]), { error: 7006, faults: [[second, 7006]] });
  assert.equal(await peer.paths(both), []);
  const results = (await peer.add([[both, {}]], { partial: true })) as { code?: number; created?: string }[];
  assert.equal(
    results.map(({ code, created }) => code ?? created),
    [`${boot}1.`, 7006, `${agent}Controller.3.BootParameter.1.`],
  );
});

test('a parameter of a new row that may not be written (2.25, 2.26)', async () => {
  const world = await World.start();
  const peer = await controllerWith(
    world,
    { Targets: 'Device.', ...everything },
    { Targets: `${subs}*.Enable`, ...everything, Param: 'r---' },
  );
  const created = await peer.added(subs, { ID: 'a' });
  assert.is(await peer.value(`${created}Enable`), 'false');
  const included = await peer.add([[subs, { ID: 'b', Enable: 'true' }]], { partial: true });
  assert.equal(Array.isArray(included) && 'errors' in included[0]! && included[0].errors, { Enable: 7006 });
  const must = { ID: 'c', Enable: required('true') };
  assert.equal(await peer.add([[subs, must]], { partial: true }), [{ path: subs, code: 7006 }]);
  assert.equal(await peer.add([[subs, must]]), { error: 7006, faults: [[`${subs}Enable`, 7006]] });
});

test('SecuredRoles: who has one, enabled, reads what is secured (2.27)', async () => {
  const world = await World.start();
  const client = await world.controller.added('Device.MQTT.Client.', { Password: 'sesame' });
  const role = await addRole(world, { Targets: 'Device.', ...everything });
  const peer = await world.addController('self::peer', role);
  const trust = `${agent}ControllerTrust.`;
  assert.is(await peer.value(`${client}Password`), '');
  await world.controller.set({ [trust]: { SecuredRoles: role } });
  assert.is(await peer.value(`${client}Password`), 'sesame');
  assert.is(await world.controller.value(`${client}Password`), '');
  await world.controller.set({ [`${role}.`]: { Enable: 'false' } });
  const union = `${role},${trust}Role.1`;
  await world.controller.set({ 'Device.LocalAgent.Controller.2.': { AssignedRole: union } });
  assert.is(await peer.value(`${client}Password`), '', 'a role that is disabled grants nothing, this neither');
});

test('roles that are disabled or are no roles grant nothing, and lock nobody else out', async () => {
  const world = await World.start();
  const role = await addRole(world, { Targets: 'Device.', ...everything });
  const peer = await world.addController('self::peer', role);
  assert.is(await peer.value(`${agent}UpTime`), '0');
  await world.controller.set({ [`${role}.`]: { Enable: 'false' } });
  assert.is(await peer.value(`${agent}UpTime`), 7026);
  for (const AssignedRole of ['Device.DeviceInfo', 'Device.LocalAgent.Controller.1', '']) {
    await world.controller.set({ 'Device.LocalAgent.Controller.2.': { AssignedRole } });
    assert.is(await peer.value(`${agent}UpTime`), 7026, AssignedRole);
  }
  await world.controller.set({ [`${agent}ControllerTrust.`]: { UntrustedRole: 'Device.DeviceInfo' } });
  assert.is(await peer.value(`${agent}UpTime`), 7026);
  assert.is(await world.controller.value(`${agent}UpTime`), '0');
});

test.run();
