// Controls as a controller sees them: Set, Toggle(), StepUp(), StepDown().
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ObjectNode } from '../../../datamodel/node.ts';
import type { Scalar } from '../../../datamodel/schema.ts';
import { World } from '../../helpers/world.ts';

async function control(kind: 'LevelControl' | 'EnumControl' | 'BinaryControl', values: Record<string, Scalar>) {
  const world = await World.start();
  const path = world.addCapability('it', kind);
  const node = world.model.node(path).child(kind) as ObjectNode;
  world.model.update(node, values);
  /** The operation's failure, or nothing. */
  const operate = (command: string) => {
    world.controller.send({
      operate: { command: `${node.path}${command}`, command_key: '', send_resp: true, input_args: {} },
    });
    return world.clock.settle();
  };
  const { actuators } = world.services;
  const set = (param: string, text: string) => world.services.commands.write(node, param, text);
  return { world, path, node, operate, set, value: () => node.stored('Value'), actuators };
}

const thermostat = { Value: 6, MinValue: 5.5, MaxValue: 25, Unit: 'degC' };

test('StepDown() clamps at MinValue, and there leaves the hardware alone', async () => {
  const { path, operate, value, actuators } = await control('LevelControl', thermostat);
  await operate('StepDown()');
  assert.is(value(), 5.5);
  await operate('StepDown()');
  assert.equal(actuators.writes, [`${path}=5.5`]);
});

test('StepUp() goes by StepValue and clamps at MaxValue', async () => {
  const { operate, value, set } = await control('LevelControl', thermostat);
  assert.is(await set('StepValue', '12'), undefined);
  await operate('StepUp()');
  assert.is(value(), 18);
  await operate('StepUp()');
  assert.is(value(), 25);
});

test('two steps at once are two steps', async () => {
  const { operate, value } = await control('LevelControl', thermostat);
  await Promise.all([operate('StepUp()'), operate('StepUp()'), operate('StepUp()')]);
  assert.is(value(), 9);
});

test('a level outside of its range, and a step that is none, are invalid values', async () => {
  const { set, value, actuators } = await control('LevelControl', thermostat);
  assert.is((await set('Value', '25.1'))?.code, 7012);
  assert.is((await set('Value', '5'))?.code, 7012);
  assert.is((await set('StepValue', '0'))?.code, 7012);
  assert.is((await set('StepValue', '-1'))?.code, 7012);
  assert.is(await set('Value', '25'), undefined);
  assert.is(value(), 25);
  assert.is(actuators.writes.length, 1);
});

const fan = { Value: 'Off', ValidValues: 'Off,Low,Very%20high' };

test('the steps of an enumeration go round in the order of ValidValues', async () => {
  const { operate, value } = await control('EnumControl', fan);
  const seen: unknown[] = [];
  for (const _ of [1, 2, 3]) {
    await operate('StepUp()');
    seen.push(value());
  }
  await operate('StepDown()');
  assert.equal([...seen, value()], ['Low', 'Very high', 'Off', 'Very high']);
});

test('a word that is none of ValidValues is an invalid value', async () => {
  const { set, value } = await control('EnumControl', fan);
  assert.is((await set('Value', 'Medium'))?.code, 7012);
  assert.is(await set('Value', 'Very high'), undefined);
  assert.is(value(), 'Very high');
});

test('a step that the hardware refuses changes nothing, and the next one is tried', async () => {
  const { path, operate, value, actuators } = await control('LevelControl', thermostat);
  actuators.behaviour.set(path, 'fails');
  await operate('StepUp()');
  assert.is(value(), 6);
  actuators.behaviour.delete(path);
  await operate('StepUp()');
  assert.is(value(), 7);
});

test('Toggle() turns a switch over', async () => {
  const { operate, value } = await control('BinaryControl', {});
  await operate('Toggle()');
  assert.is(value(), true);
  await operate('Toggle()');
  assert.is(value(), false);
});

test.run();
