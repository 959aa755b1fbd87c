import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { put } from '../../datamodel/journal/operation.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { SmallModel } from '../helpers/small-model.ts';

interface Rig {
  small: SmallModel;
  thing: ObjectNode;
  /** What the feed has told: the value of S at each change of it. */
  told: unknown[];
}

async function rig(): Promise<Rig> {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a', S: 'first' });
  await small.model.settled();
  const told: unknown[] = [];
  small.model.feed.listen(commit => {
    for (const change of commit) {
      if (change.kind === 'value') told.push(change.after);
      else told.push(`${change.kind} ${change.node.path}`);
    }
  });
  small.persistence.isHeld = true;
  return { small, thing, told };
}

/** Commits S=text and tells in `ends` what became of it. */
function commitS({ small, thing }: Rig, text: string, ends: string[]): void {
  const transaction = small.model.begin();
  transaction.write(thing, 'S', text);
  void transaction.commitNow().durable.then(fault => ends.push(`${text} ${fault?.code ?? 'kept'}`));
}

test('a change is in the tree at once, and in the feed when it is durable', async () => {
  const world = await rig();
  const ends: string[] = [];
  commitS(world, 'second', ends);
  await world.small.services.clock.settle();
  assert.is(world.thing.stored('S'), 'second');
  assert.equal([world.told, ends], [[], []]);
  world.small.persistence.release();
  await world.small.services.clock.settle();
  assert.equal(world.told, ['second']);
  assert.equal(ends, ['second kept']);
});

test('when the medium fails, all that waited is undone, and nobody is told of it', async () => {
  const world = await rig();
  const ends: string[] = [];
  for (const text of ['second', 'third', 'fourth']) commitS(world, text, ends);
  const added = world.small.addThing({ Name: 'b' });
  world.small.delete(world.thing);
  assert.equal(world.small.resolve('Device.Thing.*.'), [added.path]);
  world.small.persistence.fail('ENOSPC');
  await world.small.services.clock.settle();
  assert.is(world.thing.stored('S'), 'first');
  assert.equal(world.small.resolve('Device.Thing.*.'), [world.thing.path]);
  assert.equal(world.told, []);
  assert.equal(ends, ['second 7005', 'third 7005', 'fourth 7005']);
  assert.is(world.small.services.lines.filter(line => line.includes('ENOSPC')).length, 1, 'one line, not one each');
});

test('a commit that is refused at once leaves earlier ones alone, and later ones', async () => {
  const world = await rig();
  const ends: string[] = [];
  commitS(world, 'second', ends);
  world.small.persistence.refusal = 'the state is full';
  commitS(world, 'refused', ends);
  world.small.persistence.refusal = undefined;
  commitS(world, 'third', ends);
  await world.small.services.clock.settle();
  assert.is(world.thing.stored('S'), 'third');
  assert.equal(ends, ['refused 7005']);
  world.small.persistence.release(1);
  await world.small.services.clock.settle();
  assert.equal(world.told, ['second'], 'only what is durable is told');
  world.small.persistence.release();
  await world.small.services.clock.settle();
  assert.equal(world.told, ['second', 'third']);
  assert.equal(ends, ['refused 7005', 'second kept', 'third kept']);
  assert.is(world.small.persistence.state.get('Device.Thing.1.S'), 'third');
});

test('a refused commit under a later failure: the value before both is there again', async () => {
  const world = await rig();
  const ends: string[] = [];
  world.small.persistence.refusal = 'busy';
  commitS(world, 'refused', ends);
  world.small.persistence.refusal = undefined;
  commitS(world, 'third', ends);
  await world.small.services.clock.settle();
  world.small.persistence.fail('EIO');
  await world.small.services.clock.settle();
  assert.is(world.thing.stored('S'), 'first');
});

test('settled waits for all that is on its way, not for the last alone', async () => {
  const world = await rig();
  commitS(world, 'second', []);
  world.small.persistence.refusal = 'busy';
  commitS(world, 'refused', []);
  let isSettled = false;
  void world.small.model.settled().then(() => {
    isSettled = true;
  });
  await world.small.services.clock.settle();
  assert.is(isSettled, false);
  world.small.persistence.release();
  await world.small.services.clock.settle();
  assert.is(isSettled, true);
});

test('what is in memory only is told at once, whatever the journal does', async () => {
  const world = await rig();
  world.small.model.update(world.small.node('Device.Thing.1.Stats.'), { Count: 5 });
  world.small.model.update(world.small.node('Device.Thing.1.Stats.'), { Count: 5 });
  assert.equal(world.told, [5]);
  assert.throws(() => world.small.model.update(world.thing, { Nothing: 1 }), /not supported/);
});

test('after a failure has been cured, the next one is told of again', async () => {
  const world = await rig();
  const errors = () => world.small.services.lines.filter(line => line.startsWith('error')).length;
  world.small.persistence.isHeld = false;
  let count = 0;
  for (const [refusal, lines] of [
    ['full', 1],
    ['full', 1],
    [undefined, 1],
    ['full', 2],
  ] as const) {
    world.small.persistence.refusal = refusal;
    commitS(world, `S${count++}`, []);
    await world.small.services.clock.settle();
    assert.is(errors(), lines);
  }
});

/** Foresees a note of each change, and remembers in `ends` what became of it. */
function foresee({ small }: Rig, ends: string[]): void {
  small.model.feed.anticipate(commit => {
    const [change] = commit;
    if (!change) return undefined;
    const name = change.kind === 'value' ? String(change.after) : change.kind;
    return {
      operations: [put(`#outbox/${name}`, '')],
      happened: isStored => ends.push(`${name} ${isStored ? 'stored' : 'not stored'}`),
      undone: () => ends.push(`${name} undone`),
    };
  });
}

test('what follows from a change goes to the medium in one record with it', async () => {
  const world = await rig();
  const ends: string[] = [];
  foresee(world, ends);
  const { commits } = world.small.persistence;
  commitS(world, 'second', ends);
  await world.small.services.clock.settle();
  assert.equal(ends, []);
  world.small.persistence.release();
  await world.small.services.clock.settle();
  assert.equal(ends, ['second stored', 'second kept']);
  assert.is(world.small.persistence.commits, commits + 1);
  assert.ok(world.small.persistence.state.has('#outbox/second'));
});

test('what follows from a change that is undone is undone with it', async () => {
  const world = await rig();
  const ends: string[] = [];
  foresee(world, ends);
  commitS(world, 'second', ends);
  world.small.persistence.fail('ENOSPC');
  await world.small.services.clock.settle();
  assert.equal(ends, ['second undone', 'second 7005']);
});

test('a change that the journal does not keep stands, though what follows from it cannot be stored', async () => {
  const world = await rig();
  const ends: string[] = [];
  foresee(world, ends);
  void world.small.set(world.thing, 'Out', '7').then(fault => ends.push(`7 ${fault?.code ?? 'kept'}`));
  await world.small.services.clock.settle();
  assert.equal(ends, []);
  world.small.persistence.fail('ENOSPC');
  await world.small.services.clock.settle();
  assert.is(world.thing.stored('Out'), 7);
  assert.equal(ends, ['7 not stored', '7 kept']);
  assert.equal(world.told, [7]);
  let isSettled = false;
  void world.small.model.settled().then(() => {
    isSettled = true;
  });
  await world.small.services.clock.settle();
  assert.ok(isSettled);
});

test('an event is told at once, and what follows from it when that is on the medium, or will not be', async () => {
  for (const isStored of [true, false]) {
    const world = await rig();
    const ends: string[] = [];
    foresee(world, ends);
    world.small.model.raise(world.thing, 'Happened!');
    await world.small.services.clock.settle();
    assert.equal([world.told, ends], [[`event ${world.thing.path}`], []]);
    if (isStored) world.small.persistence.release();
    else world.small.persistence.fail('ENOSPC');
    await world.small.services.clock.settle();
    assert.equal(ends, [isStored ? 'event stored' : 'event not stored']);
  }
});

test('a change is answered when the events that it has caused are on the medium too', async () => {
  const world = await rig();
  const ends: string[] = [];
  foresee(world, ends);
  world.small.model.feed.listen(commit => {
    if (commit.some(({ kind }) => kind === 'value')) world.small.model.raise(world.thing, 'Happened!');
  });
  commitS(world, 'second', ends);
  world.small.persistence.release(1);
  world.small.persistence.isHeld = true;
  await world.small.services.clock.settle();
  assert.equal(ends, ['second stored']);
  world.small.persistence.release();
  await world.small.services.clock.settle();
  assert.equal(ends, ['second stored', 'event stored', 'second kept']);
});

test('what a transaction announces is told ahead of its changes, and not at all if it is undone', async () => {
  for (const isKept of [true, false]) {
    const world = await rig();
    const transaction = world.small.model.begin();
    transaction.write(world.thing, 'S', 'second');
    transaction.announce({ kind: 'event', node: world.thing, name: 'Happened!', arguments: {} });
    transaction.commitNow();
    if (isKept) world.small.persistence.release();
    else world.small.persistence.fail('ENOSPC');
    await world.small.services.clock.settle();
    assert.equal(world.told, isKept ? [`event ${world.thing.path}`, 'second'] : []);
  }
});

test.run();
