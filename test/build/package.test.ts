// What npm installs of us: the bundle alone, and it runs.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bundledProgram } from '../helpers/bundle.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];

function npm(directory: string, ...args: string[]): string {
  return execFileSync('npm', [...args, ...quiet], { cwd: directory, encoding: 'utf8', timeout: 60_000 });
}

/** The package as `npm pack` makes it, with this bundle in place of the folder `dist`. */
function packed(): string {
  const directory = temporaryDirectory();
  for (const file of ['package.json', 'README.md', 'LICENSE', 'build/systemd'])
    cpSync(file, join(directory, file), { recursive: true });
  cpSync(dirname(bundledProgram()), join(directory, 'dist'), { recursive: true });
  return join(directory, npm(directory, 'pack', '--silent').trim());
}

test('what is bundled is not installed once more', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.is(dependencies, undefined);
  for (const name of ['protobufjs', 'coap', 'mqtt', 'uvu']) assert.ok(devDependencies[name], name);
});

test('the packed package runs in an empty folder, without any other package', () => {
  const directory = temporaryDirectory();
  npm(directory, 'install', '--omit=dev', '--omit=optional', packed());
  assert.equal(
    readdirSync(join(directory, 'node_modules')).filter(name => !name.startsWith('.')),
    ['uspi'],
  );
  const shown = execFileSync(join(directory, 'node_modules/.bin/uspi'), ['demo', '--once'], {
    cwd: directory,
    encoding: 'utf8',
    timeout: 60_000,
  });
  assert.match(shown, /^Notify msg_id=\S+ subscription_id=\S+ /m);
});

test.run();
