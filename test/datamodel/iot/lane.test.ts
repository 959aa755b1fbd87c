import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DeviceFailure } from '../../../datamodel/iot/errors.ts';
import { Lane, type Operation } from '../../../datamodel/iot/lane.ts';
import { operationsWaitingMax } from '../../../datamodel/iot/limits.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import { VirtualClock } from '../../helpers/clock.ts';

const pending = () => {
  let release = () => {};
  const promise = new Promise<void>(resolve => {
    release = resolve;
  });
  return { promise, release };
};
const codeOf = (outcome: unknown) => (outcome instanceof DeviceFailure ? outcome.code : outcome);

test('operations run one after the other, in their order', async () => {
  const lane = new Lane(new VirtualClock());
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    return name;
  };
  const outcomes = await Promise.all([lane.run(work('a'), 100), lane.run(work('b'), 100)]);
  assert.equal(outcomes, ['a', 'b']);
  assert.equal(seen, ['a begins', 'a ends', 'b begins', 'b ends']);
});

test('what an operation throws is its outcome, by its code', async () => {
  const lane = new Lane(new VirtualClock());
  const failing = lane.run(() => Promise.reject(new DeviceError('bad-data', 'wrong checksum')), 100);
  assert.is(codeOf(await failing), 'bad-data');
  const thrown = lane.run(() => {
    throw new TypeError('not a function');
  }, 100);
  assert.is(codeOf(await thrown), 'io');
  assert.is(await lane.run(async () => 5, 100), 5);
});

test('at the deadline who waits is told, and the next begins only when the hung one has ended', async () => {
  const clock = new VirtualClock();
  const lane = new Lane(clock);
  const hung = pending();
  let operation: Operation | undefined;
  const first = lane.run(async given => {
    operation = given;
    await hung.promise;
  }, 1000);
  let hasBegun = false;
  const begin = async () => {
    hasBegun = true;
  };
  const second = lane.run(begin, 5000);
  await clock.advance(1000);
  assert.is(codeOf(await first), 'timeout');
  assert.is(operation?.isOverdue, true);
  await clock.advance(2000);
  assert.is(hasBegun, false);
  assert.is(lane.hungMs, 2000);
  hung.release();
  await clock.settle();
  assert.is(hasBegun, true);
  assert.is(await second, undefined);
  assert.is(lane.hungMs, 0);
  assert.is(clock.waiting, 0);
});

test('one that has not begun by its deadline never begins', async () => {
  const clock = new VirtualClock();
  const lane = new Lane(clock);
  const hung = pending();
  const first = lane.run(() => hung.promise, 1000);
  let hasBegun = false;
  const begin = async () => {
    hasBegun = true;
  };
  const second = lane.run(begin, 1000);
  await clock.advance(1000);
  assert.equal([codeOf(await first), codeOf(await second)], ['timeout', 'timeout']);
  hung.release();
  await clock.advance(10_000);
  assert.is(hasBegun, false);
});

test('only so many may wait', async () => {
  const lane = new Lane(new VirtualClock());
  const hung = pending();
  void lane.run(() => hung.promise, 1000);
  for (let i = 0; i < operationsWaitingMax; i++) void lane.run(async () => i, 1000);
  assert.is(codeOf(await lane.run(async () => 'one too many', 1000)), 'busy');
});

test.run();
