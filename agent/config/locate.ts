/** From a path in the document to its line and column. Loaded only when something must be shown. */
import type { Problem } from './finding.ts';
import { type Places, placesOf } from './places.ts';

/** A position in the file, both from 1. */
export interface Position {
  line: number;
  column: number;
}

function toPosition(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where that begins which a problem is about, or the nearest table around it that is written in the file. */
function find(places: Places, { path, mark }: Problem): number {
  for (let length = path.length; length > 0; length--) {
    const entry = places.get(JSON.stringify(path.slice(0, length)));
    const offset = mark === 'key' ? (entry?.key ?? entry?.value) : (entry?.value ?? entry?.key);
    if (offset !== undefined) return offset;
  }
  return 0;
}

/** The positions of problems in a document, in the order of the problems. A document that cannot be read has none. */
export function locate(text: string, problems: readonly Problem[]): Position[] {
  let places: Places = new Map();
  try {
    places = placesOf(text);
  } catch {
    // The parser has taken what is not understood here. A finding on line 1 is better than none.
  }
  return problems.map(problem => toPosition(text, find(places, problem)));
}
