/** What the drivers of the kernel's own sensor files have in common. */
import { DeviceError } from '../../errors.ts';
import type { Files } from '../../ports.ts';

/** A file with one decimal in it. 'bad-data' where it holds something else. */
export async function readNumber(files: Files, path: string): Promise<number> {
  const text = (await files.readText(path)).trim();
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new DeviceError('bad-data', `${path}: "${text.slice(0, 40)}" is no number`);
}

/** The number in a file; undefined where there is no such file. */
export function readIfThere(files: Files, path: string): Promise<number | undefined> {
  return readNumber(files, path).catch(cause => {
    if (cause instanceof DeviceError && cause.code === 'missing') return undefined;
    throw cause;
  });
}
