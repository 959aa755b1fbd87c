import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formatDuration, milliseconds, parseDurationMs, seconds } from '../../../agent/config/duration.ts';
import type { Problem } from '../../../agent/config/finding.ts';
import { parseDurationMs as parseFilterDurationMs } from '../../../datamodel/iot/duration.ts';

test('a duration is a whole number and its unit', () => {
  const good = { '0s': 0, '250ms': 250, '5s': 5_000, '2min': 120_000, '24h': 86_400_000 };
  for (const [text, ms] of Object.entries(good)) assert.is(parseDurationMs(text), ms, text);
  for (const text of ['', '5', 's', '5 s', '5S', '05s', '-5s', '1.5s', '5sec', '1h30min', ' 5s', '5s\n']) {
    assert.is(parseDurationMs(text), undefined, JSON.stringify(text));
  }
});

test('durations in filters are spelt alike', () => {
  for (const text of ['0s', '250ms', '5s', '2min', '24h', '', '5', '5 s', '05s', '1.5s', '5sec', '5s\n']) {
    assert.is(parseFilterDurationMs(text), parseDurationMs(text), JSON.stringify(text));
  }
});

test('the shortest exact spelling is read back as the same', () => {
  const spellings = { '0ms': 0, '1ms': 1, '1500ms': 1_500, '90s': 90_000, '1min': 60_000, '24h': 86_400_000 };
  for (const [text, ms] of Object.entries(spellings)) {
    assert.is(formatDuration(ms), text);
    assert.is(parseDurationMs(text), ms);
  }
});

function suggestionFor(raw: unknown): string | undefined {
  const problems: Problem[] = [];
  const kind = milliseconds({ min: '10ms', max: '24h' });
  assert.is(kind.read(raw, { path: ['poll'], report: problem => void problems.push(problem) }), undefined);
  assert.is(problems.length, 1);
  return problems[0]?.suggestion;
}

test('what was meant by another spelling', () => {
  const meant: [unknown, string | undefined][] = [
    [5, '"5s"'],
    ['60', '"60s"'],
    [0.5, '"500ms"'],
    ['5 s', '"5s"'],
    ['5 Seconds', '"5s"'],
    ['2 mins', '"2min"'],
    ['5m', '"5min"'],
    ['1 day', '"24h"'],
    ['100 msec', '"100ms"'],
    ['soon', undefined],
    ['', undefined],
    [true, undefined],
    [[5], undefined],
    [null, undefined],
  ];
  for (const [raw, suggestion] of meant) assert.is(suggestionFor(raw), suggestion, String(raw));
});

test('seconds are read as seconds, and both bounds are allowed', () => {
  const problems: Problem[] = [];
  const read = (raw: string) =>
    seconds({ min: '1s', max: '2min' }).read(raw, { path: ['wait'], report: problem => void problems.push(problem) });
  assert.equal(['1s', '1000ms', '2min', '120s'].map(read), [1, 1, 120, 120]);
  assert.equal(['0s', '121s', '1001ms'].map(read), [undefined, undefined, undefined]);
  assert.equal(
    problems.map(({ code }) => code),
    ['out-of-range', 'out-of-range', 'bad-value'],
  );
});

test.run();
