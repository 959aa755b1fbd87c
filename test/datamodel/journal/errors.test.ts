import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const codesIn = (path: string, pattern: RegExp) => [...readFileSync(path, 'utf8').matchAll(pattern)].map(m => m[1]);

test('every error code is documented, and no other', () => {
  const codes = codesIn('datamodel/journal/errors.ts', /^ {2}\| '([\w-]+)'/gm);
  assert.ok(codes.length > 0);
  assert.equal(codesIn('docs/journal.md', /^\| `([a-z-]+)` +\|/gm), codes);
});

test.run();
