/** Years in virtual time: the whole agent on a board of simulated files, which does its chores. */
import type { Msg, RequestInit } from '../../proto/codec.gen.js';
import { mqttControllerToml } from '../helpers/agent.ts';
import { heapBytes } from '../helpers/heap.ts';
import { seededRandom } from '../helpers/random.ts';
import { Site } from '../helpers/site.ts';
import { boardToml, fanFile, pollMs, Weather } from './board.ts';
import { type Chore, chores, prepare, type Surroundings } from './chores.ts';
import { Growth, type Verdict } from './growth.ts';
import { handlesPerDayMax, heapKilobytesPerDayMax, journalKilobytesPerDayMax } from './limits.ts';

const hourMs = 3_600_000;
const lookMs = hourMs / 2;
/** How long the agent may take to come back to a broker that is there again: its backoff, and something on top. */
const comeBackMsMax = hourMs;

export interface SoakOptions {
  hours: number;
  seed: number;
  /** Turns in place of the usual ones, and what a test adds to them. */
  chores?: readonly Chore[];
}

export interface SoakReport {
  verdicts: Verdict[];
  /** How often the agent notified, and was asked. */
  notified: number;
  asked: number;
  outages: number;
  syncs: number;
}

export class VirtualSoak implements Surroundings {
  readonly #site: Site;
  readonly #weather: Weather;
  readonly #options: SoakOptions;
  #notified = 0;
  #outages = 0;

  constructor(options: SoakOptions) {
    this.#options = options;
    this.#weather = new Weather(seededRandom(options.seed));
    this.#site = new Site(options.seed);
    this.#site.hears = () => this.#notified++;
  }

  async run(): Promise<SoakReport> {
    try {
      return await this.#live();
    } finally {
      await this.#site.stop();
    }
  }

  async #live(): Promise<SoakReport> {
    const { clock, store } = this.#site;
    await this.#start();
    const growth = this.#growth();
    const due = (this.#options.chores ?? chores).map(chore => ({ chore, atMs: chore.everyMs, turn: 0 }));
    await this.#returned();
    await prepare(this);
    const endMs = this.#options.hours * hourMs;
    for (let nowMs = 0; nowMs < endMs; nowMs = clock.monotonicMs()) {
      await this.#pass(pollMs);
      for (const each of due) {
        if (clock.monotonicMs() < each.atMs) continue;
        await each.chore.run(this, each.turn++);
        each.atMs = clock.monotonicMs() + each.chore.everyMs;
      }
      if (Math.floor(nowMs / lookMs) !== Math.floor(clock.monotonicMs() / lookMs)) growth.look(nowMs);
    }
    const { append, replace } = store.done;
    const counts = { notified: this.#notified, asked: this.#site.asked, outages: this.#outages };
    return { verdicts: growth.verdicts(), ...counts, syncs: append + 2 * replace };
  }

  async ask(request: RequestInit, endpointId?: string): Promise<Msg> {
    const answer = await this.#site.ask(request, endpointId);
    if (!answer) throw new Error(`no answer to ${JSON.stringify(request)}`);
    return answer;
  }

  throwAt(bytes: Uint8Array): void {
    this.#site.publish(bytes);
  }

  async outage(forMs: number): Promise<void> {
    await this.#site.closeBroker();
    this.#outages++;
    for (let goneMs = 0; goneMs < forMs; goneMs += pollMs) await this.#pass(pollMs);
    await this.#site.openBroker();
    await this.#returned();
  }

  #start(): Promise<void> {
    this.#site.hardware.files.texts.set(`/board/${fanFile.name}`, fanFile.text);
    this.#blow();
    return this.#site.start(port => mqttControllerToml(port) + boardToml('/board'), '/board/uspi.toml');
  }

  #growth(): Growth {
    const { clock, store, log } = this.#site;
    const heap = () => {
      log.length = 0;
      return heapBytes() / 1_000;
    };
    const handles = () => process.getActiveResourcesInfo().length;
    return new Growth([
      { what: 'heap', unit: 'kB', perDayMax: heapKilobytesPerDayMax, look: heap },
      { what: 'handles', unit: 'handles', perDayMax: handlesPerDayMax, look: handles },
      { what: 'timers', unit: 'timers', perDayMax: handlesPerDayMax, look: () => clock.waiting },
      { what: 'journal', unit: 'kB', perDayMax: journalKilobytesPerDayMax, look: () => store.content.length / 1_000 },
    ]);
  }

  /** Time passes in one step, with weather. */
  async #pass(ms: number): Promise<void> {
    this.#blow();
    await this.#site.pass(ms);
  }

  #blow(): void {
    for (const [name, text] of this.#weather.turn()) this.#site.hardware.files.texts.set(`/board/${name}`, text);
  }

  async #returned(): Promise<void> {
    const isThere = await this.#site.passUntil(() => this.#site.peer !== undefined, comeBackMsMax);
    if (!isThere) throw new Error('the agent has not come back to its broker');
  }
}
