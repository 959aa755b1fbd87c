/** A filter as the configuration writes it, `filter = ["median 5", "delta 0.2"]`. Pure. */
import type { Filter } from './filter.ts';
import { filters } from './registry.ts';

/** A filter that was understood; `create` makes one with a memory of its own for a capability. */
export interface FilterSpec {
  name: string;
  /** 'numbers' where it fits only channels whose readings are numbers. */
  samples: 'numbers' | 'any';
  /** Whether what passes is on another scale than what came. */
  rescales: boolean;
  create(): Filter;
}

/** Why a text is no filter: its first word is none, or what follows is not what that filter expects. */
export type FilterProblem = 'unknown-filter' | 'bad-argument';

/** An error as a value. */
export class FilterError {
  readonly code: FilterProblem;
  /** The words that would have been right, or what the argument must be with an example. */
  readonly expected: string;
  /** Where `unknown-filter`: the words to choose from, for a "did you mean". */
  readonly known: readonly string[];

  constructor(code: FilterProblem, expected: string, known: readonly string[] = []) {
    this.code = code;
    this.expected = expected;
    this.known = known;
  }
}

/** Reads one filter's text. Words are separated by spaces, lower case. */
export function parseFilter(text: string): FilterSpec | FilterError {
  const [name = '', ...words] = text.trim().split(/\s+/);
  const definition = filters.find(filter => filter.name === name);
  if (!definition) {
    const known = filters.map(filter => filter.name);
    return new FilterError('unknown-filter', `one of ${known.join(', ')}`, known);
  }
  const create = definition.parse(...words);
  if (!create) return new FilterError('bad-argument', definition.expects);
  return { name, samples: definition.samples, rescales: definition.rescales === true, create };
}
