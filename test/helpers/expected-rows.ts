/** What a table must hold after its agent was killed: all that was acknowledged, and one request wholly or not at all. */
import * as assert from 'uvu/assert';

/** A row's parameters that are compared, by name. */
export type Values = Readonly<Record<string, string>>;

type Rows = ReadonlyMap<string, Values>;

/** What a request that is not answered yet makes of the rows: `undefined` deletes one. */
interface Change {
  existing: ReadonlyMap<string, Values | undefined>;
  added: readonly Values[];
}

const noChange: Change = { existing: new Map(), added: [] };
const instanceOf = (path: string) => path.split('.').at(-2) ?? '';

export class ExpectedRows {
  #rows: Rows = new Map();
  #underway = noChange;
  /** Every instance number that the agent has told. */
  readonly #given = new Set<string>();
  /** Requests that were answered. */
  acknowledgements = 0;

  paths(): string[] {
    return [...this.#rows.keys()];
  }

  isAdding(added: readonly Values[]): void {
    this.#underway = { existing: new Map(), added };
  }

  isSetting(paths: readonly string[], values: Values): void {
    this.#underway = {
      existing: new Map(paths.map(path => [path, { ...this.#rows.get(path), ...values }])),
      added: [],
    };
  }

  isDeleting(paths: readonly string[]): void {
    this.#underway = { existing: new Map(paths.map(path => [path, undefined])), added: [] };
  }

  /** The request under way was answered; an Add's new rows are at `paths`. */
  acknowledged(paths: readonly string[]): void {
    this.#rows = this.#after(paths);
    this.#underway = noChange;
    this.acknowledgements++;
  }

  /** Compares with what the restarted agent holds, and takes over what the unanswered request turned out to have done. */
  meet(held: Rows): void {
    const strangers = [...held.keys()].filter(path => !this.#rows.has(path));
    const hasHappened =
      strangers.length > 0 || [...this.#underway.existing.keys()].some(path => differs(path, held, this.#rows));
    if (hasHappened) this.#rows = this.#after(strangers);
    this.#underway = noChange;
    assert.equal([...held.keys()].sort(), this.paths().sort(), 'the rows after the kill');
    for (const [path, values] of this.#rows)
      assert.equal(part(held.get(path), values), values, `${path} after the kill`);
  }

  /** The rows with the request under way done. */
  #after(addedPaths: readonly string[]): Rows {
    const rows = new Map(this.#rows);
    for (const [path, values] of this.#underway.existing) {
      if (values) rows.set(path, values);
      else rows.delete(path);
    }
    assert.is(addedPaths.length, this.#underway.added.length, `rows that nobody added, or half an Add: ${addedPaths}`);
    for (const [i, path] of addedPaths.entries()) {
      assert.not(this.#given.has(instanceOf(path)), `${path} was given before`);
      this.#given.add(instanceOf(path));
      rows.set(path, this.#underway.added[i] as Values);
    }
    return rows;
  }
}

const part = (all: Values | undefined, wanted: Values): Values =>
  Object.fromEntries(Object.keys(wanted).map(name => [name, all?.[name] ?? 'absent']));

function differs(path: string, held: Rows, rows: Rows): boolean {
  const values = rows.get(path) ?? {};
  const now = part(held.get(path), values);
  return Object.keys(values).some(name => now[name] !== values[name]);
}
