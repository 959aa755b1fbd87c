/** docs/requirements.md: each requirement of TR-369 for agents, and what shows that we meet it. */
import type { Requirement } from '../test/conformance/bench/plan.ts';
import type { NamedBy } from './trace-titles.ts';

/** What the last conformance run has recorded of a case. */
export interface Recorded {
  number: string;
  verdict: string;
  /** Requirement IDs that its assertions have shown. */
  shown: readonly string[];
}

/** Requirements that nothing shows, for a reason. */
export interface Exception {
  ids: RegExp;
  status: 'not built' | 'not applicable';
  why: string;
}

interface Row {
  requirement: Requirement;
  status: string;
  cases: readonly string[];
  files: readonly string[];
  why: string;
}

export interface Report {
  markdown: string;
  /** What is wrong with the traces: claims without assertions, requirements that nothing accounts for. */
  problems: readonly string[];
}

export interface Traces {
  requirements: readonly Requirement[];
  recorded: readonly Recorded[];
  named: readonly NamedBy[];
  exceptions: readonly Exception[];
}

export function reportOf(traces: Traces): Report {
  const ours = traces.requirements.filter(({ agent }) => agent === 'yes' || agent === 'both');
  const rows = ours.map(requirement => rowOf(requirement, traces));
  return { markdown: markdownOf(rows), problems: [...problemsOf(rows, traces), ...emptyClaims(traces)] };
}

function rowOf(requirement: Requirement, { recorded, named, exceptions }: Traces): Row {
  const { id, state } = requirement;
  const cases = recorded.filter(each => each.verdict === 'pass' && each.shown.includes(id)).map(each => each.number);
  const files = [...new Set(named.filter(each => each.id === id && each.asserts).map(each => each.file))].sort();
  const isTested = cases.length + files.length > 0;
  const exception = exceptions.find(({ ids }) => ids.test(id));
  const row = { requirement, cases, files, why: exception?.why ?? '' };
  if (state === 'obsolete' && !exception) return { ...row, status: 'obsolete, built on purpose' };
  if (isTested) return { ...row, status: cases.length > 0 ? 'shown' : 'named' };
  if (state === 'removed') return { ...row, status: 'not applicable', why: 'removed from the standard' };
  return { ...row, status: exception?.status ?? 'untraced' };
}

function problemsOf(rows: readonly Row[], { exceptions }: Traces): string[] {
  return rows.flatMap(({ requirement: { id }, status, cases, files }) => {
    const isTested = cases.length + files.length > 0;
    if (status === 'untraced') return [`${id}: no test shows it, and nothing says why`];
    if (status === 'obsolete, built on purpose' && !isTested) return [`${id}: no test shows it`];
    const exception = exceptions.find(({ ids }) => ids.test(id));
    return exception && isTested ? [`${id} is said to be ${exception.status}, but is shown`] : [];
  });
}

/** IDs that a test claims without asserting anything, and IDs that the standard does not have. */
function emptyClaims({ requirements, named }: Traces): string[] {
  const known = new Set(requirements.map(({ id }) => id));
  return named.flatMap(({ id, file, title, asserts }) => {
    if (!known.has(id)) return [`${file}: "${title}" names ${id}, which does not exist`];
    return asserts ? [] : [`${file}: "${title}" names ${id} and asserts nothing`];
  });
}

function markdownOf(rows: readonly Row[]): string {
  const statuses = ['shown', 'named', 'obsolete, built on purpose', 'not built', 'not applicable', 'untraced'];
  const counts = statuses.map(status => ({ status, count: rows.filter(row => row.status === status).length }));
  const sections = [...new Set(rows.map(row => row.requirement.section))];
  return [
    '# Requirements',
    '',
    'Written by `npm run trace`; do not edit. Each requirement of TR-369 1.4 that is one for agents, those of the obsolete',
    'CoAP binding included, and the tests that assert it: numbers are cases of the conformance plan (`npm run conformance`),',
    'files are below `test/`. *shown* is asserted by a case against the running agent, *named* by the title of a unit test.',
    '',
    ...counts.filter(({ count }) => count > 0).map(({ status, count }) => `- ${count} ${status}`),
    ...sections.flatMap(section =>
      sectionOf(
        section,
        rows.filter(row => row.requirement.section === section),
      ),
    ),
    '',
  ].join('\n');
}

function sectionOf(section: string, rows: readonly Row[]): string[] {
  const cells = rows.map(row => [row.requirement.id, row.requirement.level, row.status, testsOf(row)]);
  const table = [['ID', 'Level', 'Status', 'Tests, or why there are none'], ...cells];
  const widths = [0, 1, 2, 3].map(column => Math.max(...table.map(cell => cell[column]?.length ?? 0)));
  const line = (cell: readonly string[]) => `| ${cell.map((text, i) => text.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [heading = [], ...body] = table;
  return ['', `## ${section}`, '', line(heading), line(widths.map(width => '-'.repeat(width))), ...body.map(line)];
}

function testsOf({ cases, files, why }: Row): string {
  const parts = [...(cases.length > 0 ? [cases.join(', ')] : []), ...files.map(file => `\`${file}\``)];
  return parts.length > 0 ? parts.join(', ') : why;
}
