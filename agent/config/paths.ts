/** Paths in the configuration are relative to the file that names them. */

/** `path` as seen from the configuration file's folder; an absolute path stays as it is. */
export function resolveBeside(fileName: string, path: string): string {
  const folder = fileName.slice(0, fileName.lastIndexOf('/') + 1);
  return path.startsWith('/') ? path : folder + path;
}
