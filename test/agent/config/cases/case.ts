/** A configuration with something wrong in it. */
export interface FindingCase {
  name: string;
  /** The JSON Schema sees it too. Without this mark it takes the drivers, or two keys together, to see it. */
  isStructural?: true;
  toml: string;
  /** All findings as they are printed, the drivers and words being those of world.ts. */
  shows: string;
}
