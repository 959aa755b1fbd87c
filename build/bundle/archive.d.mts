export function ordered(
  entries: readonly string[],
  imports: ReadonlyMap<string, readonly string[]>,
): { order: string[]; headCount: number };
export function archiveOf(
  texts: readonly string[],
  headCount: number,
): { archive: string; lengths: number[]; headBytes: number; headName: string };
