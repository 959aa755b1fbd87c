import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { applySeeds, type Seed } from '../../datamodel/seed.ts';
import { SmallModel } from '../helpers/small-model.ts';

const thing = (name: string, values: Record<string, string> = {}): Seed => ({
  id: `thing ${name}`,
  at: 'Device.Thing.',
  values: { Name: name, ...values },
});

async function start(seeds: readonly Seed[], before?: SmallModel) {
  const small = before ? before.restarted() : new SmallModel();
  const paths = await applySeeds(small.model, seeds, small.persistence.state);
  return { small, paths, at: (path: string, name: string) => small.node(path).stored(name) };
}

test('what the file declares is there, and stays under its number', async () => {
  const first = await start([thing('a', { S: 'x' }), thing('b')]);
  assert.equal([...first.paths.values()], ['Device.Thing.1.', 'Device.Thing.2.']);
  assert.is(first.at('Device.Thing.1.', 'S'), 'x');
  assert.is(first.at('Device.Thing.1.', 'Alias'), 'cpe-1');
  const second = await start([thing('b'), thing('a', { S: 'x' })], first.small);
  assert.is(second.paths.get('thing a'), 'Device.Thing.1.', 'whatever the order in the file');
  assert.equal(second.small.services.lines, []);
});

test('the file unchanged: the data model wins', async () => {
  const first = await start([thing('a', { S: 'file' })]);
  await first.small.set(first.small.node('Device.Thing.1.'), 'S', 'controller');
  await first.small.set(first.small.node('Device.Thing.1.'), 'Name', 'renamed');
  const second = await start([thing('a', { S: 'file' })], first.small);
  assert.is(second.at('Device.Thing.1.', 'S'), 'controller');
  assert.is(second.at('Device.Thing.1.', 'Name'), 'renamed');
});

test('the file changed: the file wins where it says something else than before, and the log says so', async () => {
  const first = await start([thing('a', { S: 'file', U: '1' })]);
  const row = first.small.node('Device.Thing.1.');
  await first.small.set(row, 'S', 'controller');
  await first.small.set(row, 'U', '2');
  const second = await start([thing('a', { S: 'new', U: '1' })], first.small);
  assert.is(second.at('Device.Thing.1.', 'S'), 'new');
  assert.is(second.at('Device.Thing.1.', 'U'), 2, 'what the file repeats is still the controller to change');
  assert.equal(
    second.small.services.lines.map(line => line.slice(0, 40)),
    ["notice: thing a: the configuration's S h"],
  );
});

test('what the file no longer says has its default again', async () => {
  const first = await start([thing('a', { Secret: 'old password', Range: '7', Kind: 'Left', 'Left.L': 'x' })]);
  const second = await start([thing('a')], first.small);
  assert.is(second.at('Device.Thing.1.', 'Secret'), '');
  assert.is(second.at('Device.Thing.1.', 'Range'), 5);
  assert.is(second.small.resolve('Device.Thing.1.Left.'), 7016);
});

test('a row that a controller deleted stays deleted, until the file says something new', async () => {
  const first = await start([thing('a', { S: 'x' }), thing('b')]);
  first.small.delete(first.small.node('Device.Thing.1.'));
  const second = await start([thing('a', { S: 'x' }), thing('b')], first.small);
  assert.equal(second.small.resolve('Device.Thing.*.'), ['Device.Thing.2.']);
  assert.not(second.paths.has('thing a'));
  const third = await start([thing('a', { S: 'y' }), thing('b')], second.small);
  assert.is(third.paths.get('thing a'), 'Device.Thing.1.', 'under the number that it had');
  assert.is(third.at('Device.Thing.1.', 'S'), 'y');
});

/** A thing with a row below it, and one below that which is named in the other way, as the file has them. */
const family = (S: string, Value: string, below: 'at' | 'below' = 'at'): Seed[] => [
  thing('a', { S }),
  below === 'at'
    ? { id: 'child', at: '%thing a%Child.', values: { Value } }
    : { id: 'child', at: 'Child.', below: 'thing a', values: { Value } },
  { id: 'stats', at: '%thing a%Stats.', values: { Limit: '7' } },
];

for (const below of ['at', 'below'] as const) {
  test(`what belongs in a row that a controller deleted waits until that is back (${below})`, async () => {
    const first = await start(family('x', 'old', below));
    first.small.delete(first.small.node('Device.Thing.1.'));
    const second = await start(family('x', 'new', below), first.small);
    assert.equal([...second.paths], []);
    assert.equal(second.small.services.lines, ['notice: child: left out, for thing a has been deleted']);
    const third = await start(family('y', 'new', below), second.small);
    assert.is(third.at('Device.Thing.1.Child.1.', 'Value'), 'new');
  });
}

test('with a row comes back what the file has below it, though it says nothing new of that', async () => {
  const first = await start(family('x', 'old'));
  first.small.delete(first.small.node('Device.Thing.1.'));
  const second = await start(family('x', 'old'), first.small);
  assert.equal(second.small.services.lines, [], 'nothing new: nothing to tell');
  const third = await start(family('y', 'old'), second.small);
  assert.equal([...third.paths.values()], ['Device.Thing.1.', 'Device.Thing.1.Child.1.', 'Device.Thing.1.Stats.']);
  assert.is(third.at('Device.Thing.1.Child.1.', 'Value'), 'old');
  assert.is(third.at('Device.Thing.1.Stats.', 'Limit'), 7);
  third.small.delete(third.small.node('Device.Thing.1.Child.1.'));
  const fourth = await start(family('z', 'old'), third.small);
  assert.not(fourth.paths.has('child'), 'the row is there: what a controller deleted below it stays deleted');
});

test('a row and what is below it come back together on a slow medium, too', async () => {
  const first = await start(family('x', 'old'));
  first.small.delete(first.small.node('Device.Thing.1.'));
  const { model, persistence } = first.small.restarted();
  persistence.isHeld = true;
  const seeding = applySeeds(model, family('y', 'old'), persistence.state);
  persistence.release();
  assert.is((await seeding).get('child'), 'Device.Thing.1.Child.1.');
});

test('a power cut once a row is back: the next start brings what is below it', async () => {
  const first = await start(family('x', 'old'));
  first.small.delete(first.small.node('Device.Thing.1.'));
  const cut = first.small.restarted();
  cut.persistence.isHeld = true;
  void applySeeds(cut.model, family('y', 'old'), cut.persistence.state);
  cut.persistence.release(1);
  const second = await start(family('y', 'old'), cut);
  assert.is(second.paths.get('child'), 'Device.Thing.1.Child.1.');
});

test('a row whose seed has left the file goes, and comes back under its number', async () => {
  const first = await start([thing('a'), thing('b'), thing('c')]);
  const second = await start([thing('a'), thing('c')], first.small);
  assert.equal(second.small.resolve('Device.Thing.*.'), ['Device.Thing.1.', 'Device.Thing.3.']);
  assert.match(second.small.services.lines.join(), 'thing b: no longer in the configuration');
  const third = await start([thing('a'), thing('c')], second.small);
  assert.equal(third.small.services.lines, [], 'told once');
  const fourth = await start([thing('a'), thing('b'), thing('c')], third.small);
  assert.is(fourth.paths.get('thing b'), 'Device.Thing.2.');
});

test('a number that somebody else has by now is not taken from them', async () => {
  const first = await start([thing('a')]);
  const second = await start([], first.small);
  const transaction = second.small.model.begin();
  transaction.add(second.small.model.table('Device.Thing.'), { instance: 1, presets: { Name: 'x' } });
  transaction.commitNow();
  const third = await start([thing('a')], second.small);
  assert.is(third.paths.get('thing a'), 'Device.Thing.2.');
});

test('a row that is there by its key makes room, with all that is below it', async () => {
  const small = new SmallModel();
  small.addChild(small.addThing({ Name: 'a', S: 'controller' }));
  const { at, paths, small: after } = await start([thing('a', { S: 'file' }), thing('b')], small);
  assert.equal([...paths.values()], ['Device.Thing.2.', 'Device.Thing.3.']);
  assert.is(at('Device.Thing.2.', 'S'), 'file');
  assert.equal(after.resolve('Device.Thing.*.'), ['Device.Thing.2.', 'Device.Thing.3.']);
  assert.equal(after.resolve('Device.Thing.*.Child.*.'), []);
  assert.match(after.services.lines.join(), 'takes the place of Device.Thing.1.');
});

test('seeds refer to each other, and to objects below themselves in any order', async () => {
  const seeds: Seed[] = [
    { id: 'one', at: 'Device.Thing.', values: { 'Left.L': 'deep', Kind: 'Left', Name: 'a' } },
    { id: 'child', at: '%one%Child.', values: { Value: '%one%' } },
    { id: 'two', at: 'Device.Thing.', values: { Name: 'b', Strong: '%one%', Refs: '%one%,%child%' } },
    { id: 'root', at: 'Device.', values: { Main: '%two%' } },
  ];
  const { at, small } = await start(seeds);
  assert.is(at('Device.Thing.1.Left.', 'L'), 'deep');
  assert.is(at('Device.Thing.1.Child.1.', 'Value'), 'Device.Thing.1.');
  assert.is(at('Device.Thing.2.', 'Refs'), 'Device.Thing.1,Device.Thing.1.Child.1');
  assert.is(at('Device.', 'Main'), 'Device.Thing.2');
  const second = await start(seeds, small);
  assert.equal(second.small.services.lines, []);
  const third = await start(seeds.slice(2), second.small);
  assert.equal(third.small.resolve('Device.Thing.*.'), ['Device.Thing.2.']);
  assert.is(third.at('Device.Thing.2.', 'Refs'), '', 'strong references go with what they point at');
});

test('a person may write % wherever there is text', async () => {
  const { at } = await start([thing('50 %rH, then 60 %'), thing('%b%'), thing('c', { S: 'of %thing c%' })]);
  const told = ['Device.Thing.1.', 'Device.Thing.2.'].map(path => at(path, 'Name'));
  assert.equal([...told, at('Device.Thing.3.', 'S')], ['50 %rH, then 60 %', '%b%', 'of %thing c%']);
});

for (const [what, seed] of [
  ['a table that is not there', { id: 'x', at: 'Device.Nothing.', values: {} }],
  ['a parameter that is not there', thing('a', { Nothing: 'x' })],
  ['an object that is not there', thing('a', { 'Left.L': 'x' })],
  ['a value of another type', thing('a', { U: 'many' })],
  ['a value out of range', thing('a', { Range: '99' })],
  ['a strong reference to nothing', thing('a', { Strong: 'Device.Thing.9' })],
  ['a value that a check refuses', thing('a', { Odd: '2' })],
] as [string, Seed][]) {
  test(`${what} is the mistake of whoever made the seed`, async () => {
    const thrown = await start([seed]).then(
      () => 'nothing',
      (cause: Error) => cause.message,
    );
    assert.match(thrown, new RegExp(`^${seed.id}: `));
  });
}

test('a seed and its memory are one commit: a power cut leaves both or neither', async () => {
  const { small } = await start([]);
  const before = small.persistence.commits;
  await applySeeds(small.model, [thing('a')], small.persistence.state);
  assert.is(small.persistence.commits, before + 1);
});

test('a seed that could not be stored is told: the tree is not what the file says', async () => {
  const { small } = await start([thing('a')]);
  small.persistence.refusal = 'disk full';
  const thrown = await applySeeds(small.model, [thing('a'), thing('b')], small.persistence.state).catch(cause => cause);
  assert.is(thrown.code, 'storage');
  assert.match(thrown.message, /^thing b: .*disk full/);
});

test.run();
