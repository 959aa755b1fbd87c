// Percentiles, and the one form in which benchmarks print them.

export interface Figures {
  count: number;
  p50: number;
  p99: number;
  p999: number;
  max: number;
}

export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) };
}

export function row(name: string, { count, p50, p99, max }: Figures, unit: string): void {
  const text = `p50 ${p50.toFixed(3)}  p99 ${p99.toFixed(3)}  max ${max.toFixed(3)} ${unit}  (${count})`;
  process.stdout.write(`${name.padEnd(44)} ${text}\n`);
}
