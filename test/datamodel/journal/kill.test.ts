/** A real process on a real disk: killed at any moment, and writing until the disk is full. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formats, replay } from '../../../datamodel/journal/replay.ts';
import { seededRandom } from '../../helpers/random.ts';
import { buildStateChild, temporaryDirectory } from '../../helpers/temporary.ts';

const directory = temporaryDirectory();
const program = buildStateChild(directory);

/** Starts the child, kills it after so many acknowledgements, and returns all that it could still say. */
async function countUntilKilled(acknowledgements: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, 'count', directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  createInterface(child.stdout).on('line', line => {
    said.push(line);
    if (said.length === acknowledgements) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return said;
}

test('60 times kill -9: every acknowledged commit is there, and none in part', async () => {
  const random = seededRandom(20);
  let last = -1;
  for (let run = 0; run < 60; run++) {
    const said = await countUntilKilled(1 + Math.floor(random.fraction() * 80));
    const numbers = said.filter(line => /^\d+$/.test(line)).map(Number);
    assert.is(numbers[0], last + 1, `run ${run} goes on where the one before was killed: ${said[0]}`);
    const state = replay(readFileSync(join(directory, 'journal')), formats).found!.state.map;
    last = Number(state.get('number'));
    assert.ok(last >= numbers.at(-1)!, `run ${run}: ${numbers.at(-1)} was acknowledged, found ${last}`);
    for (let n = Math.max(0, last - 39); n <= last; n++) {
      assert.ok(state.get(`row ${n % 40}`)?.startsWith(`${n} `), `run ${run}: row of ${n} beside number ${last}`);
    }
  }
  assert.ok(last > 1_000, 'long enough for many compactions');
});

test('a disk that is full refuses, loses nothing, and serves again when there is room', () => {
  // A file system of its own in a mount namespace of its own: it goes when the shell ends.
  const script = 'mkdir -p "$1/small" && mount -t tmpfs -o size=200k none "$1/small" && exec "$2" "$3" fill "$1/small"';
  const run = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', directory, process.execPath, program], {
    encoding: 'utf8',
  });
  if (!run.stdout?.includes('refused')) {
    process.stdout.write(`NOT RUN full disk: no tmpfs can be mounted here: ${run.stderr ?? run.error?.message}\n`);
    return assert.match(run.stderr ?? run.error?.message, /unshare|mount|ENOENT/);
  }
  assert.equal(
    run.stdout
      .trim()
      .split('\n')
      .map(line => line.replace(/: ENOSPC: .*/, ': ENOSPC')),
    [
      'error: journal: changes are refused until it can be written: ENOSPC',
      'refused: ENOSPC',
      'notice: journal: changes are kept again',
      'after a restart: the same, many',
    ],
  );
});

test.run();
