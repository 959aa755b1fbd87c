/** Tables of the configuration: their keys as data, the type of what is read, and the reading. */
import { closest } from './distance.ts';
import { below, complain, quote, type Site } from './finding.ts';
import type { JsonSchema } from './json-schema.ts';
import { alternatives, isTable, type Kind, type ValueOf, wrongType } from './kinds.ts';

/** One key. */
export interface Field {
  /** Its name in the file. The name of the property that holds a Field is its name in the Config, unit last. */
  readonly key: string;
  readonly kind: Kind<unknown>;
  readonly required?: true;
  /** As it would be written in the file. */
  readonly default?: unknown;
  /** Its value is never printed. */
  readonly secret?: true;
  /** For the key reference and for editors: one or two sentences. */
  readonly description: string;
  /** A TOML value, for the key reference. */
  readonly example: string;
}

/** The keys of one table. */
export type Fields = Readonly<Record<string, Field>>;

/** Names of the keys that a table always has once it is read. */
type Certain<F extends Fields> = {
  [N in keyof F]: F[N] extends { required: true } | { default: unknown } ? N : never;
}[keyof F];

/** What a table is read into: required and defaulted keys are there, the others may be absent. */
export type TableOf<F extends Fields> = { readonly [N in Certain<F>]: ValueOf<F[N]['kind']> } & {
  readonly [N in Exclude<keyof F, Certain<F>>]?: ValueOf<F[N]['kind']>;
};

/** A table as far as it could be read. */
export interface TableReading<F extends Fields> {
  /** What was well formed, with defaults. */
  values: Partial<TableOf<F>>;
  /** The same when nothing was wrong. */
  whole: TableOf<F> | undefined;
  /** The keys that the file has, well formed or not. */
  given: ReadonlySet<keyof F>;
}

/** Reads a table and reports every key that is unknown, missing or wrong. */
export function readFields<F extends Fields>(
  fields: F,
  raw: Readonly<Record<string, unknown>>,
  site: Site,
): TableReading<F> {
  const values: Record<string, unknown> = {};
  const given = new Set<keyof F>();
  let isWhole = reportUnknownKeys(fields, raw, site);
  for (const [name, field] of Object.entries(fields)) {
    const isGiven = Object.hasOwn(raw, field.key);
    if (isGiven) given.add(name);
    else if (field.required) {
      complain(site, 'missing-key', `"${field.key}" is missing`, {
        mark: 'key',
        expected: `${field.key} = ${field.example}`,
      });
      isWhole = false;
    }
    const written = isGiven ? raw[field.key] : field.default;
    if (written === undefined) continue;
    const value = field.kind.read(written, below(site, field.key));
    if (value === undefined) isWhole = false;
    else values[name] = value;
  }
  // The compiler cannot follow a loop over the fields: their kinds have just been read one by one.
  return { values: values as Partial<TableOf<F>>, whole: isWhole ? (values as TableOf<F>) : undefined, given };
}

function reportUnknownKeys(fields: Fields, raw: Readonly<Record<string, unknown>>, site: Site): boolean {
  const known = Object.values(fields).map(field => field.key);
  const unknown = Object.keys(raw).filter(key => !known.includes(key));
  for (const key of unknown) {
    const near = closest(key, known);
    const suggestion = near === undefined ? {} : { suggestion: near };
    const details = { mark: 'key', expected: alternatives(known), ...suggestion } as const;
    complain(below(site, key), 'unknown-key', `${quote(key)} is not a key of this table`, details);
  }
  return unknown.length === 0;
}

/** A table inside a table, whole or not at all. */
export function table<F extends Fields>(fields: F): Kind<TableOf<F>> & { readonly fields: F } {
  const example = Object.values(fields).find(field => field.required) ?? Object.values(fields)[0];
  const expected = `a table such as { ${example?.key} = ${example?.example} }`;
  return {
    fields,
    expected,
    schema: tableSchema(fields),
    read: (raw, site) => (isTable(raw) ? readFields(fields, raw, site).whole : wrongType(raw, site, expected)),
  };
}

/** The JSON Schema of a table. */
export function tableSchema(fields: Fields): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const { key, kind, description, default: written } of Object.values(fields)) {
    properties[key] = { description, ...kind.schema, ...(written === undefined ? {} : { default: written }) };
  }
  const required = Object.values(fields)
    .filter(field => field.required)
    .map(field => field.key);
  return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 ? { required } : {}) };
}
