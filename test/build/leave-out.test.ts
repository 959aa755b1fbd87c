// What the bundle leaves out of the sources, and no more: the drivers as they are bundled, beside those that are written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type BuildFailure, build } from 'esbuild';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ChipCatalog } from '../../agent/config/types.ts';
import { leaveOut } from '../../build/bundle/leave-out.mjs';
import { chips } from '../../drivers/chips/catalog.gen.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

/** Only what can be compared: functions by their being there. */
const plain = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([key]) => depth === 0 || key !== 'description');
  return Object.fromEntries(kept.map(([key, each]) => [key, plain(each, depth + 1)]));
};

test('drivers are bundled whole, but for what their channels and options mean', async () => {
  const outfile = join(temporaryDirectory(), 'chips.mjs');
  await build({
    entryPoints: [resolve('drivers/chips/catalog.gen.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['onoff', 'i2c-bus', 'serialport', 'koffi'],
    plugins: [{ name: leaveOut.name, setup: ({ onLoad }) => leaveOut.setup({ onLoad, onEnd: () => {} }) }],
  });
  const bundled = ((await import(outfile)) as { chips: ChipCatalog }).chips;
  assert.equal(Object.keys(bundled), Object.keys(chips));
  for (const [name, load] of Object.entries(chips)) {
    const [chip, written] = [await bundled[name]?.(), await load()];
    assert.equal(plain(chip), plain(written), name);
    assert.type(chip?.description, 'string');
  }
});

test('what was left out, and is called all the same, fails the build', async () => {
  const outdir = temporaryDirectory();
  const file = join(outdir, 'node_modules/mqtt-packet/writeToStream.js');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'function suback (packet) {\n}\nfunction auth () {\n}\nsuback(1)\n');
  const asked = build({ entryPoints: [file], outdir, plugins: [leaveOut], logLevel: 'silent' });
  const errors = await asked.then(
    () => [],
    (failure: BuildFailure) => failure.errors.map(({ text }) => text),
  );
  const isOf = (name: string) => errors.filter(text => text.endsWith(`: ${name}`));
  assert.equal(isOf('suback'), ['left out, and called: suback']);
  assert.equal(isOf('auth'), []);
  assert.equal(isOf('unsuback'), ['nothing is left out any more: unsuback']);
});

test.run();
