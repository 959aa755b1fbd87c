// Commits that the journal refuses, at random, among others that stand: what is left is what stood, in its order.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { put } from '../../datamodel/journal/operation.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import { descend } from '../../datamodel/tree.ts';
import { SmallModel } from '../helpers/small-model.ts';

/** What one writer asks for: S goes to the journal, Out to an actuator, Count is the agent's own. */
type Write = { thing: number; S?: string | undefined; Out?: number | undefined; Count?: number | undefined };
type Action =
  | { do: 'write'; write: Write; isRefused: boolean; isForeseen: boolean }
  | { do: 'release'; count: number }
  | { do: 'fail' };

const write = fc.record(
  { thing: fc.nat({ max: 1 }), S: fc.constantFrom('a', 'b', 'c'), Out: fc.nat({ max: 9 }), Count: fc.nat({ max: 9 }) },
  { requiredKeys: ['thing'] },
);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      write,
      isRefused: fc.boolean(),
      isForeseen: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('release' as const), count: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const) }) },
);

/** What a subscriber to everything was told of each parameter last, in the order in which notifications take their places. */
class Told {
  readonly #places: { param: string; value: Scalar; isTold: boolean }[] = [];

  constructor({ feed }: SmallModel['model']) {
    feed.anticipate(commit => {
      const places = commit.flatMap(change => {
        if (change.kind !== 'value') return [];
        const param = `${change.node.path}${change.node.schema.params[change.slot]?.name}`;
        return [{ param, value: change.after, isTold: false }];
      });
      this.#places.push(...places);
      const happened = () => {
        for (const place of places) place.isTold = true;
      };
      return { operations: [], happened, undone: () => {} };
    });
  }

  last(param: string, initial: Scalar): Scalar {
    return this.#places.findLast(place => place.isTold && place.param === param)?.value ?? initial;
  }
}

interface Written {
  write: Write;
  stands: boolean;
}

class Run {
  readonly small = new SmallModel();
  readonly things: ObjectNode[];
  readonly written: Written[] = [];
  readonly undone: string[] = [];
  readonly told: Told;
  isForeseen = false;

  constructor() {
    this.things = ['a', 'b'].map(Name => this.small.addThing({ Name }));
    const { feed } = this.small.model;
    this.told = new Told(this.small.model);
    const note = { operations: [put('#outbox/x', '')], happened: () => {}, undone: () => {} };
    feed.anticipate(() => (this.isForeseen ? note : undefined));
    feed.listenToUndone(commit => this.undone.push(String(commit.length)));
  }

  async perform(step: Action): Promise<void> {
    const { persistence, services } = this.small;
    if (step.do === 'write') {
      persistence.isHeld = true;
      persistence.refusal = step.isRefused ? 'busy' : undefined;
      this.isForeseen = step.isForeseen;
      await this.#write(step.write);
      this.isForeseen = false;
      persistence.refusal = undefined;
    } else if (step.do === 'release') persistence.release(step.count);
    else persistence.fail('ENOSPC');
    await services.clock.settle();
  }

  async #write(write: Write): Promise<void> {
    const thing = this.things[write.thing] as ObjectNode;
    if (write.Count !== undefined) {
      this.small.model.update(thing.child('Stats') as ObjectNode, { Count: write.Count });
      this.written.push({ write: { thing: write.thing, Count: write.Count }, stands: true });
    }
    const transaction = this.small.model.begin();
    for (const name of ['S', 'Out'] as const) {
      if (write[name] !== undefined) transaction.write(thing, name, String(write[name]));
    }
    const written = { write: { ...write, Count: undefined }, stands: true };
    this.written.push(written);
    const committed = await transaction.commit();
    assert.not(Array.isArray(committed));
    if (Array.isArray(committed)) return;
    void committed.durable.then(fault => {
      written.stands = fault === undefined;
    });
  }

  /** All values, as whoever asks would be told. */
  values(): Scalar[] {
    return this.things.flatMap(thing => [
      thing.stored('S'),
      thing.stored('Out'),
      this.small.node(`${thing.path}Stats.`).stored('Count'),
    ]);
  }

  /** The same, as a subscriber knows it. */
  known(): Scalar[] {
    return this.things.flatMap(({ path }) => [
      this.told.last(`${path}S`, ''),
      this.told.last(`${path}Out`, 0),
      this.told.last(`${path}Stats.Count`, 0),
    ]);
  }

  /** The same, from what stood alone. */
  expected(): Scalar[] {
    const last = (thing: number, name: keyof Write) =>
      this.written.findLast(({ write, stands }) => stands && write.thing === thing && write[name] !== undefined);
    return [0, 1].flatMap(thing => [
      last(thing, 'S')?.write.S ?? '',
      last(thing, 'Out')?.write.Out ?? 0,
      last(thing, 'Count')?.write.Count ?? 0,
    ]);
  }
}

test('the tree is what stood, each actuator has what the tree has, and subscribers know it, whatever was refused', async () => {
  let refusals = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 14 }), fc.boolean(), async (steps, endsWell) => {
      const run = new Run();
      for (const step of steps) {
        await run.perform(step);
        if (run.small.persistence.isHeld) continue;
        assert.equal(run.values(), run.expected());
        assert.equal(run.known(), run.values());
      }
      await run.perform(endsWell ? { do: 'release', count: 99 } : { do: 'fail' });
      assert.equal(run.values(), run.expected());
      assert.equal(run.known(), run.values());
      const { writes } = run.small.services.actuators;
      for (const thing of run.things) {
        const last = writes.findLast(each => each.startsWith(thing.path));
        assert.is(last ?? `${thing.path}=0`, `${thing.path}=${thing.stored('Out')}`);
      }
      assert.is(run.undone.length, run.written.filter(({ stands }) => !stands).length);
      refusals += run.undone.length;
    }),
    { seed: 7, numRuns: 150 },
  );
  assert.ok(refusals > 100, `${refusals} refusals`);
});

test('who listens is told of what was undone when the tree is as it was', async () => {
  const run = new Run();
  const thing = run.things[0] as ObjectNode;
  const seen: Scalar[] = [];
  run.small.model.feed.listenToUndone(([change]) => {
    if (change?.kind === 'value') seen.push(change.after, thing.stored('S'));
  });
  const refused = { do: 'write', write: { thing: 0, S: 'a' }, isRefused: true, isForeseen: false } as const;
  await run.perform(refused);
  assert.equal(seen, ['a', '']);
  await run.perform({ ...refused, isRefused: false });
  await run.perform({ do: 'release', count: 1 });
  assert.equal(seen, ['a', ''], 'what stands is not undone');
});

type Choice = 'add' | 'child' | 'delete' | 'S' | 'Strong';
/** What is done in one turn of the event loop, each thing in a commit of its own, `at` one of the rows that there are. */
type Turn = readonly { choice: Choice; at: number; isRefused: boolean }[];

const turn: fc.Arbitrary<Turn> = fc.array(
  fc.record({
    choice: fc.constantFrom<Choice>('add', 'child', 'delete', 'S', 'Strong'),
    at: fc.nat({ max: 5 }),
    isRefused: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

function take({ persistence, model }: SmallModel, { choice, at, isRefused }: Turn[number]): void {
  const rows = [...descend(model.root)].filter(node => node.table?.schema.name === 'Thing');
  const [row, other] = [rows[at % rows.length], rows[0]];
  persistence.refusal = isRefused ? 'busy' : undefined;
  const transaction = model.begin();
  const children = row?.tableNamed('Child');
  if (choice === 'add') transaction.fillKeys(transaction.add(model.table('Device.Thing.')) as ObjectNode);
  else if (choice === 'child' && children) transaction.fillKeys(transaction.add(children) as ObjectNode);
  else if (row && choice === 'delete') transaction.delete([...(children?.rows.values() ?? [])][1] ?? row);
  else if (row && choice === 'S') transaction.write(row, 'S', String(at));
  else if (row && choice === 'Strong') transaction.write(row, 'Strong', other?.path ?? '');
  transaction.commitNow();
  persistence.refusal = undefined;
}

/** Every object, and what the journal keeps of a row, as whoever asks would be told. */
const treeOf = ({ model }: SmallModel) =>
  [...descend(model.root)].map(node => {
    const isThing = node.table?.schema.name === 'Thing';
    return [node.path, ...(isThing ? [node.stored('S'), node.stored('Strong'), node.stored('Alias')] : [])].join();
  });

test('rows that come and go: the tree is what the next run makes of the journal, whatever was refused', async () => {
  let undone = 0;
  const release = fc.integer({ min: 1, max: 4 });
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: turn }, release, fc.constant('fail' as const)), {
    maxLength: 9,
  });
  await fc.assert(
    fc.asyncProperty(steps, async actions => {
      const small = new SmallModel();
      small.model.feed.listenToUndone(() => undone++);
      const told = new Told(small.model);
      const count = 'ThingNumberOfEntries';
      for (const action of [...actions, 'fail' as const]) {
        const { persistence, services } = small;
        if (action === 'fail') persistence.fail('ENOSPC');
        else if (typeof action === 'number') persistence.release(action);
        else {
          persistence.isHeld = true;
          for (const each of action) take(small, each);
        }
        await services.clock.settle();
        if (persistence.isHeld) continue;
        assert.equal(treeOf(small), treeOf(small.restarted()));
        assert.is(told.last(`Device.${count}`, 0), small.model.table('Device.Thing.').rows.size, count);
      }
    }),
    { seed: 11, numRuns: 300 },
  );
  assert.ok(undone > 300, `${undone} undone`);
});

test('a row that was added and deleted, neither of which could be stored, is not there', async () => {
  const { small } = new Run();
  small.persistence.isHeld = true;
  small.delete(small.addThing());
  small.persistence.fail('ENOSPC');
  await small.services.clock.settle();
  assert.equal(small.resolve('Device.Thing.*.'), ['Device.Thing.1.', 'Device.Thing.2.']);
});

test('what was put below a row that could not be stored does not stay in the journal', async () => {
  const { small } = new Run();
  await small.services.clock.settle();
  const { persistence } = small;
  const before = [...persistence.state.keys()];
  persistence.isHeld = true;
  persistence.refusal = 'busy';
  const row = small.addThing();
  persistence.refusal = undefined;
  const transaction = small.model.begin();
  transaction.write(row, 'S', 'x');
  transaction.commitNow();
  small.addChild(row);
  await small.services.clock.settle();
  persistence.release();
  await small.model.settled();
  assert.equal(small.resolve('Device.Thing.*.'), ['Device.Thing.1.', 'Device.Thing.2.']);
  assert.equal([...persistence.state.keys()], before);
});

test('a second deletion of a row is none: nobody is told of it twice, and it is counted once', async () => {
  const { small, things } = new Run();
  await small.services.clock.settle();
  const changes: string[] = [];
  small.model.feed.listen(commit => {
    for (const each of commit) changes.push(each.kind === 'value' ? `${each.before} ${each.after}` : each.kind);
  });
  small.persistence.isHeld = true;
  for (let i = 0; i < 2; i++) small.delete(things[0] as ObjectNode);
  small.persistence.release();
  await small.services.clock.settle();
  assert.equal(changes, ['deleted', '2 1']);
});

test('a value that a refused commit was to tell of is told once it stands, and not twice', async () => {
  const { small, things } = new Run();
  await small.services.clock.settle();
  const [thing] = things as [ObjectNode];
  const told: string[] = [];
  small.model.feed.listen(commit => {
    for (const each of commit) if (each.kind === 'value') told.push(`${each.before} ${each.after}`);
  });
  const cases = { first: [true, false], second: [false, true], neither: [false, false] };
  for (const [value, refusals] of Object.entries(cases)) {
    small.persistence.isHeld = true;
    for (const isRefused of refusals) {
      small.persistence.refusal = isRefused ? 'busy' : undefined;
      const transaction = small.model.begin();
      transaction.write(thing, 'S', value);
      transaction.commitNow();
    }
    small.persistence.refusal = undefined;
    small.persistence.release();
    await small.services.clock.settle();
    assert.is(thing.stored('S'), value);
  }
  assert.equal(told, [' first', 'first second', 'second neither']);
});

test('what has been put on top of a commit that stands is on top of all below it', async () => {
  const { small, things } = new Run();
  const [thing] = things as [ObjectNode];
  const write = (values: Record<string, string>) => {
    const transaction = small.model.begin();
    for (const name in values) transaction.write(thing, name, values[name] ?? '');
    transaction.commitNow();
  };
  small.persistence.isHeld = true;
  write({ S: 'a', Out: '1' });
  const note = { operations: [put('#outbox/x', '')], happened: () => {}, undone: () => {} };
  small.model.feed.anticipate(([change]) => (change?.kind === 'value' && change.after === 2 ? note : undefined));
  small.persistence.refusal = 'full';
  write({ Out: '2' });
  small.model.update(thing, { Out: 3 });
  await small.services.clock.settle();
  small.persistence.fail('ENOSPC');
  await small.services.clock.settle();
  assert.equal([thing.stored('S'), thing.stored('Out')], ['', 3]);
});

test.run();
