// docs/drivers.md has every driver, with its channels and options.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { chips } from '../../drivers/chips/catalog.gen.ts';

const guide = readFileSync('docs/drivers.md', 'utf8');
const sections = new Map(guide.split(/^## /m).map(section => [section.split('\n', 1)[0]!, section]));

/** `in-b7` is told with its row: `in-a0` to `in-b7`. */
function isTold(section: string, name: string): boolean {
  if (section.includes(`\`${name}\``)) return true;
  const shape = (each: string) => each.replace(/\d+|(?<=-)[ab](?=\d)|(?<=^)a(?=\d)/g, '#');
  const rows = [...section.matchAll(/`([\w-]+)` to `([\w-]+)`/g)];
  return rows.some(([, first, last]) => shape(first!) === shape(name) && shape(last!) === shape(name));
}

/** Presets, and the driver whose section holds for them too. */
const presetOf: Readonly<Record<string, string>> = {
  button: 'gpio-input',
  pir: 'gpio-input',
  reed: 'gpio-input',
  relay: 'gpio-output',
};

for (const [name, load] of Object.entries(chips)) {
  test(`${name} is in the guide, with its channels and options`, async () => {
    const definition = await load();
    assert.match(guide, new RegExp(`^\\| \`${name}\` +\\|`, 'm'));
    assert.ok(sections.has(name), 'it has a section');
    const section = `${sections.get(name)}${sections.get(presetOf[name] ?? '') ?? ''}`;
    for (const channel of Object.keys(definition.channels)) assert.ok(isTold(section, channel), channel);
    for (const option of Object.keys(definition.options ?? {})) assert.ok(isTold(section, option), option);
    for (const { type } of Object.values(definition.channels)) assert.ok(section.includes(type), type);
  });
}

test.run();
