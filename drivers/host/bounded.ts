/** Files of which nobody knows how long they are: the sizes that sysfs and procfs report mean nothing. */
import { close, closeSync, open, openSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';

/**
 * Most files are shorter, and come in one call: of what somebody overwrites that is one version, and much in /proc/sys answers
 * the first call alone. Sensors are read so often that a larger buffer each time would keep the collector busy.
 */
const firstBytes = 4_096;

const [openLater, readLater, closeLater] = [promisify(open), promisify(read), promisify(close)];

/** What is in a file, as readBounded tells it, while nothing else waits: no other thread has to be woken, or made. */
export const readBoundedNow = (path: string, bytesMax: number) => readBounded(path, bytesMax, true);

/**
 * What is in a file; of one that is longer than so many bytes, these and one more. Each call that another thread makes
 * wakes two, and most sensors are files of the kernel: those are opened and closed at once, which asks no device. To read
 * them may take a second, or never end.
 */
export async function readBounded(path: string, bytesMax: number, isNow = false): Promise<Buffer> {
  const isSysfs = path.startsWith('/sys/');
  const opensNow = isNow || isSysfs || path.startsWith('/proc/');
  const file = opensNow ? openSync(path, 'r') : await openLater(path, 'r');
  try {
    let buffer = Buffer.alloc(firstBytes);
    let length = 0;
    while (length <= bytesMax) {
      if (length === buffer.length) buffer = Buffer.concat([buffer], 2 * length);
      const asked = Math.min(buffer.length, bytesMax + 1) - length;
      const bytesRead = isNow
        ? readSync(file, buffer, length, asked, null)
        : (await readLater(file, buffer, length, asked, null)).bytesRead;
      length += bytesRead;
      // An attribute of sysfs is told at once; in procfs a line that does not fit waits for the next call.
      if (bytesRead === 0 || (isSysfs && bytesRead < asked)) break;
    }
    return buffer.subarray(0, length);
  } finally {
    if (opensNow) closeSync(file);
    else await closeLater(file);
  }
}
