import { wireRow } from '../wire.ts';

export const row = wireRow({
  what: 'Get of an object of 125 parameters',
  request: () => ({ get: { param_paths: ['Device.LocalAgent.'] } }),
  perSecond: 8_000,
});
