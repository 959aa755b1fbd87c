// Commits that the journal refuses, at random, among others that stand: what is left is what stood, in its order.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { put } from '../../datamodel/journal/operation.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Scalar } from '../../datamodel/schema.ts';
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

interface Written {
  write: Write;
  stands: boolean;
}

class Run {
  readonly small = new SmallModel();
  readonly things: ObjectNode[];
  readonly written: Written[] = [];
  readonly undone: string[] = [];
  isForeseen = false;

  constructor() {
    this.things = ['a', 'b'].map(Name => this.small.addThing({ Name }));
    const { feed } = this.small.model;
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

test('the tree is what stood, and each actuator has what the tree has, whatever was refused in between', async () => {
  let refusals = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 14 }), fc.boolean(), async (steps, endsWell) => {
      const run = new Run();
      for (const step of steps) {
        await run.perform(step);
        if (!run.small.persistence.isHeld) assert.equal(run.values(), run.expected());
      }
      await run.perform(endsWell ? { do: 'release', count: 99 } : { do: 'fail' });
      assert.equal(run.values(), run.expected());
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

test.run();
