// What is printed for a bad configuration, to the letter: place, line, caret, what was expected, what was meant.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Finding, findingCodes } from '../../../agent/config/finding.ts';
import { capabilitiesMax, controllersMax, fileCharsMax, findingsMax } from '../../../agent/config/limits.ts';
import { loadConfig } from '../../../agent/config/load.ts';
import { renderFinding } from '../../../agent/config/render.ts';
import { badCases, warnedCases } from './cases/all.ts';
import { chips, vocabulary } from './world.ts';

const load = (toml: string) => loadConfig(toml, 'uspi.toml', chips, vocabulary);

async function findingsOf(toml: string): Promise<Finding[]> {
  const result = await load(toml);
  assert.not(result.ok);
  return result.ok ? [] : result.findings;
}

for (const [about, cases] of Object.entries(badCases)) {
  for (const { name, toml, shows } of cases) {
    test(`${about}: ${name}`, async () => {
      const findings = await findingsOf(toml);
      assert.is(findings.map(finding => renderFinding(toml, finding)).join('\n'), shows);
    });
  }
}

for (const { name, toml, shows } of warnedCases) {
  test(`a warning: ${name}`, async () => {
    const result = await load(toml);
    assert.ok(result.ok, 'a warning lets the agent start');
    const warnings = result.ok ? result.warnings : [];
    assert.is(warnings.map(warning => renderFinding(toml, warning)).join('\n'), shows);
  });
}

test('every code but the limits has its case', async () => {
  const seen = new Set<string>(['too-large', 'more-findings']);
  for (const { toml } of [...Object.values(badCases).flat(), ...warnedCases]) {
    const result = await load(toml);
    for (const { code } of result.ok ? result.warnings : result.findings) seen.add(code);
  }
  assert.equal([...seen].sort(), Object.keys(findingCodes).sort());
});

test('a file that is too large is not parsed', async () => {
  const [finding] = await findingsOf('#'.repeat(fileCharsMax + 1));
  assert.is(finding?.code, 'too-large');
  assert.ok((await load('#'.repeat(fileCharsMax))).ok, 'the limit itself is allowed');
});

const controller = (index: number) =>
  `[[controller]]\nendpoint = "self::c${index}"\nrole = "Untrusted"\ncoap = { url = "coap://localhost/usp" }\n`;

test('more controllers than the limit are refused at the first that is too many', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => controller(index)).join('');
  assert.ok((await load(many(controllersMax))).ok);
  const findings = await findingsOf(many(controllersMax + 1));
  assert.is(findings.length, 1);
  assert.is(findings[0]?.code, 'too-large');
  assert.is(findings[0]?.line, 4 * controllersMax + 1);
});

const input = (index: number) => `[[capability]]\nname = "c${index}"\ndriver = "host"\nchannel = "load"\n`;

test('a board at the limit of its capabilities is read', async () => {
  const toml = Array.from({ length: capabilitiesMax }, (_, index) => input(index)).join('');
  const result = await load(toml);
  assert.ok(result.ok && result.config.capabilities.length === capabilitiesMax);
});

test('findings beyond the limit are counted, and warnings make room for errors', async () => {
  const warned = (index: number) =>
    `[[capability]]\nname = "w${index}"\ndriver = "any-i2c"\nat = "i2c-${index}:0x10"\nlow = -50\n`;
  const toml = `${Array.from({ length: findingsMax }, (_, index) => warned(index)).join('')}[log]\nlevel = "loud"\n`;
  const findings = await findingsOf(toml);
  assert.is(findings.length, findingsMax + 1);
  assert.is(findings.at(-1)?.code, 'more-findings');
  assert.is(findings.at(-1)?.message, 'findings not shown: 1');
  assert.is(findings.at(-2)?.message, '"loud" is not known here');
});

test.run();
