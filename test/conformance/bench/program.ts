/** The program under test: the sources as they are, bundled as they are shipped, beside nobody's dist. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { temporaryDirectory } from '../../helpers/temporary.ts';

/** The file to run; it goes with this process. */
export function bundledAgent(): string {
  const directory = join(temporaryDirectory(), 'dist');
  execFileSync(process.execPath, ['build/bundle.mjs', directory], { stdio: 'inherit' });
  return join(directory, 'uspi.mjs');
}
