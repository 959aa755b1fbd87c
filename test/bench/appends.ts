/** The floor of durable changes: bare appends of the same size, each with its fdatasync, as many a second as the disk takes. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryDirectory } from '../helpers/temporary.ts';

/** Appends a second. The file lies where the agents' journals do. */
export async function appendsPerSecond(bytes: number, count: number): Promise<number> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND;
  const file = await open(join(temporaryDirectory(), 'bare'), flags);
  const block = new Uint8Array(bytes);
  const startedMs = performance.now();
  for (let n = 0; n < count; n++) {
    await file.write(block);
    await file.datasync();
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  await file.close();
  return count / seconds;
}
