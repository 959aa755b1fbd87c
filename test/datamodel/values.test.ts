import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Scalar, TypeSchema, ValueKind } from '../../datamodel/schema.ts';
import { formatList, readList } from '../../datamodel/values/list.ts';
import { isTranslatable } from '../../datamodel/values/pattern.ts';
import { compareValues, defaultValue, formatValue, parseValue } from '../../datamodel/values.ts';

/** The value, or the error code. */
function parse(type: TypeSchema | ValueKind, text: string): Scalar {
  const parsed = parseValue(typeof type === 'string' ? { kind: type } : type, text);
  return parsed.ok ? parsed.value : parsed.code;
}

function table(type: TypeSchema | ValueKind, rows: readonly (readonly [string, Scalar])[]): void {
  for (const [text, expected] of rows) assert.is(parse(type, text), expected, `${JSON.stringify(type)} "${text}"`);
}

test('booleans are true, false, 1 and 0, and nothing else', () => {
  table('boolean', [
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
    ['True', 7011],
    ['', 7011],
    ['yes', 7011],
    ['01', 7011],
    [' true', 7011],
  ]);
});

test('integers keep to the limits of their kind', () => {
  table('int', [
    ['+123', 123],
    ['0123', 123],
    ['-2147483648', -2147483648],
    ['2147483647', 2147483647],
    ['2147483648', 7011],
    ['-2147483649', 7011],
    ['1.0', 7011],
    ['0x10', 7011],
    ['', 7011],
    ['-', 7011],
    ['１', 7011],
  ]);
  table('unsignedInt', [
    ['4294967295', 4294967295],
    ['4294967296', 7011],
    ['-1', 7011],
    ['+1', 7011],
    ['0', 0],
  ]);
  table('long', [
    ['9223372036854775807', 9223372036854775807n],
    ['-9223372036854775808', -9223372036854775808n],
    ['9223372036854775808', 7011],
  ]);
  table('unsignedLong', [
    ['18446744073709551615', 18446744073709551615n],
    ['18446744073709551616', 7011],
    ['-0', 7011],
    ['9'.repeat(100_000), 7011],
  ]);
});

test('decimals have no exponent, in or out', () => {
  table('decimal', [
    ['21.5', 21.5],
    ['-0.5', -0.5],
    ['+.5', 0.5],
    ['5.', 5],
    ['-0', 0],
    ['1e3', 7011],
    ['INF', 7011],
    ['NaN', 7011],
    ['.', 7011],
    ['1,5', 7011],
  ]);
  const texts = [1e21, 1.5e-7, -2.25e-10, 123456.789, 5e-324, 1.7976931348623157e308].map(n =>
    formatValue({ kind: 'decimal' }, n),
  );
  assert.is(texts[0], '1000000000000000000000');
  assert.is(texts[1], '0.00000015');
  assert.is(texts[2], '-0.000000000225');
  assert.is(texts[3], '123456.789');
  for (const text of texts) assert.match(text, /^-?\d+(\.\d+)?$/);
});

test('dateTimes are UTC or a time since boot', () => {
  table('dateTime', [
    ['2026-03-01T10:20:30Z', '2026-03-01T10:20:30Z'],
    ['2026-03-01T10:20:30.125Z', '2026-03-01T10:20:30.125Z'],
    ['2026-03-01T10:20:30.123456+00:00', '2026-03-01T10:20:30.123456Z'],
    ['2026-03-01T00:20:30-00:00', '2026-03-01T00:20:30Z'],
    ['2026-03-01T01:20:30+02:00', '2026-02-28T23:20:30Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    ['0001-01-03T03:04:05', '0001-01-03T03:04:05'],
    ['2026-03-01T10:20:30', 7011],
    ['2025-02-29T00:00:00Z', 7011],
    ['2026-13-01T00:00:00Z', 7011],
    ['2026-03-01T24:00:00Z', 7011],
    ['2026-03-01 10:20:30Z', 7011],
    ['2026-03-01', 7011],
    ['9999-12-31T23:59:59-01:00', 7011],
    ['2026-03-01T10:20:30+99:00', 7011],
    ['', 7011],
  ]);
});

test('binary values are whole bytes, and sizes count bytes', () => {
  table({ kind: 'hexBinary', sizes: [{ min: 1, max: 2 }] }, [
    ['a0Ff', 'A0FF'],
    ['08', '08'],
    ['abc', 7011],
    ['zz', 7011],
    ['', 7012],
    ['010203', 7012],
  ]);
  table({ kind: 'base64', sizes: [{ max: 4 }] }, [
    ['AAEC', 'AAEC'],
    ['AAECAw==', 'AAECAw=='],
    ['AAEC\r\nAw==', 'AAECAw=='],
    ['AAECAwQ=', 7012],
    ['AAECAx==', 7011],
    ['AAE', 7011],
    ['', ''],
  ]);
});

test('sizes count characters, not UTF-16 units', () => {
  table({ kind: 'string', sizes: [{ max: 3 }] }, [
    ['abc', 'abc'],
    ['😀😀😀', '😀😀😀'],
    ['abcd', 7012],
  ]);
  table({ kind: 'string', sizes: [{ min: 5, max: 5 }, { max: 0 }] }, [
    ['', ''],
    ['12345', '12345'],
    ['1234', 7012],
  ]);
});

test('a value fits one of several ranges, on a step', () => {
  table({ kind: 'unsignedInt', ranges: [{ min: 0, max: 0 }, { min: 512 }] }, [
    ['0', 0],
    ['1', 7012],
    ['511', 7012],
    ['512', 512],
    ['-5', 7011],
  ]);
  table({ kind: 'int', ranges: [{ min: -25, max: 25, step: 25 }] }, [
    ['-25', -25],
    ['0', 0],
    ['24', 7012],
    ['50', 7012],
  ]);
  table({ kind: 'unsignedLong', ranges: [{ min: 16, max: 240, step: 16 }] }, [
    ['32', 32n],
    ['33', 7012],
  ]);
});

test('enumerations are exact; the empty string can be one', () => {
  table({ kind: 'string', enumeration: ['None', ''] }, [
    ['None', 'None'],
    ['', ''],
    ['none', 7012],
  ]);
});

test('patterns match the whole value', () => {
  table({ kind: 'string', patterns: ['', '[0-9A-F]{6}'] }, [
    ['', ''],
    ['00256D', '00256D'],
    ['00256D0', 7012],
    ['00256d', 7012],
  ]);
  table({ kind: 'string', patterns: ['a|b'] }, [
    ['a', 'a'],
    ['ab', 7012],
  ]);
  table({ kind: 'string', patterns: ['^x$'] }, [
    ['^x$', '^x$'],
    ['x', 7012],
  ]);
});

test('a pattern beyond the translation is known as such', () => {
  assert.ok(isTranslatable('[A-Z]{2}-[0-9]'));
  assert.not.ok(isTranslatable('[a-z-[aeiou]]'));
  assert.not.ok(isTranslatable('\\i\\c*'));
  assert.not.ok(isTranslatable('\\p{Lu}'));
});

test('lists: separators lose their whitespace, facets apply to items', () => {
  table({ kind: 'int', list: { items: { max: 3 } }, ranges: [{ min: 0, max: 9 }] }, [
    [' 1 , +2,03', '1,2,3'],
    ['', ''],
    ['1,2,3,4', 7012],
    ['1,10', 7012],
    ['1,,2', 7011],
    ['1,', 7011],
  ]);
  table({ kind: 'string', list: { maxLength: 7 }, enumeration: ['a b', 'c,d', 'e'] }, [
    ['a%20b,e', 'a%20b,e'],
    ['a b, e', 'a%20b,e'],
    ['c%2Cd', 'c%2Cd'],
    ['c,d', 7012],
    ['e,e,e,e,e', 7012],
  ]);
  table({ kind: 'string', list: { items: { min: 1 } } }, [
    ['', 7012],
    ['50%,x', '50%,x'],
  ]);
});

test('the reason names what was allowed', () => {
  const parsed = parseValue({ kind: 'unsignedInt', ranges: [{ min: 1, max: 5 }, { min: 10 }] }, '7');
  assert.equal(parsed, { ok: false, code: 7012, reason: 'the value must be 1 to 5 or at least 10' });
  const long = parseValue({ kind: 'boolean' }, 'x'.repeat(1000));
  assert.ok(!long.ok && long.reason.length < 100);
});

test('a parameter without a default holds the empty value of its kind', () => {
  assert.is(defaultValue({ type: { kind: 'string', enumeration: ['A'] } }), '');
  assert.is(defaultValue({ type: { kind: 'unsignedLong' } }), 0n);
  assert.is(defaultValue({ type: { kind: 'dateTime' } }), '0001-01-01T00:00:00Z');
  assert.is(defaultValue({ type: { kind: 'int', list: {} } }), '');
  assert.is(defaultValue({ type: { kind: 'int' }, default: '-1' }), -1);
  assert.is(defaultValue({ type: { kind: 'string', list: {} }, default: '' }), '');
  assert.is(defaultValue({ type: { kind: 'int', ranges: [{ min: 0 }] }, default: '-1' }), -1);
});

test('numbers are ordered by value, strings and booleans not at all', () => {
  assert.is(compareValues('int', 9, 10), -1);
  assert.is(compareValues('unsignedLong', 2n ** 63n, 2n ** 63n - 1n), 1);
  assert.is(compareValues('decimal', 20.5, 20.5), 0);
  assert.is(compareValues('string', 'a', 'a'), 0);
  assert.is(compareValues('string', 'a', 'b'), undefined);
  assert.is(compareValues('boolean', true, false), undefined);
  assert.is(compareValues('hexBinary', '08', '09'), undefined);
});

test('dateTimes are ordered as times, and the Unknown Time is neither before nor after any', () => {
  const order = (a: string, b: string) => compareValues('dateTime', parse('dateTime', a), parse('dateTime', b));
  assert.is(order('2021-06-06T07:59:59.9Z', '2021-06-06T08:00:00Z'), -1);
  assert.is(order('2021-06-06T08:00:00Z', '2021-06-06T10:00:00+02:00'), 0);
  assert.is(order('2021-06-06T08:00:00.500Z', '2021-06-06T08:00:00.5Z'), 0);
  assert.is(order('2021-06-06T08:00:00.25Z', '2021-06-06T08:00:00Z'), 1);
  assert.is(order('0001-01-02T00:00:00', '0001-01-01T23:00:00'), 1);
  assert.is(order('0001-01-02T00:00:00', '2021-06-06T08:00:00Z'), undefined);
  assert.is(order('0001-01-01T00:00:00Z', '2021-06-06T08:00:00Z'), undefined);
  assert.is(order('0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'), 0);
});

test('a list of strings keeps what its items hold', () => {
  assert.is(formatList(['plain', 'with space', 'a,b']), 'plain,with%20space,a%2Cb');
  const values = ['50%', '%2C', '', 'é'];
  assert.equal(readList(formatList(values)), values);
  assert.equal(readList(''), []);
  assert.equal(readList('50%%20x, %FF'), ['50% x', '%FF']);
});

const anyValue = fc.oneof(
  fc.record({ kind: fc.constant('string' as const), value: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('int' as const), value: fc.integer() }),
  fc.record({ kind: fc.constant('unsignedInt' as const), value: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }),
  fc.record({ kind: fc.constant('long' as const), value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) }),
  fc.record({ kind: fc.constant('unsignedLong' as const), value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) }),
  fc.record({
    kind: fc.constant('dateTime' as const),
    value: fc
      .date({ noInvalidDate: true, min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') })
      .map(date => date.toISOString()),
  }),
  fc.record({
    kind: fc.constant('hexBinary' as const),
    value: fc.uint8Array().map(bytes => Buffer.from(bytes).toString('hex').toUpperCase()),
  }),
  fc.record({
    kind: fc.constant('base64' as const),
    value: fc.uint8Array().map(bytes => Buffer.from(bytes).toString('base64')),
  }),
);

test('property: what is formatted reads back as the same value', () => {
  fc.assert(
    fc.property(anyValue, ({ kind, value }) => assert.is(parse(kind, formatValue({ kind }, value)), value)),
    { numRuns: 500 },
  );
});

test('property: every decimal that JavaScript holds reads back, within 64 characters', () => {
  const decimals = fc.double({ noNaN: true, noDefaultInfinity: true }).filter(n => n === 0 || Math.abs(n) > 1e-30);
  fc.assert(
    fc.property(
      decimals.filter(n => Math.abs(n) < 1e30),
      value => assert.ok(parse('decimal', formatValue({ kind: 'decimal' }, value)) === value + 0),
    ),
  );
});

test('property: a list reads back as itself', () => {
  const type: TypeSchema = { kind: 'string', list: {} };
  fc.assert(
    fc.property(fc.string(), text => {
      const value = parse(type, text);
      assert.is(parse(type, formatValue(type, value)), value);
    }),
  );
});

test('property: no text makes parseValue throw', () => {
  const kinds: ValueKind[] = ['string', 'boolean', 'int', 'long', 'decimal', 'dateTime', 'base64', 'hexBinary'];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.string(), fc.boolean(), (kind, text, isList) => {
      parseValue(isList ? { kind, list: {} } : { kind }, text);
    }),
  );
});

test.run();
