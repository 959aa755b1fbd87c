import { wireRow } from '../wire.ts';

const names = ['Name', 'Class', 'Enable', 'Alias', 'LevelSensor.Value'];

export const row = wireRow({
  what: 'Get of 500 parameters',
  request: () => ({ get: { param_paths: names.map(name => `Device.IoTCapability.*.${name}`) } }),
  capabilities: 100,
  perSecond: 2_000,
});
