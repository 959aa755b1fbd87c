// The transports with their packages as the bundle has them, cut and with stand-ins: their own tests hold over these, too.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { leaveOut } from '../../build/bundle/leave-out.mjs';
import { useStandIns } from '../../build/bundle/stand-ins.mjs';

const mqtt = ['mqtt', 'mqtt-messages', 'mqtt-mosquitto', 'mqtt-sender', 'mqtt-tls', 'mqtt-trouble'];
const names = [...mqtt, 'coap/endpoint', 'coap/transport'];
// Beside node_modules, where the tests' own packages are found.
const outdir = join('.build', `transports-${process.pid}`);

/** What the tests themselves ask for is whole: they play the broker and the peers. */
const testsOwn: Plugin = {
  name: 'tests-own',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ importer }) =>
      /[\\/]test[\\/]/.test(importer) ? { external: true } : undefined,
    ),
};

/** The transports are not all that the bundle has: not every stand-in is asked for. */
const onEnd = () => {};

test.before(async () => {
  await build({
    entryPoints: names.map(name => `test/agent/mtp/${name}.test.ts`),
    entryNames: '[name]',
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    plugins: [
      testsOwn,
      { name: useStandIns.name, setup: ({ onResolve }) => useStandIns.setup({ onResolve, onEnd }) },
      { name: leaveOut.name, setup: ({ onLoad }) => leaveOut.setup({ onLoad, onEnd }) },
    ],
  });
});

test.after(() => rmSync(outdir, { recursive: true }));

for (const name of names) {
  test(name, () => {
    const file = join(outdir, `${basename(name)}.test.mjs`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8', timeout: 30_000 });
    assert.is(status, 0, stdout + stderr);
    assert.match(stdout, /Passed: +[1-9]/);
  });
}

test.run();
