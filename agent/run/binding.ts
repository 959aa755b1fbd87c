/** Which capabilities share a device, and whether a device must be opened anew for another configuration. Pure. */
import type { CapabilityConfig } from '../config/types.ts';

/** The capabilities of one device, in the order of the file. */
export type Bindings = Map<string, CapabilityConfig[]>;

/** By device: its driver, its place, its options. */
export function bindingsOf(capabilities: readonly CapabilityConfig[]): Bindings {
  const bindings: Bindings = new Map();
  for (const capability of capabilities) {
    const key = JSON.stringify([capability.driver, capability.place, capability.options]);
    bindings.set(key, [...(bindings.get(key) ?? []), capability]);
  }
  return bindings;
}

export function isSameBinding(a: readonly CapabilityConfig[], b: readonly CapabilityConfig[] | undefined): boolean {
  return b !== undefined && fingerprintOf(a) === fingerprintOf(b);
}

/** All but what reaches a running device through its row: the settings that a controller may write, the description. */
function fingerprintOf(capabilities: readonly CapabilityConfig[]): string {
  const bound = capabilities.map(capability => {
    const { low, high, sensitivity, holdMs, restMs, step, description, ...rest } = capability;
    return JSON.stringify(rest);
  });
  return bound.sort().join('\n');
}
