import { coreRow } from '../core.ts';

const names = ['Name', 'Class', 'Enable', 'Alias', 'LevelSensor.Value'];

export const row = coreRow({
  what: 'Get of 500 parameters',
  request: () => ({ get: { param_paths: names.map(name => `Device.IoTCapability.*.${name}`) } }),
});
