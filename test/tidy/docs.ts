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
