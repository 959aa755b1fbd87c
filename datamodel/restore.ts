/** The tree as the journal remembers it, before anything else happens. */
import type { DataModel } from './model.ts';
import { isInstanceNumber, ObjectNode, TableNode } from './node.ts';
import { noteOf } from './notes.ts';
import type { Scalar } from './schema.ts';
import { findNode, growNode } from './tree.ts';
import { parseValue } from './values.ts';

/** What was found in the journal and has no place in the tree: a newer or an older data model wrote it. It stays there. */
export interface RestoreReport {
  rows: number;
  values: number;
  unknown: string[];
}

/** Puts the journal's rows and values into a fresh tree. No feed, no checks: it was valid when it was committed. */
export function restore(model: DataModel, state: ReadonlyMap<string, string>): RestoreReport {
  const report: RestoreReport = { rows: 0, values: 0, unknown: [] };
  const { rowPaths, valuesByObject } = group(state);
  const paths = [...new Set([...rowPaths, ...valuesByObject.keys()])].sort();
  for (const path of paths) {
    const values = valuesByObject.get(path) ?? new Map<string, string>();
    const isRestored = restoreObject(model, path, values, rowPaths.has(path), report);
    if (!isRestored) report.unknown.push(path);
  }
  restoreNextInstances(model, state);
  return report;
}

function group(state: ReadonlyMap<string, string>) {
  const rowPaths = new Set<string>();
  const valuesByObject = new Map<string, Map<string, string>>();
  for (const [key, text] of state) {
    if (key.startsWith('#')) continue;
    if (key.endsWith('.')) {
      rowPaths.add(key);
      continue;
    }
    const cut = key.lastIndexOf('.') + 1;
    const values = valuesByObject.get(key.slice(0, cut)) ?? new Map<string, string>();
    values.set(key.slice(cut), text);
    valuesByObject.set(key.slice(0, cut), values);
  }
  return { rowPaths, valuesByObject };
}

function restoreObject(
  model: DataModel,
  path: string,
  texts: ReadonlyMap<string, string>,
  isRow: boolean,
  report: RestoreReport,
): boolean {
  const existing = findNode(model.root, path);
  if (existing instanceof ObjectNode) {
    for (const [slot, value] of parsed(existing, texts)) existing.values[slot] = value;
    report.values += texts.size;
    return true;
  }
  const cut = path.slice(0, -1).lastIndexOf('.') + 1;
  const table = findNode(model.root, path.slice(0, cut));
  const instance = Number(path.slice(cut, -1));
  const isNumber = isInstanceNumber(instance) && path.slice(cut, -1) === String(instance);
  if (!isRow || !(table instanceof TableNode) || !isNumber) return false;
  const presets: Record<string, Scalar> = {};
  for (const [name, text] of texts) {
    const param = table.schema.paramByName.get(name);
    const value = param && parseValue(param.type, text);
    if (value?.ok) presets[name] = value.value;
  }
  const node = growNode(table.bound, table.parent, table, instance, model.services, presets);
  table.rows.set(instance, node);
  table.nextInstance = Math.max(table.nextInstance, instance + 1);
  sortRows(table);
  report.rows++;
  return true;
}

function* parsed(node: ObjectNode, texts: ReadonlyMap<string, string>): Generator<[number, Scalar]> {
  for (const [name, text] of texts) {
    const param = node.schema.paramByName.get(name);
    const isKept = param && node.bound.entries[param.slot]?.word === 'keep';
    const value = isKept ? parseValue(param.type, text) : undefined;
    if (param && value?.ok) yield [param.slot, value.value];
  }
}

/** The journal's keys come in the order of text, where 10 stands before 2. */
function sortRows(table: TableNode): void {
  const rows = [...table.rows.values()];
  const [last, beforeLast] = [rows.at(-1), rows.at(-2)];
  if (!last || !beforeLast || beforeLast.instance < last.instance) return;
  table.rows.clear();
  for (const row of rows.sort((a, b) => a.instance - b.instance)) table.rows.set(row.instance, row);
}

function restoreNextInstances(model: DataModel, state: ReadonlyMap<string, string>): void {
  for (const key of [...state.keys()]) {
    if (!key.startsWith('#next/')) continue;
    const table = findNode(model.root, key.slice('#next/'.length));
    if (!(table instanceof TableNode)) continue;
    // Of a number that cannot be one, nothing is known but that the rows which are there have had theirs.
    const next = noteOf(model, state, key, isNextInstance) ?? 1;
    table.nextInstance = Math.max(table.nextInstance, next);
  }
}

/** One more than an instance number, once the largest has been given. */
function isNextInstance(value: unknown): value is number {
  return typeof value === 'number' && (value === 1 || isInstanceNumber(value - 1));
}
