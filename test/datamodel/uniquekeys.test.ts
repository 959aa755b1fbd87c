import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { me, World } from '../helpers/world.ts';

const trust = 'Device.LocalAgent.ControllerTrust.';

test('R-ADD.5: a Permission without an Order overrides those before it', async () => {
  const world = await World.start();
  const table = `${trust}Role.2.Permission.`;
  const orders: unknown[] = [];
  for (const values of [{}, {}, { Order: '7' }, {}, { Order: '3' }, {}] as Record<string, string>[]) {
    const path = await world.controller.added(table, { Targets: 'Device.', ...values });
    orders.push(await world.controller.value(`${path}Order`));
  }
  assert.equal(orders, ['0', '1', '7', '8', '3', '9']);
});

test('R-ADD.5: two rows of one message without keys get different ones', async () => {
  const world = await World.start();
  const results = await world.controller.add([
    [`${trust}Role.2.Permission.`, {}],
    [`${trust}Role.2.Permission.`, {}],
    ['Device.LocalAgent.Subscription.', {}],
    ['Device.LocalAgent.Subscription.', {}],
  ]);
  assert.equal(Array.isArray(results) && results.map(result => 'keys' in result && result.keys), [
    { Order: '0', Alias: 'cpe-1' },
    { Order: '1', Alias: 'cpe-2' },
    { Alias: 'cpe-1', Recipient: me.slice(0, -1), ID: 'cpe-1' },
    { Alias: 'cpe-2', Recipient: me.slice(0, -1), ID: 'cpe-2' },
  ]);
});

test('R-KEY.2: an Order that is taken is given up by the rows that have it and those after', async () => {
  const world = await World.start();
  const table = `${trust}Role.2.Permission.`;
  const orders = async () => {
    const [result] = await world.controller.get(`${table}*.Order`);
    return Object.values(result?.objects ?? {}).map(({ Order }) => Order);
  };
  for (const order of ['0', '1', '2', '9']) await world.controller.added(table, { Order: order });
  await world.controller.added(table, { Order: '1' });
  assert.equal(await orders(), ['0', '2', '3', '9', '1']);
  await world.controller.set({ [`${table}4.`]: { Order: '4294967295' } });
  await world.controller.set({ [`${table}1.`]: { Order: '4294967295' } });
  assert.equal(await orders(), ['0', '2', '3', '4294967295', '1']);
});

test('a key that our own value would not fit is left empty: an MTP without a Protocol', async () => {
  const world = await World.start();
  const path = await world.controller.added(`${me}MTP.`, {});
  assert.is(await world.controller.value(`${path}Protocol`), '');
});

test('what a Controller has created goes with it, in one commit', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  await other.added('Device.LocalAgent.Subscription.', { ID: 'theirs', Persistent: 'true' });
  await world.controller.added('Device.LocalAgent.Subscription.', { ID: 'mine', Persistent: 'true' });
  const commits = world.persistence.commits;
  assert.equal(await world.controller.del('Device.LocalAgent.Controller.2.'), [
    { path: 'Device.LocalAgent.Controller.2.', affected: ['Device.LocalAgent.Controller.2.'], unaffected: [] },
  ]);
  assert.is(world.persistence.commits, commits + 1);
  const left = await world.controller.get('Device.LocalAgent.Subscription.');
  assert.equal(
    Object.values(left[0]?.objects ?? {}).map(params => params.ID),
    ['mine'],
  );
  assert.is(
    [...world.persistence.state.keys()].some(key => key.startsWith('Device.LocalAgent.Subscription.1.')),
    false,
  );
});

test.run();
