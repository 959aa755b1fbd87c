// What TR-181 has of capabilities and of the devices that have them, the agent has too; what it leaves out is said here.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseFacts } from '../../../build/tr181/facts-text.ts';
import { packedTable } from '../../../datamodel/tr181/table.gen.ts';
import { findObject, openTable } from '../../../datamodel/tr181/table.ts';

const facts = parseFacts(readFileSync('datamodel/tr181/facts.tsv', 'utf8'));
const root = openTable(packedTable);

/** Parameters, commands and events of the standard below `path` that GetSupportedDM does not have. */
function leftOut(path: string): string[] {
  return facts
    .filter(object => object.path.startsWith(path) && object.status !== 'deleted')
    .flatMap(object => {
      const supported = findObject(root, object.path);
      const names = new Set([supported?.params, supported?.commands, supported?.events].flat().map(each => each?.name));
      return [...object.params, ...object.commands, ...object.events]
        .filter(({ name, status }) => status !== 'deleted' && !names.has(name))
        .map(({ name }) => object.path + name);
    });
}

test('a capability has all that TR-181 says of its class', () => {
  assert.equal(leftOut('Device.IoTCapability.{i}.'), []);
});

test('a device behind the board has all but a row of the bus, of which TR-181 has no object', () => {
  assert.equal(leftOut('Device.ProxiedDevice.{i}.'), ['Device.ProxiedDevice.{i}.InterfaceReference']);
  assert.equal(leftOut('Device.Node.{i}.'), []);
});

test('what is left out would be seen', () => {
  assert.ok(leftOut('Device.USB.').includes('Device.USB.InterfaceNumberOfEntries'));
});

test.run();
