import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emitChips, emitObjects } from '../../../build/tr181/catalogs.ts';
import { emitTypes } from '../../../build/tr181/emit-types.ts';
import { parseFacts } from '../../../build/tr181/facts-text.ts';
import { generateTable } from '../../../build/tr181/generate.ts';
import { graft } from '../../../build/tr181/graft.ts';
import { factsFile } from '../../../build/tr181/import.ts';
import { packTable } from '../../../build/tr181/pack.ts';
import { type Literal, selectSupported } from '../../../build/tr181/select.ts';
import { findObject, openTable } from '../../../datamodel/tr181/table.ts';

const facts = parseFacts(readFileSync(factsFile, 'utf8'));
const objects = graft(facts);

/** A literal with these keys. */
function literal(path: string, params: readonly string[] = [], commands: readonly string[] = []): Literal {
  const keys = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, {}]));
  return { path, params: keys(params), commands: keys(commands) };
}

test('capabilities are mounted at the three mount points, with the parameter that counts them', () => {
  const mounts = objects.filter(({ mounted }) => mounted).map(({ path }) => path);
  assert.equal(mounts, [
    'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.',
    'Device.ProxiedDevice.{i}.IoTCapability.{i}.',
    'Device.Node.{i}.IoTCapability.{i}.',
  ]);
  const below = facts.filter(({ path }) => path.startsWith('Device.IoTCapability.{i}.')).length;
  assert.is(objects.length, facts.length + 3 * below);
  const node = objects.find(({ path }) => path === 'Device.Node.{i}.');
  assert.is(node?.params.at(-1)?.name, 'IoTCapabilityNumberOfEntries');
});

test('only what a literal names is selected, in the order of TR-181, below parents that have nothing', () => {
  const selected = selectSupported(objects, [
    literal('Device.MQTT.Client.{i}.', ['Name', 'Enable', 'Alias'], ['ForceReconnect()']),
    literal('Device.DeviceInfo.', ['Manufacturer']),
  ]);
  assert.equal(
    selected.map(({ path }) => path),
    ['Device.', 'Device.DeviceInfo.', 'Device.MQTT.', 'Device.MQTT.Client.{i}.'],
  );
  const [root, , , client] = selected;
  assert.equal(root?.params, []);
  assert.equal(
    client?.params.map(({ name }) => name),
    ['Alias', 'Name', 'Enable'],
  );
  assert.equal(
    client?.commands.map(({ name }) => name),
    ['ForceReconnect()'],
  );
  // The key of Name and Alias are whole; one with a parameter that is not supported would be no key.
  assert.equal(client?.uniqueKeys.length, 2);
});

test('a key with an unsupported parameter is no key of ours', () => {
  const selected = selectSupported(objects, [literal('Device.LocalAgent.Request.{i}.', ['Alias', 'Originator'])]);
  assert.equal(selected.at(-1)?.uniqueKeys, [{ params: ['Alias'], functional: false }]);
});

test('whatever does not fit TR-181 is named, all at once, with what it may have meant', () => {
  const wrong = [
    literal('Device.DeviceInfo.', ['Manufactorer'], ['Reboot()']),
    literal('Device.DeviceInf.'),
    literal('Device.LocalAgent.MTP.{i}.MQTT.', ['Reference']),
    literal('Device.Time.'),
    literal('Device.Time.'),
  ];
  try {
    selectSupported(objects, wrong);
    assert.unreachable();
  } catch (error) {
    const { message } = error as Error;
    assert.match(message, /Device\.DeviceInfo\.Manufactorer is not in TR-181 \(did you mean Manufacturer\?\)/);
    assert.match(message, /Device\.DeviceInfo\.Reboot\(\) is not in TR-181\n/);
    assert.match(message, /Device\.DeviceInf\. is not in TR-181 \(did you mean Device\.DeviceInfo\.\?\)/);
    assert.match(message, /MTP\.\{i\}\.MQTT\. needs Device\.LocalAgent\.MTP\.\{i\}\.Protocol/);
    assert.match(message, /Device\.Time\. has two literals/);
  }
});

test('a list in square brackets is refused, since no value of it could be judged', () => {
  const selected = selectSupported(objects, [literal('Device.Ghn.Interface.{i}.', ['PSM'])]);
  assert.throws(() => packTable(selected), /Ghn\.Interface\.\{i\}\.PSM: lists in square brackets are not supported/);
});

test('types name every element with its JavaScript type and access', () => {
  const types = emitTypes(objects.filter(({ path }) => path === 'Device.' || path === 'Device.LocalAgent.'));
  assert.match(types, /'Device\.LocalAgent\.': \{\n {4}table: false;/);
  assert.match(types, /UpTime: ReadOnly<number>;/);
  assert.match(types, /SupportedProtocols: ReadOnly<string>;/);
  assert.match(
    types,
    /'AddCertificate\(\)': \{ async: false; input: \{ Alias\?: string; Certificate: string \}; output: \{\} \};/,
  );
  assert.match(types, /'Boot!': \{ CommandKey\?: string;/);
});

test('the catalogs name what they hold once, objects with parents first', () => {
  const at = (file: string, name: string, path: string) => ({ file, name, value: literal(path) });
  const literals = [at('b.ts', 'client', 'Device.MQTT.Client.{i}.'), at('b.ts', 'mqtt', 'Device.MQTT.')];
  const catalog = emitObjects(literals, ['Device.', 'Device.MQTT.', 'Device.MQTT.Client.{i}.']);
  assert.match(catalog, "import { client, mqtt } from './b.ts';");
  assert.match(catalog, /\[\n {2}mqtt,\n {2}client,\n\];/);
  assert.throws(
    () => emitObjects([...literals, at('c.ts', 'mqtt', 'Device.Time.')], []),
    /two literals are named mqtt/,
  );
  const chip = { file: 'x.ts', name: 'x', value: { name: 'x-1' } };
  assert.match(emitChips([chip]), "'x-1': () => import('./x.ts').then(module => module.x),");
  assert.throws(() => emitChips([chip, chip]), /two chips are named x-1/);
});

test('the supported objects of the sources make four files, and their table opens', async () => {
  const files = await generateTable();
  assert.equal(
    [...files.keys()],
    [
      'datamodel/tr181/types.gen.ts',
      'datamodel/tr181/table.gen.ts',
      'datamodel/objects/catalog.gen.ts',
      'drivers/chips/catalog.gen.ts',
    ],
  );
  const module = files.get('datamodel/tr181/table.gen.ts') ?? '';
  const { packedTable } = await import(`data:text/javascript,${encodeURIComponent(module.replace(': string', ''))}`);
  assert.ok(findObject(openTable(packedTable), 'Device.LocalAgent.')?.paramByName.has('EndpointID'));
});

test.run();
