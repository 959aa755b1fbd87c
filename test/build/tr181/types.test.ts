import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { resolveDevice, resolveParam, resolveRelease } from './release.ts';

const types = {
  'tr-106-types.xml': `<!DOCTYPE d [
    <!ENTITY dot "\\.">
    <!ENTITY octet "(25[0-5]|[0-9])">  <!-- one byte -->
  ]><dm:document>
    <dataType name="IPAddress"><string><size maxLength="45"/></string></dataType>
    <dataType name="IPv4Address" base="IPAddress"><size maxLength="15"/>
      <pattern value=""/><pattern value="(&octet;&dot;){3}&octet;"/></dataType>
    <dataType name="StatsCounter64"><unsignedLong/></dataType>
    <dataType name="Codes"><list maxItems="3"/><int><range minInclusive="1"/></int></dataType>
  </dm:document>`,
};

test('a type that was never imported is one of TR-106', () => {
  assert.equal(resolveParam('<dataType ref="StatsCounter64"/>', types).type, { kind: 'unsignedLong' });
});

test('a derived type states a facet anew or inherits it, and entities in patterns are expanded', () => {
  assert.equal(resolveParam('<dataType ref="IPv4Address"/>', types).type, {
    kind: 'string',
    sizes: [{ max: 15 }],
    patterns: ['', '((25[0-5]|[0-9])\\.){3}(25[0-5]|[0-9])'],
  });
  assert.equal(resolveParam('<dataType base="IPAddress"><size maxLength="20"/></dataType>', types).type, {
    kind: 'string',
    sizes: [{ max: 20 }],
  });
});

test('ranges, sizes and steps may be several, open, or taken away', () => {
  const ranges = `<unsignedInt><range minInclusive="0" maxInclusive="0"/><range minInclusive="512"/></unsignedInt>`;
  assert.equal(resolveParam(ranges).type.ranges, [{ min: 0, max: 0 }, { min: 512 }]);
  const step = '<int><range minInclusive="-25" maxInclusive="25" step="25"/></int>';
  assert.equal(resolveParam(step).type.ranges, [{ min: -25, max: 25, step: 25 }]);
  const sizes = '<string><size maxLength="0"/><size minLength="8" maxLength="63"/></string>';
  assert.equal(resolveParam(sizes).type.sizes, [{ max: 0 }, { min: 8, max: 63 }]);
  assert.equal(resolveParam('<list><size/></list><string/>').type, { kind: 'string', list: {} });
});

test('a list has bounds of its own; the other facets are of its items', () => {
  const { type } = resolveParam(
    '<list minItems="1" maxItems="4"><size maxLength="256"/></list><string><size maxLength="64"/></string>',
  );
  assert.equal(type, {
    kind: 'string',
    list: { items: { min: 1, max: 4 }, maxLength: 256 },
    sizes: [{ max: 64 }],
  });
  assert.equal(resolveParam('<dataType ref="Codes"/>', types).type, {
    kind: 'int',
    list: { items: { max: 3 } },
    ranges: [{ min: 1 }],
  });
  assert.ok(resolveParam('<list nestedBrackets="required"/><int/>').type.nestedBrackets);
});

test('the default of a list stands in brackets, that of another type does not', () => {
  const value = (syntax: string) => resolveParam(syntax).default?.value;
  assert.is(value('<list/><string/><default type="object" value="[]"/>'), '');
  assert.is(value('<list/><int/><default type="object" value="[0,1]"/>'), '0,1');
  assert.is(value('<string/><default type="object" value="[]"/>'), '[]');
  assert.equal(resolveParam('<boolean/><default type="factory" value="true"/>').default, {
    type: 'factory',
    value: 'true',
  });
});

test('enumeration values have a status of their own; the empty string is one', () => {
  const { type } = resolveParam('<string><enumeration value=""/><enumeration value="A" status="deprecated"/></string>');
  assert.equal(type.enumeration, ['', 'A']);
  assert.equal(type.enumerationStatus, { A: 'deprecated' });
});

/** P of `first`, amended by `second`. */
function amended(first: string, second: string) {
  return resolveDevice(
    `<parameter name="P"><syntax>${first}</syntax></parameter><parameter base="P"><syntax>${second}</syntax></parameter>`,
    types,
  ).params[0];
}

test('an amended type keeps the facets that are not restated', () => {
  const param = amended(
    '<string><size maxLength="9"/><enumeration value="A"/><enumeration value="C"/></string><default type="object" value="A"/>',
    '<string><enumeration value="A" status="obsoleted"/><enumeration value="B"/></string>',
  );
  assert.equal(param?.type, {
    kind: 'string',
    sizes: [{ max: 9 }],
    enumeration: ['A', 'C', 'B'],
    enumerationStatus: { A: 'obsoleted' },
  });
  assert.is(param?.default?.value, 'A');
});

test('an amended type may widen: a 32-bit counter to 64 bits, a string to a list', () => {
  assert.is(amended('<unsignedInt/>', '<dataType ref="StatsCounter64"/>')?.type.kind, 'unsignedLong');
  const list = amended('<string><size maxLength="9"/></string>', '<list/><string/><default type="object" value="[]"/>');
  assert.equal(list?.type, { kind: 'string', list: {}, sizes: [{ max: 9 }] });
  assert.is(list?.default?.value, '');
});

test('references lead up with #, where a table and its {i} are one level', () => {
  const ref = (parent: string) =>
    `<syntax><string><pathRef refType="strong" targetType="row" targetParent="${parent}"/></string></syntax>`;
  const objects = resolveRelease({
    'root.xml': `<model name="M:1"><object name="Device."/><object name="Device.A."/>
      <object name="Device.A.T.{i}.">
        <parameter name="Up">${ref('#.U.')}</parameter>
        <parameter name="Top">${ref('##.B.C.')}</parameter>
        <parameter name="Below">${ref('V. .X.')}</parameter>
        <parameter name="Full">${ref('Device.Y.')}</parameter>
        <parameter name="Listed"><syntax><string><enumerationRef targetParam="#.Words" nullValue=""/></string></syntax></parameter>
        <command name="Go()"><input><parameter name="In">${ref('#.W.')}</parameter></input></command>
      </object></model>`,
  });
  const table = objects.get('Device.A.T.{i}.');
  const parents = table?.params.map(({ type }) => type.target?.parents);
  assert.equal(parents, [
    ['Device.A.U.'],
    ['Device.B.C.'],
    ['Device.A.T.{i}.V.', 'Device.X.'],
    ['Device.Y.'],
    undefined,
  ]);
  assert.equal(table?.params[4]?.type.enumerationRef, { path: 'Device.A.Words', nullValue: '' });
  assert.equal(table?.commands[0]?.input[0]?.type.target?.parents, ['Device.A.T.{i}.W.']);
  assert.is(table?.params[0]?.type.reference, 'strong');
});

test.run();
