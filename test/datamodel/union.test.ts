import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ObjectNode } from '../../datamodel/node.ts';
import { SmallModel, write } from '../helpers/small-model.ts';

const members = (node: ObjectNode) => ['Left', 'Right'].filter(name => node.child(name));

test('the member that the discriminator names exists, and no other', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a' });
  assert.equal(members(thing), []);
  await small.set(thing, 'Kind', 'Left');
  assert.equal(members(thing), ['Left']);
  assert.is(thing.child('Left')?.stored('Of'), 'left');
  await small.set(thing, 'Kind', 'Right');
  assert.equal(members(thing), ['Right']);
  await small.set(thing, 'Kind', 'None');
  assert.equal(members(thing), []);
  assert.is(small.resolve('Device.Thing.1.Right.'), 7016);
});

test('a new row has its member at once, and its values with it', async () => {
  const small = new SmallModel();
  const transaction = small.model.begin();
  const thing = small.stageThing(transaction, { Name: 'a', Kind: 'Left', 'Left.L': 'x' });
  await transaction.commit();
  assert.is(thing.child('Left')?.stored('L'), 'x');
  assert.is(small.restarted().node('Device.Thing.1.Left.').stored('L'), 'x');
});

test('a member is written in the transaction that calls it into being', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a', Kind: 'Left', 'Left.L': 'old' });
  const transaction = small.model.begin();
  write(transaction, thing, 'Kind', 'Right');
  write(transaction, thing, 'Right.R', 'new');
  assert.throws(() => write(transaction, thing, 'Left.L', 'x'), /not there/);
  await transaction.commit();
  assert.is(thing.child('Right')?.stored('R'), 'new');
  const after = small.restarted();
  assert.is(after.node('Device.Thing.1.Right.').stored('R'), 'new');
  assert.equal(members(after.node('Device.Thing.1.')), ['Right']);
});

test('a member that comes back is a new one', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a', Kind: 'Left', 'Left.L': 'old' });
  await small.set(thing, 'Kind', 'None');
  await small.set(thing, 'Kind', 'Left');
  assert.is(thing.child('Left')?.stored('L'), '');
  assert.is(small.restarted().node('Device.Thing.1.Left.').stored('L'), '');
});

test('to the other member and back in one transaction leaves all as it was', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a', Kind: 'Left', 'Left.L': 'old' });
  const transaction = small.model.begin();
  write(transaction, thing, 'Kind', 'Right');
  write(transaction, thing, 'Right.R', 'x');
  write(transaction, thing, 'Kind', 'Left');
  await transaction.commit();
  assert.equal(members(thing), ['Left']);
  assert.is(thing.child('Left')?.stored('L'), 'old');
  assert.not(small.persistence.state.has('Device.Thing.1.Right.R'));
});

test('when the journal refuses, the old member is there again', async () => {
  const small = new SmallModel();
  const thing = small.addThing({ Name: 'a', Kind: 'Left', 'Left.L': 'old' });
  small.persistence.refusal = 'disk full';
  const transaction = small.model.begin();
  write(transaction, thing, 'Kind', 'Right');
  write(transaction, thing, 'Right.R', 'x');
  assert.is((await transaction.commitNow().durable)?.code, 7005);
  assert.equal(members(thing), ['Left']);
  assert.is(thing.child('Left')?.stored('L'), 'old');
});

test.run();
