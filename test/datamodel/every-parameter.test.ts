// Every facet of every parameter and argument that we carry refuses what lies just outside of it, with TR-369's code.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Bounds, ObjectSchema, TypeSchema, ValueKind } from '../../datamodel/schema.ts';
import { packedTable } from '../../datamodel/tr181/table.gen.ts';
import { openTable } from '../../datamodel/tr181/table.ts';
import { parseValue } from '../../datamodel/values.ts';

const INVALID_TYPE = 7011;
const INVALID_VALUE = 7012;

/** Text that is no value of the kind; a string takes any text. */
const notOfKind: Readonly<Partial<Record<ValueKind, string>>> = {
  boolean: 'maybe',
  int: '1.5',
  unsignedInt: '-1',
  long: 'ten',
  unsignedLong: '-1',
  decimal: 'half',
  dateTime: 'yesterday',
  base64: '%%%',
  hexBinary: 'xyz',
};

interface Named {
  path: string;
  type: TypeSchema;
}

function* everyType(object: ObjectSchema): Generator<Named> {
  for (const { name, type } of object.params) yield { path: object.path + name, type };
  for (const command of object.commands) {
    for (const { name, type } of command.input) yield { path: `${object.path}${command.name} ${name}`, type };
  }
  for (const child of object.children.values()) yield* everyType(child);
}

const types = [...everyType(openTable(packedTable))];

/** Parameters whose type has the facet; their count is asserted, so that the test cannot pass by finding none. */
function having(isIt: (type: TypeSchema) => boolean, atLeast: number): Named[] {
  const found = types.filter(({ type }) => isIt(type));
  assert.ok(found.length >= atLeast, `only ${found.length} have it`);
  return found;
}

function refuses({ path, type }: Named, text: string, code: number): void {
  const parsed = parseValue(type, text);
  assert.ok(!parsed.ok, `${path} takes ${JSON.stringify(text.slice(0, 40))}`);
  assert.is(parsed.code, code, `${path}: ${JSON.stringify(text.slice(0, 40))}`);
}

/** The numbers just outside of all the ranges. */
function outside(ranges: readonly Bounds[]): number[] {
  const isInside = (value: number) =>
    ranges.some(({ min, max }) => value >= (min ?? -Infinity) && value <= (max ?? Infinity));
  const edges = ranges.flatMap(({ min, max }) => [
    ...(min === undefined ? [] : [min - 1]),
    ...(max === undefined ? [] : [max + 1]),
  ]);
  return edges.filter(value => !isInside(value));
}

test('text that is no value of the type is 7011', () => {
  for (const named of having(({ kind, list }) => kind !== 'string' && !list, 100)) {
    refuses(named, notOfKind[named.type.kind] ?? '', INVALID_TYPE);
  }
});

test('a number outside of its ranges is 7012, or 7011 where it is no unsigned number at all', () => {
  for (const named of having(({ ranges, list }) => ranges !== undefined && !list, 20)) {
    for (const value of outside(named.type.ranges ?? [])) {
      const isNoValue = value < 0 && named.type.kind.startsWith('unsigned');
      refuses(named, String(value), isNoValue ? INVALID_TYPE : INVALID_VALUE);
    }
  }
});

test('a text longer than its sizes allow is 7012', () => {
  const longest = (sizes: readonly Bounds[]) => Math.max(...sizes.map(({ max }) => max ?? Infinity));
  for (const named of having(({ sizes, kind, list }) => sizes !== undefined && kind === 'string' && !list, 20)) {
    const max = longest(named.type.sizes ?? []);
    if (Number.isFinite(max)) refuses(named, 'A'.repeat(max + 1), INVALID_VALUE);
  }
});

test('a word that the enumeration does not have is 7012, alone and in a list', () => {
  for (const named of having(({ enumeration }) => enumeration !== undefined, 20)) {
    refuses(named, 'X_no-such-word', INVALID_VALUE);
  }
});

test('a text that no pattern matches is 7012', () => {
  for (const named of having(({ patterns, list }) => patterns !== undefined && !list, 1)) {
    refuses(named, '\u0007', INVALID_VALUE);
  }
});

test('an item that is no value of the list is refused as it would be alone', () => {
  for (const named of having(({ list, kind }) => list !== undefined && kind !== 'string', 1)) {
    const items = Array.from({ length: named.type.list?.items?.min ?? 1 }, () => notOfKind[named.type.kind] ?? '');
    refuses(named, items.join(','), INVALID_TYPE);
  }
});

test.run();
