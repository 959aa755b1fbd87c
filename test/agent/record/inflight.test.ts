import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { InFlight } from '../../../agent/record/inflight.ts';
import { requestsInFlightMax, requestsInFlightTotalMax } from '../../../agent/record/limits.ts';
import type { Caller } from '../../../agent/security/controllers.ts';
import { fullAccess } from '../../../datamodel/access.ts';
import { World } from '../../helpers/world.ts';

const world = await World.start();
const callers: Caller[] = Array.from({ length: requestsInFlightTotalMax / requestsInFlightMax + 1 }, () => {
  const transaction = world.model.begin();
  const controller = transaction.add(world.model.table('Device.LocalAgent.Controller.'));
  if ('code' in controller) throw controller;
  return { controller, access: fullAccess, isTrusted: true };
});
const [one, other] = callers as [Caller, Caller];

test('R-MSG.4: a msg_id is known while its request is answered, to whoever sent it alone', () => {
  const inFlight = new InFlight();
  inFlight.add(one, 'm1');
  assert.equal([inFlight.has(one, 'm1'), inFlight.has(other, 'm1'), inFlight.has(one, 'm2')], [true, false, false]);
  assert.not(inFlight.has({ ...one, isTrusted: false }, 'm1'), 'whoever only says to be it has places of its own');
  inFlight.delete(one, 'm1');
  assert.not(inFlight.has(one, 'm1'));
});

test('limits: requests of one Controller, and of all; each place is given back once', () => {
  const inFlight = new InFlight();
  const last = callers.at(-1)!;
  for (const caller of callers.slice(0, -1)) {
    for (let i = 0; i < requestsInFlightMax; i++) inFlight.add(caller, `m${i}`);
  }
  assert.equal([inFlight.isFullFor(one), inFlight.isFullFor(last)], [true, true]);
  for (let twice = 0; twice < 2; twice++) inFlight.delete(one, 'm0');
  assert.equal([inFlight.isFullFor(one), inFlight.isFullFor(last)], [false, false]);
  inFlight.add(last, 'm0');
  assert.equal([inFlight.isFullFor(one), inFlight.isFullFor(last)], [true, true]);
});

test.run();
