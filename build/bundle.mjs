// Bundles the agent into dist/uspi.mjs plus dist/chunks/: one main chunk, the rest loaded by need.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { uspi: 'agent/main.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The native packages stay outside: they are optional and loaded only when the configuration names such a bus.
  external: ['onoff', 'i2c-bus', 'serialport'],
  banner: { js: "import{createRequire as uspiRequire}from'node:module';const require=uspiRequire(import.meta.url);" },
  logLevel: 'warning',
});
