/** The data model: the one tree, its transactions, its change feed and its memory of what must survive a restart. */
import { type Access, fullAccess } from './access.ts';
import type { Bound } from './bound.ts';
import type { Arguments } from './define.ts';
import { Fault, INVALID_PATH_SYNTAX, INVALID_VALUE, RESOURCES_EXCEEDED } from './errors.ts';
import { ChangeFeed, type Commit } from './feed.ts';
import { pathCharsMax, transactionsWaitingMax } from './limits.ts';
import { ObjectNode, TableNode } from './node.ts';
import { isSyntaxError, PathParser } from './path/parse.ts';
import { type Resolved, resolveObjects } from './path/resolve.ts';
import type { Path } from './path/syntax.ts';
import type { Persistence } from './persistence.ts';
import { dropReferences, splitReferences } from './references.ts';
import type { ParamSchema, Scalar } from './schema.ts';
import type { Services } from './services.ts';
import { Settlement } from './settlement.ts';
import { type Committed, type StagedValue, Transaction } from './transaction.ts';
import { findNode, growNode } from './tree.ts';
import { joinList } from './values/list.ts';

export class DataModel {
  readonly root: ObjectNode;
  readonly services: Services;
  readonly feed = new ChangeFeed();
  readonly #paths = new PathParser();
  readonly #settlement: Settlement;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(bound: Bound, services: Services, persistence: Persistence | undefined) {
    this.services = services;
    this.root = growNode(bound, undefined, undefined, 0, services);
    this.#settlement = new Settlement(this.feed, persistence, services);
  }

  /** Parses a path, keeping it for its next use. Faults: 7008, and 7005 beyond a limit of ours. */
  parse(text: string): Path | Fault {
    const parsed = this.#paths.parse(text);
    if (!isSyntaxError(parsed)) return parsed;
    const shown = text.length > pathCharsMax ? `${text.slice(0, 40)}...` : text;
    return new Fault(parsed.isLimit ? RESOURCES_EXCEEDED : INVALID_PATH_SYNTAX, `${shown}: ${parsed.reason}`);
  }

  /** Resolves the object part of a path; see resolveObjects for the faults. */
  resolve(path: Path, access: Access): Resolved | Fault {
    return resolveObjects(path, { root: this.root, services: this.services, access });
  }

  /** The object at a plain path, for the agent's own use. Throws when there is none: our mistake. */
  node(path: string): ObjectNode {
    const found = findNode(this.root, path);
    if (!(found instanceof ObjectNode)) throw new Error(`${path} is no object`);
    return found;
  }

  /** The table at a plain path, for the agent's own use. Throws when there is none: our mistake. */
  table(path: string): TableNode {
    const found = findNode(this.root, path);
    if (!(found instanceof TableNode)) throw new Error(`${path} is no table`);
    return found;
  }

  find(path: string): ObjectNode | undefined {
    const found = findNode(this.root, path);
    return found instanceof ObjectNode ? found : undefined;
  }

  /**
   * Runs `work` when every earlier writer is done, so that one transaction is open at a time even while hardware is being
   * written. Fault: 7005 when too many wait.
   */
  async exclusively<T>(work: (transaction: () => Transaction) => Promise<T>): Promise<T | Fault> {
    if (this.#waiting >= transactionsWaitingMax) return new Fault(RESOURCES_EXCEEDED, 'too many changes are waiting');
    this.#waiting++;
    return this.inTurn(() => work(() => new Transaction(this))).finally(() => {
      this.#waiting--;
    });
  }

  /** Commits what `stage` stages, when every earlier writer is done. Resolves once that survives a power cut, or to its Fault. */
  async commitInTurn(stage: (transaction: Transaction) => void): Promise<Fault | undefined> {
    const done = await this.exclusively(async begin => {
      const transaction = begin();
      stage(transaction);
      return transaction.commitNow();
    });
    return done instanceof Fault ? done : done.durable;
  }

  /** Runs what has to be done however many wait: actuators get back what they had. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const previous = this.#turn;
    let done = () => {};
    this.#turn = new Promise<void>(resolve => {
      done = resolve;
    });
    await previous;
    try {
      return await work();
    } finally {
      done();
    }
  }

  /** A transaction of the agent's own, to be committed in the same turn by `commitNow`. */
  begin(): Transaction {
    return new Transaction(this);
  }

  /** Changes live values of one object at once: a reading has come in. Names that the object lacks are our mistake. */
  update(node: ObjectNode, values: Readonly<Record<string, Scalar>>): void {
    const written: StagedValue[] = [];
    for (const name in values) {
      const param = node.schema.paramByName.get(name);
      if (!param) throw new Error(`${node.path}${name} is not supported`);
      const { slot } = param;
      written.push({ node, slot, before: node.values[slot] as Scalar, after: values[name] as Scalar });
    }
    this.#settlement.update(written);
    this.touch(node, Object.keys(values));
  }

  /** Says that parameters have been written, though perhaps with the values that they had. Names it lacks are ignored. */
  touch(node: ObjectNode, names: readonly string[]): void {
    for (const name of names) {
      const param = node.schema.paramByName.get(name);
      if (param) this.feed.wrote(node, param.slot);
    }
  }

  /** Raises an event of an object, for one Controller `only` or for any. */
  raise(node: ObjectNode, name: string, args: Arguments = {}, only?: ObjectNode): void {
    this.#settlement.announce([{ kind: 'event', node, name, arguments: args, ...(only && { only }) }]);
  }

  /** Publishes what is neither a value nor an event: the end of an asynchronous command. */
  publish(commit: Commit): void {
    this.#settlement.announce(commit);
  }

  /** Puts a validated transaction into the tree and the journal. Called by Transaction alone. */
  adopt(transaction: Transaction): Committed {
    return this.#settlement.adopt(transaction);
  }

  /** Resolves once everything committed so far is on the medium or undone. */
  settled(): Promise<void> {
    return this.#settlement.settled();
  }

  /**
   * A reference value with instance numbers in place of keys [R-ARC.11]; Fault 7012 for a strong reference to nothing
   * [R-ARC.12]. Lists item by item.
   */
  canonicalReferences(param: ParamSchema, text: string, transaction: Transaction): string | Fault {
    if (text === '') return text;
    const items = param.type.list ? splitReferences(text) : [text];
    const canonical: string[] = [];
    for (const item of items) {
      const target = this.#target(item, transaction);
      if (!target && param.type.reference === 'strong') {
        return new Fault(INVALID_VALUE, `${param.name}: ${item} does not exist`, param.name);
      }
      canonical.push(target?.path.slice(0, -1) ?? item);
    }
    return param.type.list ? joinList(canonical) : canonical.join();
  }

  #target(text: string, transaction: Transaction): ObjectNode | undefined {
    const parsed = this.#paths.parse(text);
    if (isSyntaxError(parsed) || parsed.leaf?.kind === 'command' || parsed.leaf?.kind === 'event') return undefined;
    const whole = parsed.leaf ? this.#paths.parse(`${text}.`) : parsed;
    if (isSyntaxError(whole)) return undefined;
    const resolved = this.resolve(whole, fullAccess);
    if (resolved instanceof Fault || resolved.isSearch || resolved.atTable) return undefined;
    const node = resolved.nodes[0];
    return node instanceof ObjectNode && !transaction.isDeleted(node) ? node : undefined;
  }

  /** Empties strong references to rows that are about to go [R-ARC.12]. */
  dropReferences(transaction: Transaction): void {
    dropReferences(this.root, transaction);
  }
}
