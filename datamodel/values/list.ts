/** Comma-separated lists (TR-106 "Comma-separated Lists"). */

const whitespace = /[\t\n\r ]/g;
const reserved = /[\t\n\r ,%]/g;

/** Items as written, without the whitespace around them; the empty text has none. */
export function splitList(text: string): string[] {
  if (text.trim() === '') return [];
  return text.split(',').map(item => item.trim());
}

/** Joins written items. Whitespace inside one is percent-encoded, as TR-106 demands. */
export function joinList(items: readonly string[]): string {
  return items.map(item => item.replace(whitespace, encodeURIComponent)).join(',');
}

/** The value of a written item: percent-encoding undone. A percent sign that begins no encoding stands for itself. */
export function decodeItem(item: string): string {
  if (!item.includes('%')) return item;
  try {
    return decodeURIComponent(item.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    return item; // The encoded bytes are no UTF-8, so they were not meant as an encoding.
  }
}

/** The wire text of a list of string values: commas, whitespace and percent signs inside a value are encoded. */
export function formatList(values: readonly string[]): string {
  return values.map(value => value.replace(reserved, encodeURIComponent)).join(',');
}

/** The string values of a list's wire text. */
export function readList(text: string): string[] {
  return splitList(text).map(decodeItem);
}
