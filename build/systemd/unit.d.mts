export function unitOf(where: { node: string; program: string }): string;
export function lowMemory(where: { node: string; program: string }): string;
export function installedFiles(installed: {
  node: string;
  program: string;
  isLowMemory: boolean;
  rebind: readonly string[] | undefined;
}): Readonly<Record<string, string | undefined>>;
export function rebootRule(): string;
export function sysusers(): string;
export function isHidden(path: string): boolean;
export function nodeOf(isLowMemory: boolean): { flags: string[]; environment: Record<string, string> };
