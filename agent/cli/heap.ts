/**
 * Keeps V8's heap as small as an agent that mostly waits can have it. V8 is made for pages that are busy at once: it
 * optimises what only a start repeats, and leaves the heap that the start has blown up as it is, half empty and full of
 * code that nothing runs any more. Once the agent has settled, V8 optimises as ever: under load that halves the time of a
 * message.
 *
 * The flags are V8's own, changed while it runs, and each of them is seen to work on the versions of Node named here
 * alone; any other is left to its habits. docs/service.md has the figures.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const nodeVersions = /^v20\./;

/** Connected, everything bound and read once: what a start allocates does not count as load any more. */
const settledMs = 5_000;

/** Between them the agent allocates a little, by which V8 sees that half of the young generation will do. */
const collections = 3;
const collectionsApartMs = 1_000;

/** While they hold, a collection packs the heap, and drops the code of whatever does not run at that moment. */
const thorough = ['compact-on-every-full-gc', 'stress-flush-code', 'flush-baseline-code'];

/** To be called once, at the start of the process. */
export function keepHeapSmall(): void {
  if (!nodeVersions.test(process.version)) return;
  setFlagsFromString('--no-opt');
  setTimeout(settle, settledMs, collections).unref();
}

function settle(left: number): void {
  if (left > 0) {
    collect();
    setTimeout(settle, collectionsApartMs, left - 1).unref();
  } else {
    setFlagsFromString('--opt');
  }
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  for (const flag of thorough) setFlagsFromString(`--${flag}`);
  gc();
  for (const flag of thorough) setFlagsFromString(`--no-${flag}`);
}
