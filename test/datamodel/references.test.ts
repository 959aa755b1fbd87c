import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { splitReferences } from '../../datamodel/references.ts';
import { SmallModel } from '../helpers/small-model.ts';

function threeThings() {
  const small = new SmallModel();
  const [a, b, c] = ['a', 'b', 'c'].map(Name => small.addThing({ Name }));
  if (!a || !b || !c) throw new Error('three things');
  return { small, a, b, c };
}

test('R-ARC.12: a strong reference to nothing is refused, a weak one is not', async () => {
  const { small, a } = threeThings();
  for (const text of [
    'Device.Thing.9',
    'Device.Nothing',
    'Device.Thing.*.',
    'Device.Thing.',
    'no path',
    'Device.Thing.1.Reset()',
  ]) {
    assert.is((await small.set(a, 'Strong', text))?.code, 7012, text);
    assert.is(await small.set(a, 'Weak', text), undefined, text);
    assert.is(a.stored('Weak'), text);
  }
  assert.is((await small.set(a, 'Refs', 'Device.Thing.2,Device.Thing.9'))?.code, 7012);
  assert.is(a.stored('Strong'), '');
});

test('R-ARC.11: a key in a reference reads back as the instance number', async () => {
  const { small, a } = threeThings();
  for (const [text, held] of [
    ['Device.Thing.[Name=="b"]', 'Device.Thing.2'],
    ['Device.Thing.[Name=="b"].', 'Device.Thing.2'],
    ['Device.Thing.2.', 'Device.Thing.2'],
    ['Device.Thing.2.Stats', 'Device.Thing.2.Stats'],
    ['', ''],
  ] as const) {
    assert.is(await small.set(a, 'Strong', text), undefined, text);
    assert.is(a.stored('Strong'), held);
  }
  assert.is(await small.set(a, 'Refs', 'Device.Thing.[Name=="c"], Device.Thing.1.'), undefined);
  assert.is(a.stored('Refs'), 'Device.Thing.3,Device.Thing.1');
  assert.is(await small.set(a, 'Weak', 'Device.Thing.[Name=="b"]'), undefined);
  assert.is(a.stored('Weak'), 'Device.Thing.2');
});

test('a comma inside the key of a reference list does not end the entry', async () => {
  const { small, a, b } = threeThings();
  await small.set(b, 'Name', 'x,y');
  assert.is(await small.set(a, 'Refs', 'Device.Thing.[Name=="x,y"],Device.Thing.3'), undefined);
  assert.is(a.stored('Refs'), 'Device.Thing.2,Device.Thing.3');
});

test('R-ARC.12: deleting what is referred to empties strong references and leaves weak ones', async () => {
  const { small, a, b, c } = threeThings();
  await small.set(a, 'Strong', 'Device.Thing.2.Stats');
  await small.set(a, 'Weak', 'Device.Thing.2');
  await small.set(a, 'Refs', 'Device.Thing.1,Device.Thing.2,Device.Thing.3,Device.Thing.2');
  await small.set(c, 'Refs', 'Device.Thing.2');
  await small.set(small.model.root, 'Main', 'Device.Thing.2');
  const changes: string[] = [];
  small.model.feed.listen(commit => {
    for (const { node, kind } of commit) changes.push(`${kind} ${node.path}`);
  });
  small.delete(b);
  await small.model.settled();
  assert.is(a.stored('Strong'), '');
  assert.is(a.stored('Weak'), 'Device.Thing.2');
  assert.is(a.stored('Refs'), 'Device.Thing.1,Device.Thing.3');
  assert.is(c.stored('Refs'), '');
  assert.is(small.model.root.stored('Main'), '');
  assert.ok(changes.includes('value Device.Thing.1.'), 'emptying a reference is a change like any other');
  const after = small.restarted();
  assert.is(after.node('Device.Thing.1.').stored('Refs'), 'Device.Thing.1,Device.Thing.3');
  assert.is(after.model.root.stored('Main'), '');
});

test('R-ARC.12: row 1 going leaves references to row 10 alone', async () => {
  const small = new SmallModel();
  for (let i = 1; i <= 10; i++) small.addThing({ Name: String(i) });
  const holder = small.node('Device.Thing.5.');
  await small.set(holder, 'Refs', 'Device.Thing.10,Device.Thing.1');
  small.delete(small.node('Device.Thing.1.'));
  assert.is(holder.stored('Refs'), 'Device.Thing.10');
});

test('a reference to a row that the same transaction deletes is refused', async () => {
  const { small, a, b } = threeThings();
  const transaction = small.model.begin();
  transaction.delete(b);
  assert.is(transaction.write(a, 'Strong', 'Device.Thing.2')?.code, 7012);
});

test('references in a list are divided at commas outside brackets and quotes', () => {
  for (const [list, entries] of [
    ['', []],
    ['Device.A.1', ['Device.A.1']],
    ['Device.A.1, Device.B.2,', ['Device.A.1', 'Device.B.2']],
    ['Device.A.[B=="x,y"].C,Device.D.', ['Device.A.[B=="x,y"].C', 'Device.D.']],
    ['Device.A.[B=="]"&&C=="a,b"].,Device.D.', ['Device.A.[B=="]"&&C=="a,b"].', 'Device.D.']],
    ['Device.A.[B=="["].,Device.D.', ['Device.A.[B=="["].', 'Device.D.']],
  ] as const) {
    assert.equal(splitReferences(list), entries, list);
  }
});

test.run();
