/** Rows of which commits speak that may yet be undone, and how many of these there are. */
import type { ObjectNode } from '../../datamodel/node.ts';

export class Unsettled {
  readonly #counts = new Map<ObjectNode, number>();

  has(row: ObjectNode): boolean {
    return this.#counts.has(row);
  }

  rows(): Iterable<ObjectNode> {
    return this.#counts.keys();
  }

  /** A commit speaks of them. */
  add(rows: ReadonlySet<ObjectNode>): void {
    for (const row of rows) this.#counts.set(row, (this.#counts.get(row) ?? 0) + 1);
  }

  /** A commit that speaks of them stands, or has been undone. Those that no other one speaks of. */
  settle(rows: ReadonlySet<ObjectNode>): ObjectNode[] {
    return [...rows].filter(row => {
      const left = (this.#counts.get(row) ?? 1) - 1;
      if (left > 0) this.#counts.set(row, left);
      else this.#counts.delete(row);
      return left <= 0;
    });
  }
}
