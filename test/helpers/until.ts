/** Waits for what real sockets do. The clock here only ends a test that would never end. */
const untilMsMax = 30_000;

/** Between two looks: long enough to leave the processor to whom we wait for. */
const lookMs = 1;

/** Resolves as soon as `condition` holds; looks once a millisecond. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + untilMsMax;
  while (!condition()) {
    if (performance.now() > deadlineMs) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, lookMs));
  }
}
