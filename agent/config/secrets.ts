/** Keeps passwords out of what is printed, also when their key is misspelt or the file is broken. */
import { closest } from './distance.ts';
import type { Fields } from './fields.ts';
import { sections } from './schema.ts';
import { userInfo } from './userinfo.ts';

/** A part of the text, from `start` up to but not including `end`, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Every key of the grammar, and whether it holds a secret. */
const isSecretKey = new Map<string, boolean>();

function noteKeys(fields: Fields): void {
  for (const { key, kind, secret } of Object.values(fields)) {
    isSecretKey.set(key, secret ?? false);
    if ('fields' in kind) noteKeys(kind.fields as Fields);
  }
}

for (const { fields } of Object.values(sections)) noteKeys(fields);

/** Whether a word is a key that holds a secret, looks like a misspelling of one, or says so itself. */
function isSecretive(word: string): boolean {
  const known = isSecretKey.get(word);
  if (known !== undefined) return known;
  return /pass|pwd|secret|token/i.test(word) || isSecretKey.get(closest(word, isSecretKey.keys()) ?? '') === true;
}

/**
 * Values by their opening quotes. A string ends at a quote that something may follow (so that a stray quote inside a
 * password does not end the mask early); an unfinished one, or a value without quotes, ends with its line.
 */
const values: readonly RegExp[] = [
  /"""[\s\S]*?(?:"{3,5}|$)/y,
  /'''[\s\S]*?(?:'{3,5}|$)/y,
  /"(?:\\.|[^\\\r\n])*?"(?=[ \t]*(?:[,}\]#\r\n]|$))/y,
  /'[^\r\n]*?'(?=[ \t]*(?:[,}\]#\r\n]|$))/y,
  /[^\r\n]*/y,
];

function valueEnd(text: string, start: number): number {
  for (const value of values) {
    value.lastIndex = start;
    if (value.test(text)) return value.lastIndex;
  }
  return start;
}

/** A key, plain, dotted or quoted, up to its value. Bounded, so that no text makes it slow. */
const assignment = /([^=,{}\r\n]{1,128})=[ \t]*/g;

/** A dotted or quoted key may hold the secret's name whole or in parts. */
function isSecretiveKey(key: string): boolean {
  const words = key.split(/[^\w-]+/).filter(word => word !== '');
  return [...words, words.join('')].some(isSecretive);
}

/** Secrets by their keys, wherever their value touches the line. */
function* valuesOfSecrets(text: string, line: Span): Generator<Span> {
  for (const match of text.matchAll(assignment)) {
    const start = match.index + match[0].length;
    if (start > line.end) return;
    const end = valueEnd(text, start);
    if (end >= line.start && isSecretiveKey(match[1] ?? '')) yield { start, end };
  }
}

/** In a line that is no TOML, what follows a word that announces a secret. */
function* afterSecretWords(text: string, line: Span): Generator<Span> {
  for (const match of text.slice(line.start, line.end).matchAll(/([\w-]+)["']?[ \t]*=?[ \t]*/g)) {
    if (isSecretive(match[1] ?? '')) yield { start: line.start + match.index + match[0].length, end: line.end };
  }
}

/**
 * The secrets in a line of a text, in order; they may overlap and reach beyond the line.
 *
 * @param isToml whether the text could be parsed; if not, more is taken for a secret
 */
export function secretsIn(text: string, line: Span, isToml: boolean): Span[] {
  const spans = [...valuesOfSecrets(text, line), ...(isToml ? [] : afterSecretWords(text, line))];
  for (const { 0: info, index } of text.slice(line.start, line.end).matchAll(userInfo)) {
    spans.push({ start: line.start + index, end: line.start + index + info.length });
  }
  return spans.sort((a, b) => a.start - b.start);
}
