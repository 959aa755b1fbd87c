/** Takes the end of something that a test has opened: it comes when the test is over, whether it passed or not. */
export type AtEnd = (close: () => unknown) => void;

/**
 * Runs `body`, then closes what it opened, the last first, each whatever became of the others: what stays open keeps the
 * process alive. Rejects with what went wrong first.
 */
export async function closing(body: (atEnd: AtEnd) => Promise<void>): Promise<void> {
  const closers: (() => unknown)[] = [];
  const failures: unknown[] = [];
  const attempt = async (step: () => unknown) => {
    try {
      await step();
    } catch (cause) {
      failures.push(cause);
    }
  };
  await attempt(() => body(close => void closers.push(close)));
  for (const close of closers.reverse()) await attempt(close);
  if (failures.length > 0) throw failures[0];
}
