// Every error code is explained in docs/errors.md, and every limit where it is declared.
import type { FileFacts } from './facts.ts';

/** The part of a document under the heading that has `word` in it; undefined when there is no such heading. */
function sectionOf(document: string, word: string): string | undefined {
  return document.split(/^(?=#)/m).find(section => section.split('\n', 1)[0]!.includes(word));
}

/** USP's own codes, as `errors.ts` files name them: `export const INVALID_PATH = 7026`. */
const USP_CODE = /^export const (\w+) = (7\d{3});/gm;

/** `document` is docs/errors.md: a section for each `...ErrorCode` type, a row beginning | `code` | for each code. */
export function checkErrorCodes(file: FileFacts, document: string): string[] {
  const hasRow = (section: string, code: string) => new RegExp(`^\\| \`${code}\` *\\|`, 'm').test(section);
  const missing = file.wordTypes
    .filter(type => type.name.endsWith('ErrorCode'))
    .flatMap(type => {
      const section = sectionOf(document, type.name);
      if (section === undefined) return [`${file.path}:${type.line}: docs/errors.md has no section ${type.name}`];
      const absent = type.values.filter(code => !hasRow(section, code));
      return absent.map(code => `${file.path}:${type.line}: docs/errors.md does not explain ${type.name} ${code}`);
    });
  const uspCodes = file.path.endsWith('/errors.ts') ? [...file.text.matchAll(USP_CODE)] : [];
  return [
    ...missing,
    ...uspCodes
      .filter(([, , code]) => !hasRow(document, code!))
      .map(([, name, code]) => `${file.path}: docs/errors.md does not explain ${code} ${name}`),
  ];
}

/** TR-369 1.4 "Error Codes" and "USP Record Errors", vendors' own left out: first and last of each range. */
const STANDARD_CODES: readonly (readonly [first: number, last: number])[] = [
  [7000, 7031],
  [7100, 7106],
];
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
const BARE_CODE = /\b7(?:0[0-3]|10)\d\b/g;

/** Each code of the standard has a row in `document`, which says of it what `sources` do: it is sent, or never. */
export function checkSentCodes(sources: readonly FileFacts[], document: string): string[] {
  const product = sources.filter(({ path }) => /^(agent|datamodel|proto|drivers)\//.test(path));
  const declared = product.filter(({ path }) => path.endsWith('/errors.ts'));
  const others = product.filter(file => !declared.includes(file));
  const used = new Set(others.flatMap(({ words }) => words.map(({ word }) => word)));
  const constants = declared.flatMap(({ path, text }) =>
    Array.from(text.matchAll(USP_CODE), ([, name = '', code]) => ({ path, name, code: Number(code) })),
  );
  const sent = new Set(constants.filter(({ name }) => used.has(name)).map(({ code }) => code));
  const whens = new Map(
    Array.from(document.matchAll(/^\| `(7\d{3})` *\|[^|]*\| *([^|]*)\|/gm), ([, c, w]) => [Number(c), w]),
  );
  const complaints = STANDARD_CODES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap(code => {
      const when = whens.get(code);
      if (when === undefined) return [`docs/errors.md has no row for ${code}`];
      if (when.startsWith('never') !== sent.has(code)) return [];
      return [`docs/errors.md and the sources differ: ${code} is ${sent.has(code) ? '' : 'never '}sent`];
    }),
  );
  return [
    ...complaints,
    ...constants.filter(({ name }) => !used.has(name)).map(({ path, name }) => `${path}: ${name} is never used`),
    ...others.flatMap(({ path, text }) =>
      Array.from(text.replace(COMMENTS, '').matchAll(BARE_CODE), ([code]) => `${path}: ${code} has no name`),
    ),
  ];
}

/** A limit has a comment above it, or stands right below one that has. */
export function checkLimits(file: FileFacts): string[] {
  if (!file.path.endsWith('limits.ts')) return [];
  const lines = file.text.split('\n');
  return lines.flatMap((line, index) => {
    if (!line.startsWith('export const ')) return [];
    const above = lines[index - 1] ?? '';
    if (/\*\/$|^\/\/|^export const /.test(above)) return [];
    return [`${file.path}:${index + 1}: a limit without its reason`];
  });
}
