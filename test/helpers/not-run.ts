/** Says, on a line of its own that the runner shows, what this machine cannot test, and why. */
export function notRun(reason: string): void {
  process.stdout.write(`\nNOT RUN: ${reason}\n`);
}
