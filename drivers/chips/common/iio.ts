/** The kernel's industrial I/O devices: Documentation/ABI/testing/sysfs-bus-iio of Linux 6.1. */
import { DeviceError } from '../../errors.ts';
import type { Files } from '../../ports.ts';
import { deviceDirectory } from '../../sysfs.ts';
import { readIfThere } from './sysfs.ts';

/** A quantity: the word in its files' names, and what makes the kernel's unit ours. */
export interface Quantity {
  element: string;
  factor: number;
}

export const iioTemperature: Quantity = { element: 'temp', factor: 1 / 1000 };
export const iioHumidity: Quantity = { element: 'humidityrelative', factor: 1 / 1000 };
export const iioPressure: Quantity = { element: 'pressure', factor: 1000 };
export const iioLight: Quantity = { element: 'illuminance', factor: 1 };
export const iioDistance: Quantity = { element: 'distance', factor: 1 };
/** The kernel's per cent. */
export const iioCarbonDioxide: Quantity = { element: 'concentration_co2', factor: 10_000 };

/**
 * A quantity in our unit: from the kernel's finished value `in_..._input`, else from `(raw + offset) * scale`, where
 * offset and scale may be its own or those of all its kind.
 */
export async function readQuantity(files: Files, at: string, { element, factor }: Quantity): Promise<number> {
  const base = `${await deviceDirectory(files, at)}/in_${element}`;
  const finished = await readIfThere(files, `${base}_input`);
  if (finished !== undefined) return finished * factor;
  const raw = await readIfThere(files, `${base}_raw`);
  if (raw === undefined) throw new DeviceError('missing', `${at}: it has no ${element}`);
  const shared = base.replace(/\d+$/, '');
  const either = async (what: string) =>
    (await readIfThere(files, `${base}_${what}`)) ?? (await readIfThere(files, `${shared}_${what}`));
  return (raw + ((await either('offset')) ?? 0)) * ((await either('scale')) ?? 1) * factor;
}

/** The raw value of a quantity, as the converter gave it. */
export async function readRaw(files: Files, at: string, element: string): Promise<number> {
  const raw = await readIfThere(files, `${await deviceDirectory(files, at)}/in_${element}_raw`);
  if (raw === undefined) throw new DeviceError('missing', `${at}: it has no ${element}`);
  return raw;
}
