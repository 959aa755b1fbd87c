// Every chip says where it is known from, and has a recording that its model replays and its driver reads; what has none says why.
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { chips } from '../../../drivers/chips/catalog.gen.ts';
import { fileRecordings } from './recordings/files.ts';
import { i2cRecordings } from './recordings/i2c.ts';
import { moreI2cRecordings } from './recordings/i2c-more.ts';
import { modbusRecordings } from './recordings/modbus.ts';
import { serialRecordings } from './recordings/serial.ts';

const recordings = [
  ...i2cRecordings,
  ...moreI2cRecordings,
  ...serialRecordings,
  ...modbusRecordings,
  ...fileRecordings,
];

const aLevel = 'a line has a level, and says nothing';
const anything = 'what stands there is whatever the configuration is about';

/** Why there is no recording of a part. */
const withoutRecording: Readonly<Record<string, string>> = {
  ...{ button: aLevel, 'gpio-input': aLevel, 'gpio-output': aLevel, pir: aLevel, 'pulse-counter': aLevel },
  ...{ reed: aLevel, relay: aLevel },
  ...{ exec: anything, file: anything, 'file-output': anything, replay: anything },
  host: 'its test reads the machine that it runs on',
  pwm: "it only writes, by the kernel's ABI",
};

for (const { chip, source, replay, read } of recordings) {
  test(`${chip}: the model answers as recorded (${source})`, replay);
  test(`${chip}: the driver reads what was recorded (${source})`, read);
}

test('every chip has a recording or says why it has none', () => {
  const recorded = new Set(recordings.map(each => each.chip));
  for (const name of Object.keys(chips)) {
    assert.is.not(recorded.has(name), Object.hasOwn(withoutRecording, name), `${name}: one of the two`);
  }
  for (const name of [...recorded, ...Object.keys(withoutRecording)]) assert.ok(chips[name], `${name} is no chip`);
});

/** The document that a file is written from. */
const document =
  /datasheet|manual|technical note|SBOS\d|interface description|Linux|kernel|NMEA 0183|Modbus Application Protocol/;

/** The opening comment of a file, and of those that it shares with others like it. */
function openings(path: string): string {
  const text = readFileSync(path, 'utf8');
  const shared = [...text.matchAll(/ from '\.\/(common\/\w+\.ts)'/g)].map(([, file]) => `drivers/chips/${file}`);
  return [text.split('*/', 1)[0], ...shared.map(openings)].join('\n');
}

for (const { chip } of recordings) {
  test(`${chip} names what it is written from, and so does its model`, () => {
    const [driver, model] = [`drivers/chips/${chip}.ts`, `drivers/sim/models/${chip}.ts`];
    assert.match(openings(driver), document, driver);
    if (existsSync(model)) assert.match(openings(model), document, model);
  });
}

test.run();
