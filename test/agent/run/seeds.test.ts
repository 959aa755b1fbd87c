import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { seedsOf } from '../../../agent/run/seeds.ts';
import { AccessControl } from '../../../agent/security/access.ts';
import { type Access, commandEventRights, paramRights } from '../../../datamodel/access.ts';
import type { Bound } from '../../../datamodel/bound.ts';
import { DataModel } from '../../../datamodel/model.ts';
import { applySeeds } from '../../../datamodel/seed.ts';
import { configOf, mqttControllerToml } from '../../helpers/agent.ts';
import { MemoryPersistence } from '../../helpers/persistence.ts';
import { agentId, fakeServices } from '../../helpers/services.ts';
import { bound } from '../../helpers/world.ts';

const letters = (rights: number) =>
  ['r', 'w', 'x', 'n'].map((letter, i) => (rights & (8 >> i) ? letter : '-')).join('');

/** Everything that `access` grants anything on, with the letters of what. */
function grants(access: Access, at: Bound = bound): [what: string, rights: string][] {
  const { schema } = at;
  const rights = access.ofSchema(schema);
  const all: [string, number][] = [[schema.path, rights.object | rights.instance]];
  for (const param of schema.params) all.push([schema.path + param.name, paramRights(rights, param.slot)]);
  for (const { name } of [...schema.commands, ...schema.events]) {
    all.push([schema.path + name, commandEventRights(rights, name)]);
  }
  const own = all.flatMap(([what, granted]): [string, string][] => (granted ? [[what, letters(granted)]] : []));
  return [...own, ...[...at.children.values()].flatMap(child => grants(access, child))];
}

async function seeded() {
  const persistence = new MemoryPersistence();
  const model = new DataModel(bound, fakeServices(), persistence);
  const transaction = model.begin();
  const sockets = model.table('Device.UnixDomainSockets.UnixDomainSocket.');
  transaction.add(sockets, { presets: { Alias: 'cpe-1', Mode: 'Listen', Path: '/run/socket' } });
  transaction.commitNow();
  const config = await configOf(mqttControllerToml(1883));
  const paths = await applySeeds(model, seedsOf(config, agentId), persistence.state);
  return { model, paths, accessControl: new AccessControl(model) };
}

test('whom nobody named may find a challenge and answer it, and nothing else', async () => {
  const { accessControl } = await seeded();
  const trust = 'Device.LocalAgent.ControllerTrust.';
  assert.equal(grants(accessControl.untrusted()), [
    [`${trust}RequestChallenge()`, 'r-x-'],
    [`${trust}ChallengeResponse()`, 'r-x-'],
    [`${trust}Challenge.{i}.`, 'r---'],
    [`${trust}Challenge.{i}.Alias`, 'r---'],
    [`${trust}Challenge.{i}.Description`, 'r---'],
  ]);
});

test('a controller of the file has its role, and no OnBoardRequest to expect', async () => {
  const { model, paths, accessControl } = await seeded();
  for (const name of ['self::controller', 'self::local']) {
    const row = model.node(paths.get(`controller ${name}`) ?? '');
    assert.is(letters(accessControl.of(row).ofSchema(bound.schema).everyParam), 'rwxn', name);
    assert.is(accessControl.of(row).readsSecured, false, `SecuredRoles does not name the role of ${name}`);
    assert.is(row.stored('OnBoardingComplete'), true, name);
  }
});

test('there is a role for the banned, and it grants nothing', async () => {
  const { model, paths, accessControl } = await seeded();
  const role = (paths.get('role Banned') ?? '').slice(0, -1);
  assert.is(model.node('Device.LocalAgent.ControllerTrust.').stored('BannedRole'), role);
  const row = model.node(paths.get('controller self::controller') ?? '');
  const transaction = model.begin();
  transaction.write(row, 'AssignedRole', role);
  await transaction.commitNow().durable;
  assert.equal(grants(accessControl.of(row)), []);
  assert.is(accessControl.isBanned(row), true);
});

test.run();
