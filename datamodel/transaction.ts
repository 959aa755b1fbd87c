/**
 * A transaction: stage, validate, apply, commit. Until commit nobody else sees anything of it.
 *
 * Values are staged in an overlay over the tree, so a transaction that is not committed has never happened.
 */
import { applyAll, reapply } from './apply.ts';
import type { Row } from './define.ts';
import {
  Fault,
  INVALID_VALUE,
  NOT_WRITABLE,
  OBJECT_DOES_NOT_EXIST,
  RESOURCES_EXCEEDED,
  UNSUPPORTED_PARAMETER,
} from './errors.ts';
import type { Change } from './feed.ts';
import { rowsMaxDefault, valueCharsMax } from './limits.ts';
import type { DataModel } from './model.ts';
import { isInstanceNumber, type ObjectNode, type TableNode } from './node.ts';
import type { ParamSchema, Scalar } from './schema.ts';
import { descend, discriminatorSlot, growNode, LiveRow } from './tree.ts';
import { checkUniqueKeys, fillUniqueKeys, makeRoom } from './uniquekeys.ts';
import { parseValue } from './values.ts';

/** What TR-106 says of every Alias in words: it is not empty, and begins with a letter. */
const isAlias = (text: string): boolean => /^[A-Za-z]/.test(text) || new RegExp(aliasStart, 'u').test(text);
const aliasStart = String.raw`^\p{L}`;

/** What a committed transaction came to. */
export interface Committed {
  /** Resolves once the changes survive a power cut; to a Fault when they could not be stored and were undone. */
  durable: Promise<Fault | undefined>;
}

/** A Fault together with the object that it concerns. */
export interface NodeFault {
  node: ObjectNode;
  fault: Fault;
}

/** A parameter that is written, with whatever value. */
export interface WrittenValue {
  node: ObjectNode;
  slot: number;
}

/** One staged value, for the commit. */
export interface StagedValue extends WrittenValue {
  before: Scalar;
  after: Scalar;
}

export class Transaction {
  readonly #model: DataModel;
  readonly #values = new Map<ObjectNode, Map<number, Scalar>>();
  readonly #added = new Set<ObjectNode>();
  readonly #deleted = new Set<ObjectNode>();
  /** Union members that staged discriminators call into being, by parent. */
  readonly #grown = new Map<ObjectNode, ObjectNode>();
  /** Next instance numbers as they were, of the tables that rows are added to. */
  readonly #numbers = new Map<TableNode, number>();
  readonly notes = new Map<string, string | undefined>();
  readonly announced: Change[] = [];

  constructor(model: DataModel) {
    this.#model = model;
  }

  /** Gives it up, and the instance numbers that it has used. In the turn that began it: others may add meanwhile. */
  drop(): void {
    for (const [table, number] of this.#numbers) table.nextInstance = number;
  }

  /** The value as the transaction would leave it. */
  valueOf(node: ObjectNode, slot: number): Scalar {
    return this.#values.get(node)?.get(slot) ?? (node.values[slot] as Scalar);
  }

  /** The rows of a table as the transaction would leave them. */
  *rowsOf(table: TableNode): Generator<ObjectNode> {
    for (const row of table.rows.values()) if (!this.#deleted.has(row)) yield row;
    for (const row of this.#added) if (row.table === table) yield row;
  }

  row(node: ObjectNode): Row {
    return new StagedRow(this, node);
  }

  isStaged(node: ObjectNode, slot: number): boolean {
    return this.#values.get(node)?.has(slot) ?? false;
  }

  isDeleted(node: ObjectNode): boolean {
    return this.#deleted.has(node);
  }

  /**
   * Stages a controller's write of wire text. Faults: 7010 unsupported, 7016 gone, 7013 not writable (also a second write of a
   * writeOnceReadOnly parameter, and a non-functional unique key of an existing row [R-KEY.1]), 7011, 7012, 7005.
   */
  write(node: ObjectNode, name: string, text: string): Fault | undefined {
    const param = node.schema.paramByName.get(name);
    if (!param) return new Fault(UNSUPPORTED_PARAMETER, `${name} is not supported`, name);
    if (!this.#isThere(node)) return new Fault(OBJECT_DOES_NOT_EXIST, `${node.path} is gone`, name);
    const access = node.bound.access[param.slot];
    const isNew = this.#added.has(node);
    if (access === 'readOnly') return new Fault(NOT_WRITABLE, `${name} is read-only`, name);
    if (text.length > valueCharsMax) {
      return new Fault(RESOURCES_EXCEEDED, `${name} has more than ${valueCharsMax} characters`, name);
    }
    const parsed = parseValue(param.type, text);
    if (!parsed.ok) return new Fault(parsed.code, `${name}: ${parsed.reason}`, name);
    if (name === 'Alias' && !isAlias(text)) {
      return new Fault(INVALID_VALUE, 'Alias: must begin with a letter', name);
    }
    const fault = this.#mayChange(node, param, parsed.value, isNew, access === 'writeOnceReadOnly');
    return fault ?? this.set(node, param, parsed.value);
  }

  #mayChange(node: ObjectNode, param: ParamSchema, value: Scalar, isNew: boolean, once: boolean): Fault | undefined {
    if (isNew || value === this.valueOf(node, param.slot)) return undefined;
    if (once && this.valueOf(node, param.slot) !== '') {
      return new Fault(NOT_WRITABLE, `${param.name} can be written once, and has been`, param.name);
    }
    const key = node.schema.uniqueKeys.find(candidate => candidate.params.includes(param.name));
    if (key && !key.functional) return new Fault(NOT_WRITABLE, `${param.name} is a key and never changes`, param.name);
    return undefined;
  }

  /** Stages a typed value after the literal's own check; strong references must point at something [R-ARC.12]. */
  set(node: ObjectNode, param: ParamSchema, value: Scalar): Fault | undefined {
    const entry = node.bound.entries[param.slot];
    if (entry?.word === 'keep' && entry.check) {
      const fault = entry.check(value, this.row(node), this.#model.services);
      if (fault) return fault;
    }
    if (param.type.reference) {
      const resolved = this.#model.canonicalReferences(param, String(value), this);
      if (resolved instanceof Fault) return resolved;
      value = resolved;
    }
    makeRoom(this, node, param, value);
    this.stage(node, param.slot, value);
    return undefined;
  }

  /** Stages a typed value with no question asked: the agent's own doing. */
  stage(node: ObjectNode, slot: number, value: Scalar): void {
    let staged = this.#values.get(node);
    if (!staged) {
      staged = new Map();
      this.#values.set(node, staged);
    }
    staged.set(slot, value);
  }

  /** Takes one staged value back, for good. */
  unstage(node: ObjectNode, slot: number): void {
    this.#values.get(node)?.delete(slot);
  }

  /** Stages a new row with its defaults; `instance` and `presets` are the agent's own choice (restored rows, capabilities). */
  add(
    table: TableNode,
    options: { instance?: number; presets?: Readonly<Record<string, Scalar>> } = {},
  ): ObjectNode | Fault {
    const max = table.bound.definition?.rowsMax ?? rowsMaxDefault;
    let rows = 0;
    for (const _ of this.rowsOf(table)) rows++;
    if (rows >= max) return new Fault(RESOURCES_EXCEEDED, `${table.path} holds at most ${max} rows`);
    if (!this.#isThere(table.parent)) return new Fault(OBJECT_DOES_NOT_EXIST, `${table.parent.path} is gone`);
    const next = table.nextInstance;
    const instance = options.instance ?? next;
    if (!isInstanceNumber(instance)) return new Fault(RESOURCES_EXCEEDED, `${table.path} has no more instance numbers`);
    if (!this.#numbers.has(table)) this.#numbers.set(table, next);
    table.nextInstance = Math.max(next, instance + 1);
    const node = growNode(table.bound, table.parent, table, instance, this.#model.services, options.presets);
    this.#added.add(node);
    // Staged, so that they count as chosen: an empty CommandKey is one.
    for (const name in options.presets) {
      const slot = node.schema.paramByName.get(name)?.slot;
      if (slot !== undefined) this.stage(node, slot, node.values[slot] as Scalar);
    }
    return node;
  }

  /** Whether the object is in the tree, as the transaction would leave it: an earlier writer may have deleted it. */
  #isThere(node: ObjectNode): boolean {
    for (let at: ObjectNode | undefined = node; at && !this.#added.has(at); at = at.parent) {
      if (this.#isGone(at) || (at.table && at.table.rows.get(at.instance) !== at)) return false;
    }
    return true;
  }

  /** Stages the removal of a row that is still there, and of all below it; what refers to it follows with the commit [R-ARC.12]. */
  delete(node: ObjectNode): void {
    if (!this.#isThere(node)) return;
    for (const each of descend(node)) this.#deleted.add(each);
  }

  /**
   * The single child `name` of `node` as the transaction would leave it: a union member exists once its discriminator is
   * staged, whatever the order in the message (TR-369 "Selecting Objects and Parameters").
   */
  childOf(node: ObjectNode, name: string): ObjectNode | undefined {
    const bound = node.bound.children.get(name);
    const slot = bound && discriminatorSlot(node, bound);
    if (!bound || slot === undefined) return node.child(name);
    if (this.valueOf(node, slot) !== name) return undefined;
    const existing = node.child(name) ?? this.#grown.get(node);
    if (existing?.schema.name === name) return existing;
    const grown = growNode(bound, node, undefined, 0, this.#model.services);
    this.#grown.set(node, grown);
    return grown;
  }

  /** Fills the unique keys that a controller left out of a new row [R-ADD.5]. */
  fillKeys(node: ObjectNode): void {
    fillUniqueKeys(this, node);
  }

  /** Judges a created or changed object as a whole: unique keys (7025), and what its literal says. */
  check(node: ObjectNode): Fault | undefined {
    const fault = node.bound.definition?.check?.(this.row(node), this.#model.services);
    return fault ?? checkUniqueKeys(this, node);
  }

  /** Remembers a text under a journal key that begins with `#`, or forgets it, together with the rest. */
  note(key: string, text: string | undefined): void {
    this.notes.set(key, text);
  }

  /** Tells of an event, or of a command's end, together with the rest: ahead of it, and only if all of it is kept. */
  announce(change: Change): void {
    this.announced.push(change);
  }

  /** Objects whose values are staged, the added ones included. */
  *touched(): Generator<ObjectNode> {
    yield* this.#added;
    for (const node of this.#values.keys()) if (!this.#added.has(node) && !this.#deleted.has(node)) yield node;
  }

  /** The added rows and the deleted objects, in the order of their staging. */
  get added(): ReadonlySet<ObjectNode> {
    return this.#added;
  }

  get deleted(): ReadonlySet<ObjectNode> {
    return this.#deleted;
  }

  /** Parameters of existing objects that are written, with a new value or with the one that they have. */
  *writtenValues(): Generator<WrittenValue> {
    for (const [node, staged] of this.#values) {
      if (this.#isGone(node) || this.#added.has(node)) continue;
      for (const slot of staged.keys()) yield { node, slot };
    }
  }

  /** Staged values, those that the tree has already among them. */
  *stagedValues(): Generator<StagedValue> {
    for (const [node, staged] of this.#values) {
      if (this.#isGone(node)) continue;
      for (const [slot, after] of staged) yield { node, slot, before: node.values[slot] as Scalar, after };
    }
  }

  /**
   * Writes the hardware, then the tree, then the journal. With a list of faults nothing has changed (7009 for an actuator
   * that failed; those before it have their old values again).
   */
  async commit(): Promise<Committed | NodeFault[]> {
    this.#model.dropReferences(this);
    const { services } = this.#model;
    const { faults, written } = await applyAll(this, services);
    if (faults.length > 0) return faults;
    const { durable } = this.#model.adopt(this);
    if (written.length === 0) return { durable };
    // In turn: it must not cross the writes of a later transaction, whose value the hardware is to keep.
    const setBack = async (fault: Fault | undefined) => {
      if (fault) await this.#model.inTurn(() => reapply(this, written, services));
      return fault;
    };
    return { durable: durable.then(setBack) };
  }

  /** The commit of a transaction that touches no actuator, in the same turn. */
  commitNow(): Committed {
    this.#model.dropReferences(this);
    return this.#model.adopt(this);
  }

  /** The union members that staged discriminators send away or call into being, by the object that holds them. */
  *unions(): Generator<{ parent: ObjectNode; leaves: ObjectNode[]; enters: ObjectNode[] }> {
    for (const parent of [...this.#values.keys()]) {
      const leaves: ObjectNode[] = [];
      const enters: ObjectNode[] = [];
      for (const [name, bound] of parent.bound.children) {
        if (discriminatorSlot(parent, bound) === undefined) continue;
        const [before, after] = [parent.child(name), this.childOf(parent, name)];
        if (before && !after) leaves.push(before);
        if (after && !before) enters.push(after);
      }
      if (leaves.length + enters.length > 0) yield { parent, leaves, enters };
    }
  }

  /** Whether the object is deleted, or a union member that its discriminator does not name (any more). */
  #isGone(node: ObjectNode): boolean {
    const { parent } = node;
    const slot = parent && discriminatorSlot(parent, node.bound);
    return (
      this.#deleted.has(node) || (slot !== undefined && this.valueOf(parent as ObjectNode, slot) !== node.schema.name)
    );
  }
}

class StagedRow extends LiveRow {
  readonly #transaction: Transaction;

  constructor(transaction: Transaction, node: ObjectNode) {
    super(node);
    this.#transaction = transaction;
  }

  override get(name: string): Scalar {
    const param = this.node.schema.paramByName.get(name);
    if (!param) throw new Error(`${this.node.path}${name} is not supported`);
    return this.#transaction.valueOf(this.node, param.slot);
  }
}

/** For literals: a check that a value is one of a row's own list. */
export function faultOfValue(param: string, reason: string): Fault {
  return new Fault(INVALID_VALUE, `${param}: ${reason}`, param);
}
