/** Versions of Node.js to compare. Other than this process's own come from npm, whose packages have the binary in them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

export interface NodeBinary {
  /** As in `node --version`. */
  version: string;
  path: string;
}

const own: NodeBinary = { version: process.version, path: process.execPath };

/** `list`: major versions such as "20,24,26"; absent: this process's. They are kept in .build from run to run. */
export function nodesOf(list: string | undefined): NodeBinary[] {
  const majors = list?.split(',').map(major => major.trim()) ?? [];
  return majors.length === 0 ? [own] : majors.map(binaryOf);
}

function binaryOf(major: string): NodeBinary {
  if (!/^\d+$/.test(major)) throw new Error(`--nodes takes major versions such as 20,24: ${major} is none`);
  if (process.version.startsWith(`v${major}.`)) return own;
  const name = `node-linux-${process.arch}`;
  const directory = resolve(`.build/node-${major}`);
  const path = `${directory}/node_modules/${name}/bin/node`;
  if (!existsSync(path)) {
    mkdirSync(directory, { recursive: true });
    const args = ['install', '--prefix', directory, '--no-save', '--no-audit', '--no-fund', `${name}@${major}`];
    execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return { version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(), path };
}
