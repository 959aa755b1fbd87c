import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fullAccessRole, me, World } from '../../helpers/world.ts';

const trust = 'Device.LocalAgent.ControllerTrust.';
const other = 'Device.LocalAgent.Controller.[EndpointID=="self::other"].';

async function withBannedRole() {
  const world = await World.start();
  const role = (await world.controller.added(`${trust}Role.`, { Enable: 'true', Name: 'Banned' })).slice(0, -1);
  await world.controller.set({ [trust]: { BannedRole: role } });
  const peer = await world.addController('self::other');
  return { world, role, peer };
}

test('a banned controller is not listened to, and not spoken to', async () => {
  const { world, role, peer } = await withBannedRole();
  const path = await peer.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    ID: 'x',
    NotifType: 'ValueChange',
    ReferenceList: `${me}ProvisioningCode`,
  });
  await world.controller.set({ [other]: { AssignedRole: role } });
  assert.is(await peer.exchange({ get: { param_paths: [path] } }), undefined);
  await world.controller.set({ [me]: { ProvisioningCode: 'new' } });
  await world.controller.operate(`${other}SendOnBoardRequest()`);
  await world.clock.advance(600_000);
  assert.equal(world.told, []);
  await world.controller.set({ [other]: { AssignedRole: fullAccessRole } });
  assert.ok(await peer.exchange({ get: { param_paths: [path] } }));
});

test('a banned controller does not hear of its own end either', async () => {
  for (const isBanned of [false, true]) {
    const { world, role, peer } = await withBannedRole();
    await peer.added('Device.LocalAgent.Subscription.', {
      ...{ Enable: 'true', ID: 'x', NotifType: 'ObjectDeletion' },
      ReferenceList: 'Device.LocalAgent.Controller.',
    });
    if (isBanned) await world.controller.set({ [other]: { AssignedRole: role } });
    await world.controller.del(other);
    assert.is(world.told.length, isBanned ? 0 : 1);
  }
});

test('the banned role stands alone', async () => {
  const { world, role } = await withBannedRole();
  const both = { AssignedRole: { required: `${fullAccessRole},${role}` } };
  const answer = await world.controller.set({ [other]: both });
  assert.is('error' in answer && answer.faults[0]?.[1], 7014);
  const credential = await world.controller.add([
    [`${trust}Credential.`, { Role: { required: `${fullAccessRole},${role}` } }],
  ]);
  assert.is('error' in credential && credential.faults[0]?.[1], 7014);
});

test.run();
