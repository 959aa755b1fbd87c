import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bindSchema, checkSchema } from '../../datamodel/bound.ts';
import { keep, type ObjectDefinition } from '../../datamodel/define.ts';
import { objects } from '../../datamodel/objects/catalog.gen.ts';
import { supportedSchema } from '../../datamodel/tr181/supported.ts';
import { openTable } from '../../datamodel/tr181/table.ts';

const kept = (path: string, ...names: string[]): ObjectDefinition => ({
  path,
  params: Object.fromEntries(names.map(name => [name, keep()])) as ObjectDefinition['params'],
});

test('every object of the table has its literal, and every literal its object', () => {
  checkSchema(bindSchema(supportedSchema(), objects), objects);
});

test('a literal without an object in the table is found, and a parameter without a literal', () => {
  const literals = [kept('Device.'), kept('Device.Left.', 'A')];
  const root = openTable('string\n\n0 Device\t\n1 Left\tA:w0');
  checkSchema(bindSchema(root, literals), literals);
  const more = [...literals, kept('Device.Right.')];
  assert.throws(() => checkSchema(bindSchema(root, more), more), /Device\.Right\. has a literal but no row/);
  const fewer = [kept('Device.'), kept('Device.Left.')];
  assert.throws(() => checkSchema(bindSchema(root, fewer), fewer), /Device\.Left\.A is in the TR-181 table but has no/);
});

test('an object that is mounted has the literal that it has at the root, under its own path', () => {
  const mounts = ['Device.Left.'];
  const literals = [
    kept('Device.'),
    kept('Device.Left.', 'A'),
    kept('Device.Left.Below.', 'C'),
    { ...kept('Device.Point.{i}.', 'B'), mounts },
    kept('Device.Right.', 'D'),
  ];
  const rows = [
    '0 Device\t',
    '1 Left\tA:w0',
    '2 Below\tC:w0',
    '1t Point\tB:w0',
    '2m Left\tA:w0',
    '3 Below\tC:w0',
    '1 Right\tD:w0',
  ];
  const root = bindSchema(openTable(['string', '', ...rows].join('\n')), literals);
  checkSchema(root, literals);
  const left = root.children.get('Point')?.children.get('Left');
  assert.is(left?.definition?.path, 'Device.Point.{i}.Left.');
  assert.is(left?.definition?.params.A, literals[1]?.params.A);
  const below = left?.children.get('Below');
  assert.is(below?.definition?.path, 'Device.Point.{i}.Left.Below.');
  assert.is(below?.entries[0], literals[2]?.params.C);
});

test.run();
