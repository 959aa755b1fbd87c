import { existsSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isTable, type ObjectFact, type ParamFact } from '../../../build/tr181/facts.ts';
import { formatFacts, parseFacts } from '../../../build/tr181/facts-text.ts';
import { defaultDirectory, factsFile, importFacts, readerOf } from '../../../build/tr181/import.ts';
import { isTranslatable, toRegExp } from '../../../datamodel/values/pattern.ts';
import { parseValue } from '../../../datamodel/values.ts';

const text = readFileSync(factsFile, 'utf8');
const header = text.split('\n').filter(line => line.startsWith('#'));
const objects = parseFacts(text);
const byPath = new Map(objects.map(object => [object.path, object]));
const params = objects.flatMap(object => object.params.map(param => ({ ...param, path: object.path + param.name })));
const paths = new Set([...byPath.keys(), ...params.map(({ path }) => path)]);

function object(path: string): ObjectFact {
  const found = byPath.get(path);
  if (!found) throw new Error(`no ${path}`);
  return found;
}

function param(path: string): ParamFact {
  const found = params.find(candidate => candidate.path === path);
  if (!found) throw new Error(`no ${path}`);
  return found;
}

test('the facts are what the XML says', () => {
  if (existsSync(defaultDirectory)) {
    assert.ok(importFacts(readerOf(defaultDirectory)) === text, `${factsFile} is stale: run npm run import-tr181`);
  } else console.log('NOT RUN the facts are what the XML says: the XML files are not here');
});

test('release 2.19 resolves to the counts that an independent resolver found', () => {
  assert.equal(header.slice(1), [
    '# objects 822 (10 deprecated, 4 obsoleted, 13 deleted), of them tables 422',
    '# parameters 6722 (73 deprecated, 69 obsoleted, 141 deleted)',
    '# commands 179 (4 deprecated, 0 obsoleted, 1 deleted), of them asynchronous 83',
    '# events 53 (0 deprecated, 0 obsoleted, 1 deleted)',
  ]);
});

test('what is deleted is dropped, but for the two CoAP objects with four parameters each', () => {
  assert.is(objects.length, 822 - 13 + 2);
  assert.is(params.length, 6722 - 141 + 8);
  assert.is(objects.flatMap(({ commands }) => commands).length, 178);
  assert.is(objects.flatMap(({ events }) => events).length, 52);
  const deleted = objects.filter(({ status }) => status === 'deleted').map(({ path }) => path);
  assert.equal(deleted, ['Device.LocalAgent.MTP.{i}.CoAP.', 'Device.LocalAgent.Controller.{i}.MTP.{i}.CoAP.']);
  const names = object('Device.LocalAgent.MTP.{i}.CoAP.').params.map(({ name }) => name);
  assert.equal(names, ['Interfaces', 'Port', 'Path', 'EnableEncryption']);
  assert.ok(param('Device.LocalAgent.SupportedProtocols').type.enumeration?.includes('CoAP'));
  assert.not.ok(param('Device.BulkData.Protocols').type.enumeration?.includes('Streaming'));
});

test('elements that were deleted for good stay out', () => {
  const controller = object('Device.LocalAgent.Controller.{i}.');
  assert.not.ok(controller.commands.some(({ name }) => name === 'ScheduleTimer()'));
  assert.equal(controller.events, []);
  for (const path of [
    'Device.LocalAgent.Controller.{i}.E2ESession.Enable',
    'Device.LocalAgent.Controller.{i}.E2ESession.SegmentedPayloadChunkSize',
    'Device.MQTT.Client.{i}.EnableEncryption',
  ]) {
    assert.not.ok(paths.has(path), path);
  }
});

test('every table counts its rows in its parent, and every object has a parent', () => {
  for (const { path, maxEntries } of objects) {
    assert.is(isTable(path), maxEntries !== 1, path);
    assert.ok(path === 'Device.' || paths.has(path.replace(/[^.]+\.(?:\{i\}\.)?$/, '')), path);
  }
});

test('Alias is that of USP everywhere; eleven more parameters may be written once', () => {
  const aliases = params.filter(({ name }) => name === 'Alias');
  assert.ok(aliases.every(({ access }) => access === 'writeOnceReadOnly'));
  assert.is(params.filter(({ access }) => access === 'writeOnceReadOnly').length, aliases.length + 11);
});

test('references lead to objects and parameters that exist', () => {
  for (const { path, type } of params) {
    for (const parent of type.target?.parents ?? []) {
      assert.ok(paths.has(parent) || paths.has(`${parent}{i}.`), `${path} refers to ${parent}`);
    }
    if (type.enumerationRef) assert.ok(paths.has(type.enumerationRef.path), path);
  }
  assert.equal(param('Device.LocalAgent.MTP.{i}.MQTT.Reference').type.target?.parents, ['Device.MQTT.Client.']);
});

test('67 lists are empty by default', () => {
  const empty = params.filter(({ type, default: value }) => type.list && value?.value === '');
  assert.is(empty.length, 67);
});

test('every default is a value of its type', () => {
  for (const { path, type, default: value } of params) {
    if (value) assert.ok(parseValue(type, value.value).ok, `${path}: ${value.value}`);
  }
});

test('cases that were hard to resolve', () => {
  assert.equal(param('Device.LocalAgent.Controller.{i}.E2ESession.MaxUSPRecordSize').type.ranges, [
    { min: 0, max: 0 },
    { min: 512 },
  ]);
  assert.equal(param('Device.IP.Interface.{i}.IPv4Address.{i}.IPAddress').type.sizes, [{ max: 15 }]);
  assert.is(param('Device.Cellular.Interface.{i}.Stats.ErrorsSent').type.kind, 'unsignedLong');
  assert.ok(param('Device.DeviceInfo.Location.{i}.ExternalProtocol').type.enumeration?.includes(''));
  assert.ok(object('Device.ProxiedDevice.{i}.Node.{i}.').mountPoint);
  assert.is(object('Device.IoTCapability.{i}.LevelSensor.').discriminatorParameter, 'Class');
  assert.ok(object('Device.IoTCapability.{i}.BinaryControl.').commands.every(({ async }) => async));
  assert.not.ok(param('Device.IoTCapability.{i}.LevelSensor.LastContactTime').canDeny);
  const [scan] = object('Device.WiFi.').commands.filter(({ name }) => name === 'NeighboringWiFiDiagnostic()');
  assert.ok(scan?.output.some(({ name }) => name === 'Result.{i}.SSID'));
});

test('the text of the facts reads back as the same text', () => {
  assert.ok(
    formatFacts(
      objects,
      header.map(line => line.slice(2)),
    ) === text,
  );
});

test('no pattern is beyond the translation, nor slow on a long text that it does not match', () => {
  const patterns = new Set(params.flatMap(({ type }) => type.patterns ?? []));
  assert.ok(patterns.size > 20);
  const traps = ['0', '0.', '0,0', 'A', 'F:', 'urn:a'].map(piece => `${piece.repeat(20_000)}!`);
  for (const pattern of patterns) {
    assert.ok(isTranslatable(pattern), pattern);
    const expression = toRegExp(pattern);
    const start = process.cpuUsage().user;
    for (const trap of traps) expression.test(trap);
    // Linear matching takes about a millisecond; a pattern that backtracks would take hours.
    assert.ok(process.cpuUsage().user - start < 500_000, pattern);
  }
});

test.run();
