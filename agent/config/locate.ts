/** From a path in the document to its line and column. Loaded only when something must be shown. */
import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Path, Problem } from './finding.ts';

/** A position in the file, both from 1. */
export interface Position {
  line: number;
  column: number;
}

interface Entry {
  key?: Position;
  value?: Position;
}

/** Where each key, value, list entry and table of a document begins, by path. */
type Places = Map<string, Entry>;

function toPosition(node: { loc: AST.SourceLocation }): Position {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}

function note(places: Places, path: Path, entry: Entry): void {
  const id = JSON.stringify(path);
  places.set(id, { ...entry, ...places.get(id) });
}

function noteValue(places: Places, path: Path, node: AST.TOMLContentNode): void {
  note(places, path, { value: toPosition(node) });
  if (node.type === 'TOMLArray') {
    for (const [index, element] of node.elements.entries()) noteValue(places, [...path, index], element);
  }
  if (node.type === 'TOMLInlineTable') for (const pair of node.body) notePair(places, path, pair);
}

function nameOf(part: AST.TOMLBare | AST.TOMLQuoted): string {
  return part.type === 'TOMLBare' ? part.name : part.value;
}

/** Notes `a.b.c = value`: each part of a dotted key is a table of its own. */
function notePair(places: Places, table: Path, pair: AST.TOMLKeyValue): void {
  let path = table;
  for (const part of pair.key.keys) {
    path = [...path, nameOf(part)];
    note(places, path, { key: toPosition(part) });
  }
  noteValue(places, path, pair.value);
}

/** Notes `[a.b]` or `[[a.b]]`; the header stands for the table, and for the list that it is an entry of. */
function noteTable(places: Places, table: AST.TOMLTable): void {
  const header = toPosition(table);
  table.resolvedKey.forEach((_, depth) => {
    note(places, table.resolvedKey.slice(0, depth + 1), { key: header, value: header });
  });
  for (const pair of table.body) notePair(places, table.resolvedKey, pair);
}

function readPlaces(text: string): Places {
  const places: Places = new Map();
  for (const node of parseTOML(text, { tomlVersion: '1.1' }).body[0].body) {
    if (node.type === 'TOMLTable') noteTable(places, node);
    else notePair(places, [], node);
  }
  return places;
}

/** The position of what a problem is about, or of the nearest table around it that is written in the file. */
function find(places: Places, { path, mark }: Problem): Position {
  for (let length = path.length; length > 0; length--) {
    const entry = places.get(JSON.stringify(path.slice(0, length)));
    const position = mark === 'key' ? (entry?.key ?? entry?.value) : (entry?.value ?? entry?.key);
    if (position) return position;
  }
  return { line: 1, column: 1 };
}

/** The positions of problems in a document, in the order of the problems. A document that cannot be read has none. */
export function locate(text: string, problems: readonly Problem[]): Position[] {
  let places: Places = new Map();
  try {
    places = readPlaces(text);
  } catch {
    // The two parsers disagree about this text. A finding on line 1 is better than none.
  }
  return problems.map(problem => find(places, problem));
}
