/**
 * `[[rule]]`: when a capability's boolean turns, a control is set. Pure.
 *
 * Rules see changes only, so a control that is set to what it already is ends a chain. Rules in a ring (A sets B, and B
 * sets A to the opposite) would go round for ever; therefore, in a chain that began with one change from outside, each
 * rule acts at most once on true and once on false.
 */

/** A boolean of a capability: its Value, or a LevelSensor's LowLevel or HighLevel. */
export type RuleBoolean = 'low' | 'high' | undefined;

export interface Rule {
  /** Name of the capability that is watched. */
  readonly when: string;
  /** Which of its booleans; Value where absent. */
  readonly is?: RuleBoolean;
  /** Turns the condition round. */
  readonly not?: boolean;
  /** Name of the control that is set. */
  readonly set: string;
  /** Its value once the condition becomes true. Where absent, the control follows the condition both ways. */
  readonly to?: boolean | number | string;
}

/** What a rule wants done. Whoever does it says so with `settled`, whatever came of it. */
export interface RuleAction {
  readonly set: string;
  readonly value: boolean | number | string;
  /** The chain that it belongs to. */
  readonly chain: Chain;
}

/** All that follows from one change from outside: the rules that have acted, on true and on false. */
interface Chain {
  readonly onTrue: Set<Rule>;
  readonly onFalse: Set<Rule>;
}

export class Rules {
  readonly #byWhen = new Map<string, Rule[]>();
  /** Asked for and not yet settled: a change of that control to that value is their doing. */
  readonly #underway = new Set<RuleAction>();
  /** The names along a ring of rules, the first repeated at the end, for a warning; undefined where there is none. */
  readonly ring: readonly string[] | undefined;

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) this.#byWhen.set(rule.when, [...(this.#byWhen.get(rule.when) ?? []), rule]);
    this.ring = this.#findRing();
  }

  /** What to do now that a boolean of `name` has turned to `value`, in the order of the rules. Our own doing counts. */
  turned(name: string, is: RuleBoolean, value: boolean): RuleAction[] {
    const rules = this.#byWhen.get(name)?.filter(rule => rule.is === is) ?? [];
    if (rules.length === 0) return [];
    const chain = (is === undefined && this.#chainOf(name, value)) || { onTrue: new Set(), onFalse: new Set() };
    const acted = value ? chain.onTrue : chain.onFalse;
    const actions = rules.filter(rule => !acted.has(rule)).flatMap(rule => actionsOf(rule, value, chain));
    for (const rule of rules) acted.add(rule);
    for (const action of actions) this.#underway.add(action);
    return actions;
  }

  /** The action has been carried out, or has failed. */
  settled(action: RuleAction): void {
    this.#underway.delete(action);
  }

  /** The chain that led to this change; undefined where it came from outside. */
  #chainOf(name: string, value: boolean): Chain | undefined {
    for (const action of this.#underway) if (action.set === name && action.value === value) return action.chain;
    return undefined;
  }

  #findRing(): string[] | undefined {
    const safe = new Set<string>();
    for (const name of this.#byWhen.keys()) {
      const ring = this.#ringFrom(name, [], safe);
      if (ring) return ring;
    }
    return undefined;
  }

  /** Follows the rules from `name`, depth first; `safe` are names that lead to no ring. */
  #ringFrom(name: string, trail: readonly string[], safe: Set<string>): string[] | undefined {
    if (safe.has(name)) return undefined;
    const start = trail.indexOf(name);
    if (start >= 0) return [...trail.slice(start), name];
    for (const rule of this.#byWhen.get(name) ?? []) {
      const ring = this.#ringFrom(rule.set, [...trail, name], safe);
      if (ring) return ring;
    }
    safe.add(name);
    return undefined;
  }
}

function actionsOf({ not, set, to }: Rule, value: boolean, chain: Chain): RuleAction[] {
  const condition = value !== (not ?? false);
  if (to === undefined) return [{ set, value: condition, chain }];
  return condition ? [{ set, value: to, chain }] : [];
}
