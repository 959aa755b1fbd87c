import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { xorChecksum } from '../../../drivers/bytes.ts';
import { readSentence, sentenceFields, serialNmea } from '../../../drivers/chips/serial-nmea.ts';
import type { Readings } from '../../../drivers/define.ts';
import { nmeaSentenceCharsMax } from '../../../drivers/limits.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { openChip, watchChip } from '../../helpers/driver.ts';
import { seededRandom } from '../../helpers/random.ts';

const at = '/dev/ttyAMA0:9600,8N1';
const gga = '$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47';
const rmc = '$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A';

const withChecksum = (body: string) => `$${body}*${xorChecksum(body).toString(16).toUpperCase().padStart(2, '0')}`;
const read = (sentence: string): Readings | undefined => {
  const fields = sentenceFields(sentence);
  return fields && readSentence(fields);
};
const rounded = (readings: Readings, digits = 4) =>
  (readings.location as number[]).map(degrees => Number(degrees.toFixed(digits)));

async function bench() {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const port = hardware.serial(at);
  const told = watchChip(serialNmea, await openChip(serialNmea, { hardware, clock, at }));
  return { hardware, clock, port, told };
}

test('the published GGA sentence is 48.1173 N, 11.5167 E, 545.4 m', () => {
  const readings = read(gga)!;
  assert.equal(rounded(readings), [48.1173, 11.5167]);
  assert.is(readings.altitude, 545.4);
});

test('the published RMC sentence has the same place, and 22.4 knots', () => {
  const readings = read(rmc)!;
  assert.equal(rounded(readings), [48.1173, 11.5167]);
  assert.ok(Math.abs((readings.speed as number) - 11.5236) < 0.0001);
});

test('south and west are negative; other systems than GPS are read', () => {
  const body = 'GNGGA,010203.00,3352.12345,S,15112.54330,W,4,12,0.7,-3.2,M,22.0,M,1.0,0000';
  const readings = read(withChecksum(body))!;
  assert.equal(rounded(readings, 6), [-33.868724, -151.209055]);
  assert.is(readings.altitude, -3.2);
});

for (const [why, body] of [
  ['no fix', 'GPGGA,123519,4807.038,N,01131.000,E,0,00,,,M,,M,,'],
  ['no fix and no fields', 'GPGGA,123519,,,,,0,00,,,,,,,'],
  ['an estimated position', 'GPGGA,123519,4807.038,N,01131.000,E,6,00,9.9,545.4,M,46.9,M,,'],
  ['a simulated position', 'GPGGA,123519,4807.038,N,01131.000,E,8,08,0.9,545.4,M,46.9,M,,'],
  ['a receiver warning', 'GPRMC,123519,V,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W'],
  ['a mode of not valid', 'GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W,N'],
  ['another sentence', 'GPGSV,2,1,08,01,40,083,46,02,17,308,41,12,07,344,39,14,22,228,45'],
] as const) {
  test(`${why} is no reading`, () => assert.equal(read(withChecksum(body)), {}));
}

for (const [why, body] of [
  ['91 degrees', 'GPGGA,123519,9100.000,N,01131.000,E,1,08,0.9,,M,46.9,M,,'],
  ['60 minutes', 'GPGGA,123519,4860.000,N,01131.000,E,1,08,0.9,,M,46.9,M,,'],
  ['181 degrees', 'GPGGA,123519,4807.038,N,18100.000,E,1,08,0.9,,M,46.9,M,,'],
  ['a wrong hemisphere', 'GPGGA,123519,4807.038,E,01131.000,N,1,08,0.9,,M,46.9,M,,'],
  ['no number', 'GPGGA,123519,48o7.038,N,01131.000,E,1,08,0.9,,M,46.9,M,,'],
] as const) {
  test(`a latitude or longitude with ${why} is no location`, () => assert.equal(read(withChecksum(body)), {}));
}

test('a sentence without its checksum, or with another, is not read', () => {
  assert.is(read(gga.replace('*47', '*48')), undefined);
  assert.is(read(gga.replace('*47', '')), undefined);
  assert.is(read(gga.slice(0, 30)), undefined);
});

test('one moment gives its position once, and what else each sentence tells', async () => {
  const { port, told } = await bench();
  port.receive(`${rmc}\r\n${gga}\r\n`);
  assert.equal(told.readings.map(Object.keys), [['speed', 'location'], ['altitude']]);
  const later = withChecksum(gga.slice(1, -3).replace('123519', '123520'));
  port.receive(`${later}\r\n`);
  assert.equal(told.readings.slice(2).map(Object.keys), [['altitude', 'location']]);
});

test('sentences survive being cut anywhere, and noise before and between them', async () => {
  const { port, told } = await bench();
  for (const character of `${gga.slice(20)}\r\n${gga}\r\n`) port.receive(character);
  port.receive(Uint8Array.of(0xff, 0x00, 0x24, 0x80));
  port.receive(`${withChecksum(gga.slice(1, -3).replace('123519', '123600'))}\r\n`);
  assert.is(told.readings.length, 2);
});

test('an endless line is forgotten, and the next sentence is read', async () => {
  const { port, told } = await bench();
  port.receive('x'.repeat(5_000));
  port.receive(`\n${gga}\n`);
  assert.is(told.readings.length, 1);
});

test('a line that is too long is no sentence, even when its beginning is one', async () => {
  const { port, told } = await bench();
  port.receive(`${'x'.repeat(nmeaSentenceCharsMax + 1 - gga.length)}${gga}cut\n`);
  assert.is(told.readings.length, 0);
});

test('a port that never makes sense is given up, once, with a hint', async () => {
  const { port, told } = await bench();
  for (let i = 0; i < 200; i++) port.receive(Uint8Array.from({ length: 100 }, (_, j) => (i * 31 + j * 17) & 0xff));
  assert.is(told.lost.length, 1);
  assert.match(told.lost[0]!.message, /baud rate/);
});

test('unplugging is told, and ends the watching', async () => {
  const { port, told } = await bench();
  port.unplug();
  port.receive(`${gga}\n`);
  assert.is(told.lost.length, 1);
  assert.is(told.readings.length, 0);
});

test('no mutation of a stream makes it throw or report what cannot be', async () => {
  const seed = 20_260_101;
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random.fraction() * count);
  const fields = ['', '9', '-9', '1e99', 'NaN', '999999.9', '4807.038', '18000.1', 'N', 'W', 'M', '٣', '0x10'];
  const { port, told } = await bench();
  for (let round = 0; round < 5_000; round++) {
    const parts = (random.fraction() < 0.5 ? gga : rmc).slice(1, -3).split(',');
    for (let i = pick(4); i > 0; i--) parts[pick(parts.length)] = fields[pick(fields.length)]!;
    let text = `${withChecksum(parts.join(','))}\r\n`;
    if (random.fraction() < 0.3) text = text.slice(pick(text.length)) + text.slice(0, pick(text.length));
    port.receive(text);
  }
  assert.is(told.lost.length, 0, `seed ${seed}`);
  assert.ok(told.readings.length > 1_000, `seed ${seed}: ${told.readings.length} readings`);
  for (const { location, altitude, speed } of told.readings) {
    const [latitude, longitude] = (location as number[]) ?? [0, 0];
    assert.ok(Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180, `seed ${seed}: ${latitude} ${longitude}`);
    assert.ok(altitude === undefined || Number.isFinite(altitude), `seed ${seed}: ${altitude}`);
    assert.ok(speed === undefined || (Number.isFinite(speed) && (speed as number) >= 0), `seed ${seed}: ${speed}`);
  }
});

test.run();
