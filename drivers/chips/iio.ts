/** Any sensor that the kernel has a driver for, by its industrial I/O files. */
import { type Channel, carbonDioxide, chip, humidity, pressure, temperature, volts } from '../define.ts';
import {
  iioCarbonDioxide,
  iioDistance,
  iioHumidity,
  iioLight,
  iioPressure,
  iioTemperature,
  type Quantity,
  readQuantity,
} from './common/iio.ts';

const voltages = [0, 1, 2, 3, 4, 5, 6, 7].map(at => `voltage${at}`);

const quantities: Readonly<Record<string, Quantity>> = {
  temperature: iioTemperature,
  humidity: iioHumidity,
  pressure: iioPressure,
  light: iioLight,
  distance: iioDistance,
  co2: iioCarbonDioxide,
  ...Object.fromEntries(voltages.map(element => [element, { element, factor: 1 / 1000 }])),
};

const channels: Readonly<Record<string, Channel>> = {
  temperature: temperature({ range: [-60, 200] }),
  humidity: humidity(),
  pressure: pressure({ range: [1_000, 1_000_000] }),
  light: { class: 'LevelSensor', type: 'Luminance', unit: 'lx', range: [0, 200_000], resolution: 0.01 },
  distance: { class: 'LevelSensor', type: 'Distance', unit: 'm', range: [0, 100], resolution: 0.001 },
  co2: carbonDioxide({ range: [300, 40_000] }),
  ...Object.fromEntries(voltages.map(name => [name, volts({ range: [-50, 50], resolution: 0.0001 })])),
};

export const iio = chip({
  name: 'iio',
  description: 'A sensor of the kernel: industrial I/O',
  bus: 'files',
  needsPath: true,
  channels,
  pollMsMin: 100,
  pollMsDefault: 10_000,

  async sample(context) {
    const readings: Record<string, number> = {};
    for (const channel of context.channels) {
      readings[channel] = await readQuantity(context.port, context.at, quantities[channel]!);
    }
    return readings;
  },
});
