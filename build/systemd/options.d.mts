export function optionsOf(words: readonly string[]): {
  isDryRun: boolean;
  allowsReboot: boolean;
  isLowMemory: boolean;
  rebind: readonly string[] | undefined;
};
