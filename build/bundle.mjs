// Bundles the agent into dist/uspi.mjs plus dist/chunks/: what a verb needs is loaded when it is needed.
// Another folder than dist may be named.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { refuseCircles, toCommonJs } from './bundle/common-js.mjs';
import { loadLate } from './bundle/late-builtins.mjs';
import { leaveOut } from './bundle/leave-out.mjs';
import { useStandIns } from './bundle/stand-ins.mjs';

const outdir = process.argv[2] ?? 'dist';

const { outputFiles, metafile } = await build({
  entryPoints: { uspi: 'agent/main.ts' },
  outdir,
  write: false,
  metafile: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  legalComments: 'none',
  // The native packages stay outside: they are optional and loaded only when the configuration names such a bus.
  external: ['onoff', 'i2c-bus', 'serialport', 'koffi'],
  plugins: [useStandIns, loadLate, leaveOut],
  logLevel: 'warning',
});

const isStatic = ({ kind, external }) => kind === 'import-statement' && !external;
refuseCircles(
  new Map(
    Object.entries(metafile.outputs).map(([chunk, { imports }]) => [
      chunk,
      imports.filter(isStatic).map(({ path }) => path),
    ]),
  ),
);

// The program itself must be an ES module by its name; it does nothing but hand over.
const program = `#!/usr/bin/env node
import { createRequire } from 'node:module';
createRequire(import.meta.url)('./chunks/uspi.cjs');
`;

await rm(outdir, { recursive: true, force: true });
await mkdir(join(outdir, 'chunks'), { recursive: true });
await writeFile(join(outdir, 'uspi.mjs'), program, { mode: 0o755 });
for (const { path, text } of outputFiles) {
  await writeFile(join(outdir, 'chunks', basename(path).replace('.mjs', '.cjs')), toCommonJs(text));
}
