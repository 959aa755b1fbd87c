import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Access, fullAccess } from '../../../datamodel/access.ts';
import { SmallModel } from '../../helpers/small-model.ts';

const small = new SmallModel();
const one = small.addThing({
  Name: 'one',
  S: 'Normal',
  B: 'true',
  I: '-5',
  U: '5',
  L: '-9007199254740993',
  UL: '18446744073709551615',
  D: '2.5',
  T: '2026-05-01T00:00:00Z',
  B64: 'AAEC',
  Hex: '0aff',
  List: 'a,b c,Switch%2C',
  Ints: '1,+2,003',
  Times: '2026-05-01T00:00:00Z',
  Secret: 'sesame',
  Hidden: 'veiled',
  Kind: 'Left',
  'Left.L': 'x',
});
const two = small.addThing({ Name: 'two', Strong: 'Device.Thing.1' });
await small.set(two, 'Refs', 'Device.Thing.2,Device.Thing.1');
await small.set(two, 'T', '0001-01-01T00:00:00Z');

/** Numbers of the things that match, or the fault's code. */
function matches(expression: string, access: Access = fullAccess): string | number {
  const found = small.resolve(`Device.Thing.[${expression}].`, access);
  return typeof found === 'number' ? found : found.map(path => path.split('.')[2]).join();
}

const table: readonly (readonly [string, string | number])[] = [
  // string: equality alone, and quoted
  ['S=="Normal"', '1'],
  ['S!="Normal"', '2'],
  ['S==""', '2'],
  ['S=="normal"', ''],
  ['S==Normal', 7026],
  ['S~="Normal"', 7026],
  ['S<"Z"', 7026],
  ['S>"A"', 7026],
  ['S<="Z"', 7026],
  ['S>="A"', 7026],
  // boolean
  ['B==true', '1'],
  ['B==1', '1'],
  ['B!=true', '2'],
  ['B==false', '2'],
  ['B==0', '2'],
  ['B=="true"', 7026],
  ['B==yes', 7026],
  ['B<true', 7026],
  ['B~=true', 7026],
  // int
  ['I==-5', '1'],
  ['I==-05', '1'],
  ['I!=-5', '2'],
  ['I<0', '1'],
  ['I>-5', '2'],
  ['I<=-5', '1'],
  ['I>=-5', '1,2'],
  ['I>=+0', '2'],
  ['I=="-5"', 7026],
  ['I==5.5', 7026],
  ['I==five', 7026],
  ['I~=5', 7026],
  // unsignedInt
  ['U==5', '1'],
  ['U==005', '1'],
  ['U!=5', '2'],
  ['U<5', '2'],
  ['U>4', '1'],
  ['U<=5', '1,2'],
  ['U>=6', ''],
  ['U==-1', 7026],
  ['U~=5', 7026],
  // long and unsignedLong, beyond what a double holds
  ['L==-9007199254740993', '1'],
  ['L==-9007199254740992', ''],
  ['L<-9007199254740992', '1'],
  ['L>-9007199254740994', '1,2'],
  ['UL==18446744073709551615', '1'],
  ['UL>18446744073709551614', '1'],
  ['UL<=18446744073709551614', '2'],
  ['UL!=0', '1'],
  ['UL~=0', 7026],
  // decimal
  ['D==2.50', '1'],
  ['D!=2.5', '2'],
  ['D<2.6', '1,2'],
  ['D>2', '1'],
  ['D<=2.5', '1,2'],
  ['D>=2.5', '1'],
  ['D=="2.5"', 7026],
  // dateTime: Unknown Time has equality alone
  ['T==2026-05-01T00:00:00Z', '1'],
  ['T==2026-05-01T02:00:00+02:00', '1'],
  ['T!=2026-05-01T00:00:00Z', '2'],
  ['T<2026-05-02T00:00:00Z', '1'],
  ['T>2026-04-30T23:59:59.5Z', '1'],
  ['T<=2026-05-01T00:00:00Z', '1'],
  ['T>=2026-05-01T00:00:00Z', '1'],
  ['T==0001-01-01T00:00:00Z', '2'],
  ['T!=0001-01-01T00:00:00Z', '1'],
  ['T>0001-01-01T00:00:00Z', 7026],
  ['T<0001-01-01T00:00:00Z', 7026],
  ['T=="2026-05-01T00:00:00Z"', 7026],
  ['T==yesterday', 7026],
  // binary
  ['B64=="AAEC"', '1'],
  ['B64!="AAEC"', '2'],
  ['B64<"AAEC"', 7026],
  ['Hex==0AFF', '1'],
  ['Hex=="0aff"', '1'],
  ['Hex!=0aff', '2'],
  ['Hex>00', 7026],
  ['Hex==0', 7026],
  // lists
  ['List~="a"', '1'],
  ['List~="b c"', '1'],
  ['List~="Switch,"', '1'],
  ['List~="b"', ''],
  ['List~=a', 7026],
  ['List<"a"', 7026],
  ['Ints~=2', '1'],
  ['Ints~=3', '1'],
  ['Ints~="2"', 7026],
  ['Ints~=x', 7026],
  ['Ints~=4', ''],
  ['Times~=2026-05-01T00:00:00+00:00', '1'],
  ['Ints==""', '2'],
  ['Ints=="1,2,3"', '1'],
  ['Ints!="1,2,3"', '2'],
  // all of several, single objects below, unions
  ['S=="Normal"&&I<0&&B==true', '1'],
  ['S=="Normal"&&I>0', ''],
  ['Stats.Count==0', '1,2'],
  ['Stats.Count>0', ''],
  ['Left.L=="x"', '1'],
  ['Left.L!="x"', ''],
  ['Kind=="Left"&&Left.Of=="left"', '1'],
  // references
  ['Strong+.Name=="one"', '2'],
  ['Strong+.Name!="one"', ''],
  ['Refs+.Name=="two"', '2'],
  ['Refs#2+.Name=="one"', '2'],
  ['Refs#3+.Name=="one"', ''],
  ['Refs#*+.Name=="one"', '2'],
  ['Strong+.Stats.Count==0', '2'],
  ['Strong+.Nothing==0', ''],
  // no such names
  ['Nothing==1', 7026],
  ['Stats.Nothing==1', 7026],
  ['Nothing.Count==1', 7026],
  ['Nothing+.Name=="x"', 7026],
  ['Child.Value=="x"', 7026],
  ['__proto__=="x"', 7026],
  ['constructor.name=="x"', 7026],
];

for (const [expression, expected] of table) {
  test(`R-ARC.9: [${expression}] ${typeof expected === 'number' ? 'is wrong' : `matches "${expected}"`}`, () => {
    assert.is(matches(expression), expected);
  });
}

/** Everything may be read but these parameters. */
function blindTo(...names: string[]): Access {
  const rights = fullAccess.of(one);
  const params = Uint8Array.from(one.schema.params, param => (names.includes(param.name) ? 0 : 15));
  return {
    ...fullAccess,
    readsSecured: false,
    of: node => (node.schema === one.schema ? { ...rights, params } : rights),
  };
}

test('R-GIN.0: a parameter that may not be read matches nothing, in either sense', () => {
  assert.is(matches('S=="Normal"', blindTo('S')), '');
  assert.is(matches('S!="Normal"', blindTo('S')), '');
  assert.is(matches('I<0&&S=="Normal"', blindTo('S')), '');
});

test('R-GIN.0: a reference that may not be read is not followed', () => {
  assert.is(matches('Strong+.Name=="one"', blindTo()), '2');
  assert.is(matches('Strong+.Name=="one"', blindTo('Strong')), '');
});

test('a hidden or secured parameter compares as the empty text that it reads as', () => {
  assert.is(matches('Secret=="sesame"'), '1', 'who has a SecuredRole');
  assert.is(matches('Secret=="sesame"', blindTo()), '', 'who has none');
  assert.is(matches('Secret==""', blindTo()), '1,2');
  assert.is(matches('Hidden=="veiled"'), '');
  assert.is(matches('Hidden==""'), '1,2');
});

test('property: == and != divide the rows, < >= and > <= too', () => {
  const integer = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
  fc.assert(
    fc.property(integer, constant => {
      for (const [a, b] of [
        ['==', '!='],
        ['<', '>='],
        ['>', '<='],
      ]) {
        const found = `${matches(`I${a}${constant}`)},${matches(`I${b}${constant}`)}`.split(',').filter(Boolean);
        assert.equal(found.sort(), ['1', '2']);
      }
    }),
    { seed: 3, numRuns: 100 },
  );
});

test('property: any text is found by itself, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async text => {
      assert.is(await small.set(two, 'S', text), undefined);
      const escaped = text.replace(/%/g, '%25').replace(/"/g, '%22');
      assert.match(String(matches(`S=="${escaped}"`)), '2');
    }),
    { seed: 4, numRuns: 200 },
  );
});

test.run();
