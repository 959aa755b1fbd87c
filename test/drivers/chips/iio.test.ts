// Sensors of the kernel: units of Documentation/ABI/testing/sysfs-bus-iio, names and scales of the drivers of Linux 6.1.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { dht22 } from '../../../drivers/chips/dht22.ts';
import { hcSr04 } from '../../../drivers/chips/hc-sr04.ts';
import { hx711 } from '../../../drivers/chips/hx711.ts';
import { iio } from '../../../drivers/chips/iio.ts';
import { vl53l0x } from '../../../drivers/chips/vl53l0x.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import { codeOf } from '../../helpers/driver.ts';
import { filesBench } from '../../helpers/files.ts';
import { assertNear } from '../../helpers/i2c.ts';

const devices = '/sys/bus/iio/devices';

function device(number: number, name: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries({ name, ...files }).map(([file, text]) => [
    `${devices}/iio:device${number}/${file}`,
    `${text}\n`,
  ]);
  return Object.fromEntries(entries);
}

test('dht22: the bytes 02 8C 01 5F are 65.2 % and 35.1 degC, which the kernel gives in thousandths', async () => {
  const files = device(0, 'dht11@4', { in_temp_input: '35100', in_humidityrelative_input: '65200' });
  const { sample } = await filesBench(dht22, `${devices}/dht11@4`, files);
  const { temperature, humidity } = await sample();
  assertNear(temperature, 35.1, 1e-9);
  assertNear(humidity, 65.2, 1e-9);
});

test('dht22: a wrong checksum is the error of the kernel, and all zeros are no reading', async () => {
  const texts = device(0, 'dht11@4', { in_temp_input: '0', in_humidityrelative_input: '0' });
  const { files, sample } = await filesBench(dht22, `${devices}/iio:device0`, texts);
  assert.is(await codeOf(sample()), 'not-a-reading');
  files.failures.set(`${devices}/iio:device0/in_temp_input`, new DeviceError('io', 'EIO'));
  assert.is(await codeOf(sample()), 'io');
  files.failures.clear();
  files.texts.set(`${devices}/iio:device0/in_temp_input`, '-5300\n');
  assert.is((await sample()).temperature, -5.3);
});

test('a device is found by its name, whatever its number is after this start', async () => {
  const both = {
    ...device(0, 'bmp280', { in_temp_input: '21500', in_pressure_input: '101.325000000' }),
    ...device(1, 'vl53l0x', { in_distance_raw: '1234', in_distance_scale: '0.001000' }),
  };
  const { sample } = await filesBench(vl53l0x, `${devices}/vl53l0x`, both);
  assertNear((await sample()).distance, 1.234, 1e-9);
  const weather = await filesBench(iio, `${devices}/bmp280/`, both, { channels: ['temperature', 'pressure'] });
  const { temperature, pressure } = await weather.sample();
  assert.is(temperature, 21.5);
  assertNear(pressure, 101_325, 1e-6);
  const { sample: absent } = await filesBench(iio, `${devices}/bme280`, both, { channels: ['temperature'] });
  assert.is(await codeOf(absent()), 'missing');
});

test('hc-sr04: millimetres with the scale of the kernel; no echo is its timeout', async () => {
  const texts = device(0, 'srf04', { in_distance_raw: '872', in_distance_scale: '0.001000' });
  const { files, sample } = await filesBench(hcSr04, `${devices}/srf04`, texts);
  assertNear((await sample()).distance, 0.872, 1e-9);
  files.failures.set(`${devices}/iio:device0/in_distance_raw`, new DeviceError('timeout', 'ETIMEDOUT'));
  assert.is(await codeOf(sample()), 'timeout');
});

test('iio: raw values with offset and scale, their own or those of all their kind', async () => {
  const texts = device(0, 'adc', {
    in_voltage0_raw: '1000',
    in_voltage1_raw: '1000',
    in_voltage_scale: '0.5',
    in_voltage1_scale: '2',
    in_voltage1_offset: '-100',
    in_concentration_co2_raw: '612',
    in_concentration_co2_scale: '0.000100',
    in_illuminance_input: '320.5',
  });
  const channels = ['voltage0', 'voltage1', 'co2', 'light'];
  const readings = await (await filesBench(iio, `${devices}/adc`, texts, { channels })).sample();
  assertNear(readings.voltage0, 0.5, 1e-9);
  assertNear(readings.voltage1, 1.8, 1e-9);
  assertNear(readings.co2, 612, 1e-6);
  assert.is(readings.light, 320.5);
});

test('iio: a quantity that the device does not have is missing, and text is no number', async () => {
  const texts = device(0, 'adc', { in_temp_input: 'nan' });
  const sampleOf = async (channel: string) =>
    (await filesBench(iio, `${devices}/adc`, texts, { channels: [channel] })).sample();
  assert.is(await codeOf(sampleOf('humidity')), 'missing');
  assert.is(await codeOf(sampleOf('temperature')), 'bad-data');
});

// drivers/iio/adc/hx711.c: value ^= 0x800000 makes two's complement an offset binary.
test('hx711: weighs with tare and steps for a kilogram; the ends of the converter are no reading', async () => {
  const texts = device(0, 'hx711', { in_voltage0_raw: String(0x80_0000 + 250_000) });
  const { files, sample } = await filesBench(hx711, `${devices}/hx711`, texts, {
    options: { tare: 0x80_0000 + 50_000, countsPerKg: 100_000 },
  });
  assert.equal(await sample(), { raw: 0x80_0000 + 250_000, weight: 2 });
  for (const end of [0, 0xff_ffff]) {
    files.texts.set(`${devices}/iio:device0/in_voltage0_raw`, `${end}\n`);
    assert.is(await codeOf(sample()), 'not-a-reading');
  }
});

test.run();
