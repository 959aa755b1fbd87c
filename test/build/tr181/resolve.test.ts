import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { resolveDevice, resolveParam, resolveRelease } from './release.ts';

const text = '<syntax><string/></syntax>';

test('an access that is not stated is readOnly; one object is there; a unique key is functional', () => {
  const objects = resolveRelease({
    'root.xml': `<model name="M:1">
      <object name="Device."><parameter name="A">${text}</parameter></object>
      <object name="Device.T.{i}." access="readWrite" minEntries="0" maxEntries="unbounded" numEntriesParameter="N">
        <uniqueKey><parameter ref="A"/><parameter ref="B"/></uniqueKey>
        <uniqueKey functional="false"><parameter ref="Alias"/></uniqueKey>
      </object></model>`,
  });
  const device = objects.get('Device.');
  assert.is(device?.params[0]?.access, 'readOnly');
  assert.equal([device?.minEntries, device?.maxEntries], [1, 1]);
  assert.equal(objects.get('Device.T.{i}.')?.uniqueKeys, [
    { params: ['A', 'B'], functional: true },
    { params: ['Alias'], functional: false },
  ]);
});

test('a name belongs to its document: a model may amend another of the same name', () => {
  const objects = resolveRelease({
    'root.xml': `<import file="common.xml" spec="urn:x-2-19"><model name="_Device:2" ref="Device:2"/></import>
      <model name="Device:2" base="_Device:2"><object base="Device."><parameter name="B">${text}</parameter></object></model>`,
    'common.xml': `<model name="Device:2"><object name="Device."><parameter name="A">${text}</parameter></object></model>`,
  });
  assert.equal(
    objects.get('Device.')?.params.map(({ name }) => name),
    ['A', 'B'],
  );
});

test('an import reaches through a file that imports in turn, under another name', () => {
  const device = resolveDevice('<component ref="Mine"/>', {
    'root.xml': '<import file="a.xml"><component name="Mine" ref="Theirs"/></import>',
    'a.xml': '<import file="b.xml"><component name="Theirs"/></import>',
    'b.xml': `<component name="Theirs"><parameter name="Deep">${text}</parameter></component>`,
  });
  assert.is(device.params[0]?.name, 'Deep');
});

test("the root's choice for a virtual component holds in every file", () => {
  const alias = (access: string) => `<parameter name="Alias" access="${access}">${text}</parameter>`;
  const device = resolveDevice('<component ref="Part"/>', {
    'root.xml': `<import file="types.xml"><component name="Alias" ref="_AliasUSP"/></import>
      <import file="part.xml"><component name="Part"/></import>`,
    'types.xml': `<component name="Alias" virtual="true">${alias('readOnly')}</component>
      <component name="_AliasUSP">${alias('writeOnceReadOnly')}</component>`,
    'part.xml': `<import file="types.xml"><component name="Alias"/></import>
      <component name="Part"><component ref="Alias"/></component>`,
  });
  assert.is(device.params[0]?.access, 'writeOnceReadOnly');
});

test('a component says where it goes by an absolute path, a relative one, or the path of its reference', () => {
  const objects = resolveRelease({
    'root.xml': `<component name="Absolute"><object name="Device.A."/></component>
      <component name="Relative"><object name="B.{i}."/></component>
      <model name="M:1"><object name="Device."><component ref="Relative"/></object>
        <object name="Device.X.{i}."/>
        <component ref="Absolute"/>
        <component ref="Relative" path="Device.X.{i}."/></model>`,
  });
  assert.equal([...objects.keys()], ['Device.', 'Device.B.{i}.', 'Device.X.{i}.', 'Device.A.', 'Device.X.{i}.B.{i}.']);
});

test('an object is amended: what is not restated stays', () => {
  const objects = resolveRelease({
    'root.xml': `<component name="More"><object base="Device.T.{i}." minEntries="0">
        <uniqueKey><parameter ref="K"/></uniqueKey><command base="Go()"><input><parameter name="New">${text}</parameter></input></command>
        <parameter base="K" access="writeOnceReadOnly"/></object></component>
      <model name="M:1"><object name="Device."/>
        <object name="Device.T.{i}." access="readWrite" minEntries="1" maxEntries="unbounded">
          <parameter name="K">${text}</parameter>
          <command name="Go()" async="true"><input><parameter name="Old" mandatory="true">${text}</parameter></input></command></object>
        <component ref="More"/></model>`,
  });
  const table = objects.get('Device.T.{i}.');
  assert.equal([table?.access, table?.minEntries, table?.maxEntries], ['readWrite', 0, 'unbounded']);
  assert.equal(table?.uniqueKeys, [{ params: ['K'], functional: true }]);
  assert.is(table?.params[0]?.access, 'writeOnceReadOnly');
  assert.is(table?.commands[0]?.async, true);
  assert.equal(
    table?.commands[0]?.input.map(({ name, mandatory }) => [name, mandatory]),
    [
      ['Old', true],
      ['New', false],
    ],
  );
});

test('what amends nothing, and what is defined twice, is a mistake', () => {
  assert.throws(() => resolveDevice('<parameter base="P"/>'), /P is amended but not there/);
  const twice = `<parameter name="P">${text}</parameter>`;
  assert.throws(() => resolveDevice(twice + twice), /P is defined twice/);
  assert.throws(() => resolveDevice('<component ref="Nowhere"/>'), /component Nowhere is neither defined nor imported/);
});

test('arguments of objects are named by their relative path, and their defaults are parameter defaults', () => {
  const { commands, events } = resolveDevice(
    `<command name="Do()"><input><component ref="In"/></input></command>
     <event name="Done!"><object name="Item.{i}."><parameter name="Name">${text}</parameter></object></event>`,
    {
      'root.xml': `<component name="In"><object name="TimeWindow.{i}."><parameter name="Start" mandatory="true">
        <syntax><unsignedInt/><default type="factory" value="7"/></syntax></parameter></object></component>`,
    },
  );
  const [start] = commands[0]?.input ?? [];
  assert.is(start?.name, 'TimeWindow.{i}.Start');
  assert.is(start?.mandatory, true);
  assert.equal(start?.default, { type: 'parameter', value: '7' });
  assert.is(events[0]?.arguments[0]?.name, 'Item.{i}.Name');
});

test('status is inherited from the object, and from its parents', () => {
  const objects = resolveRelease({
    'root.xml': `<model name="M:1"><object name="Device."/>
      <object name="Device.A." status="deprecated"><parameter name="P" status="deleted">${text}</parameter>
        <parameter name="Q">${text}</parameter></object>
      <object name="Device.A.B.{i}."><command name="C()"/></object></model>`,
  });
  const statuses = objects.get('Device.A.')?.params.map(({ status }) => status);
  assert.equal(statuses, ['deleted', 'deprecated']);
  assert.is(objects.get('Device.A.B.{i}.')?.commands[0]?.status, 'deprecated');
});

test('hidden, secured and canDeny are read', () => {
  const { params } = resolveDevice(`<parameter name="S"><syntax secured="true"><string/></syntax></parameter>
    <parameter name="H" activeNotify="canDeny"><syntax hidden="true"><string/></syntax></parameter>
    <parameter name="F" activeNotify="forceEnabled">${text}</parameter>`);
  const flags = params.map(({ secured, hidden, canDeny }) => [secured, hidden, canDeny]);
  assert.equal(flags, [
    [true, false, false],
    [false, true, true],
    [false, false, false],
  ]);
});

test('a parameter without syntax has no type', () => {
  assert.throws(() => resolveParam(''), /without a type/);
});

test.run();
