// One test for every definition: what a chip's literal says fits the data model, and its file is how it is found.
import { readdirSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { packedTable } from '../../datamodel/tr181/table.gen.ts';
import { findObject, openTable } from '../../datamodel/tr181/table.ts';
import type { Channel, ChipDefinition } from '../../drivers/define.ts';

const table = openTable(packedTable);
const files = readdirSync('drivers/chips').filter(name => name.endsWith('.ts') && !name.endsWith('.gen.ts'));

function isDefinition(value: unknown): value is ChipDefinition {
  return typeof value === 'object' && value !== null && 'bus' in value && 'channels' in value;
}

function assertInTable(name: string, channel: Channel, param: string, value: string): void {
  const object = findObject(table, `Device.IoTCapability.{i}.${channel.class}.`);
  const allowed = object?.paramByName.get(param)?.type.enumeration;
  assert.ok(allowed?.includes(value), `${name}: ${param} "${value}" is not one of ${allowed}`);
}

for (const file of files) {
  const word = file.slice(0, -'.ts'.length);
  test(`${word} is one whole definition`, async () => {
    const exported = Object.entries(await import(`../../drivers/chips/${file}`)).filter(([, v]) => isDefinition(v));
    assert.is(exported.length, 1);
    const [name, definition] = exported[0] as [string, ChipDefinition];
    assert.is(definition.name, word);
    assert.is(
      name,
      word.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    );
    assert.ok(definition.sample ?? definition.watch ?? definition.drive, 'it does something');
    assert.ok((definition.pollMsMin ?? 0) <= (definition.pollMsDefault ?? Number.POSITIVE_INFINITY));
    for (const address of definition.addresses ?? []) assert.ok(address >= 0x08 && address <= 0x77);
    for (const [option, { default: usual, range, oneOf }] of Object.entries(definition.options ?? {})) {
      if (range) assert.ok((usual as number) >= range[0] && (usual as number) <= range[1], option);
      if (oneOf) assert.ok(oneOf.includes(usual as string), option);
    }
  });

  test(`${word}'s channels are of TR-181's types and units`, async () => {
    const module: Record<string, unknown> = await import(`../../drivers/chips/${file}`);
    const definition = Object.values(module).find(isDefinition)!;
    for (const [channelName, channel] of Object.entries(definition.channels)) {
      const name = `${word} ${channelName}`;
      assertInTable(name, channel, 'Type', channel.type);
      if (channel.unit !== undefined) assertInTable(name, channel, 'Unit', channel.unit);
      if (channel.class.includes('Level')) assert.type(channel.unit, 'string', name);
      if (channel.class === 'MultiLevelSensor') assert.ok((channel.valueNames?.length ?? 0) >= 2, name);
      if (channel.range) assert.ok(channel.range[0] < channel.range[1], name);
    }
  });
}

test.run();
