import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Fault } from '../../datamodel/errors.ts';
import { applyMsMax, transactionsWaitingMax } from '../../datamodel/limits.ts';
import type { Behaviour } from '../helpers/services.ts';
import { SmallModel } from '../helpers/small-model.ts';

/** Three things, all with Out at 1, and the writes forgotten. */
async function threeActuators() {
  const small = new SmallModel();
  const things = ['a', 'b', 'c'].map(Name => small.addThing({ Name }));
  for (const thing of things) await small.set(thing, 'Out', '1');
  const { actuators } = small.services;
  actuators.writes.length = 0;
  return { small, things, actuators };
}

type Rig = Awaited<ReturnType<typeof threeActuators>>;

/** Sets Out of each thing to 2 in one transaction; the fault as `path code`, or what the commit came to. */
async function setAll({ small, things }: Rig): Promise<string | Fault | undefined> {
  const transaction = small.model.begin();
  for (const thing of things) transaction.write(thing, 'Out', '2');
  const committed = await transaction.commit();
  if (!Array.isArray(committed)) return committed.durable;
  return committed.map(({ node, fault }) => `${node.path}${fault.param} ${fault.code} ${fault.message}`).join();
}

test('actuators are written in order, before the tree', async () => {
  const rig = await threeActuators();
  const seen: unknown[] = [];
  rig.small.model.feed.listen(() => seen.push(rig.actuators.writes.length));
  assert.is(await setAll(rig), undefined);
  assert.equal(rig.actuators.writes, ['Device.Thing.1.=2', 'Device.Thing.2.=2', 'Device.Thing.3.=2']);
  assert.equal(seen, [3]);
  assert.not(rig.small.persistence.state.has('Device.Thing.1.Out'), 'an output is no setting: nothing is kept');
});

test('what is set to what it is already is written all the same: the answer says that the hardware has it', async () => {
  const rig = await threeActuators();
  const [first, second] = rig.things as never[];
  const changes: unknown[] = [];
  rig.small.model.feed.listen(commit => changes.push(...commit));
  assert.is(await rig.small.set(first!, 'Out', '01'), undefined);
  assert.equal([rig.actuators.writes, changes], [['Device.Thing.1.=1'], []]);
  rig.actuators.behaviour.set('Device.Thing.2.', 'fails');
  const transaction = rig.small.model.begin();
  for (const thing of [first, second]) transaction.write(thing!, 'Out', '1');
  const faults = await transaction.commit();
  assert.equal(Array.isArray(faults) && faults.map(({ fault }) => fault.code), [7009]);
  assert.equal(
    rig.actuators.writes.slice(1),
    ['Device.Thing.1.=1', 'Device.Thing.2.=1'],
    'there is nothing to set back',
  );
});

for (const behaviour of ['fails', 'rejects', 'throws'] as Behaviour[]) {
  test(`an actuator that ${behaviour}: 7009, and those before it have their old values again, last first`, async () => {
    const rig = await threeActuators();
    rig.actuators.behaviour.set('Device.Thing.3.', behaviour);
    assert.match(String(await setAll(rig)), /^Device\.Thing\.3\.Out 7009 /);
    assert.equal(rig.actuators.writes, [
      'Device.Thing.1.=2',
      'Device.Thing.2.=2',
      'Device.Thing.3.=2',
      'Device.Thing.2.=1',
      'Device.Thing.1.=1',
    ]);
    assert.equal(
      rig.things.map(thing => thing.stored('Out')),
      [1, 1, 1],
    );
  });
}

test('an actuator that hangs has failed when its time is up', async () => {
  const rig = await threeActuators();
  rig.actuators.behaviour.set('Device.Thing.2.', 'hangs');
  let outcome: unknown = 'pending';
  void setAll(rig).then(result => {
    outcome = result;
  });
  await rig.small.services.clock.advance(applyMsMax - 1);
  assert.is(outcome, 'pending');
  await rig.small.services.clock.advance(1);
  assert.match(String(outcome), /^Device\.Thing\.2\.Out 7009 .*5000 ms/);
  assert.equal(rig.actuators.writes, ['Device.Thing.1.=2', 'Device.Thing.2.=2', 'Device.Thing.1.=1']);
  assert.is(rig.small.services.clock.waiting, 0, 'no timer is left behind');
});

test('when the journal refuses what goes with it, the actuators have their old values again', async () => {
  const rig = await threeActuators();
  const [first, second] = rig.things;
  rig.small.persistence.refusal = 'ENOSPC';
  const transaction = rig.small.model.begin();
  for (const thing of [first, second]) transaction.write(thing as never, 'Out', '2');
  transaction.write(first as never, 'S', 'x');
  const committed = await transaction.commit();
  assert.is(Array.isArray(committed) || (await committed.durable)?.code, 7005);
  assert.equal(rig.actuators.writes, [
    'Device.Thing.1.=2',
    'Device.Thing.2.=2',
    'Device.Thing.2.=1',
    'Device.Thing.1.=1',
  ]);
  assert.equal([first?.stored('Out'), first?.stored('S')], [1, '']);
});

test('two changes that the journal refuses one after the other: the actuator has what the tree has', async () => {
  const { small, things, actuators } = await threeActuators();
  small.persistence.isHeld = true;
  const ends: Promise<Fault | undefined>[] = [];
  for (const text of ['2', '1']) {
    const transaction = small.model.begin();
    transaction.write(things[0] as never, 'Out', text);
    transaction.write(things[0] as never, 'S', text);
    const committed = await transaction.commit();
    if (!Array.isArray(committed)) ends.push(committed.durable);
  }
  small.persistence.fail('ENOSPC');
  const faults = await Promise.all(ends);
  assert.equal(
    faults.map(fault => fault?.code),
    [7005, 7005],
  );
  assert.is(things[0]?.stored('Out'), 1);
  assert.is(actuators.writes.at(-1), 'Device.Thing.1.=1', actuators.writes.join());
});

test('an actuator is set back in its turn: never across a later change that is on its way to it', async () => {
  const { small, things, actuators } = await threeActuators();
  const [thing] = things as never[];
  small.persistence.isHeld = true;
  const setInTurn = (text: string, withS: boolean) =>
    small.model.exclusively(async begin => {
      const transaction = begin();
      transaction.write(thing!, 'Out', text);
      if (withS) transaction.write(thing!, 'S', text);
      const committed = await transaction.commit();
      return { durable: Array.isArray(committed) ? undefined : committed.durable };
    });
  await setInTurn('2', true);
  let answer = () => {};
  const { drive } = actuators;
  actuators.drive = async (capability, value) => {
    const fault = await drive.call(actuators, capability, value);
    if (value === 3) await new Promise<void>(resolve => (answer = resolve));
    return fault;
  };
  const later = setInTurn('3', false);
  await small.services.clock.settle();
  small.persistence.fail('ENOSPC');
  await small.services.clock.settle();
  assert.is(actuators.writes.at(-1), 'Device.Thing.1.=3', 'the first is refused while the hardware takes the second');
  answer();
  const done = await later;
  assert.is('durable' in done && (await done.durable), undefined);
  await small.services.clock.settle();
  assert.is(small.model.node('Device.Thing.1.').stored('Out'), 3);
  assert.is(actuators.writes.at(-1), 'Device.Thing.1.=3', actuators.writes.join());
});

test('an actuator is set back even when no more changes are let in', async () => {
  const { small, things, actuators } = await threeActuators();
  const [thing] = things as never[];
  small.persistence.isHeld = true;
  const transaction = small.model.begin();
  transaction.write(thing!, 'Out', '2');
  transaction.write(thing!, 'S', 'x');
  await transaction.commit();
  const hour = 3_600_000;
  const waits = () => new Promise<void>(resolve => small.services.clock.after(hour, resolve));
  for (let i = 0; i < transactionsWaitingMax; i++) void small.model.exclusively(i === 0 ? waits : async () => {});
  small.persistence.fail('ENOSPC');
  await small.services.clock.advance(hour);
  assert.is(actuators.writes.at(-1), 'Device.Thing.1.=1');
});

test('an actuator that cannot be set back is told of in the log', async () => {
  const rig = await threeActuators();
  rig.actuators.behaviour.set('Device.Thing.3.', 'fails');
  const { drive } = rig.actuators;
  rig.actuators.drive = (capability, value) => {
    if (value === 1) rig.actuators.behaviour.set(capability.path, 'fails');
    return drive.call(rig.actuators, capability, value);
  };
  await setAll(rig);
  assert.is(rig.small.services.lines.filter(line => line.startsWith('error: ')).length, 2);
});

test('a second attempt after a failure is a fresh one', async () => {
  const rig = await threeActuators();
  rig.actuators.behaviour.set('Device.Thing.2.', 'fails');
  assert.match(String(await setAll(rig)), '7009');
  rig.actuators.behaviour.clear();
  assert.is(await setAll(rig), undefined);
  assert.is(rig.things[2]?.stored('Out'), 2);
});

test.run();
