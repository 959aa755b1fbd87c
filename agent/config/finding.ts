/** What is wrong in a configuration, for a person: the words for it, before and after its place is known. */
import { quotedCharsMax } from './limits.ts';
import { hideUserInfo } from './userinfo.ts';

/** Every code, with what it means. docs/configuration.md lists the same, and a test holds them together. */
export const findingCodes = {
  syntax: 'The file is not valid TOML.',
  'too-large': 'The file, a text or a list is longer than its limit.',
  'unknown-key': 'A key or section that the configuration does not have.',
  'missing-key': 'A key that must be there is absent.',
  'wrong-type': 'A value of another type: a number where a text belongs, say.',
  'bad-value': 'A value of the right type that is not well formed.',
  'out-of-range': 'A number or duration outside its range.',
  'unknown-name': 'A driver, channel, role, type, unit, device or capability that does not exist.',
  duplicate: 'A name, endpoint or line that is used twice.',
  conflict: 'Two settings that cannot both hold.',
  misplaced: 'A key that has no meaning beside the others in its table.',
  loop: 'Rules that set each other off in a circle.',
  insecure: 'Rights over the device that travel unencrypted over a network.',
  unusual: 'Allowed, but hardly what is wanted.',
  'more-findings': 'Findings beyond the number that is reported.',
} as const;

export type FindingCode = keyof typeof findingCodes;

/** An error stops the agent from starting; a warning does not. */
export type Severity = 'error' | 'warning';

/** Where something is: section names, keys and list indexes from the top, as in `['capability', 0, 'poll']`. */
export type Path = readonly (string | number)[];

/** A finding that knows its path in the document, but not yet its line. */
export interface Problem {
  code: FindingCode;
  severity: Severity;
  path: Path;
  /** Which part of the path's entry the caret shows. A table that was not written has no value: its parent is shown. */
  mark: 'key' | 'value';
  message: string;
  /** What may stand there. */
  expected?: string;
  /** What was probably meant, exactly as it would be written in the file. */
  suggestion?: string;
}

/** A finding with its place. */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  /** The file's name, as it was given. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units. */
  column: number;
  message: string;
  expected?: string;
  suggestion?: string;
}

/** Takes what is found; reading goes on, so that one run shows everything. */
export type Report = (problem: Problem) => void;

/** A place in the document that is being read, and where to report. */
export interface Site {
  path: Path;
  report: Report;
}

/** The site of a key or index below `site`. */
export function below(site: Site, step: string | number): Site {
  return { path: [...site.path, step], report: site.report };
}

/** The parts of a problem that its reporter may leave to the defaults: an error, marked at the value. */
export type ProblemDetails = Partial<Pick<Problem, 'severity' | 'mark' | 'expected' | 'suggestion'>>;

/** Reports at a site; returns undefined, so that a reader can `return complain(...)`. */
export function complain(site: Site, code: FindingCode, message: string, details: ProblemDetails = {}): undefined {
  site.report({ code, severity: 'error', path: site.path, mark: 'value', message, ...details });
}

/** A text of the file inside a message: quoted, shortened, and without a password that a URL may carry. */
export function quote(text: string): string {
  const safe = hideUserInfo(text);
  return `"${safe.length > quotedCharsMax ? `${safe.slice(0, quotedCharsMax)}…` : safe}"`;
}
