import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { required, type Settings } from '../../helpers/peer.ts';
import { me, World } from '../../helpers/world.ts';

const subs = 'Device.LocalAgent.Subscription.';
const boot = `${me}BootParameter.`;
const recipient = me.slice(0, -1);

/** As the conformance plan has it. */
const subscription = (ID: string, more: Settings = {}): [string, Settings] => [
  subs,
  {
    Enable: 'true',
    ID,
    NotifType: 'ValueChange',
    ReferenceList: required('Device.LocalAgent.SoftwareVersion'),
    ...more,
  },
];

for (const partial of [false, true]) {
  test(`an Add of one object, allow_partial ${partial} (1.1, 1.2)`, async () => {
    const { controller } = await World.start();
    assert.equal(await controller.add([subscription('add1')], { partial }), [
      { path: subs, created: `${subs}1.`, keys: { Alias: 'cpe-1', Recipient: recipient, ID: 'add1' }, errors: {} },
    ]);
    const [result] = await controller.get(`${subs}1.`);
    const { Enable, ID, NotifType, ReferenceList, CreationDate } = result?.objects[`${subs}1.`] ?? {};
    assert.equal(
      [Enable, ID, NotifType, ReferenceList, CreationDate],
      ['true', 'add1', 'ValueChange', 'Device.LocalAgent.SoftwareVersion', '2026-01-01T00:00:00Z'],
    );
  });

  test(`R-ADD.4: what need not be set and fails is told beside, allow_partial ${partial}`, async () => {
    const { controller } = await World.start();
    const more = { TimeToLive: 'x', Nothing: 'x', CreationDate: 'x' };
    assert.equal(await controller.add([subscription('a', more)], { partial }), [
      {
        path: subs,
        created: `${subs}1.`,
        keys: { Alias: 'cpe-1', Recipient: recipient, ID: 'a' },
        errors: { TimeToLive: 7011, Nothing: 7010, CreationDate: 7013 },
      },
    ]);
  });

  test(`R-MSG.4a: a search path that matches no table has succeeded with nothing, allow_partial ${partial}`, async () => {
    const { controller } = await World.start();
    const path = 'Device.LocalAgent.Controller.[Enable==false].BootParameter.';
    assert.equal(await controller.add([[path, {}]], { partial }), [{ path, created: '', keys: {}, errors: {} }]);
  });
}

test('two objects in one Add (1.5)', async () => {
  const { controller } = await World.start();
  const results = await controller.add([subscription('add51'), subscription('add52')]);
  assert.equal(Array.isArray(results) && results.map(result => 'created' in result && result.created), [
    `${subs}1.`,
    `${subs}2.`,
  ]);
  assert.is(await controller.value(`${subs}2.ID`), 'add52');
});

test('R-ADD.1, R-ADD.3: allow_partial false, a required parameter fails: Error, nothing is created (1.3, 1.7)', async () => {
  const { controller } = await World.start();
  const bad = subscription('bad', { Enable: required('InvalidValue') });
  assert.equal(await controller.add([bad]), { error: 7021, faults: [[`${subs}Enable`, 7011]] });
  assert.equal(await controller.add([bad, subscription('good')]), { error: 7021, faults: [[`${subs}Enable`, 7011]] });
  assert.equal(await controller.add([subscription('good'), bad]), { error: 7021, faults: [[`${subs}Enable`, 7011]] });
  assert.equal(await controller.paths(subs), []);
});

test('allow_partial false, an object is invalid: Error names its path (1.4, 1.6)', async () => {
  const { controller } = await World.start();
  const path = 'Device.LocalAgent.InvalidObject.';
  const error = { error: 7026, faults: [[path, 7026]] };
  assert.equal(await controller.add([[path, { Enable: 'true' }]]), error);
  assert.equal(await controller.add([subscription('a'), [path, {}]]), error);
  assert.equal(await controller.paths(subs), []);
});

test('R-ADD.0: allow_partial true, a required parameter fails: that object alone fails (1.8, 1.9)', async () => {
  const { controller } = await World.start();
  const bad = subscription('bad', { InvalidParameter: required('x') });
  const results = await controller.add([subscription('a'), bad, subscription('b')], { partial: true });
  assert.equal(results, [
    { path: subs, created: `${subs}1.`, keys: { Alias: 'cpe-1', Recipient: recipient, ID: 'a' }, errors: {} },
    { path: subs, code: 7021 },
    { path: subs, created: `${subs}2.`, keys: { Alias: 'cpe-2', Recipient: recipient, ID: 'b' }, errors: {} },
  ]);
  assert.equal(await controller.paths(subs), [`${subs}1.`, `${subs}2.`]);
});

test('a unique key is required whatever the message says (1.88)', async () => {
  const { controller } = await World.start();
  const invalid = subscription('a', { Alias: '88InvalidAlias' });
  assert.equal(await controller.add([invalid]), { error: 7021, faults: [[`${subs}Alias`, 7012]] });
  assert.equal(await controller.add([invalid], { partial: true }), [{ path: subs, code: 7021 }]);
  assert.equal(await controller.add([subscription('')]), { error: 7021, faults: [[`${subs}ID`, 7012]] });
  const readOnly = subscription('a', { Recipient: recipient });
  assert.equal(await controller.add([readOnly]), { error: 7021, faults: [[`${subs}Recipient`, 7013]] });
  assert.equal(await controller.paths(subs), []);
});

test('keys that clash are 7025', async () => {
  const { controller } = await World.start();
  await controller.added(...subscription('a', { Alias: 'first' }));
  assert.equal(await controller.add([subscription('b', { Alias: 'first' })]), {
    error: 7025,
    faults: [[`${subs}Alias`, 7025]],
  });
  assert.equal(await controller.add([subscription('a')], { partial: true }), [{ path: subs, code: 7025 }]);
  assert.equal(await controller.add([subscription('c'), subscription('c')]), {
    error: 7025,
    faults: [
      [`${subs}Recipient`, 7025],
      [`${subs}Recipient`, 7025],
    ],
  });
  const other = await (await World.start()).addController('self::other');
  await other.added(...subscription('a'));
});

test('R-ADD.5: keys that were left out are assigned and told (1.81)', async () => {
  const { controller } = await World.start();
  const results = await controller.add([
    [subs, { NotifType: 'ValueChange' }],
    [subs, { NotifType: 'ValueChange' }],
  ]);
  assert.equal(results, [
    { path: subs, created: `${subs}1.`, keys: { Alias: 'cpe-1', Recipient: recipient, ID: 'cpe-1' }, errors: {} },
    { path: subs, created: `${subs}2.`, keys: { Alias: 'cpe-2', Recipient: recipient, ID: 'cpe-2' }, errors: {} },
  ]);
});

test("R-KEY.1: a key of the agent's choice does not change either (1.96, 1.104)", async () => {
  const { controller } = await World.start();
  await controller.added(subs, {});
  for (const name of ['ID', 'Alias']) {
    assert.equal(await controller.set({ [`${subs}1.`]: { [name]: required('other') } }), {
      error: 7021,
      faults: [[`${subs}1.${name}`, 7013]],
    });
  }
});

test('a table by key (1.10), by search (1.95), in rows of several', async () => {
  const { controller } = await World.start();
  const settings = { Enable: 'true', ParameterName: 'Device.LocalAgent.SoftwareVersion' };
  const path = 'Device.LocalAgent.Controller.[EndpointID=="self::controller"&&Alias=="cpe-1"].BootParameter.';
  assert.equal(await controller.add([[path, settings]]), [
    { path, created: `${boot}1.`, keys: { ParameterName: settings.ParameterName, Alias: 'cpe-1' }, errors: {} },
  ]);
  const world = await World.start();
  await world.addController('self::other');
  const all = 'Device.LocalAgent.Controller.*.BootParameter.';
  const results = await world.controller.add([[all, settings]]);
  assert.equal(Array.isArray(results) && results.map(result => [result.path, 'created' in result && result.created]), [
    [all, `${boot}1.`],
    [all, 'Device.LocalAgent.Controller.2.BootParameter.1.'],
  ]);
});

test('R-ADD.2a: allow_partial false and a search path: all of it or nothing', async () => {
  const world = await World.start();
  const { controller } = world;
  await world.addController('self::other');
  await controller.added('Device.LocalAgent.Controller.2.BootParameter.', { ParameterName: 'taken' });
  const all = 'Device.LocalAgent.Controller.*.BootParameter.';
  const answer = await controller.add([[all, { ParameterName: 'taken' }]]);
  assert.equal(answer, { error: 7025, faults: [['Device.LocalAgent.Controller.2.BootParameter.ParameterName', 7025]] });
  assert.equal(await controller.paths(boot), []);
  const partial = await controller.add([[all, { ParameterName: 'taken' }]], { partial: true });
  assert.equal(Array.isArray(partial) && partial.map(result => 'code' in result && result.code), [false, 7025]);
});

test('error codes of paths that nothing can be added to', async () => {
  const { controller } = await World.start();
  for (const [path, code] of [
    ['Device.Nothing.', 7026],
    ['Device.LocalAgent.', 7018],
    [me, 7018],
    [`${subs}*.`, 7018],
    ['Device.LocalAgent.Request.', 7019],
    ['Device.DeviceInfo.FirmwareImage.', 7019],
    ['Device.IoTCapability.', 7019],
    ['Device.LocalAgent.Controller.9.MTP.', 7016],
    ['Device.LocalAgent.Controller.[Alias=="no"].MTP.', 7016],
    [`${subs}[`, 7008],
  ] as const) {
    assert.equal(await controller.add([[path, {}]]), { error: code, faults: [[path, code]] }, path);
    assert.equal(await controller.add([[path, {}]], { partial: true }), [{ path, code }], path);
  }
});

test('a missing final dot is forgiven, as in the conformance plan (2.23)', async () => {
  const { controller } = await World.start();
  const path = 'Device.LocalAgent.Controller.*.BootParameter';
  const keys = { ParameterName: 'a', Alias: 'cpe-1' };
  assert.equal(await controller.add([[path, { ParameterName: 'a' }]]), [
    { path, created: `${boot}1.`, keys, errors: {} },
  ]);
});

test('nested parameters, of a union member that the same message calls into being', async () => {
  const { controller } = await World.start();
  const table = 'Device.LocalAgent.MTP.';
  const settings = { 'MQTT.PublishQoS': required('0'), Protocol: 'MQTT', 'CoAP.Port': '5' };
  assert.equal(await controller.add([[table, settings]]), [
    { path: table, created: `${table}1.`, keys: { Alias: 'cpe-1' }, errors: { 'CoAP.Port': 7010 } },
  ]);
  assert.is(await controller.value(`${table}1.MQTT.PublishQoS`), '0');
});

test('an MTP of a Controller comes after those that it has (TR-181 Order)', async () => {
  const { controller } = await World.start();
  await controller.set({ [`${me}MTP.1.`]: { Order: '7' } });
  const path = await controller.added(`${me}MTP.`, { Protocol: 'CoAP' });
  assert.is(await controller.value(`${path}Order`), '8');
});

test('limits: a table that is full is 7005', async () => {
  const { controller } = await World.start();
  const rows = Array.from({ length: 33 }, (_, i): [string, Settings] => [boot, { ParameterName: `p${i}` }]);
  assert.is(((await controller.add(rows)) as { error: number }).error, 7005);
  assert.equal(await controller.paths(boot), []);
  const partial = (await controller.add(rows, { partial: true })) as { code?: number }[];
  assert.equal(
    partial.map(result => result.code),
    [...Array(32).fill(undefined), 7005],
  );
});

test('a row of a table that goes meanwhile is not created', async () => {
  const world = await World.start();
  await world.addController('self::other');
  world.persistence.isHeld = true;
  const gone = 'Device.LocalAgent.Controller.2.';
  world.controller.send({ delete: { obj_paths: [gone] } });
  const add = { create_objs: [{ obj_path: `${gone}BootParameter.` }] };
  const ids = [false, true].map(allow_partial => world.controller.send({ add: { ...add, allow_partial } }));
  await world.settle();
  world.persistence.release();
  await world.settle();
  const [error, partial] = ids.map(id => world.controller.answer(id)?.body);
  assert.is(error?.msg_body === 'error' && error.error.err_code, 7016);
  assert.is(partial?.msg_body, 'response');
  assert.not([...world.persistence.state.keys()].some(key => key.startsWith(gone)));
});

test('names that every JavaScript object has are names like any other', async () => {
  const { controller } = await World.start();
  const settings = JSON.parse('{"ID":"a","__proto__":"x","constructor.name":"y"}') as Settings;
  const [result] = (await controller.add([[subs, settings]])) as { errors?: Record<string, number> }[];
  assert.equal(Object.entries(result?.errors ?? {}), [
    ['__proto__', 7010],
    ['constructor.name', 7010],
  ]);
});

test('an Add that the journal refuses is answered with 7005, and nothing is there', async () => {
  const world = await World.start();
  world.persistence.refusal = 'ENOSPC';
  assert.equal(await world.controller.add([subscription('a')]), { error: 7005, faults: [] });
  assert.equal(await world.controller.add([subscription('a')], { partial: true }), [{ path: subs, code: 7005 }]);
  assert.equal(await world.controller.paths(subs), []);
});

test('Adds that wait for the medium do not wait for each other', async () => {
  const world = await World.start();
  world.persistence.isHeld = true;
  for (const ID of ['a', 'b']) {
    world.controller.send({ add: { create_objs: [{ obj_path: subs, param_settings: [{ param: 'ID', value: ID }] }] } });
  }
  await world.settle();
  assert.is(world.model.table(subs).rows.size, 2, 'both are on their way, to be stored together');
});

test.run();
