import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Access, fullAccess } from '../../../datamodel/access.ts';
import { Fault } from '../../../datamodel/errors.ts';
import { referencesFollowedMax, resolvedObjectsMax } from '../../../datamodel/limits.ts';
import { SmallModel } from '../../helpers/small-model.ts';

const small = new SmallModel();
const one = small.addThing({ Name: 'one', Code: 'c', Number: '7', Kind: 'Left' });
small.addThing({ Name: 'two', Code: 'c', Number: '8', Kind: 'Right' });
const three = small.addThing({ Name: 'three' });
for (const thing of [one, one, three]) small.addChild(thing);
await small.set(one, 'Strong', 'Device.Thing.3');
await small.set(one, 'Refs', 'Device.Thing.3,Device.Thing.2');
await small.set(three, 'Strong', 'Device.Thing.1.');
await small.set(one, 'Weak', 'Device.Thing.9');
await small.set(small.model.root, 'Main', 'Device.Thing.2');
small.delete(small.addThing({ Name: 'gone' }));

const things = ['Device.Thing.1.', 'Device.Thing.2.', 'Device.Thing.3.'];

const table: readonly (readonly [string, readonly string[] | number])[] = [
  ['Device.', ['Device.']],
  ['Device.Thing.', ['Device.Thing.']],
  ['Device.Thing.2.', ['Device.Thing.2.']],
  ['Device.Thing.2', ['Device.Thing.2.']],
  ['Device.Thing.*.', things],
  ['Device.Thing.*.Stats.', things.map(thing => `${thing}Stats.`)],
  ['Device.Thing.*.Child.', things.map(thing => `${thing}Child.`)],
  ['Device.Thing.*.Child.*.', ['Device.Thing.1.Child.1.', 'Device.Thing.1.Child.2.', 'Device.Thing.3.Child.1.']],
  ['Device.Thing.*.Child.2.', ['Device.Thing.1.Child.2.']],
  // union members: those that are there
  ['Device.Thing.*.Left.', ['Device.Thing.1.Left.']],
  ['Device.Thing.1.Left.', ['Device.Thing.1.Left.']],
  ['Device.Thing.1.Right.', 7016],
  ['Device.Thing.3.Left.', 7016],
  // keys
  ['Device.Thing.[Name=="two"].', ['Device.Thing.2.']],
  ['Device.Thing.[Alias=="cpe-3"].Stats.', ['Device.Thing.3.Stats.']],
  ['Device.Thing.[Code=="c"&&Number==8].', ['Device.Thing.2.']],
  ['Device.Thing.[Number==8&&Code=="c"].', ['Device.Thing.2.']],
  ['Device.Thing.[Name=="four"].', 7016],
  ['Device.Thing.[Code=="c"&&Number==9].', 7016],
  // part of a key is a search, and so is more than a key
  ['Device.Thing.[Code=="c"].', ['Device.Thing.1.', 'Device.Thing.2.']],
  ['Device.Thing.[Code=="d"].', []],
  ['Device.Thing.[Name=="one"&&S=="x"].', []],
  ['Device.Thing.[Name!="one"].', ['Device.Thing.2.', 'Device.Thing.3.']],
  ['Device.Thing.[Name=="one"].Child.[Value==""].', ['Device.Thing.1.Child.1.', 'Device.Thing.1.Child.2.']],
  ['Device.Thing.[Name=="x"].Child.*.', []],
  // nothing there, and nothing like it
  ['Device.Thing.4.', 7016],
  ['Device.Thing.4.Child.', 7016],
  ['Device.Thing.4.Child.*.', []],
  ['Device.Brief.*.', []],
  ['Device.Brief.1.', 7016],
  ['Device.Nothing.', 7026],
  ['Device.Thing.1.Nothing.', 7026],
  ['Device.Thing.4.Nothing.', 7026],
  ['Device.Thing.*.Nothing.', 7026],
  ['Device.Thing.Stats.', 7026],
  ['Device.Thing.1.1.', 7026],
  ['Device.1.', 7026],
  ['Device.*.', 7026],
  ['Device.Thing.1.Stats.*.', 7026],
  ['Device.[Text==""].', 7026],
  ['Other.', 7026],
  ['device.', 7026],
  ['Device.Thing.{i}.', 7026],
  ['Device.__proto__.', 7026],
  ['Device.constructor.', 7026],
  ['Device.Thing.1.toString.', 7026],
  // references
  ['Device.Main+.', ['Device.Thing.2.']],
  ['Device.Main+.Stats.', ['Device.Thing.2.Stats.']],
  ['Device.Thing.1.Strong+.Child.1.', ['Device.Thing.3.Child.1.']],
  ['Device.Thing.1.Strong+.Strong+.', ['Device.Thing.1.']],
  ['Device.Thing.1.Refs+.', ['Device.Thing.3.']],
  ['Device.Thing.1.Refs#1+.', ['Device.Thing.3.']],
  ['Device.Thing.1.Refs#2+.', ['Device.Thing.2.']],
  ['Device.Thing.1.Refs#3+.', 7016],
  ['Device.Thing.1.Refs#*+.', ['Device.Thing.3.', 'Device.Thing.2.']],
  ['Device.Thing.2.Refs#*+.', []],
  ['Device.Thing.2.Strong+.', 7016],
  ['Device.Thing.1.Weak+.', 7016],
  ['Device.Thing.*.Strong+.', ['Device.Thing.3.', 'Device.Thing.1.']],
  ['Device.Thing.1.Nothing+.', 7026],
  ['Device.Thing.Strong+.', 7026],
  ['Device.Thing.1.Strong+.Nothing.', 7026],
  [`Device.Thing.1.${'Strong+.'.repeat(referencesFollowedMax)}`, ['Device.Thing.1.']],
  [`Device.Thing.1.${'Strong+.'.repeat(referencesFollowedMax + 1)}`, 7005],
];

for (const [path, expected] of table) {
  const what = typeof expected === 'number' ? `is answered with ${expected}` : `names ${expected.length} object(s)`;
  test(`R-ARC.9, R-ARC.10: ${path} ${what}`, () => {
    assert.equal(small.resolve(path), expected);
  });
}

test('R-ARC.8: the number of a row that is gone is not given again', () => {
  assert.is(small.addThing({ Name: 'next' }).path, 'Device.Thing.5.');
  small.delete(small.model.node('Device.Thing.5.'));
});

test('a reference that may not be read is not followed', () => {
  const rights = fullAccess.of(one);
  const params = Uint8Array.from(one.schema.params, param => (param.name === 'Strong' ? 0 : 15));
  const blind: Access = { ...fullAccess, of: node => (node.schema === one.schema ? { ...rights, params } : rights) };
  assert.is(small.resolve('Device.Thing.1.Strong+.', blind), 7016);
});

test('rows come in ascending order, whatever the order of their numbers as text', () => {
  const many = new SmallModel();
  for (let i = 0; i < 12; i++) many.addThing({ Name: String(i) });
  const found = many.restarted().resolve('Device.Thing.*.') as string[];
  assert.equal(
    found.map(path => Number(path.split('.')[2])),
    Array.from({ length: 12 }, (_, i) => i + 1),
  );
});

test('limits: a path that names too many objects is answered with 7005', () => {
  const many = new SmallModel();
  const things = Array.from({ length: 20 }, (_, i) => many.addThing({ Name: String(i) }));
  const table = things[0]?.tableNamed('Child');
  for (let i = 1; i <= resolvedObjectsMax; i++) table?.rows.set(i, things[0] as never);
  assert.is((many.resolve('Device.Thing.1.Child.*.') as string[]).length, resolvedObjectsMax);
  table?.rows.set(resolvedObjectsMax + 1, things[0] as never);
  assert.is(many.resolve('Device.Thing.1.Child.*.'), 7005);
});

test('the model tells the agent itself of its mistakes', () => {
  assert.throws(() => small.model.node('Device.Nothing.'), /no object/);
  assert.throws(() => small.model.node('Device.Thing.'), /no object/);
  assert.throws(() => small.model.table('Device.Thing.1.'), /no table/);
  assert.is(small.model.find('Device.Thing.99.'), undefined);
  const refused = small.model.parse(`Device.${'x'.repeat(5000)}`);
  assert.instance(refused, Fault);
  assert.ok((refused as Fault).message.length < 200, 'the message does not repeat an endless path');
});

test.run();
