// Whatever is done to a file, it is read or refused with places inside it; nothing is thrown, and no password shown.
import { parse } from 'smol-toml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadConfig } from '../../../agent/config/load.ts';
import { renderFinding } from '../../../agent/config/render.ts';
import type { Random } from '../../../drivers/ports.ts';
import { seededRandom } from '../../helpers/random.ts';
import { guideSample } from './guide.ts';
import { chips, vocabulary } from './world.ts';

const secret = 'hunter2';
const seeds = 3_000;

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random.fraction() * items.length)]!;
}

type Mutation = (text: string, at: number, random: Random) => string;

const mutations: readonly Mutation[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.slice(at, at + 12).repeat(2) + text.slice(at + 12),
  (text, at, random) => text.slice(0, at) + pick([...'"\'[]{}=,.#\n\t-0aZ\\\u0007é\u2028'], random) + text.slice(at),
  (text, at, random) =>
    text.slice(0, at) + pick(['true', '5', '"x"', '[1]', '{ a = 1 }', 'inf'], random) + text.slice(at),
  (text, at) => text.slice(0, at),
  (text, at, random) => {
    const lines = text.split('\n');
    const from = text.slice(0, at).split('\n').length - 1;
    lines.splice(Math.floor(random.fraction() * lines.length), 0, ...lines.splice(from, 1));
    return lines.join('\n');
  },
];

function mutate(text: string, random: Random): string {
  let mutated = text;
  for (let left = 1 + Math.floor(random.fraction() * 3); left > 0; left--) {
    mutated = pick(mutations, random)(mutated, Math.floor(random.fraction() * mutated.length), random);
  }
  return mutated;
}

test(`${seeds} mutations of the sample`, async () => {
  const sample = (await guideSample()).replace('version = "5.0"', `user = "me", password = "${secret}"`);
  assert.ok(sample.includes(secret));
  let [good, bad] = [0, 0];
  for (let seed = 1; seed <= seeds; seed++) {
    const text = mutate(sample, seededRandom(seed));
    const result = await loadConfig(text, 'uspi.toml', chips, vocabulary);
    const findings = result.ok ? result.warnings : result.findings;
    if (result.ok) {
      good++;
      const { capability = [], rule = [] } = parse(text) as { capability?: unknown[]; rule?: unknown[] };
      const { capabilities, rules } = result.config;
      assert.equal([capabilities.length, rules.length], [capability.length, rule.length], `seed ${seed}: one is lost`);
    } else {
      bad++;
    }
    assert.is(
      result.ok,
      findings.every(({ severity }) => severity === 'warning'),
      `seed ${seed}`,
    );
    const lines = text.split('\n');
    for (const finding of findings) {
      const place = `seed ${seed}, ${finding.line}:${finding.column}`;
      assert.ok(finding.line >= 1 && finding.line <= lines.length, place);
      assert.ok(finding.column >= 1 && finding.column <= lines[finding.line - 1]!.length + 1, place);
      const shown = renderFinding(text, finding);
      assert.not.ok(shown.includes(secret), `seed ${seed}: ${shown}`);
      assert.match(shown, /^uspi\.toml:\d+:\d+: (error|warning): /, place);
    }
  }
  assert.ok(good > seeds / 20 && bad > seeds / 2, `${good} good, ${bad} bad`);
});

test.run();
