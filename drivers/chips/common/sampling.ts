/** What the drivers of all buses do while they sample. */
import { DeviceError } from '../../errors.ts';

/** Fails with 'not-a-reading' where `isFalse`: a well-formed answer that is known to be none. */
export function refuse(isFalse: boolean, { at }: { at: string }, why: string): void {
  if (isFalse) throw new DeviceError('not-a-reading', `${at}: ${why}`);
}

/** Asks again and again, `everyMs`, until `isReady`; 'timeout' after `timesMax` times. */
export async function until(
  isReady: () => Promise<boolean>,
  context: { at: string; sleep(ms: number): Promise<void> },
  everyMs: number,
  timesMax: number,
): Promise<void> {
  for (let times = 0; times < timesMax; times++) {
    if (await isReady()) return;
    await context.sleep(everyMs);
  }
  throw new DeviceError('timeout', `${context.at}: no measurement after ${everyMs * timesMax} ms`);
}
