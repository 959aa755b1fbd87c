/**
 * A type as one line of text: its kind, then a column for each facet. The packed table and the file of facts share it.
 *
 *     unsignedInt  range=0:0|512:
 *     string  list  items=:8  size=:64  enum=None|Requested
 *
 * Columns are separated by tabs and alternatives by `|`; values that hold either, or `%`, have them percent-encoded.
 */
import type { Bounds, TypeSchema, ValueKind } from '../schema.ts';

export function escapeText(text: string): string {
  return text.replace(/[%|\t\n]/g, encodeURIComponent);
}

export function unescapeText(text: string): string {
  return text.includes('%') ? decodeURIComponent(text) : text;
}

/** `1:5`, `:64`, `512:`, `0:240/16` with its step. */
function parseBounds(text: string): Bounds {
  const [, min, max, step] = /^([^:]*):([^/]*)(?:\/(.*))?$/.exec(text) ?? [];
  return { ...(min && { min: Number(min) }), ...(max && { max: Number(max) }), ...(step && { step: Number(step) }) };
}

function formatBounds({ min, max, step }: Bounds): string {
  return `${min ?? ''}:${max ?? ''}${step === undefined ? '' : `/${step}`}`;
}

/** Facets by column; a facet that this does not know is a mistake of the table's maker. */
function applyColumn(type: TypeSchema, column: string): void {
  const at = column.indexOf('=');
  const [facet, value] = at < 0 ? [column, ''] : [column.slice(0, at), column.slice(at + 1)];
  const alternatives = () => value.split('|');
  if (facet === 'list') type.list = {};
  else if (facet === 'items') type.list = { ...type.list, items: parseBounds(value) };
  else if (facet === 'length') type.list = { ...type.list, maxLength: Number(value) };
  else if (facet === 'range') type.ranges = alternatives().map(parseBounds);
  else if (facet === 'size') type.sizes = alternatives().map(parseBounds);
  else if (facet === 'enum') type.enumeration = alternatives().map(unescapeText);
  else if (facet === 'pattern') type.patterns = alternatives().map(unescapeText);
  else if (facet === 'ref') type.reference = value as 'weak' | 'strong';
  else throw new Error(`unknown facet "${column}"`);
}

/** Reads the columns of a type. Throws on a facet that is not one of TypeSchema's. */
export function parseType([kind, ...columns]: readonly string[]): TypeSchema {
  const type: TypeSchema = { kind: kind as ValueKind };
  for (const column of columns) applyColumn(type, column);
  return type;
}

/** The columns of a type. */
export function formatType({ kind, list, ranges, sizes, enumeration, patterns, reference }: TypeSchema): string[] {
  const columns: string[] = [kind];
  if (list) columns.push('list');
  if (list?.items) columns.push(`items=${formatBounds(list.items)}`);
  if (list?.maxLength !== undefined) columns.push(`length=${list.maxLength}`);
  if (ranges?.length) columns.push(`range=${ranges.map(formatBounds).join('|')}`);
  if (sizes?.length) columns.push(`size=${sizes.map(formatBounds).join('|')}`);
  if (enumeration) columns.push(`enum=${enumeration.map(escapeText).join('|')}`);
  if (patterns) columns.push(`pattern=${patterns.map(escapeText).join('|')}`);
  if (reference) columns.push(`ref=${reference}`);
  return columns;
}
