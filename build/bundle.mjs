// Bundles the agent into dist/uspi.mjs plus dist/chunks/: what a verb needs is loaded when it is needed.
// Another folder than dist may be named.
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { broughtAlong, fileOf, refuseCircles, toCommonJs } from './bundle/common-js.mjs';
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
  // The package mqtt looks for it, to learn that it is not in a browser; Node would load it for the answer.
  define: { navigator: 'undefined' },
  legalComments: 'none',
  // The native packages stay outside: they are optional and loaded only when the configuration names such a bus.
  external: ['onoff', 'i2c-bus', 'serialport', 'koffi'],
  plugins: [useStandIns, loadLate, leaveOut],
  logLevel: 'warning',
});

const isStatic = ({ kind, external }) => kind === 'import-statement' && !external;
/** The chunks that each loads with it. */
const chunks = new Map(
  Object.entries(metafile.outputs).map(([chunk, { imports }]) => [
    basename(chunk),
    imports.filter(isStatic).map(({ path }) => basename(path)),
  ]),
);
refuseCircles(chunks);

await rm(outdir, { recursive: true, force: true });
await mkdir(join(outdir, 'chunks'), { recursive: true });
// The program itself must be an ES module by its name; it does little but hand over.
await copyFile(new URL('bundle/program.mjs', import.meta.url), join(outdir, 'uspi.mjs'));
await chmod(join(outdir, 'uspi.mjs'), 0o755);
for (const { path, text } of outputFiles) {
  const chunk = basename(path);
  const file = join(outdir, 'chunks', fileOf(chunk));
  await writeFile(file, toCommonJs(text, broughtAlong(chunk, chunks)));
}
