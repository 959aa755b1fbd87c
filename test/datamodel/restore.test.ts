import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { instanceNumberMax } from '../../datamodel/limits.ts';
import { ObjectNode } from '../../datamodel/node.ts';
import { restore } from '../../datamodel/restore.ts';
import { descend } from '../../datamodel/tree.ts';
import { formatValue } from '../../datamodel/values.ts';
import { MemoryPersistence } from '../helpers/persistence.ts';
import { SmallModel, write } from '../helpers/small-model.ts';

/** All that is to survive: rows, kept values, instance numbers to come. */
function kept(small: SmallModel): string[] {
  const lines: string[] = [];
  for (const node of descend(small.model.root)) {
    if (node.path.startsWith('Device.Brief.')) continue;
    if (node.table) lines.push(node.path);
    for (const param of node.schema.params) {
      if (node.bound.entries[param.slot]?.word !== 'keep') continue;
      lines.push(`${node.path}${param.name}=${formatValue(param.type, node.values[param.slot] as never)}`);
    }
    for (const child of node.children?.values() ?? []) {
      if (!(child instanceof ObjectNode)) lines.push(`${child.path} next`);
    }
  }
  return lines.sort();
}

const texts = {
  S: fc.string({ unit: 'grapheme', maxLength: 8 }),
  B: fc.boolean().map(String),
  I: fc.integer().map(String),
  L: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  UL: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  D: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(n => String(n / 1000)),
  T: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map(d => d.toISOString()),
  Hex: fc.uint8Array({ maxLength: 4 }).map(bytes => Buffer.from(bytes).toString('hex')),
  List: fc.array(fc.constantFrom('a', 'b%2C', 'c%20d'), { maxLength: 3 }).map(items => items.join(', ')),
  Kind: fc.constantFrom('None', 'Left', 'Right'),
  Strong: fc.integer({ min: 1, max: 6 }).map(n => `Device.Thing.${n}`),
  'Left.L': fc.string({ maxLength: 4 }),
  'Right.R': fc.string({ maxLength: 4 }),
  'Stats.Limit': fc.nat().map(String),
};

type Action =
  | { do: 'set'; row: number; values: [string, string][] }
  | { do: 'add'; values: [string, string][]; child: boolean }
  | { do: 'delete'; row: number; child: boolean };

const setting = fc.oneof(
  ...Object.entries(texts).map(([name, text]) => text.map((value): [string, string] => [name, value])),
);
const values = fc.array(setting, { maxLength: 5 });
const row = fc.nat({ max: 9 });
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('set' as const), row, values }),
  fc.record({ do: fc.constant('add' as const), values, child: fc.boolean() }),
  fc.record({ do: fc.constant('delete' as const), row, child: fc.boolean() }),
);

/** Carries out what can be carried out, as a controller's messages would. */
async function perform(small: SmallModel, step: Action): Promise<void> {
  const transaction = small.model.begin();
  const things = [...small.model.table('Device.Thing.').rows.values()];
  const target = 'row' in step ? things[step.row % Math.max(1, things.length)] : undefined;
  if (step.do === 'add') {
    if (things.length >= 8) return;
    const node = transaction.add(small.model.table('Device.Thing.'));
    if ('code' in node) return;
    for (const [name, text] of step.values) tryWrite(transaction, node, name, text);
    transaction.fillKeys(node);
    await transaction.commit();
    if (step.child) small.addChild(node);
    return;
  }
  if (!target) return;
  if (step.do === 'set') for (const [name, text] of step.values) tryWrite(transaction, target, name, text);
  else {
    const [child] = target.tableNamed('Child')?.rows.values() ?? [];
    transaction.delete(step.child && child ? child : target);
  }
  await transaction.commit();
}

function tryWrite(...[transaction, node, name, text]: Parameters<typeof write>): void {
  try {
    write(transaction, node, name, text);
  } catch {
    // A union member that is not there.
  }
}

test('property: after any history, the tree that comes back is the tree that went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async history => {
      const small = new SmallModel();
      for (const step of history) await perform(small, step);
      await small.model.settled();
      const after = small.restarted();
      assert.equal(kept(after), kept(small));
      assert.is(after.addThing().path, small.addThing().path, 'R-ARC.8: the next number is the same too');
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('property: nothing of a deleted row stays in the journal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 15 }), async history => {
      const small = new SmallModel();
      for (const step of history) await perform(small, step);
      for (const thing of small.model.table('Device.Thing.').rows.values()) small.delete(thing);
      await small.model.settled();
      assert.equal(
        [...small.persistence.state.keys()].filter(key => key.includes('Thing.') && key !== '#next/Device.Thing.'),
        [],
      );
    }),
    { seed: 8, numRuns: 50 },
  );
});

test('R-ARC.8: the number of the last row is not given again after a restart', () => {
  const small = new SmallModel();
  small.addThing();
  small.delete(small.addThing());
  assert.is(small.restarted().addThing().path, 'Device.Thing.3.');
});

test('volatile rows and live values do not come back', () => {
  const small = new SmallModel();
  const transaction = small.model.begin();
  transaction.add(small.model.table('Device.Brief.'));
  transaction.commitNow();
  small.model.update(small.node(`${small.addThing().path}Stats.`), { Count: 3 });
  assert.equal(small.resolve('Device.Brief.*.'), ['Device.Brief.1.']);
  const after = small.restarted();
  assert.equal(after.resolve('Device.Brief.*.'), []);
  assert.is(after.node('Device.Thing.1.Stats.').stored('Count'), 0);
});

test('what an older or a newer data model wrote is reported, and does no harm', () => {
  const state = new Map([
    ['Device.Thing.1.', ''],
    ['Device.Thing.1.S', 'x'],
    ['Device.Thing.1.U', 'not a number'],
    ['Device.Thing.1.Nothing', 'x'],
    ['Device.Thing.1.Fixed', 'x'],
    ['Device.Thing.1.__proto__', 'x'],
    ['Device.Thing.0.', ''],
    ['Device.Thing.x.', ''],
    ['Device.Thing.-1.', ''],
    ['Device.Thing.1.5.', ''],
    ['Device.Thing.0x2.', ''],
    ['Device.Thing.9007199254740993.', ''],
    ['Device.Gone.1.', ''],
    ['Device.Gone.1.A', 'x'],
    ['Device.Thing.7.Child.1.', ''],
    ['Device.Thing.9.S', 'a value without its row'],
    ['#next/Device.Gone.', '4'],
    ['#next/Device.Thing.', 'NaN'],
    ['#other/note', 'x'],
  ]);
  const small = new SmallModel();
  const report = restore(small.model, state);
  assert.equal(report.unknown.sort(), [
    'Device.Gone.1.',
    'Device.Thing.-1.',
    'Device.Thing.0.',
    'Device.Thing.0x2.',
    'Device.Thing.1.5.',
    'Device.Thing.7.Child.1.',
    'Device.Thing.9.',
    'Device.Thing.9007199254740993.',
    'Device.Thing.x.',
  ]);
  assert.equal(small.resolve('Device.Thing.*.'), ['Device.Thing.1.']);
  const thing = small.node('Device.Thing.1.');
  assert.equal([thing.stored('S'), thing.stored('U'), thing.stored('Fixed')], ['x', 0, 'x']);
  assert.is(small.addThing().path, 'Device.Thing.2.');
});

const absurd = [
  '',
  '0',
  '-3',
  '2.5',
  '1e999',
  'Infinity',
  'NaN',
  '9007199254740993',
  '4294967297',
  '"7"',
  'null',
  '[]',
];

for (const text of absurd) {
  test(`R-ARC.8: ${JSON.stringify(text)} is no next instance number: rows go on behind those that are there`, async () => {
    const key = '#next/Device.Thing.';
    const state = new Map([
      ['Device.Thing.4.', ''],
      [key, text],
    ]);
    const small = new SmallModel(new MemoryPersistence(state));
    assert.equal(small.services.lines, [`warning: ${key} in the journal cannot be read: it is dropped`]);
    assert.is(small.addThing().path, 'Device.Thing.5.');
    await small.model.settled();
    assert.is(small.persistence.state.get(key), '6');
    assert.is(small.restarted().addThing().path, 'Device.Thing.6.');
  });
}

test('R-ARC.8: instance numbers end where they end, and none is given twice', async () => {
  const state = new Map([['#next/Device.Thing.', String(instanceNumberMax)]]);
  const small = new SmallModel(new MemoryPersistence(state));
  small.delete(small.addThing());
  assert.is(small.model.table('Device.Thing.').rows.size, 0);
  await small.model.settled();
  for (const each of [small, small.restarted()]) {
    const added = each.model.begin().add(each.model.table('Device.Thing.'));
    assert.ok('code' in added && added.code === 7005);
    assert.equal(each.services.lines, []);
  }
});

test('more rows than today are allowed come back all the same', () => {
  const state = new Map(Array.from({ length: 30 }, (_, i) => [`Device.Thing.${i + 1}.`, ''] as const));
  const small = new SmallModel(new MemoryPersistence(state));
  assert.is((small.resolve('Device.Thing.*.') as string[]).length, 30);
});

test.run();
