/** Facets: what a type demands of a value beyond its kind (7012 Invalid value). */
import type { Bounds, Scalar, TypeSchema } from '../schema.ts';
import { toRegExp } from './pattern.ts';

/** Characters are code points, as XML Schema counts them. */
function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Length in the unit of the size facet: characters of a string, decoded bytes of base64 and hexBinary. */
function sizeOf(type: TypeSchema, value: string): number {
  if (type.kind === 'hexBinary') return value.length / 2;
  if (type.kind === 'base64') return (value.length / 4) * 3 - (value.match(/=/g)?.length ?? 0);
  return characterCount(value);
}

function isStep(value: number | bigint, bounds: Bounds): boolean {
  if (bounds.step === undefined) return true;
  const start = bounds.min ?? 0;
  return typeof value === 'bigint'
    ? (value - BigInt(start)) % BigInt(bounds.step) === 0n
    : (value - start) % bounds.step === 0;
}

/** Whether the value lies in one of the ranges; no ranges admit everything. */
function isWithin(value: number | bigint, ranges: readonly Bounds[] | undefined): boolean {
  if (!ranges || ranges.length === 0) return true;
  return ranges.some(
    bounds =>
      (bounds.min === undefined || value >= bounds.min) &&
      (bounds.max === undefined || value <= bounds.max) &&
      isStep(value, bounds),
  );
}

function describe(ranges: readonly Bounds[]): string {
  const texts = ranges.map(({ min, max, step }) => {
    const range = max === undefined ? `at least ${min}` : min === undefined ? `at most ${max}` : `${min} to ${max}`;
    return (min === max ? `${min}` : range) + (step === undefined ? '' : ` in steps of ${step}`);
  });
  return texts.join(' or ');
}

/** Problem with a number of items, characters or bytes. */
export function countProblem(count: number, bounds: readonly Bounds[] | undefined, unit: string): string | undefined {
  return isWithin(count, bounds) ? undefined : `has ${count} ${unit}, must have ${describe(bounds ?? [])}`;
}

function textProblem(type: TypeSchema, value: string): string | undefined {
  // Sizes come first: they bound what a pattern is run on.
  const unit = type.kind === 'string' ? 'characters' : 'bytes';
  const problem = type.sizes && countProblem(sizeOf(type, value), type.sizes, unit);
  if (problem) return problem;
  if (type.enumeration && !type.enumeration.includes(value)) {
    return `must be one of ${type.enumeration.map(word => word || '(empty)').join(', ')}`;
  }
  if (type.patterns && !type.patterns.some(pattern => toRegExp(pattern).test(value))) {
    return `must match ${type.patterns.map(pattern => pattern || '(empty)').join(' or ')}`;
  }
  return undefined;
}

/** What is wrong with one value (of a list: one item) of this type, in words that follow "the value"; or undefined. */
export function facetProblem(type: TypeSchema, value: Scalar): string | undefined {
  if (typeof value === 'string') return textProblem(type, value);
  if (typeof value === 'boolean' || isWithin(value, type.ranges)) return undefined;
  return `must be ${describe(type.ranges ?? [])}`;
}
