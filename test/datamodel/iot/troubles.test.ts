import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { troubleTellingsMax, troubleWindowMs } from '../../../datamodel/iot/limits.ts';
import { Troubles } from '../../../datamodel/iot/troubles.ts';

test('a cause is told once until it is cured, and each is counted', () => {
  const troubles = new Troubles<'timeout' | 'io'>();
  assert.equal(
    [0, 1, 2].map(at => troubles.note('timeout', at)),
    [true, false, false],
  );
  assert.is(troubles.note('io', 3), true);
  assert.is(troubles.cure(), true);
  assert.is(troubles.cure(), false);
  assert.is(troubles.note('timeout', 4), true);
  assert.is(troubles.count('timeout'), 4);
  assert.is(troubles.count('io'), 1);
});

test('one that comes and goes is left alone for a while', () => {
  const troubles = new Troubles<'io'>();
  let told = 0;
  for (let at = 0; at < troubleWindowMs; at += 1000) {
    if (troubles.note('io', at)) told++;
    troubles.cure();
  }
  assert.is(told, troubleTellingsMax);
  assert.is(troubles.cure(), false, 'its end is not told where its beginning was not');
  assert.is(troubles.note('io', troubleWindowMs), true);
});

test('one that stays after it was left alone is told in the end', () => {
  const troubles = new Troubles<'io'>();
  for (let i = 0; i < troubleTellingsMax; i++) {
    troubles.note('io', i);
    troubles.cure();
  }
  assert.is(troubles.note('io', 1000), false);
  assert.is(troubles.note('io', troubleWindowMs + 1000), true);
});

test.run();
