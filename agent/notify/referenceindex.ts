/** Which rows speak of which parts of the tree: their references, compiled, and found by the object concerned. */
import type { Bound } from '../../datamodel/bound.ts';
import type { Change, Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { ObjectSchema } from '../../datamodel/schema.ts';
import { compileReference, type Reference } from './reference.ts';

interface Indexed {
  row: ObjectNode;
  reference: Reference;
}

const none: ReadonlySet<ObjectNode> = new Set();

/** Whether an object path speaks of everything below the object too, or of the object alone. */
export type Reach = 'below' | 'itself';

export class ReferenceIndex {
  readonly #model: DataModel;
  readonly #bySchema = new Map<ObjectSchema, Indexed[]>();
  /** Where each row is listed. */
  readonly #schemasOf = new Map<ObjectNode, Set<ObjectSchema>>();

  constructor(model: DataModel) {
    this.#model = model;
  }

  /** Adds what a path of the row names; nothing when it is not in the supported data model. */
  add(row: ObjectNode, text: string, reach: Reach): void {
    const reference = compileReference(text, this.#model);
    if (!reference) return;
    const schemas = this.#schemasOf.get(row) ?? new Set();
    this.#schemasOf.set(row, schemas);
    const isOne = reference.leaf !== undefined || reach === 'itself';
    for (const schema of isOne ? [reference.schema] : this.#below(reference.schema)) {
      const list = this.#bySchema.get(schema) ?? [];
      list.push({ row, reference });
      this.#bySchema.set(schema, list);
      schemas.add(schema);
    }
  }

  remove(row: ObjectNode): void {
    for (const schema of this.#schemasOf.get(row) ?? []) {
      const others = this.#bySchema.get(schema)?.filter(indexed => indexed.row !== row) ?? [];
      this.#bySchema.set(schema, others);
    }
    this.#schemasOf.delete(row);
  }

  /** Rows that speak of the object, or of its parameter, command or event `leaf`; each once. */
  rowsAbout(node: ObjectNode, leaf: string | undefined): ReadonlySet<ObjectNode> {
    const candidates = this.#bySchema.get(node.schema);
    if (!candidates || candidates.length === 0) return none;
    const rows = new Set<ObjectNode>();
    for (const { row, reference } of candidates) {
      if (rows.has(row) || (reference.leaf !== undefined && reference.leaf !== leaf)) continue;
      if (reference.covers(node)) rows.add(row);
    }
    return rows;
  }

  #below(schema: ObjectSchema): ObjectSchema[] {
    const found: ObjectSchema[] = [];
    const visit = (bound: Bound, isInside: boolean) => {
      const inside = isInside || bound.schema === schema;
      if (inside) found.push(bound.schema);
      for (const child of bound.children.values()) visit(child, inside);
    };
    visit(this.#model.root.bound, false);
    return found;
  }
}

/**
 * The rows of a table that a commit speaks of: changed, new or gone. With `names`: those that are new or gone, or changed
 * in one of these parameters. Made for every reading, so nearly always `none`.
 */
export function rowsIn(commit: Commit, tablePath: string, names?: readonly string[]): ReadonlySet<ObjectNode> {
  let rows: Set<ObjectNode> | undefined;
  for (const change of commit) {
    const { node } = change;
    if (node.table?.path === tablePath && (!names || isAmong(change, names))) rows = (rows ?? new Set()).add(node);
  }
  return rows ?? none;
}

function isAmong(change: Change, names: readonly string[]): boolean {
  if (change.kind === 'value') return names.includes(change.node.schema.params[change.slot]?.name ?? '');
  return change.kind === 'created' || change.kind === 'deleted';
}

/** Whether the row is still in its table. */
export function isThere(row: ObjectNode): boolean {
  return row.table?.rows.get(row.instance) === row;
}
