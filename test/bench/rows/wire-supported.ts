import { wireRow } from '../wire.ts';

const all = { return_params: true, return_commands: true, return_events: true, return_unique_key_sets: true };

export const row = wireRow({
  what: 'GetSupportedDM of Device.',
  request: () => ({ get_supported_dm: { obj_paths: ['Device.'], ...all } }),
  perSecond: 2_000,
});
