import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

/** In the bundle package coap is a chunk that is loaded by need, and a CommonJS module has other names there. */

const entry = `
import { createCoapTransport } from './agent/mtp/coap/transport.ts';
const clock = { monotonicMs: () => performance.now(), after: () => ({ stop() {} }) };
const random = { fraction: () => 0.5, bytes: count => new Uint8Array(count) };
const options = { name: 'coap', host: '127.0.0.1', port: 0, path: '/usp' };
const transport = createCoapTransport(options, { clock, random, log: (level, line) => console.log(level, line) });
transport.open({
  received: () => 'accepted',
  connected: () => transport.send(new Uint8Array(5000), transport.url()).then(() => transport.close()).then(() => console.log('sent')),
  disconnected: () => undefined,
});
`;

test('the transport works from a bundle like ours', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'uspi-bundle-'));
  try {
    await build({
      stdin: { contents: entry, resolveDir: process.cwd(), sourcefile: 'entry.mjs' },
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    });
    const printed = execFileSync(process.execPath, [join(outdir, 'stdin.mjs')], { encoding: 'utf8', timeout: 20_000 });
    assert.match(printed, /^notice CoAP listens on coap:\/\/127\.0\.0\.1:\d+\/usp\nsent\n$/);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});

test.run();
