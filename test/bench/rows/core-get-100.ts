import { coreRow } from '../core.ts';

export const row = coreRow({
  what: 'Get of 100 parameters',
  request: () => ({ get: { param_paths: ['Device.IoTCapability.*.Name'] } }),
});
