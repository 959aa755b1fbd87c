/** TOML text to plain values, or to the finding that says why it is no TOML. */
import { parse, TomlError } from 'smol-toml';
import type { Finding } from './finding.ts';
import { nestingDepthMax } from './limits.ts';
import { type Span, secretsIn } from './secrets.ts';

/** The document's tables and values, untouched. */
export type Document = Readonly<Record<string, unknown>>;

const aValue = 'a value: a "text" in quotes, a number, true or false, a [list] or a { table }';

/** What may stand at a place, judged by the line around it: the parser has no codes to go by. */
function expectedAt(line: string, before: string): string {
  if (/=\s*["'][^"']*$/.test(before)) return 'the closing quote on the same line';
  if (/=\s*$/.test(before)) return aValue;
  if (/=/.test(before)) return 'the end of the line after the value, a comma, or a closing bracket';
  if (/^\s*\[[^\]]*\]/.test(line)) return 'each [section] once; only [[sections]] may be there again';
  if (/^\s*\[/.test(line)) return 'a section such as [agent], or one of several such as [[capability]]';
  if (/^\s*$/.test(before) && /=/.test(line)) return 'each key once in its section';
  return 'a line of the form key = value, or a [section]';
}

/** A line of a text without its end; lines count from 1. Beyond the text it is empty. */
export function lineSpan(text: string, lineNumber: number): Span {
  let start = 0;
  for (let skipped = 1; skipped < lineNumber; skipped++) {
    const end = text.indexOf('\n', start);
    start = end < 0 ? text.length : end + 1;
  }
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
  return { start, end: start + line.length };
}

/** A value that only lacks its quotes. Never shown when it could be a password. */
function quoted(text: string, { start, end }: Span, before: string): string | undefined {
  const offset = start + before.length;
  const bare = /^[A-Za-z/][^"'#,{}[\]=]*/.exec(text.slice(offset, end))?.[0].trim();
  const isSecret = secretsIn(text, { start, end }, false).some(span => offset >= span.start && offset < span.end);
  return bare && !isSecret && /=\s*$/.test(before) ? JSON.stringify(bare) : undefined;
}

function toFinding(error: unknown, text: string, file: string): Finding {
  const { line, column } = error instanceof TomlError ? error : { line: 1, column: 1 };
  const span = lineSpan(text, line);
  const shown = text.slice(span.start, span.end);
  const before = shown.slice(0, column - 1);
  const reason = error instanceof TomlError ? error.message.split('\n')[0]?.replace('Invalid TOML document: ', '') : '';
  const message = `this is not TOML: ${reason || 'it cannot be read'}`;
  const suggestion = quoted(text, span, before);
  return {
    code: 'syntax',
    severity: 'error',
    file,
    line,
    column,
    message,
    expected: expectedAt(shown, before),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Parses TOML 1.1. Never throws. */
export function parseToml(text: string, file: string): { document: Document } | { finding: Finding } {
  try {
    return { document: parse(text, { maxDepth: nestingDepthMax }) };
  } catch (error) {
    return { finding: toFinding(error, text, file) };
  }
}
