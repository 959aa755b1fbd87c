// Sizes, and constructs that we do without.
import type { FileFacts } from './facts.ts';

/** Law, for tests too. */
export const FILE_LINES_MAX = 400;
export const FUNCTION_LINES_MAX = 70;

export function checkSizes(file: FileFacts): string[] {
  const long = file.lines > FILE_LINES_MAX ? [`${file.path}: ${file.lines} lines of ${FILE_LINES_MAX}`] : [];
  const longFunctions = file.functions
    .filter(each => each.lines > FUNCTION_LINES_MAX)
    .map(each => `${file.path}:${each.line}: ${each.name} has ${each.lines} lines of ${FUNCTION_LINES_MAX}`);
  return [...long, ...longFunctions];
}

export function checkConstructs(file: FileFacts): string[] {
  return [
    ...file.starExports.map(line => `${file.path}:${line}: export * hides where a name comes from`),
    ...(file.isBarrel ? [`${file.path}: a barrel file; import from where things are`] : []),
    ...file.decorators.map(line => `${file.path}:${line}: a decorator; declare with a literal`),
  ];
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** One line on how long things are; functions of a single line left out. */
export function describeSizes(files: FileFacts[]): string {
  const lengths = files.map(file => file.lines);
  const functions = files.flatMap(file => file.functions.map(each => each.lines)).filter(lines => lines > 1);
  const largest = (numbers: number[]) => Math.max(0, ...numbers);
  return (
    `${files.length} files: median ${median(lengths)} lines, largest ${largest(lengths)}; ` +
    `${functions.length} functions: median ${median(functions)} lines, largest ${largest(functions)}`
  );
}
