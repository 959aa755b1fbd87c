import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { me, World } from '../../helpers/world.ts';

const controllers = 'Device.LocalAgent.Controller.';
const myKeys = { EndpointID: 'self::controller', Alias: 'cpe-1' };
const mtpKeys = { Protocol: 'MQTT', Alias: 'cpe-1' };

test('first_level_only true: the rows of the table and their keys (1.66)', async () => {
  const { controller } = await World.start();
  assert.equal(await controller.instances(controllers, true), [{ path: controllers, code: 0, rows: { [me]: myKeys } }]);
});

test('first_level_only false: the rows below too (1.67)', async () => {
  const world = await World.start();
  const boot = await world.controller.added(`${me}BootParameter.`, { ParameterName: 'Device.Time.Status' });
  assert.equal(await world.controller.instances(controllers), [
    {
      path: controllers,
      code: 0,
      rows: {
        [me]: myKeys,
        [`${me}MTP.1.`]: mtpKeys,
        [boot]: { ParameterName: 'Device.Time.Status', Alias: 'cpe-1' },
      },
    },
  ]);
});

test('rows below single objects are found', async () => {
  const { controller } = await World.start();
  const [result] = await controller.instances('Device.LocalAgent.ControllerTrust.Role.');
  assert.equal(
    Object.keys(result?.rows ?? {}).map(path => path.slice('Device.LocalAgent.ControllerTrust.'.length)),
    ['Role.1.', 'Role.1.Permission.1.', 'Role.2.'],
  );
});

test('several tables, each answered by itself (1.68)', async () => {
  const { controller } = await World.start();
  const results = await controller.instances([controllers, 'Device.LocalAgent.MTP.', 'Device.Nothing.'], true);
  assert.equal(
    results.map(({ path, code, rows }) => [path, code, Object.keys(rows).length]),
    [
      [controllers, 0, 1],
      ['Device.LocalAgent.MTP.', 0, 0],
      ['Device.Nothing.', 7026, 0],
    ],
  );
});

test('tables by wildcard (1.70), by search (1.71), by reference', async () => {
  const world = await World.start();
  await world.addController('self::other');
  for (const path of [`${controllers}*.MTP.`, `${controllers}[Enable==true].MTP.`]) {
    const [result] = await world.controller.instances(path, true);
    assert.equal(Object.keys(result?.rows ?? {}), [`${me}MTP.1.`, `${controllers}2.MTP.1.`], path);
  }
  const [result] = await world.controller.instances(`${me}AssignedRole+.Permission.`);
  assert.equal(Object.keys(result?.rows ?? {}), ['Device.LocalAgent.ControllerTrust.Role.1.Permission.1.']);
});

test('R-MSG.4a: an expression that matches nothing has succeeded with nothing, a key too (1.83)', async () => {
  const { controller } = await World.start();
  for (const path of [
    `${controllers}[Alias=="non-existent"].BootParameter.`,
    `${controllers}[Enable==false].BootParameter.`,
  ]) {
    assert.equal(await controller.instances(path), [{ path, code: 0, rows: {} }], path);
  }
});

test('a missing final dot is forgiven', async () => {
  const { controller } = await World.start();
  const path = 'Device.LocalAgent.Controller';
  assert.equal(await controller.instances(path, true), [{ path, code: 0, rows: { [me]: myKeys } }]);
});

test('error codes', async () => {
  const { controller } = await World.start();
  for (const [path, code] of [
    ['Device.LocalAgent.', 7018],
    ['Device.', 7018],
    [me, 7018],
    [`${controllers}*.`, 7018],
    ['Device.Nothing.', 7026],
    [`${controllers}9.MTP.`, 7026],
    [`${me}Enable`, 7008],
    [`${controllers}[`, 7008],
    [`${controllers}{i}.MTP.`, 7026],
  ] as const) {
    assert.equal(await controller.instances(path), [{ path, code, rows: {} }], path);
  }
});

test.run();
