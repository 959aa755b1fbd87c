/** Files of which nobody knows how long they are: the sizes that sysfs and procfs report mean nothing. */
import { open } from 'node:fs/promises';

/** Most files are shorter; sensors are read so often that a large buffer each time would keep the collector busy. */
const firstBytes = 4_096;

/** What is in a file; of one that is longer than so many bytes, these and one more. */
export async function readBounded(path: string, bytesMax: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    let buffer = Buffer.alloc(firstBytes);
    let length = 0;
    while (length <= bytesMax) {
      if (length === buffer.length) buffer = Buffer.concat([buffer], 2 * length);
      const { bytesRead } = await file.read(buffer, length, Math.min(buffer.length, bytesMax + 1) - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}
