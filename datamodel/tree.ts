/** Builds and walks the live tree. */
import type { Bound } from './bound.ts';
import type { Row } from './define.ts';
import { ObjectNode, TableNode } from './node.ts';
import type { ParamSchema, Scalar } from './schema.ts';
import type { Services } from './services.ts';
import { defaultValue } from './values.ts';

/** A row as the tree has it now. */
export class LiveRow implements Row {
  readonly node: ObjectNode;

  constructor(node: ObjectNode) {
    this.node = node;
  }

  get(param: string): Scalar {
    return this.node.stored(param);
  }
}

/**
 * An object with its single children, tables empty, values at `presets` or their initial ones. Not yet attached to its
 * parent. Presets come first because a discriminator among them decides which children exist.
 */
export function growNode(
  bound: Bound,
  parent: ObjectNode | undefined,
  table: TableNode | undefined,
  instance: number,
  services: Services,
  presets: Readonly<Record<string, Scalar>> = {},
): ObjectNode {
  const node = new ObjectNode(bound, parent, table, instance);
  const row = new LiveRow(node);
  for (const param of bound.schema.params) node.values[param.slot] = defaultValue(param);
  for (const param of bound.schema.params)
    node.values[param.slot] = presets[param.name] ?? initialValue(param, row, services);
  for (const child of bound.children.values()) growChild(node, child, services);
  return node;
}

/** Adds a single child or an empty table, unless this machine or the discriminator rules it out. */
export function growChild(node: ObjectNode, child: Bound, services: Services): void {
  const { schema, definition } = child;
  if (definition?.exists && !definition.exists(services)) return;
  if (schema.discriminator && node.stored(schema.discriminator) !== schema.name) return;
  node.children ??= new Map();
  if (node.children.has(schema.name)) return;
  const grown = schema.isTable ? growTable(child, node, services) : growNode(child, node, undefined, 0, services);
  node.children.set(schema.name, grown);
}

function growTable(bound: Bound, parent: ObjectNode, services: Services): TableNode {
  const table = new TableNode(bound, parent);
  for (const presets of bound.definition?.rowsAtStart?.(services) ?? []) {
    const instance = table.nextInstance++;
    table.rows.set(instance, growNode(bound, parent, table, instance, services, presets));
  }
  return table;
}

/** What a parameter holds when nobody has written it. */
export function initialValue(param: ParamSchema, row: Row, services: Services): Scalar {
  const entry = row.node.bound.entries[param.slot];
  if (!entry || entry.word === 'read') return defaultValue(param);
  if (entry.word === 'count') return 0;
  if (entry.initial === undefined) return defaultValue(param);
  return typeof entry.initial === 'function' ? entry.initial(row, services) : entry.initial;
}

/** Slot of the parameter of `node` that decides whether its child `bound` exists; undefined when nothing does. */
export function discriminatorSlot(node: ObjectNode, bound: Bound): number | undefined {
  const name = bound.schema.discriminator;
  return name === undefined ? undefined : node.schema.paramByName.get(name)?.slot;
}

/** Every object below and including `node`, parents first. */
export function* descend(node: ObjectNode): Generator<ObjectNode> {
  yield node;
  if (!node.children) return;
  for (const child of node.children.values()) {
    if (child instanceof ObjectNode) yield* descend(child);
    else for (const row of child.rows.values()) yield* descend(row);
  }
}

/** The value of a parameter now: stored, counted or computed. */
export function currentValue(node: ObjectNode, slot: number, services: Services): Scalar {
  const entry = node.bound.entries[slot];
  if (entry?.word === 'read') return entry.read(new LiveRow(node), services);
  if (entry?.word === 'count') return node.tableNamed(entry.table)?.rows.size ?? 0;
  return node.values[slot] as Scalar;
}

/** The table or object at a plain instance path such as `Device.LocalAgent.Controller.1.`; undefined when absent. */
export function findNode(root: ObjectNode, path: string): ObjectNode | TableNode | undefined {
  const names = path.split('.');
  if (names.at(-1) === '') names.pop();
  if (names[0] !== root.schema.name) return undefined;
  let at: ObjectNode | TableNode | undefined = root;
  for (let i = 1; i < names.length && at; i++) {
    const name = names[i] as string;
    at = at instanceof TableNode ? at.rows.get(Number(name)) : at.children?.get(name);
  }
  return at;
}

/** Whether the object is in the tree: not a row or a union member that has gone, nor below one. */
export function isInTree(node: ObjectNode): boolean {
  let root = node;
  while (root.parent) root = root.parent;
  return findNode(root, node.path) === node;
}
