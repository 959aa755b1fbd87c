/** The one table that benchmarks print, and the file that they leave. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { dirname } from 'node:path';
import { boundOf, brokenBy, budgets, judgedOf } from './budget.ts';
import type { Row, Run } from './row.ts';
import { median } from './statistics.ts';

/** A figure's median over the runs, and what it is held to. */
export interface Result {
  row: string;
  figure: string;
  what: string;
  unit: string;
  node: string;
  runs: number;
  /** Why one run is enough. */
  once?: string;
  value: number;
  /** The median of the floors, and of how many times its floor each run was. */
  floor?: number;
  ratio?: number;
  target?: string;
  verdict?: 'ok' | 'MISSED';
}

/** What a row's runs under one Node.js come to, figure by figure. One that they have not seen is left out. */
export function resultsOf(name: string, { figures, once }: Row, runs: readonly Run[], node: string): Result[] {
  return Object.entries(figures).flatMap(([key, { what, unit }]) => {
    const samples = runs.flatMap(run => run[key] ?? []);
    if (samples.length === 0) return [];
    const floors = samples.flatMap(({ floor }) => floor ?? []);
    const ratios = samples.flatMap(({ value, floor }) => (floor === undefined ? [] : value / floor));
    const seen = {
      value: median(samples.map(({ value }) => value)),
      ...(floors.length > 0 && { floor: median(floors), ratio: median(ratios) }),
    };
    const common = { row: name, figure: key, what, unit, node, runs: samples.length, ...(once && { once }) };
    const budget = budgets[`${name}.${key}`];
    if (!budget) return { ...common, ...seen };
    const verdict = brokenBy(budget, seen) <= 0 ? ('ok' as const) : ('MISSED' as const);
    const is = budget.by === 'difference' ? `, is ${short(judgedOf(budget, seen))}` : '';
    return { ...common, ...seen, target: boundOf(budget) + is, verdict };
  });
}

function short(figure: number): string {
  const digits = Math.abs(figure) >= 1_000 ? 0 : Math.abs(figure) >= 10 ? 1 : 3;
  return Number.isFinite(figure) ? figure.toFixed(digits) : '';
}

const widths = { what: 64, unit: 7, runs: 4, number: 8 };
const numbersOfNode = ['value', 'floor', 'ratio'] as const;

/** `numbers`: three for each version of Node.js. */
function line(what: string, unit: string, runs: string, numbers: readonly string[], rest = ''): string {
  const begin = [what.padEnd(widths.what), unit.padEnd(widths.unit), runs.padStart(widths.runs)];
  return [...begin, ...numbers.map(number => number.padStart(widths.number)), ` ${rest}`].join(' ').trimEnd();
}

/** Three columns for each version, which stands above the first. */
export function headingOf(versions: readonly string[]): string {
  const above = versions.flatMap(version => [version, '', '']);
  const names = versions.flatMap(() => numbersOfNode);
  return `${line('', '', '', above)}\n${line('figure', 'unit', 'runs', names, 'target')}`;
}

/** One figure under each version, in the heading's order; absent: not measured there. */
export function lineOf(results: readonly (Result | undefined)[]): string {
  const [first] = results.flatMap(result => result ?? []);
  if (!first) return '';
  const { what, unit, runs, target, once } = first;
  const numbers = results.flatMap(result => numbersOfNode.map(key => short(result?.[key] ?? Number.NaN)));
  const verdicts = results.map(result => result?.verdict ?? '-').join('/');
  const held = target === undefined ? [] : [`${verdicts}: ${target}`];
  return line(what, unit, String(runs), numbers, [...held, ...(once ? [`(one run: ${once})`] : [])].join(' '));
}

/** What a reader must know of the machine; not which one it is. */
export const machineClass = (): string =>
  `${type()} ${release().split('-')[0]}, ${arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;

/** Figures of one machine, of which only the ratios travel. */
export function save(path: string, results: readonly Result[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const about = { machine: machineClass(), at: new Date().toISOString() };
  writeFileSync(path, `${JSON.stringify({ about, results }, undefined, 1)}\n`);
}
