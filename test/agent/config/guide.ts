// The part of docs/configuration.md that tests rely on.
import { readFile } from 'node:fs/promises';

/** The configuration at the guide's beginning: the one that scripts rely on. */
export async function guideSample(): Promise<string> {
  const sample = /```toml\n([\s\S]*?)```/.exec(await readFile('docs/configuration.md', 'utf8'))?.[1];
  if (sample === undefined) throw new Error('the guide has no sample');
  return sample;
}
