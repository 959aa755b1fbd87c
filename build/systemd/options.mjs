/** The words behind `npm run install-service --`. Throws with what to say. `rebind`: names of kernel drivers, see unit.mjs. */
export function optionsOf(words) {
  const options = { isDryRun: false, allowsReboot: false, isLowMemory: false, rebind: undefined };
  for (const word of words) {
    const [, names] = /^--allow-rebind(?:=([\w-]+(?:,[\w-]+)*))?$/.exec(word) ?? [undefined, null];
    if (word === '--dry-run') options.isDryRun = true;
    else if (word === '--allow-reboot') options.allowsReboot = true;
    else if (word === '--low-memory') options.isLowMemory = true;
    else if (names !== null) options.rebind = names?.split(',') ?? [];
    else
      throw new Error(`${word} is none of --dry-run, --low-memory, --allow-reboot, --allow-rebind[=DRIVER,DRIVER...]`);
  }
  return options;
}
