// Parts that the kernel drives: what was heard of the part, and what the kernel's driver makes of that in its files.
import { dht22 } from '../../../../drivers/chips/dht22.ts';
import { ds18b20 } from '../../../../drivers/chips/ds18b20.ts';
import { hcSr04 } from '../../../../drivers/chips/hc-sr04.ts';
import { hwmon } from '../../../../drivers/chips/hwmon.ts';
import { hx711 } from '../../../../drivers/chips/hx711.ts';
import { iio } from '../../../../drivers/chips/iio.ts';
import { vl53l0x } from '../../../../drivers/chips/vl53l0x.ts';
import { w1 } from '../../../../drivers/chips/w1.ts';
import type { SimFiles } from '../../../../drivers/sim/hardware.ts';
import { Ds18b20Model } from '../../../../drivers/sim/models/ds18b20.ts';
import { KernelSensorModel } from '../../../../drivers/sim/models/kernel-sensor.ts';
import { inFiles, type Recording } from '../../../helpers/recording.ts';

const owfs = '/sys/bus/w1/devices/28-000000c8cf9b';
const copied = '/sys/bus/w1/devices/28-011627f794ee';
const owfs42 = '/sys/bus/w1/devices/42-00000003a6a8';
const iioDevice = '/sys/bus/iio/devices/iio:device0';
const hwmonDevice = '/sys/class/hwmon/hwmon0';

/** A ranger that gives millimetres, and says so. */
function ranger(files: SimFiles, name: string, millimetres: number): void {
  const model = new KernelSensorModel(files, iioDevice, name);
  model.show('in_distance_raw', millimetres);
  model.show('in_distance_scale', 0.001, 6);
}

export const fileRecordings: readonly Recording[] = [
  inFiles({
    driver: ds18b20,
    source: 'sigrok-dumps, onewire/owfs/ds18b20.sr: a scratchpad of which owread said 25.5',
    at: owfs,
    files: { w1_slave: '98 01 4b 46 7f ff 08 10 22 : crc=22 YES\n98 01 4b 46 7f ff 08 10 22 t=25500\n' },
    model(files) {
      new Ds18b20Model(files, owfs).temperature = 25.5;
    },
    says: { temperature: 25.5 },
  }),
  inFiles({
    driver: ds18b20,
    // Byte 6 stays 0Ch, as in copies of the part: there, a true 85 degC cannot be told from that of power-on.
    source: 'sigrok-dumps, onewire/ds18b20/2xds18b20.sr: 24.125 degC',
    at: copied,
    files: { w1_slave: '82 01 4b 46 7f ff 0c 10 e1 : crc=e1 YES\n82 01 4b 46 7f ff 0c 10 e1 t=24125\n' },
    model(files) {
      new Ds18b20Model(files, copied, [0x4b, 0x46], 0x0c).temperature = 24.125;
    },
    says: { temperature: 24.125 },
  }),
  inFiles({
    driver: w1,
    source: 'sigrok-dumps, onewire/owfs/ds28ea00.sr: a scratchpad of which owread said 26.875',
    at: owfs42,
    files: { w1_slave: 'ae 01 03 03 7f ff 02 10 45 : crc=45 YES\nae 01 03 03 7f ff 02 10 45 t=26875\n' },
    model(files) {
      new Ds18b20Model(files, owfs42, [0x03, 0x03]).temperature = 26.875;
    },
    says: { temperature: 26.875 },
  }),
  inFiles({
    driver: dht22,
    // The kernel's dht11.c: 02D1h and 00EEh in tenths, times 100.
    source: 'sigrok-dumps, am230x/am2302/am2302_1mhz.sr: 02 d1 00 ee c1',
    at: iioDevice,
    files: { name: 'dht11\n', in_humidityrelative_input: '72100\n', in_temp_input: '23800\n' },
    model(files) {
      const model = new KernelSensorModel(files, iioDevice, 'dht11');
      model.show('in_humidityrelative_input', 0x02d1 * 100);
      model.show('in_temp_input', 0x00ee * 100);
    },
    says: { humidity: [72.1, 1e-9], temperature: [23.8, 1e-9] },
  }),
  inFiles({
    driver: iio,
    // That kernel's bme680 gives hPa and % where the ABI has kPa and thousandths: of it, only the temperature can be used.
    source: 'Vasquez and Simmonds, Mastering Embedded Linux Development, chapter 12: iio_info of a BME680, Linux 5.10',
    at: iioDevice,
    files: { name: 'bme680\n', in_temp_input: '25020\n' },
    model: files => new KernelSensorModel(files, iioDevice, 'bme680').show('in_temp_input', 25_020),
    says: { temperature: [25.02, 1e-9] },
  }),
  inFiles({
    driver: hwmon,
    source: 'Linux, Documentation/driver-api/thermal/sysfs-api.rst, section 3: the example of hwmon0, acpitz',
    at: hwmonDevice,
    files: { name: 'acpitz\n', temp1_input: '37000\n' },
    model: files => new KernelSensorModel(files, hwmonDevice, 'acpitz').show('temp1_input', 37_000),
    says: { temperature: 37 },
  }),
  // Of these three no capture is published: the numbers are what the driver's source makes of an echo, of a conversion and
  // of two registers, and the texts what iio_format_value in drivers/iio/industrialio-core.c makes of those.
  inFiles({
    driver: hcSr04,
    // 5000000 * 106 / 617176, whole; the scale has six decimals.
    source: 'Linux, drivers/iio/proximity/srf04.c, srf04_read: an echo of 5 ms',
    at: iioDevice,
    files: { name: 'srf04\n', in_distance_raw: '858\n', in_distance_scale: '0.001000\n' },
    model: files => ranger(files, 'srf04', Math.trunc((5e6 * 106) / 617_176)),
    // Half of the way of sound in 5 ms at 20 degC, 343.5 m/s.
    says: { distance: [(0.005 * 343.5) / 2, 0.001] },
  }),
  inFiles({
    driver: hx711,
    // The first bit is turned over; 5000000 uV * 100 / 128 / 1678, whole, is the scale in nine decimals.
    source: 'Linux, drivers/iio/adc/hx711.c, hx711_read: 01 86 a0 from channel A at a gain of 128 and AVDD of 5 V',
    at: iioDevice,
    files: { name: 'hx711\n', in_voltage0_raw: '8488608\n', in_voltage_scale: '0.000002327\n' },
    model(files) {
      const model = new KernelSensorModel(files, iioDevice, 'hx711');
      model.show('in_voltage0_raw', 0x01_86a0 ^ 0x80_0000);
      model.show('in_voltage_scale', 2327e-9, 9);
    },
    says: { raw: 8_488_608, weight: 1 },
  }),
  inFiles({
    driver: vl53l0x,
    source: 'Linux, drivers/iio/proximity/vl53l0x-i2c.c, vl53l0x_read_proximity: 02 8a in the last two of 12 registers',
    at: iioDevice,
    files: { name: 'vl53l0x\n', in_distance_raw: '650\n', in_distance_scale: '0.001000\n' },
    model: files => ranger(files, 'vl53l0x', 0x028a),
    says: { distance: [0.65, 1e-9] },
  }),
];
