/** Programs of the machine, run to their end. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What this machine lacks, so that a job can say NOT RUN instead of failing. */
export class NotRun extends Error {}

const searchPath = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];

export function isInstalled(program: string): boolean {
  return searchPath.some(directory => existsSync(join(directory, program)));
}

export interface CommandOptions {
  directory?: string;
  environment?: Record<string, string>;
  input?: Uint8Array;
}

/** Standard output. Throws with the end of what the program complained about. */
export function command(program: string, args: readonly string[], options: CommandOptions = {}): string {
  const { directory: cwd, environment, input } = options;
  const env = { ...process.env, LC_ALL: 'C', PATH: searchPath.join(delimiter), ...environment };
  try {
    return execFileSync(program, args, {
      cwd,
      env,
      input,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (cause) {
    const { stderr, stdout, message } = cause as { stderr?: string; stdout?: string; message: string };
    const said = `${stdout ?? ''}${stderr ?? ''}`.trim().slice(-1_000);
    throw new Error(`${program} ${args.slice(0, 4).join(' ')}: ${said || message}`);
  }
}

/**
 * Sees to it that programs are there, installing their Debian packages when this process may.
 * `wanted` is a list of program and package. Throws NotRun with what to install.
 */
export function needPrograms(wanted: Readonly<Record<string, string>>): void {
  const missing = () => [...new Set(Object.keys(wanted).filter(program => !isInstalled(program)))];
  if (missing().length === 0) return;
  const packages = [...new Set(missing().map(program => wanted[program]!))];
  try {
    if (process.getuid?.() !== 0) throw new Error('only root may install them');
    const quiet = { environment: { DEBIAN_FRONTEND: 'noninteractive' } };
    command('apt-get', ['-q', 'update'], quiet);
    command('apt-get', ['-q', '-y', '--no-install-recommends', 'install', ...packages], quiet);
  } catch (cause) {
    throw new NotRun(`needs apt-get install ${packages.join(' ')} (${(cause as Error).message})`);
  }
}
