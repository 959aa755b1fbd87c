/** Text for people: aligned, and harmless to a terminal. */

/** A value on one line, with the dangerous characters as `\u{1b}`. */
export function printable(text: string): string {
  // What could move a cursor, change colours, forge a line or turn the direction of writing. Made here: even to be made, it has the
  // engine load what it knows of the world's characters, and every start reads this file.
  const dangerous = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
  return text.replace(dangerous, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** `path = value` lines with their equals signs below each other. */
export function settingLines(settings: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(settings);
  const width = widest(entries.map(([path]) => path));
  return entries.map(([path, value]) => `${path.padEnd(width)} = ${printable(value)}`.trimEnd());
}

/** Rows of cells in columns, two spaces between them; no spaces at the end of a line. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(0, ...rows.map(row => row.length));
  const widths = Array.from({ length: count }, (_, column) => widest(rows.map(row => row[column] ?? '')));
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, text.length), 0);
}

/** `Name="boiler temperature" Alias="cpe-1"`. */
export function assignments(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${printable(JSON.stringify(value))}`)
    .join(' ');
}
