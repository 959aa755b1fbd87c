/** Files of npm packages, whatever processor they say they are for; never installed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { command, NotRun } from '../helpers/command.ts';
import { built } from './debian.ts';

/** A folder in `directory` with the files of the package `wanted`, with a version or a range. Throws NotRun. */
export function unpackedFromNpm(directory: string, wanted: string): string {
  const name = wanted.replace(/^@/, '').replaceAll('/', '-').replace(/@.*$/, '');
  return built(join(directory, name), wanted, into => {
    try {
      command('npm', ['pack', '--silent', '--pack-destination', into, wanted]);
    } catch (cause) {
      throw new NotRun(`npm is out of reach: ${(cause as Error).message}`);
    }
    const [archive] = readdirSync(into).filter(file => file.endsWith('.tgz'));
    if (!archive) throw new NotRun(`npm pack ${wanted} left no archive`);
    command('tar', ['-xf', join(into, archive), '-C', into, '--strip-components=1']);
  });
}
