// What README.md and docs/cli.md say of the command line is so.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { verbs } from '../../../agent/cli/verbs.ts';

const readme = readFileSync('README.md', 'utf8');
const guide = readFileSync('docs/cli.md', 'utf8');

test('the guide lists every verb with its words', async () => {
  for (const [name, { isHidden, load }] of Object.entries(verbs)) {
    const { words } = (await load()).verb;
    const isListed = new RegExp(`^\\| \`${name} `, 'm').test(guide);
    assert.is(isListed, !isHidden, name);
    if (isListed && words !== '') assert.ok(guide.includes(`| \`${name} ${words}\` |`), `${name} ${words}`);
  }
});

test('what is linked is there', () => {
  for (const [path, text] of [
    ['README.md', readme],
    ['docs/cli.md', guide],
  ] as const) {
    const links = [...text.matchAll(/\]\(([^)#:]+)[^)]*\)/g)].map(([, link]) => join(dirname(path), link!));
    assert.ok(links.length > 0);
    assert.equal(
      links.filter(link => !existsSync(link)),
      [],
    );
  }
});

test.run();
