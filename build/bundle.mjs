// Bundles the agent into dist/uspi.cjs and an archive of chunks beside it: what a verb needs is loaded when it is needed.
// dist/uspi.mjs is a link to it: Node goes by the name of what a link leads to, and takes ten milliseconds less to start
// with a CommonJS module than with an ES module. Packages have no links; theirs is uspi.cjs alone.
// Another folder than dist may be named.
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { archiveOf, ordered } from './bundle/archive.mjs';
import { broughtAlong, refuseCircles, toCommonJs } from './bundle/common-js.mjs';
import { loadLate } from './bundle/late-builtins.mjs';
import { leaveOut } from './bundle/leave-out.mjs';
import { useStandIns } from './bundle/stand-ins.mjs';
import { keepCode } from './systemd/code-cache.mjs';

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
/** The chunks that each loads with it. */
const chunks = new Map(
  Object.entries(metafile.outputs).map(([chunk, { imports }]) => [
    basename(chunk),
    imports.filter(isStatic).map(({ path }) => basename(path)),
  ]),
);
refuseCircles(chunks);

/** What an agent with a controller over MQTT loads by need, the program itself first. */
const needed = ['agent/main.ts', 'agent/cli/run.ts', 'agent/mtp/mqtt.ts', 'agent/mtp/uds.ts', 'build/bundle/mqtt.cjs'];
const entries = needed.map(file => {
  const [chunk] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(file)) ?? [];
  if (chunk === undefined) throw new Error(`no chunk begins with ${file}`);
  return basename(chunk);
});

const { order, headCount } = ordered(entries, chunks);
const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
const commonJs = order.map(chunk =>
  toCommonJs(texts.get(chunk), each => order.indexOf(each), broughtAlong(chunk, chunks)),
);
const { archive, ...facts } = archiveOf(commonJs, headCount);
const { code } = await transform(await readFile(new URL('bundle/program.cjs', import.meta.url), 'utf8'), {
  define: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, JSON.stringify(fact)])),
  minify: true,
  format: 'cjs',
});

await rm(outdir, { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
await writeFile(join(outdir, 'uspi.cjs'), code, { mode: 0o755 });
await symlink('uspi.cjs', join(outdir, 'uspi.mjs'));
await writeFile(join(outdir, 'uspi.chunks'), archive);

try {
  keepCode({ node: process.execPath, program: resolve(outdir, 'uspi.cjs') });
} catch (cause) {
  console.warn(`The program will be compiled at each start: ${cause.message}\n${cause.stderr ?? ''}`);
}
