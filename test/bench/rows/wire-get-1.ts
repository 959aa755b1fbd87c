import { atLeast } from '../row.ts';
import { wireRow } from '../wire.ts';

export const row = wireRow({
  what: 'Get of 1 parameter',
  request: () => ({ get: { param_paths: ['Device.LocalAgent.EndpointID'] } }),
  perSecond: 4_000,
  rateTarget: atLeast(0.45, 'ratio'),
});
