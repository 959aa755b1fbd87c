/** Whether I2C buses that hang leave threads to all else, before any does. */
import { threadsForI2c } from '../../drivers/host/i2c.ts';
import { threadsWithoutI2c } from '../../drivers/limits.ts';
import type { Log } from '../../drivers/ports.ts';
import type { Config } from '../config/types.ts';

/** Warns when the configuration has more I2C buses than may hang without a loss to the others. */
export function warnOfThreads({ capabilities }: Pick<Config, 'capabilities'>, log: Log): void {
  const places = capabilities.map(({ place }) => place).filter(({ bus }) => bus === 'i2c');
  const buses = new Set(places.map(({ port }) => port)).size;
  if (buses <= Math.max(0, threadsForI2c())) return;
  const remedy = `remedy: UV_THREADPOOL_SIZE=${buses + threadsWithoutI2c} in its environment (docs/service.md)`;
  log('warning', `an I2C bus that hangs may keep others waiting, for Node has too few threads; ${remedy}`);
}
