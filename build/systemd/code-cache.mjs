// Has V8 keep what it makes of the program while it starts, so that later starts need not compile it again. That is V8's own, and
// good for the same Node with the same flags: another one leaves it alone, and starts as it would without.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeOf } from './unit.mjs';

const child = fileURLToPath(new URL('code-cache-child.mjs', import.meta.url));
const startMsMax = 30_000;

/** `node` and `program` as in unit.mjs. Throws when the program does not start; `output` of execFileSync has its log. */
export function keepCode({ node, program, isLowMemory = false }) {
  const { flags, environment } = nodeOf(isLowMemory);
  const options = {
    env: { PATH: process.env.PATH, ...environment },
    timeout: startMsMax,
    killSignal: 'SIGKILL',
    stdio: 'pipe',
  };
  const directory = mkdtempSync(join(tmpdir(), 'uspi-'));
  try {
    // The second start restores what the first one has stored, as nearly every start of an agent does.
    for (const does of ['store', 'keep']) execFileSync(node, [...flags, child, program, directory, does], options);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
