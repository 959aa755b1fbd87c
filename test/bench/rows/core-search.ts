import { coreRow } from '../core.ts';

export const row = coreRow({
  what: 'Get by a search expression over 1,000 rows',
  capabilities: 1_000,
  request: () => ({ get: { param_paths: ['Device.IoTCapability.[LevelSensor.HighLevel==true].LevelSensor.Value'] } }),
});
