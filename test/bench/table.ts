/** The one table that benchmarks print, and the file that they leave. */
import { mkdirSync, writeFileSync } from 'node:fs';

/** A median, and what the same run showed of the floor under it. */
export interface Row {
  name: string;
  unit: string;
  value: number;
  floor?: number;
}

export function show({ name, unit, value, floor }: Row): void {
  const beside = floor === undefined ? '' : `floor ${floor.toFixed(4)}, ${(value / floor).toFixed(2)} of it`;
  process.stdout.write(`${name.padEnd(52)} ${value.toFixed(4).padStart(10)} ${unit.padEnd(7)} ${beside}\n`);
}

/** bench/latest.json: figures of one machine, of which only the ratios travel. */
export function save(rows: readonly Row[]): void {
  mkdirSync('bench', { recursive: true });
  const about = { node: process.version, arch: process.arch, at: new Date().toISOString() };
  writeFileSync('bench/latest.json', `${JSON.stringify({ about, rows }, undefined, 1)}\n`);
}
