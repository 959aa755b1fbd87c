// A capability's unit is its channel's, or the one that the file gives to a channel without: no filter has a say in it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadConfig } from '../../../agent/config/load.ts';
import { vocabulary } from '../../../agent/run/vocabulary.ts';
import { filters } from '../../../datamodel/iot/filters/registry.ts';
import { chips } from '../../../drivers/chips/catalog.gen.ts';

const examples = new Map(filters.map(({ name, expects }) => [name, /"([^"]+)"/.exec(expects)![1]!]));

async function unitOf(lines: string): Promise<string | undefined> {
  const toml = `[[capability]]\nname = "it"\n${lines}`;
  const result = await loadConfig(toml, 'uspi.toml', chips, vocabulary());
  if (!result.ok) throw new Error(JSON.stringify(result.findings, undefined, 2));
  return result.config.capabilities[0]?.unit;
}

for (const [name, text] of examples) {
  test(`${name} leaves the unit alone`, async () => {
    const filter = `filter = ["${text}"]`;
    assert.is(await unitOf(`driver = "ads1115"\nchannel = "a0"\nat = "i2c-1:0x48"\n${filter}`), 'V');
    const probe = `driver = "file"\nchannel = "level"\nat = "/run/tank"\n${filter}`;
    assert.is(await unitOf(probe), '-');
    assert.is(await unitOf(`${probe}\nunit = "l"`), 'l');
  });
}

test.run();
