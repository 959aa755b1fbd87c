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

for (const [name, load] of Object.entries(chips)) {
  test(`${name} is in the guide, with its channels and options`, async () => {
    const definition = await load();
    assert.match(guide, new RegExp(`^\\| \`${name}\` +\\|`, 'm'));
    const section = sections.get(name) ?? '';
    for (const channel of Object.keys(definition.channels)) assert.ok(isTold(section, channel), channel);
    for (const option of Object.keys(definition.options ?? {})) assert.ok(isTold(section, option), option);
    const isInherited = name === 'pir' || name === 'reed';
    if (!isInherited)
      for (const { type } of Object.values(definition.channels)) assert.ok(section.includes(type), type);
  });
}

test.run();
