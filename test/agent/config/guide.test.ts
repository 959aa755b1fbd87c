// docs/configuration.md and uspi.schema.json say what the grammar says.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadConfig } from '../../../agent/config/load.ts';
import { renderFinding } from '../../../agent/config/render.ts';
import { generateConfigSchema } from '../../../build/config-schema.ts';
import { guide, guideSample } from './guide.ts';
import { chips, vocabulary } from './world.ts';

test('what is generated from the grammar is fresh', async () => {
  for (const [path, content] of await generateConfigSchema()) {
    assert.ok(readFileSync(path, 'utf8') === content, `${path} is stale: run \`npm run generate\``);
  }
});

test('the finding in the guide is what is printed', async () => {
  const drivers = ['gpio-input', 'gpio-output', 'host', 'replay', 'serial-nmea', 'sht31'];
  const few = Object.fromEntries(drivers.map(name => [name, chips[name]!]));
  const toml = (await guideSample()).replace('"sht31"', '"sht13"');
  const result = await loadConfig(toml, 'uspi.toml', few, vocabulary);
  assert.not(result.ok);
  if (!result.ok) assert.ok((await guide()).includes(renderFinding(toml, result.findings[0]!)));
});

test('every TOML fragment of the guide can be parsed', async () => {
  for (const [, fragment = ''] of (await guide()).matchAll(/```toml\n([\s\S]*?)```/g)) {
    const result = await loadConfig(fragment, 'guide', chips, vocabulary);
    const codes = result.ok ? [] : result.findings.map(({ code }) => code);
    assert.ok(
      codes.every(code => code === 'unknown-name'),
      codes.join(),
    );
  }
});

test.run();
