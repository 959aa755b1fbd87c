import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

let built: string | undefined;

/** The program as it is shipped, bundled from these sources once a process; its path. */
export function bundledProgram(): string {
  if (built === undefined) {
    // Beside node_modules, where the packages that stay outside of the bundle are found.
    const directory = join('.build', `bundle-${process.pid}`);
    execFileSync(process.execPath, ['build/bundle.mjs', directory], { stdio: 'pipe' });
    built = join(directory, 'uspi.cjs');
    process.once('exit', () => execFileSync('rm', ['-rf', directory]));
  }
  return built;
}
