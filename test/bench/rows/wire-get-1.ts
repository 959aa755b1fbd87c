import { wireRow } from '../wire.ts';

export const row = wireRow({
  what: 'Get of 1 parameter',
  request: () => ({ get: { param_paths: ['Device.LocalAgent.EndpointID'] } }),
  perSecond: 16_000,
});
