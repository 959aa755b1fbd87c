import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { troubleTellingsMax, troubleWindowMs } from '../../../datamodel/iot/limits.ts';
import { Troubles, tallyOf } from '../../../datamodel/iot/troubles.ts';

test('a cause is told once until it is cured, and its end says how many there were of each', () => {
  const troubles = new Troubles<'timeout' | 'io'>();
  assert.equal(
    [0, 1, 2].map(at => troubles.note('timeout', at)),
    [true, false, false],
  );
  assert.is(troubles.note('io', 3), true);
  assert.equal(
    [...(troubles.cure() ?? [])],
    [
      ['timeout', 3],
      ['io', 1],
    ],
  );
  assert.is(troubles.cure(), undefined);
  assert.is(troubles.note('timeout', 4), true);
  assert.equal([...(troubles.cure() ?? [])], [['timeout', 1]]);
});

test('one that comes and goes is left alone for a while', () => {
  const troubles = new Troubles<'io'>();
  let [told, counted] = [0, 0];
  for (let at = 0; at < troubleWindowMs; at += 1000) {
    if (troubles.note('io', at)) told++;
    counted += troubles.cure()?.get('io') ?? 0;
  }
  assert.equal([told, counted], [troubleTellingsMax, troubleTellingsMax]);
  assert.is(troubles.cure(), undefined, 'its end is not told where its beginning was not');
  assert.is(troubles.note('io', troubleWindowMs), true);
  counted += troubles.cure()?.get('io') ?? 0;
  assert.is(counted, troubleWindowMs / 1000 + 1, 'those that were not told are counted with the next that is');
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

test('a tally is of more than one, and names causes where there are several', () => {
  const words = (cause: string) => cause.replaceAll('-', ' ');
  assert.is(tallyOf(new Map([['io', 1]]), 'failures', words), '');
  assert.is(tallyOf(new Map([['io', 2]]), 'failures', words), ', after 2 failures');
  const several = new Map([
    ['no-answer', 30],
    ['io', 7],
  ]);
  assert.is(tallyOf(several, 'failures', words), ', after 37 failures (30 no answer, 7 io)');
});

test.run();
