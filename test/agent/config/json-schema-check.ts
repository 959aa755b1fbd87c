// A judge of values by the keywords of JSON Schema (draft-07) that the configuration's schema uses, and by no others.
import type { JsonSchema } from '../../../agent/config/json-schema.ts';

const annotations = ['$schema', 'title', 'description', 'default'];

type Check = (schema: JsonSchema, value: unknown) => boolean;

const typeChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: value => typeof value === 'string',
  boolean: value => typeof value === 'boolean',
  number: value => typeof value === 'number',
  integer: value => Number.isInteger(value),
  array: value => Array.isArray(value),
  object: value => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date),
};

const isObject = typeChecks.object as (value: unknown) => value is Record<string, unknown>;

/** A keyword says nothing about a value of another type than its own. */
const checks: Readonly<Record<string, Check>> = {
  type: ({ type }, value) => [type].flat().some(name => typeChecks[name ?? '']?.(value) === true),
  enum: (schema, value) => schema.enum?.some(word => word === value) === true,
  pattern: ({ pattern }, value) => typeof value !== 'string' || new RegExp(pattern ?? '').test(value),
  minLength: ({ minLength = 0 }, value) => typeof value !== 'string' || value.length >= minLength,
  maxLength: ({ maxLength = 0 }, value) => typeof value !== 'string' || value.length <= maxLength,
  minimum: ({ minimum = 0 }, value) => typeof value !== 'number' || value >= minimum,
  maximum: ({ maximum = 0 }, value) => typeof value !== 'number' || value <= maximum,
  minItems: ({ minItems = 0 }, value) => !Array.isArray(value) || value.length >= minItems,
  maxItems: ({ maxItems = 0 }, value) => !Array.isArray(value) || value.length <= maxItems,
  items: ({ items = {} }, value) => !Array.isArray(value) || value.every(entry => isValid(items, entry)),
  required: ({ required = [] }, value) => !isObject(value) || required.every(key => Object.hasOwn(value, key)),
  properties: ({ properties = {} }, value) =>
    !isObject(value) ||
    Object.entries(properties).every(([key, schema]) => !Object.hasOwn(value, key) || isValid(schema, value[key])),
  additionalProperties: ({ properties = {}, additionalProperties }, value) =>
    !isObject(value) ||
    Object.keys(value)
      .filter(key => !Object.hasOwn(properties, key))
      .every(key => typeof additionalProperties === 'object' && isValid(additionalProperties, value[key])),
};

/** Whether a value is valid. Throws at a keyword that is not known here, so that none is passed over. */
export function isValid(schema: JsonSchema, value: unknown): boolean {
  return Object.keys(schema).every(keyword => {
    if (annotations.includes(keyword)) return true;
    const check = checks[keyword];
    if (!check) throw new Error(`unknown keyword ${keyword}`);
    return check(schema, value);
  });
}
