/** Finds the literals of a folder: each file's exported values that have the form of one. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** An exported literal and where it is. */
export interface Exported<T> {
  /** `sht31.ts` */
  file: string;
  /** `sht31` */
  name: string;
  value: T;
}

/** Exports of the hand-written modules in `folder` that `is` accepts, by file name. */
export async function exportsOf<T>(folder: string, is: (value: unknown) => value is T): Promise<Exported<T>[]> {
  const found: Exported<T>[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ts') || file.endsWith('.gen.ts')) continue;
    const module: Record<string, unknown> = await import(pathToFileURL(resolve(join(folder, file))).href);
    for (const [name, value] of Object.entries(module)) if (is(value)) found.push({ file, name, value });
  }
  return found;
}
