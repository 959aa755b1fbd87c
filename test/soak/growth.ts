/** What may not grow, looked at again and again while the agent works. */
import { type Point, pointsMin, slopeOf } from './slope.ts';

/** Something that is watched, and by how much it may grow. */
export interface Watched {
  what: string;
  unit: string;
  /** The most by which it may surely grow a day of the agent's own time. */
  perDayMax: number;
  /** Its size now. */
  look(): number;
}

export interface Verdict {
  what: string;
  isKept: boolean;
  /** One line for a person. */
  line: string;
}

const dayMs = 86_400_000;

export class Growth {
  readonly #watched: readonly Watched[];
  /** Bare numbers: what is remembered here is on the heap that is watched. */
  readonly #times: number[] = [];
  readonly #sizes: number[][];

  constructor(watched: readonly Watched[]) {
    this.#watched = watched;
    this.#sizes = watched.map(() => []);
  }

  look(nowMs: number): void {
    this.#times.push(nowMs / dayMs);
    for (const [i, { look }] of this.#watched.entries()) this.#sizes[i]!.push(look());
  }

  verdicts(): Verdict[] {
    const points = (sizes: readonly number[]) => sizes.map((y, i) => ({ x: this.#times[i]!, y }));
    return this.#watched.map((watched, i) => verdictOf(watched, points(this.#sizes[i]!)));
  }
}

function verdictOf({ what, unit, perDayMax }: Watched, points: readonly Point[]): Verdict {
  if (points.length < pointsMin) return { what, isKept: false, line: `FAIL ${what}: seen ${points.length} times only` };
  const { perUnit, surelyAbove } = slopeOf(points);
  const isKept = surelyAbove <= perDayMax;
  const [first, last] = [points[Math.floor(points.length / 3)]!.y, points[points.length - 1]!.y];
  const slope = `${perUnit.toFixed(2)} ${unit} a day, surely more than ${surelyAbove.toFixed(2)}, of ${perDayMax} at most`;
  const seen = `${first.toFixed(2)} to ${last.toFixed(2)} ${unit} in ${points.length} looks`;
  return { what, isKept, line: `${isKept ? 'ok  ' : 'FAIL'} ${what}: ${slope}; ${seen}` };
}
