// Asynchronous commands whose end the journal does not take, as who started them sees it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { endedRetryMsMax } from '../../../agent/msg/limits.ts';
import { set } from '../../helpers/refusals.ts';
import { me, World } from '../../helpers/world.ts';

const requests = 'Device.LocalAgent.Request.';

/** A timer of 30 s that is set, and a subscriber to its end. */
async function withTimer(): Promise<World> {
  const world = await World.start();
  await world.controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    ID: 'ends',
    NotifType: 'OperationComplete',
    ReferenceList: 'Device.',
    Persistent: 'true',
  });
  await world.controller.operate('Device.ScheduleTimer()', { DelaySeconds: '30' }, 'key');
  return world;
}

/** Codes of the ends that have been told; 0 for success. */
const endsIn = (world: World) =>
  world.told.map(({ notify }) => {
    const end = notify.notification === 'oper_complete' ? notify.oper_complete : undefined;
    return end?.operation_resp === 'cmd_failure' ? end.cmd_failure.err_code : 0;
  });

/** Keys of the journal that speak of the Request. */
const keptIn = (world: World) => [...world.persistence.state.keys()].filter(key => key.includes(`${requests}1.`));

/** A full disk: the timer ends meanwhile. */
async function endedOnFullDisk(): Promise<World> {
  const world = await withTimer();
  world.persistence.refusal = 'ENOSPC';
  await world.clock.advance(60_000);
  assert.equal(endsIn(world), [0]);
  assert.is(await world.controller.value(`${requests}1.Status`), 'Success');
  return world;
}

test('R-OPR.0: an end that cannot be stored is told once, and the row goes when there is room again', async () => {
  const world = await endedOnFullDisk();
  await world.clock.advance(24 * 3_600_000);
  const errors = () => world.services.lines.filter(line => line.startsWith('error')).length;
  assert.equal([endsIn(world), errors()], [[0], 1], 'not over and over, in the log neither');
  world.persistence.refusal = undefined;
  const { commits } = world.persistence;
  await world.clock.advance(endedRetryMsMax);
  assert.equal(await world.controller.paths(requests), []);
  await world.clock.advance(24 * 3_600_000);
  assert.equal([endsIn(world), world.persistence.commits - commits], [[0], 1]);
  assert.equal(keptIn(world), []);
});

test('a command that has ended cannot be canceled, and others end beside it', async () => {
  const world = await endedOnFullDisk();
  const cancel = `${requests}1.Cancel()`;
  assert.equal(await world.controller.operate(cancel), [{ executed: cancel, code: 7022 }]);
  world.persistence.refusal = undefined;
  await world.controller.operate('Device.ScheduleTimer()', { DelaySeconds: '1' }, 'other');
  await world.clock.advance(endedRetryMsMax);
  assert.equal([endsIn(world), await world.controller.paths(requests)], [[0, 0], []]);
});

test('the agent stops when there is room again: after the start nothing is told twice', async () => {
  const world = await endedOnFullDisk();
  world.persistence.refusal = undefined;
  const next = await world.restart();
  assert.equal(keptIn(next), []);
  await next.clock.advance(60_000);
  assert.equal([endsIn(next), await next.controller.paths(requests)], [[], []]);
});

test('the agent stops while the disk is full: the next run cannot know of the end, and tells of one again', async () => {
  const world = await endedOnFullDisk();
  const next = await world.restart();
  await next.clock.advance(60_000);
  assert.equal([endsIn(next), await next.controller.paths(requests)], [[0], []]);
});

test('no try is left behind when the agent has stopped', async () => {
  const world = await endedOnFullDisk();
  world.close();
  assert.is(world.clock.waiting, 0);
});

test('nobody waits for the medium because a command has ended, at the first try or at a later one', async () => {
  const world = await withTimer();
  const isWritten = async (value: string) => {
    set(world, me, { ProvisioningCode: value });
    await world.settle();
    return world.model.node(me).stored('ProvisioningCode') === value;
  };
  world.persistence.isHeld = true;
  await world.clock.advance(31_000);
  assert.ok(await isWritten('a'));
  world.persistence.fail('EIO');
  await world.settle();
  world.persistence.isHeld = true;
  await world.clock.advance(endedRetryMsMax);
  assert.equal([...world.model.table(requests).rows], [], 'it is tried again');
  assert.ok(await isWritten('b'));
});

test.run();
