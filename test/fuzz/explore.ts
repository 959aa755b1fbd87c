/** A campaign that keeps the inputs that reach new code, and damages those further. */
import { seededRandom } from '../helpers/random.ts';
import type { Coverage } from './coverage.ts';
import { Dice, damagedBytes, damagedText } from './mutate.ts';
import type { Input, Target, Victim } from './target.ts';
import { Trap } from './trap.ts';

export interface ExploreOptions {
  seed: number;
  seconds: number;
}

export interface ExploreReport {
  inputs: number;
  seconds: number;
  /** Inputs that were kept because they reached something new. */
  corpus: number;
  /** Stretches of code that were reached. */
  regions: number;
}

/** Inputs between two looks at the counters, which cost some milliseconds: more of them where victims take many. */
const batchInputsMin = 32;
const batchInputsMax = 512;
const batchesPerVictim = 20;
const corpusMax = 5_000;
/** One input of so many is not made from what was kept. */
const freshShare = 0.25;
/** Kept inputs that are young are tried more often. */
const youngInputs = 16;

/** Until the time is over; rejects with the first Finding. */
export async function explore(target: Target, coverage: Coverage, options: ExploreOptions): Promise<ExploreReport> {
  const explorer = new Explorer(target, coverage, options.seed);
  const startedMs = performance.now();
  const seconds = () => (performance.now() - startedMs) / 1_000;
  await explorer.run(() => seconds() < options.seconds);
  const { inputs, corpus } = explorer;
  return { inputs, seconds: seconds(), corpus: corpus.length, regions: coverage.regions };
}

class Explorer {
  inputs = 0;
  readonly corpus: Input[] = [];
  readonly #target: Target;
  readonly #coverage: Coverage;
  readonly #dice: Dice;
  readonly #trap: Trap;
  readonly #batchInputs: number;
  #victim: Victim | undefined;
  #takenByVictim = 0;

  constructor(target: Target, coverage: Coverage, seed: number) {
    this.#target = target;
    this.#coverage = coverage;
    this.#dice = new Dice(seededRandom(seed));
    this.#trap = new Trap(target, seed);
    const wanted = Math.round(target.inputsPerVictim / batchesPerVictim);
    this.#batchInputs = Math.max(batchInputsMin, Math.min(batchInputsMax, wanted));
  }

  run(isTimeLeft: () => boolean): Promise<void> {
    return this.#trap.around(async () => {
      while (isTimeLeft()) {
        const victim = await this.#aVictim();
        const batch = Array.from({ length: this.#batchInputs }, () => this.#next(victim));
        await this.#give(victim, batch);
        if (this.#coverage.isNew()) await this.#findNew(victim, batch);
      }
      if (this.#victim) await this.#trap.end(this.#victim);
    });
  }

  /** Gives the halves of a batch that reached something new again, until it is known which inputs it was. */
  async #findNew(victim: Victim, batch: readonly Input[]): Promise<void> {
    if (batch.length === 1) {
      this.#coverage.keep();
      if (this.corpus.length < corpusMax) this.corpus.push(batch[0]!);
      return;
    }
    let isFound = false;
    for (const half of [batch.slice(0, batch.length >> 1), batch.slice(batch.length >> 1)]) {
      await this.#give(victim, half);
      if (!this.#coverage.isNew()) continue;
      isFound = true;
      await this.#findNew(victim, half);
    }
    // It depended on what came before: there is no input to keep, and it is not new any more.
    if (!isFound) {
      await this.#give(victim, batch);
      this.#coverage.isNew();
      this.#coverage.keep();
    }
  }

  async #give(victim: Victim, batch: readonly Input[]): Promise<void> {
    for (const input of batch) {
      const taken = this.#trap.give(victim, input, this.inputs++);
      if (taken) await taken;
    }
    this.#takenByVictim += batch.length;
  }

  async #aVictim(): Promise<Victim> {
    if (this.#victim && this.#takenByVictim >= this.#target.inputsPerVictim) {
      await this.#trap.end(this.#victim);
      this.#victim = undefined;
    }
    if (!this.#victim) this.#takenByVictim = 0;
    this.#victim ??= await this.#target.start();
    return this.#victim;
  }

  #next(victim: Victim): Input {
    const dice = this.#dice;
    if (this.corpus.length === 0 || dice.chance(freshShare)) return victim.next(dice);
    const pool = dice.chance(0.5) ? this.corpus : this.corpus.slice(-youngInputs);
    const input = dice.pick(pool);
    if (typeof input === 'string') return damagedText([input], this.#target.tokens ?? [' '], dice);
    return damagedBytes([input], dice);
  }
}
