// docs/configuration.md and uspi.schema.json say what the grammar says.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { generateConfigSchema } from '../../../build/config-schema.ts';

test('what is generated from the grammar is fresh', async () => {
  for (const [path, content] of await generateConfigSchema()) {
    assert.ok(readFileSync(path, 'utf8') === content, `${path} is stale: run \`npm run generate\``);
  }
});

test.run();
