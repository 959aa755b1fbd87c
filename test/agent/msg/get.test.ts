import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GetRespWriter } from '../../../agent/msg/getresp.ts';
import type { Msg } from '../../../proto/codec.gen.js';
import { msgBytesMax } from '../../../proto/limits.ts';
import { decodeMsg, encodeMsg } from '../../../proto/msg.ts';
import { me, World } from '../../helpers/world.ts';

const subs = 'Device.LocalAgent.Subscription.';

/** A world with three subscriptions; their NotifExpiration is 5, 10 and 15, the second is disabled. */
async function withSubscriptions(): Promise<World> {
  const world = await World.start();
  for (const [n, Enable] of [
    [1, 'true'],
    [2, 'false'],
    [3, 'true'],
  ] as const) {
    await world.controller.added(subs, { Enable, ID: `s${n}`, NotifExpiration: String(n * 5) });
  }
  return world;
}

test('R-GET.2, R-GET.3: a parameter path comes back as its object and that parameter alone (1.36, 1.37)', async () => {
  const { controller } = await World.start();
  assert.equal(await controller.get(['Device.LocalAgent.EndpointID', 'Device.LocalAgent.SoftwareVersion']), [
    {
      path: 'Device.LocalAgent.EndpointID',
      code: 0,
      objects: { 'Device.LocalAgent.': { EndpointID: 'os::012345-test' } },
    },
    {
      path: 'Device.LocalAgent.SoftwareVersion',
      code: 0,
      objects: { 'Device.LocalAgent.': { SoftwareVersion: '1.0' } },
    },
  ]);
});

test('an object path comes back with everything below it, an object a result (1.39, 1.40)', async () => {
  const { controller } = await World.start();
  assert.equal(await controller.paths('Device.LocalAgent.Controller.'), [me, `${me}MTP.1.`, `${me}MTP.1.MQTT.`]);
  const [result] = await controller.get(`${me}MTP.1.`);
  assert.equal(Object.keys(result?.objects[`${me}MTP.1.`] ?? {}), ['Alias', 'Enable', 'Protocol', 'Order']);
});

test('R-GET.0: what the supported data model has not is 7026, beside what it has (1.41, 1.42)', async () => {
  const { controller } = await World.start();
  const results = await controller.get([
    'Device.LocalAgent.EndpointID',
    'Device.LocalAgent.InvalidParameter',
    'Device.Invalid.',
    'Device.LocalAgent.Controller.*.Invalid',
    'Device.LocalAgent.Subscription.[Invalid==1].',
    'Device.LocalAgent.Reboot()',
    'Device.Boot!',
    'Device.LocalAgent.__proto__',
    'Device.__proto__.constructor',
  ]);
  assert.equal(
    results.map(result => result.code),
    [0, 7026, 7026, 7026, 7026, 7026, 7026, 7026, 7026],
  );
});

test('R-GET.0: an instance that is not there is 7026, whether by number or by key', async () => {
  const { controller } = await withSubscriptions();
  for (const path of [`${subs}9.`, `${subs}9.Enable`, `${subs}[Alias=="no"].`, `${me}MTP.1.CoAP.`]) {
    assert.is(await controller.paths(path), 7026, path);
  }
});

test('a path that cannot be read is 7008', async () => {
  const { controller } = await World.start();
  for (const path of [
    '',
    'Device..',
    `${subs}1`,
    `${subs}[Enable=true].`,
    'Device.LocalAgent.Contr oller.',
    `${subs}*`,
  ]) {
    assert.is(await controller.paths(path), 7008, path);
  }
});

test('a path beyond a limit of ours is 7005', async () => {
  const { controller } = await World.start();
  const many = `${subs}[${Array(17).fill('Enable==true').join('&&')}].Enable`;
  for (const path of [`Device.${'a'.repeat(1_100)}`, 'Device.'.repeat(33), many]) {
    assert.is(await controller.paths(path), 7005, path);
  }
});

test('R-GET.1a, R-MSG.4a: a search that matches nothing has succeeded with nothing (1.82, 1.86)', async () => {
  const { controller } = await World.start();
  for (const path of [`${subs}[Enable==true].`, `${subs}*.`, `${subs}*.Enable`, `${subs}[ID!="x"].Enable`]) {
    assert.equal(await controller.paths(path), [], path);
  }
});

test('R-GET.1b: a table without rows has succeeded with nothing (1.87)', async () => {
  const { controller } = await World.start();
  assert.equal(await controller.paths(subs), []);
});

test('R-ARC.9: search expressions (1.46 to 1.51) and keys (1.43)', async () => {
  const { controller } = await withSubscriptions();
  for (const [expression, numbers] of [
    ['Enable==true', [1, 3]],
    ['Enable!=true', [2]],
    ['NotifExpiration>10', [3]],
    ['NotifExpiration<10', [1]],
    ['NotifExpiration>=10', [2, 3]],
    ['NotifExpiration<=10', [1, 2]],
    ['ID=="s2"', [2]],
    ['Recipient=="Device.LocalAgent.Controller.1"&&ID=="s3"', [3]],
  ] as const) {
    const expected = numbers.map(number => `${subs}${number}.`);
    assert.equal(await controller.paths(`${subs}[${expression}].`), expected, expression);
    assert.equal(await controller.paths(`${subs}[${expression}].Enable`), expected, expression);
  }
});

test('R-ARC.10: a wildcard names every row (1.44, 1.45)', async () => {
  const { controller } = await withSubscriptions();
  const [result] = await controller.get(`${subs}*.ID`);
  assert.equal(result?.objects, {
    [`${subs}1.`]: { ID: 's1' },
    [`${subs}2.`]: { ID: 's2' },
    [`${subs}3.`]: { ID: 's3' },
  });
});

test('references are followed; R-MSG.3: what comes back has instance numbers', async () => {
  const { controller } = await withSubscriptions();
  const [result] = await controller.get([`${subs}[ID=="s1"].Recipient+.EndpointID`]);
  assert.equal(result?.objects, { [me]: { EndpointID: 'self::controller' } });
  assert.is(await controller.value(`${me}AssignedRole#1+.Name`), 'Full Access');
  assert.is(await controller.value(`${me}InheritedRole+.Name`), 7026);
  assert.equal(await controller.paths(`${me}InheritedRole#*+.Name`), []);
});

test('R-GET.5: max_depth counts single objects and rows alike (1.89)', async () => {
  const { controller } = await World.start();
  const agent = 'Device.LocalAgent.';
  assert.equal(await controller.paths(agent, 1), [agent]);
  const second = (await controller.paths(agent, 2)) as string[];
  assert.equal(second, [agent, me, `${agent}ControllerTrust.`]);
  const third = (await controller.paths(agent, 3)) as string[];
  assert.ok(third.includes(`${me}MTP.1.`) && !third.includes(`${me}MTP.1.MQTT.`));
  assert.equal(await controller.paths(agent, 9), await controller.paths(agent));
  assert.equal(await controller.paths(`${agent}Controller.`, 1), [me]);
  assert.equal(await controller.paths(`${me}MTP.1.Protocol`, 1), [`${me}MTP.1.`], 'of no meaning for a parameter');
});

test('each path is answered by itself and in order, also when it is asked for twice', async () => {
  const { controller } = await World.start();
  const paths = ['Device.Time.Enable', 'Device.X', 'Device.Time.Enable', 'Device.', 'Device.Time.Status'];
  const results = await controller.get(paths);
  assert.equal(
    results.map(result => result.path),
    paths,
  );
  assert.equal(results[0], results[2]);
});

test('a Get of nothing is answered with nothing', async () => {
  const { controller } = await World.start();
  assert.equal(await controller.get([]), []);
});

test('Get reads what is computed at the moment of asking', async () => {
  const { controller, clock } = await World.start();
  assert.is(await controller.value('Device.LocalAgent.UpTime'), '0');
  await clock.advance(61_500);
  assert.is(await controller.value('Device.LocalAgent.UpTime'), '61');
  assert.is(await controller.value('Device.Time.CurrentLocalTime'), '2026-01-01T00:01:01Z');
  clock.known = false;
  assert.is(await controller.value('Device.Time.CurrentLocalTime'), '0001-01-01T00:00:00Z');
});

test('the count of a table is what the table holds', async () => {
  const { controller } = await withSubscriptions();
  assert.is(await controller.value('Device.LocalAgent.SubscriptionNumberOfEntries'), '3');
  await controller.del(`${subs}2.`);
  assert.is(await controller.value('Device.LocalAgent.SubscriptionNumberOfEntries'), '2');
});

test('a secured parameter reads as empty without a SecuredRole, a path into it too (2.27)', async () => {
  const { controller } = await World.start();
  const client = await controller.added('Device.MQTT.Client.', { Name: 'c', Password: 'sesame' });
  assert.is(await controller.value(`${client}Password`), '');
  const found = await controller.paths('Device.MQTT.Client.[Password=="sesame"].');
  assert.equal(found, [], 'a search does not tell what a Get keeps');
  const trust = 'Device.LocalAgent.ControllerTrust.';
  await controller.set({ [trust]: { SecuredRoles: `${trust}Role.1` } });
  assert.is(await controller.value(`${client}Password`), 'sesame');
  assert.equal(await controller.paths('Device.MQTT.Client.[Password=="sesame"].'), [client, `${client}Stats.`]);
});

test('what is written straight into bytes is what the codec would have written', async () => {
  const world = await withSubscriptions();
  await world.controller.set({ [me]: { ProvisioningCode: `é, \ud83c and ${'x'.repeat(40)}` } });
  await world.controller.get([
    'Device.',
    '',
    `${me}ProvisioningCode`,
    `${subs}*.ID`,
    'Device.Nothing.',
    `${subs}[ID=="no"].`,
  ]);
  const { record } = world.sent.at(-1)!;
  if (record.record_type !== 'no_session_context') throw new Error('no Message');
  const { payload } = record.no_session_context;
  const msg = decodeMsg(payload) as Msg;
  assert.is(Buffer.compare(encodeMsg(msg) as Uint8Array, payload), 0);
});

/** How many characters of parameters are written while `work` goes on. */
async function charsWritten(work: () => Promise<void>): Promise<number> {
  const { param } = GetRespWriter.prototype;
  let chars = 0;
  GetRespWriter.prototype.param = function (name, text) {
    chars += name.length + text.length;
    param.call(this, name, text);
  };
  await work().finally(() => {
    GetRespWriter.prototype.param = param;
  });
  return chars;
}

test('what no Message can hold is answered with 7005 once that is clear, and the next Get is served', async () => {
  const world = await withSubscriptions();
  await world.controller.set({ [me]: { ProvisioningCode: 'x'.repeat(64) } });
  for (const [path, times] of [
    ['Device.', 29_000],
    [`${subs}*.ID`, 20_000],
    [`${me}ProvisioningCode`, 15_000],
    ['Device.Nothing.', 20_000],
  ] as const) {
    const chars = await charsWritten(async () => {
      const answer = await world.controller.ask({ get: { param_paths: new Array(times).fill(path) } }, 'get_resp');
      assert.is('error' in answer && answer.error, 7005, path);
    });
    assert.ok(chars <= msgBytesMax, `${path}: ${chars} characters`);
    assert.is(await world.controller.value(`${subs}1.ID`), 's1');
  }
});

test.run();
