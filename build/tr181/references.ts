/** Paths that reference facets name, made absolute (TR-106 "Reference Path Names", scope "normal"). */
import { parentPath } from './facts.ts';

/**
 * The path that `path` means in the object (or command, or event) `context`. Each `#` goes up one level; a table and its
 * `{i}` are one level.
 */
export function absolutePath(path: string, context: string): string {
  if (path.startsWith('Device.')) return path;
  if (path.startsWith('.')) return `Device${path}`;
  const [, hashes = '', rest = ''] = /^(#*)\.?(.*)$/.exec(path) ?? [];
  let base = context;
  for (let level = 0; level < hashes.length; level += 1) base = parentPath(base);
  return base + rest;
}
