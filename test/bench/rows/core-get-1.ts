import { coreRow } from '../core.ts';

export const row = coreRow({
  what: 'Get of 1 parameter',
  request: () => ({ get: { param_paths: ['Device.LocalAgent.EndpointID'] } }),
});
