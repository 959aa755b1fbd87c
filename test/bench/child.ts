/** A row is measured in a process of its own, so that none is slowed or sped up by what ran before it. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Run } from './row.ts';

/** The runs of a row, or why there are none. */
export type Measured = { runs: Run[] } | { notRun: string };

/** What a row's process tells; `failed`: the cause. */
export type Told = Measured | { failed: string } | 'wants its turn' | 'has had its turn';

export interface Order {
  row: string;
  runs: number;
  program: string;
  isQuick: boolean;
  minutes?: number;
}

const runMsMax = 600_000;

/** Rows that are measured at the same time have the machine to themselves one after the other. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is the turn, with what ends it. */
  next(): Promise<() => void> {
    const before = this.#last;
    let end = () => {};
    this.#last = new Promise(resolve => {
      end = resolve;
    });
    return before.then(() => end);
  }
}

/** Measures a row by a process of the Node.js at `execPath`. Rejects when the row fails. */
export function measured(order: Order, turns: Turns, execPath = process.execPath): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const timeout = order.runs * (runMsMax + (order.minutes ?? 0) * 60_000);
    const options = { execPath, execArgv: ['--import', 'tsx'], timeout };
    const child = fork('test/bench/measure.ts', [JSON.stringify(order)], options);
    const endTurn = takingTurns(child, turns);
    child.on('message', (told: Told) => {
      if (typeof told === 'string') return;
      if ('failed' in told) reject(new Error(told.failed));
      else resolve(told);
    });
    child.once('exit', code => {
      endTurn();
      reject(new Error(`the row ${order.row} has ended with ${code}`));
    });
  });
}

/** Gives the child its turns; returns what ends the one that it may have. */
function takingTurns(child: ChildProcess, turns: Turns): () => void {
  let endTurn = () => {};
  child.on('message', async (told: Told) => {
    if (told === 'has had its turn') endTurn();
    if (told !== 'wants its turn') return;
    endTurn = await turns.next();
    if (child.connected) child.send('go');
    else endTurn();
  });
  return () => endTurn();
}
