/** The part of TR-181 that the literals support. */
import { didYouMean } from './closest.ts';
import type { ObjectFact } from './facts.ts';
import { lineage, parentPath } from './facts.ts';

/** What the table needs of a literal: its keys. */
export interface Literal {
  path: string;
  params: Readonly<Record<string, unknown>>;
  commands?: Readonly<Record<string, unknown>>;
  events?: readonly string[];
  mounts?: readonly string[];
}

/** The facts of the named elements, in the order of the facts; names that are not there become problems. */
function pick<T extends { name: string }>(
  facts: readonly T[],
  names: readonly string[],
  where: string,
  problems: string[],
): T[] {
  const known = facts.map(fact => fact.name);
  for (const name of names) {
    if (!known.includes(name)) problems.push(`${where}${name} is not in TR-181${didYouMean(name, known)}`);
  }
  return facts.filter(fact => names.includes(fact.name));
}

function narrow(object: ObjectFact, literal: Literal | undefined, problems: string[]): ObjectFact {
  const { path } = object;
  const params = pick(object.params, Object.keys(literal?.params ?? {}), path, problems);
  const names = params.map(param => param.name);
  return {
    ...object,
    params,
    commands: pick(object.commands, Object.keys(literal?.commands ?? {}), path, problems),
    events: pick(object.events, literal?.events ?? [], path, problems),
    // A key that we do not support in full is no key of ours.
    uniqueKeys: object.uniqueKeys.filter(key => key.params.every(param => names.includes(param))),
  };
}

function checkDiscriminators(selected: readonly ObjectFact[], problems: string[]): void {
  const byPath = new Map(selected.map(object => [object.path, object]));
  for (const { path, discriminatorParameter } of selected) {
    if (discriminatorParameter === undefined) continue;
    const parent = byPath.get(parentPath(path));
    if (!parent?.params.some(({ name }) => name === discriminatorParameter)) {
      problems.push(`${path} needs ${parentPath(path)}${discriminatorParameter}, which says whether it exists`);
    }
  }
}

/**
 * The supported objects with their supported elements, and their parents, in the order of `objects`.
 * Throws, naming everything that is wrong, when a literal does not fit.
 */
export function selectSupported(objects: readonly ObjectFact[], literals: readonly Literal[]): ObjectFact[] {
  const problems: string[] = [];
  const byPath = new Map<string, Literal>();
  const known = new Set(objects.map(object => object.path));
  for (const literal of literals) {
    const { path } = literal;
    if (!known.has(path)) problems.push(`${path} is not in TR-181${didYouMean(path, known)}`);
    if (byPath.has(path)) problems.push(`${path} has two literals`);
    byPath.set(path, literal);
  }
  const wanted = new Set([...byPath.keys()].flatMap(lineage));
  const selected = objects
    .filter(({ path }) => wanted.has(path))
    .map(object => narrow(object, byPath.get(object.path), problems));
  checkDiscriminators(selected, problems);
  if (problems.length > 0) throw new Error(['the literals do not fit TR-181:', ...problems].join('\n  '));
  return selected;
}
