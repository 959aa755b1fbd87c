/** From a parsed path to the objects that it names in the instantiated data model. */
import type { Access } from '../access.ts';
import { paramRights, READ } from '../access.ts';
import type { Bound } from '../bound.ts';
import { Fault, INVALID_PATH, OBJECT_DOES_NOT_EXIST, RESOURCES_EXCEEDED } from '../errors.ts';
import { referencesFollowedMax, resolvedObjectsMax } from '../limits.ts';
import { ObjectNode, TableNode } from '../node.ts';
import type { Services } from '../services.ts';
import { currentValue, findNode } from '../tree.ts';
import { compileExpression } from './expression.ts';
import type { Component, Path, Segment } from './syntax.ts';

/** What a path came to. */
export interface Resolved {
  /** Object instances and, for object paths that end at a multi-instance object, tables. In ascending order. */
  nodes: readonly (ObjectNode | TableNode)[];
  /** Holds a search expression or a wildcard: matching nothing is then no error [R-MSG.4a]. */
  isSearch: boolean;
  /** Bound schema of what the path ends at; after a followed reference, that of the first target, if there is one. */
  bound: Bound | undefined;
  /** The path ends at a table rather than at rows of it. */
  atTable: boolean;
}

/** What resolving needs: the tree, and the rights of the one who asks. */
export interface ResolveContext {
  root: ObjectNode;
  services: Services;
  access: Access;
}

/**
 * Resolves the object part of `path` (its leaf is the caller's concern, but see `bound`).
 * Faults: 7026 when the supported data model has no such object, 7016 when the instantiated one has not,
 * 7005 when it comes to more objects than our limit. Rights decide here only what expressions may look at [R-GIN.0] and
 * which references are followed; what may be done with the objects is each message's question.
 */
export function resolveObjects(path: Path, context: ResolveContext): Resolved | Fault {
  const walk = new Walk(path, context);
  return walk.run();
}

class Walk {
  readonly #path: Path;
  readonly #context: ResolveContext;
  #nodes: (ObjectNode | TableNode)[];
  #bound: Bound | undefined;
  /** Whether the walk stands at a table rather than at rows of it. */
  #atTable = false;
  #isSearch = false;
  #followed = 0;

  constructor(path: Path, context: ResolveContext) {
    this.#path = path;
    this.#context = context;
    this.#nodes = [context.root];
    this.#bound = context.root.bound;
  }

  run(): Resolved | Fault {
    const { segments } = this.#path;
    const first = segments[0];
    if (first?.kind !== 'name' || first.name !== this.#context.root.schema.name) return this.#unsupported();
    for (let i = 1; i < segments.length; i++) {
      const fault = this.#step(segments[i]!);
      if (fault) return fault;
      if (this.#nodes.length > resolvedObjectsMax) {
        return new Fault(RESOURCES_EXCEEDED, `${this.#path.text} names more than ${resolvedObjectsMax} objects`);
      }
    }
    if (this.#nodes.length === 0 && !this.#isSearch) return this.#absent();
    return { nodes: this.#nodes, isSearch: this.#isSearch, bound: this.#bound, atTable: this.#atTable };
  }

  #step(segment: Segment): Fault | undefined {
    switch (segment.kind) {
      case 'name':
        return this.#descend(segment.name);
      case 'instance':
        return this.#select(table => {
          const row = table.rows.get(segment.number);
          return row ? [row] : [];
        });
      case 'all':
        this.#isSearch = true;
        return this.#select(table => [...table.rows.values()]);
      case 'search':
        return this.#search(segment.components);
      case 'follow':
        return this.#follow(segment.param, segment.item);
      case 'placeholder':
        return new Fault(INVALID_PATH, `${this.#path.text}: {i} belongs to the supported data model only`);
    }
  }

  #descend(name: string): Fault | undefined {
    if (this.#bound) {
      const child = this.#atTable ? undefined : this.#bound.children.get(name);
      if (!child) return this.#unsupported();
      this.#bound = child;
      this.#atTable = child.schema.isTable;
    }
    const next: (ObjectNode | TableNode)[] = [];
    for (const node of this.#nodes) {
      const child = node instanceof ObjectNode ? node.children?.get(name) : undefined;
      if (child) next.push(child);
    }
    this.#nodes = next;
    return undefined;
  }

  #select(rowsOf: (table: TableNode) => readonly ObjectNode[]): Fault | undefined {
    if (this.#bound && !this.#atTable) return this.#unsupported();
    this.#atTable = false;
    const next: ObjectNode[] = [];
    for (const node of this.#nodes) {
      const rows = node instanceof TableNode ? rowsOf(node) : [];
      next.push(...rows);
    }
    this.#nodes = next;
    return undefined;
  }

  #search(components: readonly Component[]): Fault | undefined {
    const bound = this.#bound;
    if (!bound) return undefined;
    if (!isUniqueKeyAddress(bound, components)) this.#isSearch = true;
    const matches = compileExpression(bound, components);
    if (matches instanceof Fault) return matches;
    return this.#select(table => [...table.rows.values()].filter(row => matches(row, this.#context)));
  }

  #follow(param: string, item: number | 'all'): Fault | undefined {
    if (++this.#followed > referencesFollowedMax) {
      return new Fault(RESOURCES_EXCEEDED, `${this.#path.text} follows more than ${referencesFollowedMax} references`);
    }
    if (this.#bound && (this.#atTable || !this.#bound.schema.paramByName.has(param))) return this.#unsupported();
    const next: (ObjectNode | TableNode)[] = [];
    for (const node of this.#nodes) {
      const target = node instanceof ObjectNode ? this.#references(node, param) : [];
      for (const text of item === 'all' ? target : target.slice(item - 1, item)) {
        const found = this.#target(text);
        if (found) next.push(found);
      }
    }
    this.#nodes = next;
    if (item === 'all') this.#isSearch = true;
    this.#bound = next[0]?.bound;
    this.#atTable = false;
    return undefined;
  }

  #references(node: ObjectNode, param: string): string[] {
    const schema = node.schema.paramByName.get(param);
    if (!schema || !(paramRights(this.#context.access.of(node), schema.slot) & READ)) return [];
    const value = String(currentValue(node, schema.slot, this.#context.services));
    return value === '' ? [] : value.split(',').map(text => text.trim());
  }

  #target(reference: string): ObjectNode | undefined {
    const found = findNode(this.#context.root, reference);
    return found instanceof ObjectNode ? found : undefined;
  }

  #unsupported(): Fault {
    return new Fault(INVALID_PATH, `${this.#path.text} is not in the supported data model`);
  }

  #absent(): Fault {
    return new Fault(OBJECT_DOES_NOT_EXIST, `${this.#path.text} does not exist`);
  }
}

/** Whether the comparisons are `==` on exactly the parameters of one unique key: an address, not a search. */
function isUniqueKeyAddress(bound: Bound, components: readonly Component[]): boolean {
  if (components.some(c => c.operator !== '==' || c.steps.length > 0)) return false;
  const named = new Set(components.map(c => c.param));
  return bound.schema.uniqueKeys.some(
    key => key.params.length === named.size && key.params.every(param => named.has(param)),
  );
}
