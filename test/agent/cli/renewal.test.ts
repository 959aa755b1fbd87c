// A `watch` that goes on for days, in virtual time, against the whole core.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Refusal } from '../../../agent/cli/controller.ts';
import { watchSecondsMax } from '../../../agent/cli/limits.ts';
import { keepSubscriptions } from '../../../agent/cli/renewal.ts';
import { subscribe } from '../../../agent/cli/subscriptions.ts';
import { TransportError } from '../../../agent/record/transport.ts';
import type { RequestInit, Response } from '../../../proto/codec.gen.js';
import { me, World } from '../../helpers/world.ts';
import { TestTerminal } from './terminal.ts';

const table = 'Device.LocalAgent.Subscription.';
const dayMs = 86_400_000;

async function watching() {
  const world = await World.start();
  const silence = { isSilent: false };
  const ask = async (request: RequestInit): Promise<Response> => {
    if (silence.isSilent) throw new TransportError('timeout', 'no answer within 30 s');
    const body = (await world.controller.exchange(request))?.body;
    if (body?.msg_body === 'response') return body.response;
    throw body?.msg_body === 'error' ? new Refusal(body.error) : new Error('no answer');
  };
  const wanted = { id: 'watch-1', type: 'ValueChange', path: `${me}ProvisioningCode` } as const;
  // LocalController's other members need a socket.
  const rows = await subscribe({ ask } as Parameters<typeof subscribe>[0], [wanted], watchSecondsMax);
  const terminal = new TestTerminal();
  const renewal = keepSubscriptions({ ask }, rows, world.clock, terminal);
  return { world, terminal, renewal, silence };
}

test('it hears of changes for as long as it watches, and a day later its subscription has gone', async () => {
  const { world, terminal, renewal } = await watching();
  for (let day = 1; day <= 5; day++) {
    await world.clock.advance(dayMs);
    await world.controller.set({ [me]: { ProvisioningCode: `day ${day}` } });
    assert.is(world.told.length, day);
  }
  renewal.stop(); // As it is when `watch` is killed.
  await world.clock.advance(1.1 * dayMs);
  assert.is(world.model.table(table).rows.size, 0);
  assert.equal(terminal.err, []);
});

test('a renewal that fails is told once', async () => {
  const { world, terminal } = await watching();
  world.persistence.refusal = 'ENOSPC';
  await world.clock.advance(dayMs * 0.9);
  assert.is(terminal.err.length, 1);
  assert.match(
    terminal.err[0]!,
    /^uspi: Device\.LocalAgent\.Subscription\.1\.: 7\d{3} .*; what it tells ends within a day$/,
  );
  world.persistence.refusal = undefined;
  await world.clock.advance(dayMs * 0.3);
  await world.controller.set({ [me]: { ProvisioningCode: 'next' } });
  assert.is(world.told.length, 1, 'the next one did not');
  await world.controller.del(`${table}1.`);
  await world.clock.advance(2 * dayMs);
  assert.is(terminal.err.length, 2, 'somebody has deleted it');
});

test('so is an agent that does not answer', async () => {
  const { world, terminal, silence } = await watching();
  silence.isSilent = true;
  await world.clock.advance(dayMs * 0.9);
  assert.equal(terminal.err, ['uspi: no answer within 30 s; what it tells ends within a day']);
});

test.run();
