/** [[rule]]: which boolean sets which control, and that no rule sets off itself. */
import type { ResolvedCapability } from './capability.ts';
import { checkControlValue } from './channel.ts';
import { below, complain, quote, type Site } from './finding.ts';
import { unknownName, withArticle } from './kinds.ts';
import type { RuleConfig } from './types.ts';

/** A rule as far as it was well formed. */
export interface RuleReading {
  values: Partial<RuleConfig>;
  site: Site;
}

/** What rules may name: every name of the file, and what is known of those that could be resolved. */
export interface Capabilities {
  names: readonly string[];
  resolved: ReadonlyMap<string, ResolvedCapability>;
}

/** Reports rules that name what is not there, cannot work, fight, or run in a circle. */
export function checkRules(rules: readonly RuleReading[], capabilities: Capabilities): void {
  const followed = new Map<string, string>();
  for (const { values, site } of rules) {
    checkName(values.when, below(site, 'when'), capabilities);
    checkName(values.set, below(site, 'set'), capabilities);
    checkCondition(values, site, capabilities.resolved.get(values.when ?? ''));
    checkTarget(values, site, capabilities.resolved.get(values.set ?? ''));
    if (values.set === undefined || values.to !== undefined) continue;
    const other = followed.get(values.set);
    if (other !== undefined) {
      const message = `${quote(values.set)} already follows ${quote(other)}: whichever turns last wins`;
      const expected = '"to" in both rules, so that each acts on one turn only';
      complain(below(site, 'set'), 'unusual', message, { severity: 'warning', expected });
    }
    followed.set(values.set, values.when ?? '');
  }
  checkLoops(rules);
}

function checkName(name: string | undefined, site: Site, { names }: Capabilities): void {
  if (name === undefined || names.includes(name)) return;
  unknownName(site, `there is no [[capability]] ${quote(name)}`, name, names);
}

function checkCondition({ is }: Partial<RuleConfig>, site: Site, when: ResolvedCapability | undefined): void {
  if (!when) return;
  const { name, class: shown, low, high } = when.config;
  const isAt = below(site, 'is');
  if (shown === 'LevelSensor') {
    const expected = `is = "low" or is = "high", with that threshold at ${quote(name)}`;
    if (is === undefined) {
      complain(site, 'missing-key', `"is" is missing: ${quote(name)} is a LevelSensor`, { mark: 'key', expected });
    } else if ((is === 'low' ? low : high) === undefined) {
      complain(isAt, 'conflict', `${quote(name)} has no threshold "${is}"`, { expected });
    }
    return;
  }
  if (is !== undefined)
    complain(isAt, 'misplaced', `${quote(name)} is no LevelSensor`, { mark: 'key', expected: 'no "is"' });
  if (shown !== 'BinarySensor' && shown !== 'BinaryControl') {
    const expected = 'a BinarySensor, a BinaryControl, or a LevelSensor with "is"';
    complain(below(site, 'when'), 'conflict', `${quote(name)} is ${withArticle(shown)} and has no boolean`, {
      expected,
    });
  }
}

function checkTarget({ to }: Partial<RuleConfig>, site: Site, set: ResolvedCapability | undefined): void {
  if (!set) return;
  const { name, class: shown, range } = set.config;
  if (!shown.endsWith('Control')) {
    const message = `${quote(name)} is ${withArticle(shown)} and cannot be set`;
    complain(below(site, 'set'), 'conflict', message, { expected: 'a control' });
  } else if (to !== undefined) {
    const { validValues } = set.config;
    checkControlValue(
      to,
      { class: shown, ...(range && { range }), ...(validValues && { validValues }) },
      below(site, 'to'),
    );
  } else if (shown !== 'BinaryControl') {
    const message = `"to" is missing: ${quote(name)} is ${withArticle(shown)}`;
    complain(site, 'missing-key', message, { mark: 'key', expected: 'to = the value to set' });
  }
}

/** Reports each circle once, at the rule that closes it. */
function checkLoops(rules: readonly RuleReading[]): void {
  const targets = new Map<string, string[]>();
  for (const { values, site } of rules) {
    if (values.when === undefined || values.set === undefined) continue;
    const way = wayBetween(targets, values.set, values.when);
    if (way) {
      const circle = [values.when, ...way].map(quote).join(' sets ');
      const message = way.length === 1 ? 'this rule sets itself off' : `these rules set each other off: ${circle}`;
      complain(below(site, 'set'), 'loop', message, { expected: 'rules without a circle' });
      continue;
    }
    targets.set(values.when, [...(targets.get(values.when) ?? []), values.set]);
  }
}

/** The names on the way from one capability to another along the rules, both included; undefined without a way. */
function wayBetween(targets: ReadonlyMap<string, readonly string[]>, from: string, to: string): string[] | undefined {
  const ways: string[][] = [[from]];
  const seen = new Set([from]);
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way.at(-1)!;
    if (last === to) return way;
    for (const next of targets.get(last) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
