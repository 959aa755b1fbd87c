// Which of a Controller's ways a Notify takes, and what is said where none takes it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Outbound } from '../../../agent/record/outbound.ts';
import type { TransportError, TransportErrorCode } from '../../../agent/record/transport.ts';
import { MsgType } from '../../../proto/codec.gen.js';
import { agentId } from '../../helpers/services.ts';
import { FakeTransport } from '../../helpers/transport.ts';
import { me, World } from '../../helpers/world.ts';

const notify = { header: { msg_id: 'n1', msg_type: MsgType.NOTIFY }, body: { request: { notify: { event: {} } } } };

/** How sending went, over which ways, where each way fails as said. */
async function sent(...failures: (TransportErrorCode | 'away' | undefined)[]) {
  const world = await World.start();
  const ways = failures.map((failure, i) => {
    const transport = new FakeTransport(`way ${i + 1}`, 'CoAP', () => 0);
    transport.connected = failure !== 'away';
    transport.failure = failure === 'away' ? undefined : failure;
    return transport;
  });
  const routes = { to: () => ways.map(transport => ({ transport, address: 'x' })), named: () => undefined };
  const outbound = new Outbound(agentId, routes, world.services.log);
  const result = await outbound.send(notify, world.model.node(me)).then(
    () => 'sent',
    (cause: TransportError) => cause.code,
  );
  return `${result}; tried ${ways.filter(({ attempts }) => attempts > 0).map(({ name }) => name)}`;
}

test('TR-181 Order: the way with the lowest is tried first, the next where it fails', async () => {
  assert.is(await sent(undefined, undefined), 'sent; tried way 1');
  assert.is(await sent('away', undefined), 'sent; tried way 2');
  assert.is(await sent('timeout', 'refused', undefined), 'sent; tried way 1,way 2,way 3');
  assert.is(await sent('too-large', undefined), 'sent; tried way 1,way 2');
});

test('what no way takes is tried again, unless it is too large for each', async () => {
  assert.is(await sent('too-large', 'timeout'), 'timeout; tried way 1,way 2');
  assert.is(await sent('refused', 'too-large'), 'refused; tried way 1,way 2');
  assert.is(await sent('too-large', 'too-large', 'away'), 'too-large; tried way 1,way 2');
  assert.is(await sent('away', 'away'), 'not-connected; tried ');
});

test.run();
