import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Fault } from '../../datamodel/errors.ts';
import type { Change } from '../../datamodel/feed.ts';
import { transactionsWaitingMax, valueCharsMax } from '../../datamodel/limits.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { currentValue } from '../../datamodel/tree.ts';
import { SmallModel, thingTable, write } from '../helpers/small-model.ts';

/** Changes in short: `Device.Thing.1.S=x`, `+Device.Thing.2.`, `-Device.Thing.2.`. */
function told(small: SmallModel): string[] {
  const lines: string[] = [];
  small.model.feed.listen(commit => lines.push(...commit.map(inShort)));
  return lines;
}

function inShort(change: Change): string {
  const { path, schema } = change.node;
  if (change.kind === 'value') return `${path}${schema.params[change.slot]?.name}=${String(change.after)}`;
  return change.kind === 'created' ? `+${path}` : `-${path}`;
}

const codeOf = (fault: Fault | undefined) => fault?.code;
const faultOf = (node: ObjectNode | Fault) => (node instanceof Fault ? node.code : node.path);

test('until its commit nobody else sees anything of a transaction', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a', S: 'before' });
  const doomed = small.addThing({ Name: 'b' });
  await small.model.settled();
  const changes = told(small);
  const transaction = small.model.begin();
  write(transaction, thing, 'S', 'after');
  const added = small.stageThing(transaction, { Name: 'c' });
  transaction.delete(doomed);
  assert.is(thing.stored('S'), 'before');
  assert.is(transaction.row(thing).get('S'), 'after');
  assert.equal(small.resolve('Device.Thing.*.'), [thing.path, doomed.path]);
  assert.equal(changes, []);
  await transaction.commit();
  await small.model.settled();
  assert.equal(small.resolve('Device.Thing.*.'), [thing.path, added.path]);
  assert.equal(changes, [
    '-Device.Thing.2.',
    'Device.ThingNumberOfEntries=1',
    'Device.Thing.1.S=after',
    '+Device.Thing.3.',
    'Device.ThingNumberOfEntries=2',
  ]);
});

test('a transaction that is dropped has never happened', () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a', Kind: 'Left' });
  const transaction = small.model.begin();
  write(transaction, thing, 'Kind', 'Right');
  write(transaction, thing, 'Right.R', 'x');
  small.stageThing(transaction);
  transaction.delete(thing);
  assert.is(thing.stored('Kind'), 'Left');
  assert.ok(thing.child('Left'));
  assert.not(thing.child('Right'));
  assert.equal(small.resolve('Device.Thing.*.'), ['Device.Thing.1.']);
  assert.is(small.model.root.values[2], 0, 'counts are computed');
  assert.is(currentValue(small.model.root, 2, small.services), 1);
});

test('what is set to what it is already is no change', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a', T: '2026-01-01T00:00:00Z' });
  await small.model.settled();
  const changes = told(small);
  assert.is(await small.set(thing, 'T', '2026-01-01T01:00:00+01:00'), undefined);
  assert.is(await small.set(thing, 'U', '0'), undefined);
  assert.equal(changes, []);
});

test('a transaction that is dropped uses up no numbers', () => {
  const small = new SmallModel();
  small.addThing({ Name: 'a' });
  const transaction = small.model.begin();
  for (const Name of ['b', 'c']) small.stageThing(transaction, { Name });
  transaction.drop();
  assert.is(small.addThing({ Name: 'd' }).path, 'Device.Thing.2.');
});

test('faults of a write', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a' });
  for (const [name, text, code] of [
    ['Nothing', 'x', 7010],
    ['__proto__', 'x', 7010],
    ['constructor', 'x', 7010],
    ['Fixed', 'x', 7013],
    ['ChildNumberOfEntries', '1', 7013],
    ['B', 'perhaps', 7011],
    ['I', '1.5', 7011],
    ['U', '-1', 7011],
    ['T', 'now', 7011],
    ['Range', '11', 7012],
    ['Size', '', 7012],
    ['Size', 'ninechars', 7012],
    ['Kind', 'Middle', 7012],
    ['Odd', '4', 7012],
    ['S', 'x'.repeat(valueCharsMax + 1), 7005],
    ['S', 'forbidden', 7012],
  ] as const) {
    assert.is(codeOf(await small.set(thing, name, text)), code, `${name}=${text.slice(0, 20)}`);
  }
  assert.is(await small.set(thing, 'S', 'x'.repeat(valueCharsMax)), undefined);
});

test('R-KEY.1: a non-functional key never changes, a functional one may', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a', Code: 'c', Number: '1' });
  assert.is(codeOf(await small.set(thing, 'Code', 'd')), 7013);
  assert.is(codeOf(await small.set(thing, 'Number', '2')), 7013);
  assert.is(await small.set(thing, 'Number', '01'), undefined, 'the same value is no change');
  assert.is(await small.set(thing, 'Name', 'b'), undefined);
});

test('a writeOnceReadOnly parameter is set once: by the Add, or by the agent', async () => {
  const small = new SmallModel();
  const chosen = small.addThing({ Name: 'a', Alias: 'mine' });
  const given = small.addThing({ Name: 'b' });
  assert.is(given.stored('Alias'), 'cpe-2');
  assert.is(codeOf(await small.set(chosen, 'Alias', 'other')), 7013);
  assert.is(codeOf(await small.set(given, 'Alias', 'other')), 7013);
});

test('an Alias begins with a letter and is never empty (TR-106)', () => {
  const small = new SmallModel();
  for (const [text, code] of [
    ['88InvalidAlias', 7012],
    ['', 7012],
    ['-a', 7012],
    [' a', 7012],
    ['a 88', undefined],
    ['Äpfel', undefined],
  ] as const) {
    const transaction = small.model.begin();
    const node = transaction.add(small.model.table(thingTable)) as ObjectNode;
    assert.is(codeOf(write(transaction, node, 'Alias', text)), code, JSON.stringify(text));
  }
});

test('unique keys: 7025 names the first parameter of the key', () => {
  const small = new SmallModel();
  small.addThing({ Name: 'a', Alias: 'first', Code: 'c', Number: '1' });
  for (const [values, param] of [
    [{ Name: 'a' }, 'Name'],
    [{ Alias: 'first' }, 'Alias'],
    [{ Code: 'c', Number: '1' }, 'Code'],
    [{ Code: 'c', Number: '2' }, undefined],
    [{ Code: 'd', Number: '1' }, undefined],
  ] as const) {
    const transaction = small.model.begin();
    const node = small.stageThing(transaction, values as Record<string, string>);
    const fault = transaction.check(node);
    assert.is(fault?.param, param, JSON.stringify(values));
    assert.is(fault?.code, param && 7025);
  }
});

test('unique keys are judged by what the whole transaction leaves', async () => {
  const small = new SmallModel();
  const [a, b] = [small.addThing({ Name: 'a' }), small.addThing({ Name: 'b' })];
  const swap = small.model.begin();
  write(swap, a, 'Name', 'b');
  write(swap, b, 'Name', 'a');
  assert.is(swap.check(a) ?? swap.check(b), undefined);
  await swap.commit();
  const replace = small.model.begin();
  replace.delete(a);
  assert.is(replace.check(small.stageThing(replace, { Name: 'b' })), undefined);
  const twins = small.model.begin();
  small.stageThing(twins, { Name: 'twin' });
  assert.is(codeOf(twins.check(small.stageThing(twins, { Name: 'twin' }))), 7025);
});

test('R-ADD.5: keys that were left out get values that nobody has', () => {
  const small = new SmallModel();
  small.addThing({ Name: 'cpe-2', Alias: 'cpe-3', Code: 'x', Number: '4' });
  const second = small.addThing();
  assert.is(second.stored('Alias'), 'cpe-2');
  assert.is(second.stored('Name'), 'cpe-3', 'cpe-2 is taken');
  const [code, number] = [second.stored('Code'), second.stored('Number')];
  const third = small.addThing({ Code: String(code) });
  assert.ok(code !== third.stored('Code') || number !== third.stored('Number'));
  assert.is(third.stored('Alias'), 'cpe-4', 'cpe-3 is taken');
});

test('limits: rows of a table', () => {
  const small = new SmallModel();
  for (let i = 0; i < 20; i++) small.addThing({ Name: String(i) });
  const transaction = small.model.begin();
  assert.is(faultOf(transaction.add(small.model.table(thingTable))), 7005);
  transaction.delete(small.node('Device.Thing.7.'));
  assert.is(faultOf(transaction.add(small.model.table(thingTable))), 'Device.Thing.21.');
});

test('limits: transactions that wait', async () => {
  const small = new SmallModel();
  let finish = () => {};
  const running = small.model.exclusively(() => new Promise<void>(resolve => (finish = resolve)));
  const waiting = Array.from({ length: transactionsWaitingMax - 1 }, () => small.model.exclusively(async () => 'done'));
  const refused = await small.model.exclusively(async () => 'done');
  assert.is(refused instanceof Fault && refused.code, 7005);
  finish();
  await running;
  assert.equal(new Set(await Promise.all(waiting)), new Set(['done']));
  assert.is(await small.model.exclusively(async () => 'done'), 'done');
});

test('one transaction is open at a time, also when an earlier one breaks', async () => {
  const small = new SmallModel();
  const order: string[] = [];
  const broken = small.model.exclusively(async () => {
    order.push('first begins');
    await small.services.clock.settle();
    order.push('first breaks');
    throw new Error('broken');
  });
  const second = small.model.exclusively(async () => order.push('second'));
  assert.match(String(await broken.catch(String)), 'broken');
  await second;
  assert.equal(order, ['first begins', 'first breaks', 'second']);
});

test('deleting a row takes with it what is below, and counts only what outlives it', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a' });
  small.addChild(thing);
  await small.model.settled();
  const changes = told(small);
  small.delete(thing);
  await small.model.settled();
  assert.equal(changes, ['-Device.Thing.1.', 'Device.ThingNumberOfEntries=0', '-Device.Thing.1.Child.1.']);
  assert.is(small.resolve('Device.Thing.1.Child.1.'), 7016);
});

test.run();
