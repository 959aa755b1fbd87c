import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { required } from '../../helpers/peer.ts';
import { me, World } from '../../helpers/world.ts';

const subs = 'Device.LocalAgent.Subscription.';
const clients = 'Device.MQTT.Client.';

/** A world with so many subscriptions. */
async function withSubscriptions(count: number): Promise<World> {
  const world = await World.start();
  for (let n = 1; n <= count; n++) await world.controller.added(subs, { ID: `s${n}`, NotifExpiration: String(n - 1) });
  return world;
}

for (const partial of [false, true]) {
  test(`a Set of one object, allow_partial ${partial} (1.11, 1.12)`, async () => {
    const { controller } = await withSubscriptions(1);
    assert.equal(await controller.set({ [`${subs}1.`]: { NotifRetry: required('true') } }, { partial }), [
      { path: `${subs}1.`, updated: [[`${subs}1.`, { NotifRetry: 'true' }, {}]] },
    ]);
    assert.is(await controller.value(`${subs}1.NotifRetry`), 'true');
  });

  test(`a Set of what it is already is answered all the same, allow_partial ${partial}`, async () => {
    const { controller } = await withSubscriptions(1);
    const [result] = (await controller.set({ [`${subs}1.`]: { NotifRetry: '0' } }, { partial })) as unknown[];
    assert.equal(result, { path: `${subs}1.`, updated: [[`${subs}1.`, { NotifRetry: 'false' }, {}]] });
  });

  test(`a parameter that need not be set and fails is told beside the others, allow_partial ${partial} (1.17)`, async () => {
    const { controller } = await withSubscriptions(1);
    const settings = {
      NotifRetry: 'true',
      InvalidParameter: 'x',
      TimeToLive: 'soon',
      CreationDate: 'now',
      ID: 'other',
    };
    assert.equal(await controller.set({ [`${subs}1.`]: settings }, { partial }), [
      {
        path: `${subs}1.`,
        updated: [
          [
            `${subs}1.`,
            { NotifRetry: 'true' },
            { InvalidParameter: 7010, TimeToLive: 7011, CreationDate: 7013, ID: 7013 },
          ],
        ],
      },
    ]);
  });

  test(`nothing that must be set, and nothing that can be: success with errors, allow_partial ${partial}`, async () => {
    const { controller } = await withSubscriptions(1);
    assert.equal(await controller.set({ [`${subs}1.`]: { Invalid: 'x' } }, { partial }), [
      { path: `${subs}1.`, updated: [[`${subs}1.`, {}, { Invalid: 7010 }]] },
    ]);
  });

  test(`R-MSG.4a: a search that matches nothing has succeeded with nothing, allow_partial ${partial} (1.23)`, async () => {
    const { controller } = await withSubscriptions(1);
    const path = `${subs}[Recipient=="InvalidValue"].`;
    assert.equal(await controller.set({ [path]: { NotifRetry: required('true') } }, { partial }), [
      { path, updated: [] },
    ]);
  });
}

test('two objects in one Set (1.13), by key (1.18), by search (1.22)', async () => {
  const { controller } = await withSubscriptions(3);
  const updates = {
    [`${subs}1.`]: { NotifRetry: required('true') },
    [`${subs}[Alias=="cpe-2"].`]: { NotifRetry: required('true') },
    [`${subs}[NotifExpiration>1].`]: { NotifRetry: required('true') },
  };
  const results = (await controller.set(updates)) as { updated: unknown }[];
  assert.equal(
    results.map(result => result.updated),
    [1, 2, 3].map(n => [[`${subs}${n}.`, { NotifRetry: 'true' }, {}]]),
  );
});

test('R-SET.1, R-SET.2: allow_partial false, a required parameter fails: Error, nothing is changed (1.14, 1.15)', async () => {
  const { controller } = await withSubscriptions(2);
  const updates = {
    [`${subs}1.`]: { NotifRetry: required('true') },
    [`${subs}2.`]: { InvalidParameter: required('x'), NotifRetry: 'true', TimeToLive: 'x' },
  };
  assert.equal(await controller.set(updates), { error: 7021, faults: [[`${subs}2.InvalidParameter`, 7010]] });
  assert.is(await controller.value(`${subs}1.NotifRetry`), 'false');
  assert.is(await controller.value(`${subs}2.NotifRetry`), 'false');
});

test('R-SET.0: allow_partial true, a required parameter fails: that object alone fails (1.16)', async () => {
  const { controller } = await withSubscriptions(2);
  const updates = {
    [`${subs}1.`]: { NotifRetry: required('true') },
    [`${subs}2.`]: { InvalidParameter: required('x'), NotifRetry: 'true' },
  };
  assert.equal(await controller.set(updates, { partial: true }), [
    { path: `${subs}1.`, updated: [[`${subs}1.`, { NotifRetry: 'true' }, {}]] },
    { path: `${subs}2.`, code: 7021, failures: [[`${subs}2.`, { InvalidParameter: 7010 }]] },
  ]);
  assert.is(await controller.value(`${subs}2.NotifRetry`), 'false');
});

test('R-SET.2a: a search path is one whole, allow_partial false (1.20)', async () => {
  const { controller } = await withSubscriptions(2);
  const clash = { [`${me}BootParameter.*.`]: { ParameterName: required('Device.Time.Status') } };
  for (const name of ['a', 'b']) await controller.added(`${me}BootParameter.`, { ParameterName: name });
  const answer = await controller.set(clash);
  assert.is('error' in answer && answer.error, 7025);
  assert.is(await controller.value(`${me}BootParameter.1.ParameterName`), 'a');
  assert.equal(await controller.set({ [`${subs}*.`]: { InvalidParameter: required('x') } }), {
    error: 7021,
    faults: [
      [`${subs}1.InvalidParameter`, 7010],
      [`${subs}2.InvalidParameter`, 7010],
    ],
  });
});

test('R-SET.2a: a search path is one whole, allow_partial true (1.19, 1.21)', async () => {
  const { controller } = await withSubscriptions(2);
  const path = `${subs}*.`;
  assert.equal(await controller.set({ [path]: { NotifRetry: required('true') } }, { partial: true }), [
    {
      path,
      updated: [1, 2].map(n => [`${subs}${n}.`, { NotifRetry: 'true' }, {}]),
    },
  ]);
  assert.equal(await controller.set({ [path]: { Enable: required('InvalidValue') } }, { partial: true }), [
    { path, code: 7021, failures: [1, 2].map(n => [`${subs}${n}.`, { Enable: 7011 }]) },
  ]);
});

test('R-SET.2a: when one of the rows fails, those that were changed are as they were', async () => {
  const world = await World.start();
  const fans = [world.addCapability('a', 'BinaryControl'), world.addCapability('b', 'BinarySensor')];
  const path = 'Device.IoTCapability.[Name!=""].';
  const answer = await world.controller.set({ [path]: { 'BinarySensor.HoldTime': required('5') } }, { partial: true });
  assert.equal(answer, [{ path, code: 7021, failures: [[fans[0], { 'BinarySensor.HoldTime': 7010 }]] }]);
  assert.is(await world.controller.value(`${fans[1]}BinarySensor.HoldTime`), '0');
});

test('error codes of what cannot be set', async () => {
  const { controller } = await withSubscriptions(1);
  for (const [path, name, value, code] of [
    [`${subs}1.`, 'Recipient', 'Device.LocalAgent.Controller.1', 7013],
    [`${subs}1.`, 'Alias', 'other', 7013],
    [`${subs}1.`, 'NotifType', 'Sometimes', 7012],
    [`${subs}1.`, 'Enable', 'True', 7011],
    [me, 'PeriodicNotifInterval', '0', 7012],
    [me, 'USPNotifRetryIntervalMultiplier', '999', 7012],
    [me, 'ProvisioningCode', 'x'.repeat(65), 7012],
    [me, 'AssignedRole', 'Device.LocalAgent.ControllerTrust.Role.9', 7012],
    [`${me}MTP.1.`, 'Protocol', 'Pigeon', 7012],
    [`${me}`, 'MTP.1.Enable', 'false', 7010],
    ['Device.LocalAgent.', 'EndpointID', 'x', 7013],
    ['Device.DeviceInfo.', 'HostName', 'x', 7013],
    ['Device.LocalAgent.ControllerTrust.Role.1.Permission.1.', 'Param', 'rwx', 7012],
    ['Device.LocalAgent.ControllerTrust.Role.1.Permission.1.', 'Param', 'nxwr', 7012],
    ['Device.LocalAgent.ControllerTrust.Role.1.Permission.1.', 'Targets', 'Device..', 7012],
  ] as const) {
    const faults = [[`${path}${name}`, code]];
    assert.equal(
      await controller.set({ [path]: { [name]: required(value) } }),
      { error: 7021, faults },
      `${path}${name}`,
    );
  }
});

test('codes of paths that cannot be set', async () => {
  const { controller } = await withSubscriptions(1);
  for (const [path, code] of [
    ['Device.Nothing.', 7026],
    [`${subs}9.`, 7016],
    [`${subs}[ID=="s1"&&Nothing==1].`, 7026],
    [subs, 7026],
    [`${subs}1.Enable`, 7008],
    ['Device..', 7008],
    ['', 7008],
  ] as const) {
    const settings = { Enable: required('true') };
    assert.equal(await controller.set({ [path]: settings }), { error: code, faults: [[path, code]] }, path);
    assert.equal(await controller.set({ [path]: settings }, { partial: true }), [{ path, code, failures: [] }], path);
  }
});

test('the final dot of an object path may be missing', async () => {
  const { controller } = await withSubscriptions(1);
  const [result] = (await controller.set({ [`${subs}1`]: { Enable: required('false') } })) as { path: string }[];
  assert.is(result?.path, `${subs}1`);
  assert.is(await controller.value(`${subs}1.Enable`), 'false');
});

test('a missing final dot is forgiven, as in the conformance plan (1.84)', async () => {
  const { controller } = await withSubscriptions(1);
  assert.equal(await controller.set({ [`${subs}1`]: { Enable: required('true') } }), [
    { path: `${subs}1`, updated: [[`${subs}1.`, { Enable: 'true' }, {}]] },
  ]);
});

test('a ReferenceList that has been set never changes; one that is empty may be set (TR-181)', async () => {
  const { controller } = await withSubscriptions(1);
  const set = (value: string) => controller.set({ [`${subs}1.`]: { ReferenceList: required(value) } });
  assert.ok(Array.isArray(await set('Device.Time.')));
  assert.ok(Array.isArray(await set('Device.Time.')), 'the same again is no change');
  assert.equal(await set('Device.DeviceInfo.'), { error: 7021, faults: [[`${subs}1.ReferenceList`, 7013]] });
  assert.equal(await set(''), { error: 7021, faults: [[`${subs}1.ReferenceList`, 7013]] });
});

test('a discriminator and what depends on it go in any order', async () => {
  const { controller } = await World.start();
  const mtp = await controller.added('Device.LocalAgent.MTP.', {});
  const answer = await controller.set({
    [mtp]: { 'MQTT.ResponseTopicConfigured': required('t'), Protocol: required('MQTT'), 'CoAP.Path': 'x' },
  });
  const updated = { Protocol: 'MQTT', 'MQTT.ResponseTopicConfigured': 't' };
  assert.equal(answer, [{ path: mtp, updated: [[mtp, updated, { 'CoAP.Path': 7010 }]] }]);
  assert.is(await controller.value(`${mtp}MQTT.ResponseTopicConfigured`), 't');
  await controller.set({ [mtp]: { Protocol: 'CoAP' } });
  assert.equal(await controller.paths(mtp), [mtp, `${mtp}CoAP.`]);
});

test('keys need be unique only when the whole message is done', async () => {
  const { controller } = await World.start();
  const boot = `${me}BootParameter.`;
  for (const name of ['Device.Time.Enable', 'Device.Time.Status'])
    await controller.added(boot, { ParameterName: name });
  const swap = {
    [`${boot}1.`]: { ParameterName: required('Device.Time.Status') },
    [`${boot}2.`]: { ParameterName: required('Device.Time.Enable') },
  };
  assert.ok(Array.isArray(await controller.set(swap)));
  assert.equal(await controller.set({ [`${boot}1.`]: { ParameterName: 'Device.Time.Enable' } }), {
    error: 7025,
    faults: [[`${boot}1.ParameterName`, 7025]],
  });
});

test('R-MSG.3: affected paths have instance numbers, references too', async () => {
  const { controller } = await World.start();
  const settings = { AssignedRole: 'Device.LocalAgent.ControllerTrust.Role.[Name=="Full Access"]' };
  assert.equal(await controller.set({ 'Device.LocalAgent.Controller.[EndpointID=="self::controller"].': settings }), [
    {
      path: 'Device.LocalAgent.Controller.[EndpointID=="self::controller"].',
      updated: [[me, { AssignedRole: 'Device.LocalAgent.ControllerTrust.Role.1' }, {}]],
    },
  ]);
});

test('names that every JavaScript object has are names like any other', async () => {
  const { controller } = await withSubscriptions(1);
  for (const name of ['__proto__', 'constructor', 'toString', '__proto__.x', 'hasOwnProperty.Enable']) {
    const [result] = (await controller.set({ [`${subs}1.`]: JSON.parse(`{"${name}":"x"}`) })) as {
      updated: unknown[][];
    }[];
    assert.equal(result?.updated[0]?.[1], {}, name);
  }
  assert.is(({} as Record<string, unknown>).x, undefined);
  assert.equal(await controller.set({ [`${subs}__proto__.`]: { Enable: 'true' } }), {
    error: 7026,
    faults: [[`${subs}__proto__.`, 7026]],
  });
});

test('a Set that the journal refuses is answered with 7005, and nothing has changed', async () => {
  const world = await withSubscriptions(1);
  world.persistence.refusal = 'ENOSPC';
  assert.equal(await world.controller.set({ [`${subs}1.`]: { Enable: 'true' } }), { error: 7005, faults: [] });
  assert.equal(await world.controller.set({ [`${subs}1.`]: { Enable: 'true' } }, { partial: true }), [
    { path: `${subs}1.`, code: 7005, failures: [] },
  ]);
  assert.is(await world.controller.value(`${subs}1.Enable`), 'false');
});

test('the answer waits until the change is durable', async () => {
  const world = await withSubscriptions(1);
  world.persistence.isHeld = true;
  const set = { update_objs: [{ obj_path: me, param_settings: [{ param: 'ProvisioningCode', value: 'x' }] }] };
  const msgId = world.controller.send({ set });
  await world.settle();
  assert.is(world.controller.answer(msgId), undefined);
  world.persistence.release();
  await world.settle();
  assert.ok(world.controller.answer(msgId));
});

test('a password is not told back to those who may not read it', async () => {
  const { controller } = await World.start();
  const client = await controller.added(clients, {});
  assert.equal(await controller.set({ [client]: { Password: 'sesame' } }), [
    { path: client, updated: [[client, { Password: '' }, {}]] },
  ]);
});

test.run();
