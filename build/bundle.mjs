// Bundles the agent into dist/uspi.mjs plus dist/chunks/: a small switch, and chunks that are loaded by need.
// Another folder than dist may be named.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const outdir = process.argv[2] ?? 'dist';
const absent = fileURLToPath(new URL('absent.cjs', import.meta.url));

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: { uspi: 'agent/main.ts' },
  outdir,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  legalComments: 'none',
  // The native packages stay outside: they are optional and loaded only when the configuration names such a bus.
  external: ['onoff', 'i2c-bus', 'serialport', 'koffi'],
  alias: {
    // Node's own streams are what the package copies for browsers.
    'readable-stream': 'node:stream',
    // Parts of the package mqtt that we never use: WebSocket, SOCKS proxies, timers in a worker.
    ws: absent,
    socks: absent,
    'worker-timers': absent,
  },
  banner: { js: "import{createRequire as uspiRequire}from'node:module';const require=uspiRequire(import.meta.url);" },
  logLevel: 'warning',
});
