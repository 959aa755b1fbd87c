/**
 * What a key of the configuration can hold. A kind reads a TOML value, says in words what it expects, and gives the
 * JSON Schema of it; the grammar (schema.ts) is built from kinds.
 */
import { closest } from './distance.ts';
import { below, complain, quote, type Site } from './finding.ts';
import type { JsonSchema } from './json-schema.ts';
import { alternativesShownMax, textCharsMax } from './limits.ts';

/** One kind of value. */
export interface Kind<T> {
  /** For people, after "expected": `a duration such as "5s"`. */
  readonly expected: string;
  readonly schema: JsonSchema;
  /** The value, or undefined when it was not one: then it has been reported. */
  read(raw: unknown, site: Site): T | undefined;
}

/** The type that a kind reads. */
export type ValueOf<K> = K extends Kind<infer T> ? T : never;

/** What a TOML value is, for people. */
export function typeName(raw: unknown): string {
  if (typeof raw === 'string') return 'a text';
  if (typeof raw === 'boolean') return `the word ${raw}`;
  if (typeof raw === 'number') return Number.isInteger(raw) ? 'a whole number' : 'a number';
  if (Array.isArray(raw)) return 'a list';
  return raw instanceof Date ? 'a date' : 'a table';
}

/** `a, b or c`, cut when there are too many. */
export function alternatives(words: readonly string[]): string {
  const shown = words.slice(0, alternativesShownMax);
  if (shown.length < words.length) return `one of ${shown.join(', ')} … (${words.length} in all)`;
  if (shown.length < 2) return shown[0] ?? 'nothing';
  return `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

/** The key that a site is about; an entry of a list belongs to the list's key. */
function keyOf(site: Site): string {
  return String(site.path.findLast(step => typeof step === 'string') ?? '');
}

/** `a LevelSensor`, `an EnumSensor`. */
export function withArticle(noun: string): string {
  return `${/^[AEIOU]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Reports a value of the wrong type. The value itself is not shown: it may be a secret. */
export function wrongType(raw: unknown, site: Site, expected: string, suggestion?: string): undefined {
  const details = suggestion === undefined ? { expected } : { expected, suggestion };
  return complain(site, 'wrong-type', `${quote(keyOf(site))} cannot be ${typeName(raw)}`, details);
}

/** Reports a name that is not among the known ones, with the nearest. Where none is known, the file is to describe them. */
export function unknownName(site: Site, message: string, name: string, known: readonly string[]): undefined {
  const near = closest(name, known);
  const suggestion = near === undefined ? {} : { suggestion: JSON.stringify(near) };
  const expected = known.length > 0 ? alternatives(known) : 'one that this file describes: it describes none';
  return complain(site, 'unknown-name', message, { expected, ...suggestion });
}

/** A text's rules. `pattern` is matched against the whole text. */
export interface TextRules {
  expected: string;
  lengthMax?: number;
  /** Without anchors; it is used in JSON Schema too, so it has no flags. */
  pattern?: string;
}

/** Any text of one line that is not empty. */
export function text(rules: TextRules): Kind<string> {
  const lengthMax = rules.lengthMax ?? textCharsMax;
  const pattern = `^${rules.pattern ?? '[^\\u0000-\\u001f\\u007f]+'}$`;
  const whole = new RegExp(pattern);
  return {
    expected: rules.expected,
    schema: { type: 'string', minLength: 1, maxLength: lengthMax, pattern },
    read(raw, site) {
      if (typeof raw !== 'string') return wrongType(raw, site, rules.expected);
      if (raw.length > lengthMax) {
        const message = `this text has ${raw.length} characters, ${lengthMax} are allowed`;
        return complain(site, 'too-large', message, { expected: rules.expected });
      }
      if (whole.test(raw)) return raw;
      return complain(site, 'bad-value', `${quote(keyOf(site))} is not well formed`, { expected: rules.expected });
    },
  };
}

/** One of a few words that the grammar itself fixes. */
export function word<const W extends readonly string[]>(words: W): Kind<W[number]> {
  const expected = alternatives(words.map(w => JSON.stringify(w)));
  return {
    expected,
    schema: { enum: [...words] },
    read(raw, site) {
      const known = words.find(w => w === raw);
      if (known !== undefined) return known;
      if (typeof raw === 'string') return unknownName(site, `${quote(raw)} is not known here`, raw, words);
      const near = typeof raw === 'number' ? closest(String(raw), words) : undefined;
      return wrongType(raw, site, expected, near === undefined ? undefined : JSON.stringify(near));
    },
  };
}

/** true or false. */
export const flag: Kind<boolean> = {
  expected: 'true or false',
  schema: { type: 'boolean' },
  read(raw, site) {
    if (typeof raw === 'boolean') return raw;
    const meant = /^(true|yes|on|1)$/i.test(String(raw))
      ? 'true'
      : /^(false|no|off|0)$/i.test(String(raw))
        ? 'false'
        : undefined;
    return wrongType(raw, site, 'true or false', meant);
  },
};

/** A number's rules; both bounds belong to the range. */
export interface NumberRules {
  whole?: boolean;
  min?: number;
  max?: number;
}

function expectedNumber(rules: NumberRules): string {
  const noun = rules.whole ? 'a whole number' : 'a number';
  if (rules.min !== undefined && rules.max !== undefined) return `${noun} from ${rules.min} to ${rules.max}`;
  return noun;
}

/** A finite number. */
export function number(rules: NumberRules = {}): Kind<number> {
  const expected = expectedNumber(rules);
  const schema: JsonSchema = { type: rules.whole ? 'integer' : 'number' };
  if (rules.min !== undefined) schema.minimum = rules.min;
  if (rules.max !== undefined) schema.maximum = rules.max;
  return {
    expected,
    schema,
    read(raw, site) {
      if (typeof raw !== 'number') {
        const isNumeral = typeof raw === 'string' && /^-?\d+(\.\d+)?$/.test(raw);
        return wrongType(raw, site, expected, isNumeral ? raw : undefined);
      }
      if (!Number.isFinite(raw) || (rules.whole && !Number.isInteger(raw))) {
        return complain(site, 'bad-value', `${raw} is not ${rules.whole ? 'a whole' : 'an ordinary'} number`, {
          expected,
        });
      }
      if (raw >= (rules.min ?? raw) && raw <= (rules.max ?? raw)) return raw;
      return complain(site, 'out-of-range', `${raw} is out of range`, { expected });
    },
  };
}

/** A list of values of one kind. */
export function list<T>(item: Kind<T>, countMax: number): Kind<readonly T[]> {
  const expected = `a list, each entry ${item.expected}`;
  return {
    expected,
    schema: { type: 'array', items: item.schema, maxItems: countMax },
    read(raw, site) {
      if (!Array.isArray(raw)) {
        return wrongType(raw, site, expected, typeof raw === 'string' ? `[${JSON.stringify(raw)}]` : undefined);
      }
      if (raw.length > countMax) {
        return complain(site, 'too-large', `this list has ${raw.length} entries, ${countMax} are allowed`, {
          expected,
        });
      }
      const values = raw.map((entry, index) => item.read(entry, below(site, index)));
      return values.every(value => value !== undefined) ? (values as T[]) : undefined;
    },
  };
}

/** A smallest and a largest value: `[400, 5000]`. */
export const interval: Kind<readonly [number, number]> = {
  expected: 'a smallest and a larger number, such as [0, 100]',
  schema: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
  read(raw, site) {
    if (!Array.isArray(raw)) return wrongType(raw, site, this.expected);
    const [min, max] = raw;
    const isPair = raw.length === 2 && Number.isFinite(min) && Number.isFinite(max);
    if (!isPair) return complain(site, 'bad-value', 'this is not a pair of numbers', { expected: this.expected });
    if (min < max) return [min, max];
    const suggestion = min > max ? { suggestion: `[${max}, ${min}]` } : {};
    return complain(site, 'out-of-range', `${min} is not below ${max}`, { expected: this.expected, ...suggestion });
  },
};

/** A single boolean, number or text whose type depends on something else in the file. */
export const scalar: Kind<boolean | number | string> = {
  expected: 'true or false, a number, or a text',
  schema: { type: ['boolean', 'number', 'string'] },
  read(raw, site) {
    if (typeof raw === 'boolean' || typeof raw === 'string' || Number.isFinite(raw))
      return raw as boolean | number | string;
    return wrongType(raw, site, this.expected);
  },
};

/** A table of scalars with free names; what reads the names judges them. */
export const scalars: Kind<Readonly<Record<string, boolean | number | string>>> = {
  expected: 'a table such as { name = value }',
  schema: { type: 'object', additionalProperties: scalar.schema },
  read(raw, site) {
    if (!isTable(raw)) return wrongType(raw, site, this.expected);
    const entries = Object.entries(raw).map(([key, value]) => [key, scalar.read(value, below(site, key))] as const);
    return entries.some(([, value]) => value === undefined)
      ? undefined
      : (Object.fromEntries(entries) as Record<string, boolean | number | string>);
  },
};

/** Whether a TOML value is a table. */
export function isTable(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) && !(raw instanceof Date);
}
