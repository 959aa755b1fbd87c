/**
 * What the configuration file puts into the data model at start, and who wins afterwards.
 *
 * The seed of each row is remembered. While the file says what it said before, the data model wins: a controller's
 * changes stay. When the file has changed, the file wins and the log says so. What the file has below a row goes and
 * comes with that row.
 */
import { Fault } from './errors.ts';
import { JournalError } from './journal/errors.ts';
import type { DataModel } from './model.ts';
import { isInstanceNumber, ObjectNode, type TableNode } from './node.ts';
import { isRecord, isTexts, noteOf } from './notes.ts';
import type { ParamSchema, Scalar } from './schema.ts';
import type { Transaction } from './transaction.ts';
import { findNode, initialValue } from './tree.ts';
import { parseValue } from './values.ts';

/** One row or object as the file wants it. */
export interface Seed {
  /** Stable name of what the file declares: `controller self::controller`. Also tells a person which part is meant. */
  id: string;
  /** Table of the row, or the object itself when it is a single one. `%ID%` at its start stands for the path of the seed ID. */
  at: string;
  /** ID of the seed in whose row `at` begins; absent: it begins at the root. */
  below?: string;
  /** Wire text by relative path: `EndpointID`, `MQTT.Topic`; `%ID%`, or a list of such, stands for the path of the seed ID. */
  values: Readonly<Record<string, string>>;
}

/** What is remembered of a seed. */
interface Remembered {
  path: string;
  values: Record<string, string>;
}

const isRemembered = (value: unknown): value is Remembered =>
  isRecord(value) && typeof value.path === 'string' && isTexts(value.values);

const seedNoteOf = (id: string) => `#seed/${id}`;
/** The instance number that a seed's row had, kept after the row is gone: it comes back under the same number. */
const instanceNoteOf = (id: string) => `#instance/${id}`;

const parentSyntax = /^%([^%]+)%/;

/** IDs of the seeds in whose row or object this one is. */
function parentsOf({ at, below }: Seed): string[] {
  return [below, parentSyntax.exec(at)?.[1]].filter(id => id !== undefined);
}

/**
 * Brings the seeds into the tree, each with its memory in one transaction, and returns each seed's path by ID.
 * A value that the data model refuses is our caller's mistake (the configuration was checked): it throws. Rejects with a
 * JournalError when one could not be stored: the tree is not what the configuration says then, so that it has to be tried
 * again.
 */
export async function applySeeds(
  model: DataModel,
  seeds: readonly Seed[],
  state: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  return sowSeeds(model, seeds, state)();
}

/** The same in two steps, so that others may write while it is on its way to the medium: what it returns waits for that. */
export function sowSeeds(
  model: DataModel,
  seeds: readonly Seed[],
  state: ReadonlyMap<string, string>,
): () => Promise<ReadonlyMap<string, string>> {
  const seeder = new Seeder(model, state, seeds);
  for (const seed of seeds) seeder.seed(seed);
  seeder.forget();
  return async () => {
    await model.settled();
    await seeder.stored();
    return seeder.paths;
  };
}

class Seeder {
  readonly paths = new Map<string, string>();
  readonly #model: DataModel;
  readonly #state: ReadonlyMap<string, string>;
  readonly #ids: ReadonlySet<string>;
  /** IDs of the seeds right below one, by its ID. */
  readonly #children = new Map<string, string[]>();
  /** IDs of the seeds whose parent is a new row: what is remembered of them was below the one that went. */
  readonly #anew = new Set<string>();
  readonly #commits: { id: string; durable: Promise<Fault | undefined> }[] = [];

  constructor(model: DataModel, state: ReadonlyMap<string, string>, seeds: readonly Seed[]) {
    this.#model = model;
    this.#state = state;
    this.#ids = new Set(seeds.map(seed => seed.id));
    for (const seed of seeds) {
      for (const parent of parentsOf(seed)) {
        const children = this.#children.get(parent);
        if (children) children.push(seed.id);
        else this.#children.set(parent, [seed.id]);
      }
    }
  }

  seed(seed: Seed): void {
    const values: Record<string, string> = {};
    for (const [name, text] of Object.entries(seed.values)) values[name] = this.#referred(text);
    const remembered = this.#anew.has(seed.id) ? undefined : this.#remembered(seed.id);
    const isUnchanged = remembered !== undefined && sameValues(remembered.values, values);
    const gone = parentsOf(seed).find(id => this.#ids.has(id) && !this.paths.has(id));
    if (gone !== undefined) {
      // Not remembered: what is new of it is still new when its parent comes back.
      if (!isUnchanged) this.#model.services.log('notice', `${seed.id}: left out, for ${gone} has been deleted`);
      return;
    }
    const existing = remembered && this.#model.find(remembered.path);
    if (existing && isUnchanged) {
      this.paths.set(seed.id, existing.path);
      return;
    }
    if (isUnchanged) return; // A controller deleted the row, and the file has said nothing new since.
    const transaction = this.#model.begin();
    const node = existing ?? this.#place(transaction, seed, values);
    const before = existing ? remembered.values : {};
    // A discriminator first: it decides which objects below there are.
    for (const name of Object.keys({ ...before, ...values }).sort((a, b) => depthOf(a) - depthOf(b))) {
      if (before[name] !== values[name]) this.#write(transaction, node, name, values[name], seed.id, name in before);
    }
    if (transaction.added.has(node) || this.#anew.has(seed.id)) this.#renewBelow(transaction, seed.id);
    transaction.fillKeys(node);
    const note: Remembered = { path: node.path, values };
    transaction.note(seedNoteOf(seed.id), JSON.stringify(note));
    if (node.instance > 0) transaction.note(instanceNoteOf(seed.id), String(node.instance));
    this.#commits.push({ id: seed.id, durable: transaction.commitNow().durable });
    this.paths.set(seed.id, node.path);
  }

  /** What is below a new row is new with it, though the file repeats itself: a power cut after this commit included. */
  #renewBelow(transaction: Transaction, id: string): void {
    for (const child of this.#children.get(id) ?? []) {
      this.#anew.add(child);
      if (this.#state.has(seedNoteOf(child))) transaction.note(seedNoteOf(child), undefined);
    }
  }

  async stored(): Promise<void> {
    for (const { id, durable } of this.#commits) {
      const fault = await durable;
      if (fault) throw new JournalError('storage', `${id}: ${fault.message}`);
    }
  }

  /** Removes rows whose seed has left the file. */
  forget(): void {
    for (const key of [...this.#state.keys()]) {
      if (!key.startsWith('#seed/')) continue;
      const id = key.slice('#seed/'.length);
      const remembered = this.#ids.has(id) ? undefined : this.#remembered(id);
      if (!remembered) continue;
      const transaction = this.#model.begin();
      const node = this.#model.find(remembered.path);
      if (node?.table) transaction.delete(node);
      transaction.note(key, undefined);
      this.#commits.push({ id, durable: transaction.commitNow().durable });
      this.#model.services.log('notice', `${id}: no longer in the configuration, so it is removed`);
    }
  }

  #remembered(id: string): Remembered | undefined {
    return noteOf(this.#model, this.#state, seedNoteOf(id), isRemembered);
  }

  /** A value refers to seeds when it is nothing but their IDs between `%`: a person's text may have a `%`, too. */
  #referred(text: string): string {
    const ids = text.split(',').map(each => /^%(.+)%$/.exec(each)?.[1]);
    const isSeed = (id: string | undefined) =>
      id !== undefined && (this.#ids.has(id) || this.#state.has(seedNoteOf(id)));
    if (!ids.every(isSeed)) return text;
    return ids.map(id => this.paths.get(id as string) ?? '').join(',');
  }

  #pathAt({ at, below }: Seed): string {
    const filled = at.replace(parentSyntax, (_, id: string) => this.paths.get(id) ?? '');
    return (below === undefined ? '' : this.paths.get(below)) + filled;
  }

  /**
   * The single object, or a new row, under the number that it had before. A row that has the seed's key already makes
   * room with all that is below it: what an unknown Controller brought with it is not to come under a trusted name.
   */
  #place(transaction: Transaction, seed: Seed, values: Readonly<Record<string, string>>): ObjectNode {
    const at = this.#pathAt(seed);
    const place = findNode(this.#model.root, at);
    if (place instanceof ObjectNode) return place;
    if (!place) throw new Error(`${seed.id}: ${at} is not in the data model`);
    const kept = Number(this.#state.get(instanceNoteOf(seed.id)));
    const twin = this.#twin(place, values);
    // The number has never been another row's: it is the seed's own row, of which the memory could not be read.
    if (twin && twin.instance === kept) return twin;
    if (twin) {
      this.#model.services.log('notice', `${seed.id}: takes the place of ${twin.path}, which is the same by its key`);
      transaction.delete(twin);
    }
    const isFree = isInstanceNumber(kept) && !place.rows.has(kept);
    const node = transaction.add(place, isFree ? { instance: kept } : {});
    if (node instanceof Fault) throw new Error(`${seed.id}: ${node.message}`);
    return node;
  }

  /** A row that a controller added, or that an unknown one got when it called, before the file spoke of it. */
  #twin(table: TableNode, values: Readonly<Record<string, string>>): ObjectNode | undefined {
    const taken = new Set(this.paths.values());
    const isSame = (row: ObjectNode, name: string) => values[name] !== undefined && row.stored(name) === values[name];
    return [...table.rows.values()].find(
      row =>
        !taken.has(row.path) && row.schema.uniqueKeys.some(({ params }) => params.every(name => isSame(row, name))),
    );
  }

  /** Writes what the file says now; `undefined`: it is silent, and the parameter has its default again. */
  #write(
    transaction: Transaction,
    node: ObjectNode,
    name: string,
    text: string | undefined,
    id: string,
    isChange: boolean,
  ): void {
    if (isChange) {
      const what = text === undefined ? 'is gone: it has its default again' : 'has changed and replaces the stored one';
      this.#model.services.log('notice', `${id}: the configuration's ${name} ${what}`);
    }
    const steps = name.split('.');
    const param = steps.pop() ?? '';
    let target: ObjectNode | undefined = node;
    for (const step of steps) target = target && transaction.childOf(target, step);
    const schema = target?.schema.paramByName.get(param);
    if (!target || !schema) {
      if (text === undefined) return; // Its object went with the discriminator.
      throw new Error(`${id}: ${node.path}${name} is not in the data model`);
    }
    const fault = transaction.set(target, schema, this.#valueOf(transaction, target, schema, text, id));
    if (fault) throw new Error(`${id}: ${fault.message}`);
  }

  #valueOf(
    transaction: Transaction,
    node: ObjectNode,
    param: ParamSchema,
    text: string | undefined,
    id: string,
  ): Scalar {
    if (text === undefined) return initialValue(param, transaction.row(node), this.#model.services);
    const parsed = parseValue(param.type, text);
    if (!parsed.ok) throw new Error(`${id}: ${param.name}: ${parsed.reason}`);
    return parsed.value;
  }
}

const depthOf = (name: string) => name.split('.').length;

function sameValues(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every(name => a[name] === b[name]);
}
