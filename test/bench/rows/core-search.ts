import { coreRow } from '../core.ts';

export const row = coreRow({
  what: 'Get by a search expression over 100 rows',
  request: () => ({ get: { param_paths: ['Device.IoTCapability.[LevelSensor.HighLevel==true].LevelSensor.Value'] } }),
});
