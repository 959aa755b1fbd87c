import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Rule, type RuleAction, Rules } from '../../../datamodel/iot/rules.ts';

/** What the rules want, without what belongs to their bookkeeping. */
const wants = (actions: RuleAction[]) => actions.map(({ set, value }) => ({ set, value }));

test('a control follows a capability both ways', () => {
  const rules = new Rules([{ when: 'air is bad', set: 'fan' }]);
  assert.equal(wants(rules.turned('air is bad', undefined, true)), [{ set: 'fan', value: true }]);
  assert.equal(wants(rules.turned('air is bad', undefined, false)), [{ set: 'fan', value: false }]);
  assert.equal(wants(rules.turned('cellar door', undefined, true)), []);
});

test('not turns the condition round', () => {
  const rules = new Rules([{ when: 'door', not: true, set: 'lamp' }]);
  assert.equal(wants(rules.turned('door', undefined, true)), [{ set: 'lamp', value: false }]);
});

test('with a value, only the condition becoming true acts', () => {
  const rules = new Rules([
    { when: 'room', is: 'high', set: 'valve', to: 20 },
    { when: 'room', is: 'high', not: true, set: 'mode', to: 'Auto' },
  ]);
  assert.equal(wants(rules.turned('room', 'high', true)), [{ set: 'valve', value: 20 }]);
  assert.equal(wants(rules.turned('room', 'high', false)), [{ set: 'mode', value: 'Auto' }]);
  assert.equal(wants(rules.turned('room', 'low', true)), []);
  assert.equal(wants(rules.turned('room', undefined, true)), []);
});

type State = Map<string, RuleAction['value']>;

/** Carries out what follows from changes from outside, as the tree would: one after the other, only changes are told. */
function carryOut(rules: Rules, state: State, ...outside: [name: string, value: boolean][]): number {
  const queue: RuleAction[] = [];
  let changes = 0;
  const change = (name: string, value: RuleAction['value']) => {
    if ((state.get(name) ?? false) === value) return;
    state.set(name, value);
    changes++;
    assert.ok(changes < 1_000, 'the chain has no end');
    if (typeof value === 'boolean') queue.push(...rules.turned(name, undefined, value));
  };
  for (const [name, value] of outside) change(name, value);
  for (let action = queue.shift(); action; action = queue.shift()) {
    change(action.set, action.value);
    rules.settled(action);
  }
  return changes;
}

test('a chain without a ring runs to its end', () => {
  const rules = new Rules([
    { when: 'a', set: 'b' },
    { when: 'b', set: 'c' },
    { when: 'c', not: true, set: 'd' },
  ]);
  const state: State = new Map<string, RuleAction['value']>([['d', true]]);
  assert.is(carryOut(rules, state, ['a', true]), 4);
  assert.is(state.get('d'), false);
  assert.is(rules.ring, undefined);
});

test('rules that contradict each other stop, and do so again at the next change from outside', () => {
  const rules = new Rules([
    { when: 'fan', not: true, set: 'lamp' },
    { when: 'lamp', set: 'fan' },
  ]);
  assert.equal(rules.ring, ['fan', 'lamp', 'fan']);
  const state: State = new Map<string, RuleAction['value']>([['lamp', true]]);
  // fan on, lamp off, fan off, lamp on, fan on: each rule has acted on both.
  assert.is(carryOut(rules, state, ['fan', true]), 5);
  assert.is(state.get('fan'), true);
  assert.is(carryOut(rules, state, ['lamp', false]), 5, 'a change from outside begins a new chain');
});

test('a rule may not keep itself going', () => {
  const rules = new Rules([{ when: 'lamp', not: true, set: 'lamp' }]);
  assert.equal(rules.ring, ['lamp', 'lamp']);
  assert.is(carryOut(rules, new Map(), ['lamp', true]), 3);
});

test('any set of rules comes to rest after any change, and finds its ring only where there is one', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const rule: fc.Arbitrary<Rule> = fc.record({ when: name, set: name, not: fc.boolean() });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 8 }), fc.array(fc.tuple(name, fc.boolean())), (list, changes) => {
      const rules = new Rules(list);
      const settled: State = new Map();
      const [at, ...later] = changes;
      if (at) assert.ok(carryOut(rules, settled, at) <= 1 + 2 * list.length);
      // All at once, so that chains overlap.
      assert.ok(carryOut(rules, settled, ...later) <= later.length * (1 + 2 * list.length));
      for (const [from, to] of (rules.ring ?? []).slice(1).map((to, at) => [rules.ring?.[at], to])) {
        assert.ok(list.some(one => one.when === from && one.set === to));
      }
    }),
  );
});

test.run();
