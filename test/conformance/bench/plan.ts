/** The conformance plan's cases and TR-369's requirements, as facts. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface PlannedCase {
  number: string;
  title: string;
  /** live, deprecated, deleted, or future. */
  state: string;
  /** How many test metrics it has. */
  metrics: number;
}

export interface Requirement {
  id: string;
  section: string;
  /** MUST, SHOULD, MAY ... */
  level: string;
  /** Empty, or deprecated, removed, obsolete. */
  state: string;
  /** Whether it is one for agents: yes, both, or no. */
  agent: string;
}

/** Rows of a tab-separated file beside the cases, its heading left out. */
export function readRows(name: string): string[][] {
  const text = readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');
  return text
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => line.split('\t'));
}

export function plannedCases(): PlannedCase[] {
  return readRows('cases.tsv').map(([number = '', title = '', state = '', metrics = '']) => {
    return { number, title, state, metrics: Number(metrics) };
  });
}

export function requirements(): Requirement[] {
  return readRows('requirements.tsv').map(([id = '', section = '', level = '', state = '', agent = '']) => {
    return { id, section, level, state, agent };
  });
}
