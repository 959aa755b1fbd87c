/** One agent a state directory, although each begins to work before the kernel has said that it may. */
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lockAfterMs } from '../../../agent/run/limits.ts';
import { type OpenedState, openState } from '../../../agent/run/state.ts';
import { JournalError } from '../../../datamodel/journal/errors.ts';
import { put } from '../../../datamodel/journal/operation.ts';
import { claimStateDirectory, StateLockedError } from '../../../drivers/host/lock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { startTestAgent } from '../../helpers/agent.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';

const open = (stateDirectory: string, clock = new VirtualClock()): Promise<OpenedState> =>
  openState({ stateDirectory, clock, log: () => {} });

async function close({ journal, release }: OpenedState): Promise<void> {
  await journal.close();
  await release();
}

/** A directory with an agent's state, and nobody there. */
async function used(): Promise<string> {
  const directory = temporaryDirectory();
  const state = await open(directory);
  await state.journal.commit([put('who', 'before')]);
  await close(state);
  leaveBy(directory);
  return directory;
}

/** As if the process that was there had ended: its ID is nobody's. */
function leaveBy(directory: string): void {
  const path = join(directory, 'lock');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, '4194304'));
}

const nameIn = (directory: string) => readFileSync(join(directory, 'lock'), 'utf8');

test('what is there can be read before the kernel is asked, and is ours from the first write on', async () => {
  const directory = await used();
  const state = await open(directory);
  assert.is(state.journal.state.get('who'), 'before');
  assert.match(nameIn(directory), /^4194304 /, 'not asked yet');
  await state.journal.commit([put('who', 'us')]);
  assert.match(nameIn(directory), `${process.pid} `);
  await close(state);
});

test('of two that start together one writes, and the other is told before a byte of its own is written', async () => {
  const directory = await used();
  const [winner, loser] = [await open(directory), await open(directory)];
  await winner.journal.commit([put('who', 'winner')]);
  const refusal = await loser.journal.commit([put('who', 'loser')]).catch(cause => cause);
  assert.instance(refusal, JournalError);
  assert.instance(await loser.ownership.lost, StateLockedError);
  await close(loser);
  await winner.journal.commit([put('still', 'here')]);
  await close(winner);
  const after = await open(directory);
  assert.equal(
    [...after.journal.state],
    [
      ['who', 'winner'],
      ['still', 'here'],
    ],
  );
  await close(after);
});

test('one that has nothing to write asks soon after its start', async () => {
  const directory = await used();
  const clock = new VirtualClock();
  const [idle, late] = [await open(directory, clock), await open(directory)];
  await clock.advance(lockAfterMs);
  await idle.ownership.sure();
  assert.match(nameIn(directory), `${process.pid} `);
  await late.ownership.sure().catch(() => {});
  assert.instance(late.ownership.loss, StateLockedError);
  await close(late);
  await close(idle);
});

test('one that has read what another has since written over does not go on with it', async () => {
  const directory = await used();
  const slow = await open(directory);
  const quick = await open(directory);
  await quick.journal.commit([put('who', 'quick')]);
  await close(quick);
  await slow.journal.commit([put('who', 'slow')]).catch(() => {});
  assert.instance(slow.ownership.loss, StateLockedError);
  assert.match(slow.ownership.loss?.message ?? '', 'has just been written by another agent');
  await close(slow);
  const after = await open(directory);
  assert.is(after.journal.state.get('who'), 'quick');
  await close(after);
});

test('the journal that was read is told from another of the same length', async () => {
  const directory = await used();
  const slow = await open(directory);
  const path = join(directory, 'journal');
  const bytes = readFileSync(path);
  renameSync(path, `${path}.old`);
  writeFileSync(path, bytes);
  await slow.journal.commit([put('who', 'slow')]).catch(() => {});
  assert.instance(slow.ownership.loss, StateLockedError);
  await close(slow);
});

test('one that is refused while it mends what a power cut has left does not start, and leaves all as it is', async () => {
  const directory = await used();
  const path = join(directory, 'journal');
  appendFileSync(path, 'torn');
  writeFileSync(`${path}.new`, 'of a compaction that is under way');
  const winner = await claimStateDirectory(directory);
  await winner.confirm();
  leaveBy(directory); // Its name comes late.
  const refusal = await open(directory).catch(cause => cause);
  assert.instance(refusal, StateLockedError);
  assert.match(readFileSync(path, 'latin1'), /torn$/);
  assert.ok(existsSync(`${path}.new`));
  await winner.release();
  const state = await open(directory);
  await state.journal.commit([put('who', 'us')]);
  assert.not.ok(existsSync(`${path}.new`));
  await close(state);
});

const toml = '[agent]\nendpoint = "os::012345-test"\n';

test('of agents that start together on a new directory one runs, and the others say that it is locked', async () => {
  const directory = temporaryDirectory();
  const starts = await Promise.allSettled(Array.from({ length: 4 }, () => startTestAgent(toml, { directory })));
  const running = starts.flatMap(start => (start.status === 'fulfilled' ? [start.value] : []));
  const refused = starts.flatMap(start => (start.status === 'rejected' ? [start.reason] : []));
  for (const cause of refused) assert.instance(cause, StateLockedError);
  const lost = await Promise.race([...running.map(({ lost }) => lost), Promise.resolve(undefined)]);
  assert.is(lost, undefined);
  assert.is(running.length, 1);
  await running[0]!.stop();
});

test('what would move an output waits for the kernel, so that a loser moves nothing', async () => {
  const directory = temporaryDirectory();
  const lamp = '[[capability]]\nname = "lamp"\ndriver = "gpio-output"\nat = "gpiochip0:17"\n';
  await (await startTestAgent(toml + lamp, { directory })).stop();
  leaveBy(join(directory, 'state'));
  const other = await open(join(directory, 'state'));
  await other.ownership.sure();
  leaveBy(join(directory, 'state'));
  const hardware = new SimHardware(new VirtualClock());
  let opened = false;
  hardware.openGpio = () => {
    opened = true;
    return Promise.reject(new Error('not yet'));
  };
  const refusal = await startTestAgent(toml + lamp, { directory, hardware }).catch(cause => cause);
  assert.instance(refusal, StateLockedError);
  assert.not.ok(opened);
  await close(other);
});

test('an agent that loses its directory says so, and stops without having changed it', async () => {
  const directory = temporaryDirectory();
  await (await startTestAgent(toml, { directory })).stop();
  leaveBy(join(directory, 'state'));
  const journal = () => readFileSync(join(directory, 'state', 'journal'), 'hex');
  const other = await open(join(directory, 'state'));
  const agent = await startTestAgent(toml, { directory });
  await other.ownership.sure();
  const before = journal();
  assert.instance(await agent.lost, StateLockedError);
  await agent.stop();
  assert.is(journal(), before);
  await close(other);
});

test.run();
