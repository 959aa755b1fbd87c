// Notes in the journal that are whole and make no sense: each is dropped with one line that names it, and the agent starts.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { raiseBoot } from '../../agent/notify/boot.ts';
import { MemoryPersistence } from '../helpers/persistence.ts';
import { me, World } from '../helpers/world.ts';

const challenges = 'Device.LocalAgent.ControllerTrust.Challenge.';
const subscriptions = 'Device.LocalAgent.Subscription.';

/** An agent that has left a note of each kind: a seed's, a timer's, a notification's, of a challenge, of a restart. */
async function lived(): Promise<World> {
  const world = await World.start();
  const { controller } = world;
  const every = { Enable: 'true', NotifRetry: 'true', Persistent: 'true' };
  const codes = `${me}ProvisioningCode`;
  await controller.added(subscriptions, { ...every, ID: 'codes', NotifType: 'ValueChange', ReferenceList: codes });
  await controller.set({ [me]: { ProvisioningCode: 'changed' } });
  await controller.operate('Device.ScheduleTimer()', { DelaySeconds: '60' }, 'timer');
  await controller.operate('Device.Reboot()');
  const challenge = await controller.added(challenges, { Enable: 'true', Alias: 'door' });
  const transaction = world.model.begin();
  transaction.note(`#challenge/${challenge}`, JSON.stringify({ failed: 2, lockedSeconds: 0 }));
  await transaction.commitNow().durable;
  await world.settle();
  return world;
}

async function restarted(state: ReadonlyMap<string, string>): Promise<World> {
  const next = await World.start({ persistence: new MemoryPersistence(state), seed: 2 });
  raiseBoot(next.model, next.persistence.state);
  await next.settle();
  return next;
}

const warnings = (world: World) => world.services.lines.filter(line => line.includes('cannot be read'));

/** Each kind of note, and how one of it looked when it had other members. */
const older: Readonly<Record<string, object>> = {
  '#seed/controller self::controller': { path: me },
  '#request/': { input: { DelaySeconds: '60' } },
  '#outbox/': { controller: me, endpointId: 'self::controller', notify: { subscription_id: 'codes' } },
  '#challenge/': { tries: 2 },
  '#boot/cause': { Cause: 'RemoteReboot' },
};
const spoilt: Readonly<Record<string, (kind: string) => string>> = {
  garbage: () => '\u0000{"',
  nothing: () => '',
  null: () => 'null',
  'a list': () => '[]',
  'texts in place of objects and numbers': () =>
    '{"path":"Device.","values":"x","failed":"2","lockedSeconds":"1","notify":"n","DelaySeconds":60}',
  'an older shape': kind => JSON.stringify(older[kind]),
};

for (const kind of Object.keys(older)) {
  for (const [how, textOf] of Object.entries(spoilt)) {
    test(`${kind}: ${how}`, async () => {
      const { state } = (await lived()).persistence;
      const key = [...state.keys()].find(each => each.startsWith(kind)) ?? '';
      assert.ok(key, 'the agent leaves such a note');
      state.set(key, textOf(kind));
      const next = await restarted(state);
      assert.equal(warnings(next), [`warning: ${key} in the journal cannot be read: it is dropped`]);
      assert.is.not(next.persistence.state.get(key), textOf(kind));
      const again = await restarted(next.persistence.state);
      assert.equal(warnings(again), []);
      assert.is(await again.controller.value(`${me}ProvisioningCode`), 'changed');
    });
  }
}

test('texts and numbers that are none do no harm', async () => {
  const { state } = (await lived()).persistence;
  const numbers = '#next/Device.LocalAgent.Subscription.';
  const texts = { [numbers]: 'x', '#instance/controller self::controller': '2.5' };
  const notes = { ...texts, '#told/Device.': '{', '#certificate/Device.': '', '#kind/of a later version': '\u0000' };
  for (const [key, text] of Object.entries(notes)) state.set(key, text);
  const next = await restarted(state);
  assert.equal(warnings(next), [`warning: ${numbers} in the journal cannot be read: it is dropped`]);
  assert.is(await next.controller.value(`${me}ProvisioningCode`), 'changed');
  assert.is(
    await next.controller.added(subscriptions, { Enable: 'true', ID: 'more', NotifType: 'Event' }),
    `${subscriptions}2.`,
  );
});

test('a row whose memory is lost is the same row, with all that is below it', async () => {
  const before = await lived();
  const { state } = before.persistence;
  state.set('#seed/controller self::controller', '{}');
  const next = await restarted(state);
  assert.is(next.model.find(me)?.stored('EndpointID'), 'self::controller');
  assert.ok(next.model.find(`${subscriptions}1.`), 'its subscription');
});

test('a timer that does not know how long it was to wait has failed', async () => {
  for (const input of [{}, { DelaySeconds: 'soon' }, { DelaySeconds: '5', DeadlineMs: 'x' }]) {
    const { state } = (await lived()).persistence;
    const key = [...state.keys()].find(each => each.startsWith('#request/')) ?? '';
    state.set(key, JSON.stringify(input));
    const next = await restarted(state);
    assert.not(next.persistence.state.has(key));
    assert.equal(next.model.table('Device.LocalAgent.Request.').rows.size, 0);
  }
});

test.run();
