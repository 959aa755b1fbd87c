/** What the soak test's board has, in virtual and in real time: sensors and an output that are files, with a rule. */
import type { Random } from '../../drivers/ports.ts';

const levels = 6;

/** How often readings are taken, in the agent's own time. */
export const pollMs = 30_000;

const level = (i: number, at: string, poll: number) => `
[[capability]]
name = "level ${i}"
driver = "file"
channel = "level"
at = "${at}/level-${i}"
poll = "${poll}ms"
filter = ["median 3", "delta 0.2"]
low = 2
high = 8
`;

/** The lines of a configuration; the files lie in `at`. */
export function boardToml(at: string, poll = pollMs): string {
  const sensors = Array.from({ length: levels }, (_, i) => level(i, at, poll)).join('');
  return `${sensors}
[[capability]]
name = "door"
driver = "file"
channel = "active"
at = "${at}/door"
poll = "${poll}ms"

[[capability]]
name = "fan"
driver = "file-output"
channel = "switch"
at = "${at}/fan"

[[rule]]
when = "level 0"
is = "high"
set = "fan"
to = true
`;
}

/** What the output's file has in it before anybody writes it. */
export const fanFile = { name: 'fan', text: '0' };

/** What the weather is now; the door moves about once in a hundred turns. */
export class Weather {
  readonly #random: Random;
  readonly #levels = Array.from({ length: levels }, () => 5);
  #door = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Text by file name. */
  turn(): Map<string, string> {
    const texts = new Map<string, string>();
    for (const [i, was] of this.#levels.entries()) {
      const now = Math.min(10, Math.max(0, was + this.#random.fraction() - 0.5));
      this.#levels[i] = now;
      texts.set(`level-${i}`, now.toFixed(2));
    }
    if (this.#random.fraction() < 0.01) this.#door = 1 - this.#door;
    return texts.set('door', String(this.#door));
  }
}
