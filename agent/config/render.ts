/** A finding as text for a terminal: the place, the line with a caret under it, and what would be right. */
import type { Finding } from './finding.ts';
import { shownLineCharsMax } from './limits.ts';
import { type Span, secretsIn } from './secrets.ts';
import { lineSpan } from './syntax.ts';

const mask = '***';

/** A line as it is shown, and where in it the caret goes (from 0). */
interface ShownLine {
  line: string;
  caret: number;
}

/** Puts a mask in place of each secret; a caret inside one goes to the mask's beginning. */
function maskSecrets(line: string, caret: number, secrets: readonly Span[]): ShownLine {
  let shown = '';
  let shownCaret = caret;
  let from = 0;
  for (const { start, end } of secrets) {
    if (end <= from) continue;
    shown += line.slice(from, Math.max(from, start));
    if (caret >= end) shownCaret += mask.length - (end - Math.max(from, start));
    else if (caret >= start) shownCaret = shown.length;
    shown += mask;
    from = end;
  }
  return { line: shown + line.slice(from), caret: shownCaret };
}

/** Cuts a long line to a window around the caret. */
function cut({ line, caret }: ShownLine): ShownLine {
  if (line.length <= shownLineCharsMax) return { line, caret };
  const start = Math.max(0, Math.min(caret - shownLineCharsMax / 2, line.length - shownLineCharsMax));
  const end = start + shownLineCharsMax;
  const [left, right] = [start > 0 ? '…' : '', end < line.length ? '…' : ''];
  return { line: left + line.slice(start, end) + right, caret: caret - start + left.length };
}

function shownLine(text: string, finding: Finding): ShownLine {
  const { start, end } = lineSpan(text, finding.line);
  const secrets = secretsIn(text, { start, end }, finding.code !== 'syntax')
    .map(secret => ({ start: Math.max(0, secret.start - start), end: Math.min(end, secret.end) - start }))
    .filter(secret => secret.start < secret.end);
  return cut(maskSecrets(text.slice(start, end), finding.column - 1, secrets));
}

/** Text that cannot move a terminal's cursor or change its colours. Tabs stay. */
function printable(text: string): string {
  return text.replace(/\r$/, '').replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g, '\ufffd');
}

/**
 * `FILE:LINE:COLUMN: error: message`, the line, a caret, what was expected and "did you mean". Several lines, without
 * a newline at the end. Passwords in the line are masked.
 */
export function renderFinding(text: string, finding: Finding): string {
  const { line, caret } = shownLine(text, finding);
  const padding = line.slice(0, caret).replace(/[^\t]/g, ' ').padEnd(caret);
  const place = `${finding.file}:${finding.line}:${finding.column}`;
  const lines = [
    `${place}: ${finding.severity}: ${printable(finding.message)}`,
    `    ${printable(line)}`,
    `    ${padding}^`,
  ];
  if (finding.expected !== undefined) lines.push(`  expected: ${printable(finding.expected)}`);
  if (finding.suggestion !== undefined) lines.push(`  did you mean ${printable(finding.suggestion)}?`);
  return lines.join('\n');
}
