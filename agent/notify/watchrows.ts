/** Rows of a table that look at parameters for the Controller that made them: Threshold, Monitor and Watchdog. */
import { type Access, paramRights, READ } from '../../datamodel/access.ts';
import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Audience } from './audience.ts';
import { isThere, ReferenceIndex, rowsIn } from './referenceindex.ts';

/** A row that looks at a parameter, with its Controller's rights. */
export interface Watching {
  row: ObjectNode;
  controller: ObjectNode;
  access: Access;
}

export interface WatchTable {
  /** `Device.LocalAgent.Monitor.` */
  path: string;
  /** Paths that a row looks at. */
  referencesOf(row: ObjectNode): readonly string[];
}

export class WatchRows {
  readonly #model: DataModel;
  readonly #audience: Audience;
  readonly #table: WatchTable;
  readonly #index: ReferenceIndex;

  constructor(model: DataModel, audience: Audience, table: WatchTable) {
    this.#model = model;
    this.#audience = audience;
    this.#table = table;
    this.#index = new ReferenceIndex(model);
    for (const row of this.all()) this.#add(row);
    model.feed.listenToUndone(commit => this.follow(commit));
  }

  all(): Iterable<ObjectNode> {
    return this.#model.table(this.#table.path).rows.values();
  }

  /** Enabled rows whose Controller may read the parameter that they look at [TR-181: "the set of permissions to use"]. */
  *watching(node: ObjectNode, slot: number): Generator<Watching> {
    for (const row of this.#index.rowsAbout(node, node.schema.params[slot]?.name)) {
      const owner = this.ownerOf(row);
      if (owner && paramRights(owner.access.of(node), slot) & READ) yield { row, ...owner };
    }
  }

  /** The Controller that made the row; undefined once it is gone or disabled. */
  ownerOf(row: ObjectNode): Omit<Watching, 'row'> | undefined {
    const controller = this.#audience.find(`${row.stored('Controller')}.`);
    return controller && { controller, access: this.#audience.accessOf(controller) };
  }

  /** Takes up what a commit, made or undone, has changed of the table; the rows concerned, those that are gone among them. */
  follow(commit: Commit): ReadonlySet<ObjectNode> {
    const changed = rowsIn(commit, this.#table.path);
    for (const row of changed) {
      this.#index.remove(row);
      if (isThere(row)) this.#add(row);
    }
    return changed;
  }

  #add(row: ObjectNode): void {
    if (row.stored('Enable') !== true) return;
    for (const path of this.#table.referencesOf(row)) this.#index.add(row, path, 'below');
  }
}
