// Faults that strike again and again: nothing that was answered is lost, nothing comes twice under two msg_ids, memory is
// bounded, and the agent recovers unaided. USPI_TURNS=500 makes it longer, USPI_TRIAL=DNS is one of them, USPI_SHOW=1 tells more.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Point, slopeOf } from '../soak/slope.ts';
import { type Census, Ledger } from './ledger.ts';
import { type Trial, trials } from './trials.ts';

const seed = Number(process.env.USPI_SEED ?? 1);
const turns = Math.max(12, Number(process.env.USPI_TURNS ?? 12));
/** By how much the heap may surely grow a turn, at its end: a turn is 3 to 20 of everything that may leak. */
const heapBytesPerTurnMax = 3_000;
/** The journal swings between its compactions (64 KiB). */
const journalBytesMax = 100_000;
/** A line when something begins and one when it is over; a turn may be several things. */
const linesPerTurnMax = 12;

function checkGrowth(seen: readonly Census[]): void {
  const points = seen.map(({ heapBytes: y }, x): Point => ({ x, y }));
  const { perUnit, surelyAbove } = slopeOf(points);
  if (process.env.USPI_SHOW)
    console.log(`heap: ${Math.round(perUnit)} bytes a turn, surely ${Math.round(surelyAbove)}`);
  assert.ok(surelyAbove < heapBytesPerTurnMax, `${points.map(({ y }) => y)}`);
  for (const what of ['handles', 'timers', 'notes'] as const) {
    const least = (some: readonly Census[]) => Math.min(...some.map(each => each[what]));
    assert.is(least(seen.slice(turns >> 1)), least(seen.slice(0, turns >> 1)), what);
  }
  const journalBytes = Math.max(...seen.map(each => each.journalBytes));
  assert.ok(journalBytes < journalBytesMax, `${journalBytes} bytes of journal`);
}

async function undergo(trial: Trial, ledger: Ledger): Promise<void> {
  await ledger.start();
  const seen: Census[] = [];
  for (let turn = 0; turn < turns; turn++) {
    await ledger.work();
    await trial.strike(ledger, turn);
    seen.push(await ledger.settle(`seed ${seed}, turn ${turn}`));
    assert.ok(ledger.lines.length <= linesPerTurnMax, ledger.lines.join('\n'));
    if (process.env.USPI_SHOW) console.log(turn, JSON.stringify(seen.at(-1)), ledger.lines.length, ledger.counts);
  }
  assert.ok(ledger.counts.answered >= turns);
  checkGrowth(seen);
}

for (const trial of trials.filter(({ name }) => name.includes(process.env.USPI_TRIAL ?? ''))) {
  test(`${trial.name}, ${turns * trial.strikes} times`, async () => {
    const ledger = new Ledger(seed);
    try {
      await undergo(trial, ledger);
    } finally {
      await ledger.close();
    }
  });
}

test.run();
