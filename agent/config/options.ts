/** The options of a driver: what the file gives, checked against the driver's own definition of them. */
import type { ChipDefinition, OptionDefinition } from '../../drivers/define.ts';
import { closest } from './distance.ts';
import { below, complain, quote, type Site } from './finding.ts';
import { alternatives } from './kinds.ts';
import type { ScalarValue } from './types.ts';

function expectedOption(definition: OptionDefinition): string {
  if (definition.oneOf) return alternatives(definition.oneOf.map(known => JSON.stringify(known)));
  if (typeof definition.default === 'boolean') return 'true or false';
  if (typeof definition.default === 'string') return 'a text';
  const noun = definition.whole ? 'a whole number' : 'a number';
  return definition.range ? `${noun} from ${definition.range[0]} to ${definition.range[1]}` : noun;
}

function fits(value: ScalarValue, { default: usual, range, whole, oneOf }: OptionDefinition): boolean {
  if (typeof value !== typeof usual || (whole && !Number.isInteger(value))) return false;
  if (typeof value === 'number' && range) return value >= range[0] && value <= range[1];
  return typeof value !== 'string' || !oneOf || oneOf.includes(value);
}

/** All options of the driver, defaults filled in; undefined when one was wrong. */
export function resolveOptions(
  given: Readonly<Record<string, ScalarValue>>,
  chip: ChipDefinition,
  site: Site,
): Readonly<Record<string, ScalarValue>> | undefined {
  const definitions = chip.options ?? {};
  const known = Object.keys(definitions);
  let isWhole = true;
  for (const [name, value] of Object.entries(given)) {
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (definition && fits(value, definition)) continue;
    isWhole = false;
    const at = below(site, name);
    if (definition) {
      const message = `the option ${quote(name)} of ${chip.name} cannot be ${typeof value === 'string' ? quote(value) : value}`;
      const near = typeof value === 'string' ? closest(value, definition.oneOf ?? []) : undefined;
      const suggestion = near === undefined ? {} : { suggestion: JSON.stringify(near) };
      complain(at, 'bad-value', message, { expected: expectedOption(definition), ...suggestion });
      continue;
    }
    const near = closest(name, known);
    const suggestion = near === undefined ? {} : { suggestion: near };
    const expected = known.length > 0 ? alternatives(known) : 'no options';
    complain(at, 'unknown-name', `${chip.name} has no option ${quote(name)}`, { mark: 'key', expected, ...suggestion });
  }
  const defaults = known.map(name => [name, definitions[name]!.default] as const);
  return isWhole ? { ...Object.fromEntries(defaults), ...given } : undefined;
}

/** Reports an option that does not go with the channel; one that the file leaves to its default too. */
export function checkOptions(
  options: Readonly<Record<string, ScalarValue>>,
  channel: string,
  chip: ChipDefinition,
  site: Site,
): void {
  const misfit = chip.misfit?.(channel, options);
  if (!misfit) return;
  const { option, message, expected } = misfit;
  const at = below(below(site, 'options'), option);
  complain(at, 'conflict', `the option ${quote(option)}: ${message}`, { expected });
}
