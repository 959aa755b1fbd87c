// Mount points in GetSupportedDM: what devices behind the board have in common, and where they diverge.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { controllerWith, reading } from '../../helpers/roles.ts';
import { World } from '../../helpers/world.ts';

const proxied = 'Device.ProxiedDevice.';
const invalidPath = 7026;

/** Adds a row as the configuration would; its path. */
function add(world: World, table: string, presets: Readonly<Record<string, string>> = {}): string {
  const transaction = world.model.begin();
  const node = transaction.add(world.model.table(table), { presets });
  if ('code' in node) throw node;
  transaction.fillKeys(node);
  transaction.commitNow();
  return node.path;
}

/** A device, and of each class a capability. */
function addDevice(world: World, ...classes: readonly string[]): string {
  const path = add(world, proxied, { Name: `device ${classes.join(' ')}` });
  for (const Class of classes) add(world, `${path}IoTCapability.`, { Name: Class, Class });
  return path;
}

async function supported(world: World, path: string, options: { firstLevelOnly?: boolean } = {}) {
  const [result] = await world.controller.supported(path, options);
  assert.ok(result);
  return result;
}

async function pathsOf(world: World, path: string): Promise<string[] | number> {
  const { err_code, supported_objs } = await supported(world, path);
  return err_code || supported_objs.map(object => object.supported_obj_path);
}

test('devices that have the same are one supported data model; what none of them has is not in it', async () => {
  const world = await World.start();
  assert.equal(await pathsOf(world, proxied), [`${proxied}{i}.`, `${proxied}{i}.Node.{i}.`]);
  for (let i = 0; i < 2; i++) addDevice(world, 'LevelSensor', 'BinaryControl');
  const all = [
    `${proxied}{i}.`,
    `${proxied}{i}.Node.{i}.`,
    `${proxied}{i}.IoTCapability.{i}.`,
    `${proxied}{i}.IoTCapability.{i}.BinaryControl.`,
    `${proxied}{i}.IoTCapability.{i}.LevelSensor.`,
  ];
  for (const path of [proxied, `${proxied}{i}.`, `${proxied}1.`]) assert.equal(await pathsOf(world, path), all, path);
  const { supported_objs } = await supported(world, 'Device.');
  const [table, , capability, control, sensor] = supported_objs.filter(each => all.includes(each.supported_obj_path));
  assert.ok(table?.is_multi_instance && capability?.is_multi_instance && !control?.is_multi_instance);
  assert.equal(table?.divergent_paths, []);
  assert.ok(table?.supported_params.some(param => param.param_name === 'IoTCapabilityNumberOfEntries'));
  assert.equal(
    control?.supported_commands.map(command => command.command_name),
    ['Toggle()'],
  );
  assert.ok(sensor?.supported_params.some(param => param.param_name === 'HighLevelThreshold'));
  world.close();
});

test('devices that differ: path, access, whether it is a table, and all instances, and nothing below', async () => {
  const world = await World.start();
  const [first, second] = [addDevice(world, 'LevelSensor'), addDevice(world, 'LevelSensor', 'EnumControl')];
  for (const path of ['Device.', proxied, `${proxied}{i}.`]) {
    const { supported_objs } = await supported(world, path);
    const [own, ...others] = supported_objs.filter(each => each.supported_obj_path.startsWith(proxied));
    assert.equal(own?.divergent_paths, [first, second]);
    assert.ok(own?.is_multi_instance);
    assert.is(own?.access, 0);
    const told = [own?.supported_params, own?.supported_commands, own?.supported_events, own?.unique_key_sets];
    assert.equal(told, [[], [], [], []]);
    assert.equal(others, []);
  }
  const after = (await supported(world, 'Device.')).supported_objs;
  assert.ok(after.some(each => each.supported_obj_path === 'Device.IoTCapability.{i}.BlobSensor.'));
  const brief = (await supported(world, 'Device.', { firstLevelOnly: true })).supported_objs;
  const device = brief.find(each => each.supported_obj_path === `${proxied}{i}.`);
  assert.equal(device?.divergent_paths, [first, second]);
  world.close();
});

test('what diverges is asked for by instance', async () => {
  const world = await World.start();
  const [first, second] = [addDevice(world, 'LevelSensor'), addDevice(world, 'EnumControl')];
  const capability = `${proxied}{i}.IoTCapability.{i}.`;
  assert.equal(await pathsOf(world, `${first}IoTCapability.`), [capability, `${capability}LevelSensor.`]);
  assert.equal(await pathsOf(world, `${second}IoTCapability.{i}.EnumControl.`), [`${capability}EnumControl.`]);
  assert.equal(await pathsOf(world, `${second}IoTCapability.1.EnumControl.StepUp()`), [`${capability}EnumControl.`]);
  assert.is(await pathsOf(world, `${first}IoTCapability.{i}.EnumControl.`), invalidPath);
  assert.is(await pathsOf(world, capability), invalidPath);
  assert.is(await pathsOf(world, `${proxied}{i}.IoTCapability`), invalidPath);
  assert.is(await pathsOf(world, `${proxied}3.`), invalidPath);
  const { supported_objs } = await supported(world, `${proxied}{i}.Online`);
  assert.equal(
    supported_objs[0]?.supported_params.map(param => param.param_name),
    ['Online'],
  );
  world.close();
});

test('nodes are mount points too, of a device and of the board', async () => {
  const world = await World.start();
  const device = addDevice(world);
  const parts = ['BinaryControl', 'LevelControl'].map(Class => {
    const part = add(world, `${device}Node.`);
    add(world, `${part}IoTCapability.`, { Name: Class, Class });
    return part;
  });
  const { supported_objs } = await supported(world, proxied);
  assert.equal(
    supported_objs.map(each => [each.supported_obj_path, each.divergent_paths]),
    [
      [`${proxied}{i}.`, []],
      [`${proxied}{i}.Node.{i}.`, parts],
    ],
  );
  const [part] = parts;
  const node = `${proxied}{i}.Node.{i}.`;
  const below = [node, `${node}IoTCapability.{i}.`, `${node}IoTCapability.{i}.BinaryControl.`];
  assert.equal(await pathsOf(world, String(part)), below);
  const own = add(world, 'Device.Node.');
  add(world, `${own}IoTCapability.`, { Name: 'lamp', Class: 'BinaryControl' });
  assert.is(((await pathsOf(world, 'Device.Node.')) as string[]).length, 3);
  addDevice(world);
  assert.equal((await supported(world, proxied)).supported_objs[0]?.divergent_paths, [device, `${proxied}2.`]);
  world.close();
});

test('a device that the Controller may not see is not told of, and diverges from nothing [R-GSP.0]', async () => {
  const world = await World.start();
  const first = addDevice(world, 'LevelSensor');
  addDevice(world, 'EnumControl');
  const reader = await controllerWith(world, { Targets: first, ...reading });
  const [result] = await reader.supported(proxied);
  assert.equal(
    result?.supported_objs.map(each => [each.supported_obj_path, each.divergent_paths]),
    ['', 'Node.{i}.', 'IoTCapability.{i}.', 'IoTCapability.{i}.LevelSensor.'].map(path => [
      `${proxied}{i}.${path}`,
      [],
    ]),
  );
  const [all] = await reader.get(`${proxied}*.IoTCapability.*.Name`);
  assert.equal(
    Object.keys(all?.objects ?? {}),
    [`${first}IoTCapability.1.`],
    'and neither is anything of it to be read',
  );
  const [hidden] = await reader.get(`${proxied}2.IoTCapability.1.Name`);
  assert.is(hidden?.code, invalidPath);
  world.close();
});

test.run();
