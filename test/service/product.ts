/** The product in a root file system, laid out as `npm install --global` does, and Node.js. */
import { cpSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundledProgram } from '../helpers/bundle.ts';
import { closure, nativePackages } from '../hil/root.ts';

/** Where the package is, seen from inside. */
export const product = '/usr/local/lib/node_modules/uspi';

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Lays it out, with as many of the native packages as are installed here. */
export function layOut(root: string): void {
  const copy = (from: string, to: string) => cpSync(from, join(root, to), { recursive: true, verbatimSymlinks: true });
  copy(realpathSync(process.execPath), 'usr/bin/node');
  copy(dirname(bundledProgram()), join(product, 'dist'));
  copy('build/systemd', join(product, 'build/systemd'));
  for (const name of closure('node_modules', nativePackages))
    copy(join('node_modules', name), join(product, 'node_modules', name));
}
