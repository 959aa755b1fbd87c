/** The one table that benchmarks print, and the file that they leave. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { dirname } from 'node:path';
import type { Runs } from './measure.ts';
import type { Figure, Row, Sample, Target } from './row.ts';
import { median } from './statistics.ts';

/** A figure's median over the runs, and what it is held to. */
export interface Result {
  row: string;
  figure: string;
  what: string;
  unit: string;
  node: string;
  runs: number;
  value: number;
  /** The median of the floors, and of how many times its floor each run was. */
  floor?: number;
  ratio?: number;
  target?: string;
  verdict?: 'ok' | 'MISSED';
}

/** What a row's runs under one Node.js come to, figure by figure. */
export function resultsOf(name: string, { figures }: Row, runs: Runs, node: string): Result[] {
  return Object.entries(figures).map(([key, figure]) => {
    const samples = runs.map(run => run[key] as Sample);
    const value = median(samples.map(sample => sample.value));
    const common = { row: name, figure: key, what: figure.what, unit: figure.unit, node, runs: runs.length, value };
    const floors = samples.flatMap(({ floor }) => floor ?? []);
    const floor = floors.length > 0 ? median(floors) : undefined;
    const ratio =
      floor === undefined ? undefined : median(samples.map(sample => sample.value / (sample.floor ?? Number.NaN)));
    const beside = floor === undefined || ratio === undefined ? {} : { floor, ratio };
    return { ...common, ...beside, ...judged(figure, value, floor, ratio) };
  });
}

function judged({ target }: Figure, value: number, floor = Number.NaN, ratio = Number.NaN) {
  if (!target) return {};
  const { most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY, by } = target;
  const figure = { itself: value, ratio, difference: value - floor }[by];
  const verdict = figure <= most && figure >= least ? ('ok' as const) : ('MISSED' as const);
  const shown = by === 'difference' ? `${textOf(target)}, is ${short(figure)}` : textOf(target);
  return { target: shown, verdict };
}

function textOf({ by, most, least }: Target): string {
  const bound = most === undefined ? `at least ${least}` : `at most ${most}`;
  return { itself: bound, ratio: `${bound} x floor`, difference: `${bound} over floor` }[by];
}

const short = (figure: number): string =>
  Math.abs(figure) >= 1_000 ? figure.toFixed(0) : Math.abs(figure) >= 10 ? figure.toFixed(1) : figure.toFixed(3);

const headings = ['figure', 'unit', 'node', 'value', 'floor', 'ratio', 'target'];
const widths = [58, 8, 9, 9, 9, 7];

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => (i > 2 && i < 6 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i] ?? 0)))
    .join('  ')
    .trimEnd();

export const heading = line(headings);

export function lineOf({ what, unit, node, value, floor, ratio, target, verdict }: Result): string {
  const numbers = [value, floor, ratio].map(each => (each === undefined || !Number.isFinite(each) ? '' : short(each)));
  return line([what, unit, node, ...numbers, target === undefined ? '' : `${verdict}: ${target}`]);
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
