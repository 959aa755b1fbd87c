import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { me, World } from '../../helpers/world.ts';

const subs = 'Device.LocalAgent.Subscription.';

async function withSubscriptions(count: number): Promise<World> {
  const world = await World.start();
  for (let n = 1; n <= count; n++) await world.controller.added(subs, { ID: `s${n}`, Enable: String(n % 2 === 0) });
  return world;
}

const gone = (path: string, affected: readonly string[] = [path]) => ({
  path,
  affected: [...affected],
  unaffected: [],
});

for (const partial of [false, true]) {
  test(`a Delete of one row, allow_partial ${partial} (1.24)`, async () => {
    const { controller } = await withSubscriptions(2);
    assert.equal(await controller.del(`${subs}1.`, { partial }), [gone(`${subs}1.`)]);
    assert.equal(await controller.paths(subs), [`${subs}2.`]);
  });

  test(`R-DEL.2a: a row that is not there is gone already, allow_partial ${partial} (1.25, 1.29, 1.32, 1.90)`, async () => {
    const { controller } = await withSubscriptions(1);
    for (const path of [`${subs}9.`, `${subs}[ID=="no"&&Recipient=="x"].`, `${subs}[Enable==true].`, `${me}MTP.9.`]) {
      assert.equal(
        await controller.del([path, `${subs}9.`], { partial }),
        [gone(path, []), gone(`${subs}9.`, [])],
        path,
      );
    }
    assert.equal(await controller.del([`${subs}1.`, `${subs}7.`], { partial }), [
      gone(`${subs}1.`),
      gone(`${subs}7.`, []),
    ]);
  });

  test(`rows by wildcard (1.34) and by search (1.35), allow_partial ${partial}`, async () => {
    const { controller } = await withSubscriptions(4);
    const search = `${subs}[Enable==true].`;
    assert.equal(await controller.del(search, { partial }), [gone(search, [`${subs}2.`, `${subs}4.`])]);
    assert.equal(await controller.del(`${subs}*.`, { partial }), [gone(`${subs}*.`, [`${subs}1.`, `${subs}3.`])]);
    assert.equal(await controller.paths(subs), []);
  });
}

test('R-MSG.3: a row by key comes back by its number (1.33)', async () => {
  const { controller } = await World.start();
  await controller.added(`${me}BootParameter.`, { ParameterName: 'Device.Time.Status' });
  const path = 'Device.LocalAgent.Controller.[EndpointID=="self::controller"&&Alias=="cpe-1"].BootParameter.1.';
  assert.equal(await controller.del(path), [gone(path, [`${me}BootParameter.1.`])]);
});

test('several rows in one Delete (1.27), also twice the same', async () => {
  const { controller } = await withSubscriptions(2);
  const paths = [`${subs}1.`, `${subs}2.`, `${subs}1.`];
  assert.equal(
    await controller.del(paths),
    paths.map(path => gone(path)),
  );
});

test('R-DEL.1: allow_partial false, something cannot be deleted: Error, nothing is (1.26, 1.28)', async () => {
  const { controller } = await withSubscriptions(1);
  for (const [path, code] of [
    ['Device.LocalAgent.InvalidObject.', 7026],
    ['Device.LocalAgent.', 7026],
    ['Device.LocalAgent.ControllerTrust.', 7026],
    [subs, 7026],
    ['Device.DeviceInfo.FirmwareImage.1.', 7024],
    [`${subs}1.Enable`, 7008],
    [`${subs}[`, 7008],
    ['', 7008],
  ] as const) {
    assert.equal(await controller.del([`${subs}1.`, path]), { error: code, faults: [[path, code]] }, path);
    assert.equal(await controller.paths(subs), [`${subs}1.`], path);
  }
});

test('R-DEL.0, R-DEL.3: allow_partial true, what can be deleted is (1.30, 1.31)', async () => {
  const { controller } = await withSubscriptions(1);
  const images = 'Device.DeviceInfo.FirmwareImage.*.';
  assert.equal(
    await controller.del(['Device.LocalAgent.InvalidObject.', `${subs}1.`, images, subs], { partial: true }),
    [
      { path: 'Device.LocalAgent.InvalidObject.', code: 7026 },
      gone(`${subs}1.`),
      {
        path: images,
        affected: [],
        unaffected: [
          ['Device.DeviceInfo.FirmwareImage.1.', 7024],
          ['Device.DeviceInfo.FirmwareImage.2.', 7024],
        ],
      },
      { path: subs, code: 7026 },
    ],
  );
  assert.equal(await controller.paths(subs), []);
});

test('what is below a row goes with it, and what refers to it is emptied [R-ARC.12]', async () => {
  const { controller } = await World.start();
  const client = await controller.added('Device.MQTT.Client.', {});
  await controller.added(`${client}Subscription.`, {});
  const mtp = await controller.added('Device.LocalAgent.MTP.', { Protocol: 'MQTT', 'MQTT.Reference': client });
  assert.is(await controller.value(`${mtp}MQTT.Reference`), client.slice(0, -1));
  assert.equal(await controller.del(client), [gone(client)]);
  assert.is(await controller.value(`${mtp}MQTT.Reference`), '');
  assert.is(await controller.value('Device.MQTT.ClientNumberOfEntries'), '0');
  assert.is(await controller.value(`${client}Subscription.1.Topic`), 7026);
});

test('a row and what is below it in one Delete', async () => {
  const { controller } = await World.start();
  const client = await controller.added('Device.MQTT.Client.', {});
  const below = await controller.added(`${client}Subscription.`, {});
  assert.equal(await controller.del([below, client]), [gone(below), gone(client)]);
  assert.equal(await controller.del([client, below]), [gone(client, []), gone(below, [])]);
});

test('removal of subscriptions that have no Controller any more (1.78)', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  await other.added(subs, { ID: 'theirs' });
  await world.controller.del('Device.LocalAgent.Controller.2.');
  assert.equal(await world.controller.paths(subs), []);
});

test('a Delete that the journal refuses is answered with 7005, and the row is there again', async () => {
  const world = await withSubscriptions(2);
  world.persistence.refusal = 'ENOSPC';
  assert.equal(await world.controller.del(`${subs}*.`), { error: 7005, faults: [] });
  assert.equal(await world.controller.paths(subs), [`${subs}1.`, `${subs}2.`]);
});

test('a missing final dot is forgiven, as in the conformance plan (2.13)', async () => {
  const { controller } = await withSubscriptions(1);
  assert.equal(await controller.del(`${subs}1`), [gone(`${subs}1`, [`${subs}1.`])]);
});

test('a Delete of nothing is answered with nothing', async () => {
  const { controller } = await World.start();
  assert.equal(await controller.del([]), []);
});

test.run();
