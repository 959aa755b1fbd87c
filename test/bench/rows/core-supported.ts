import { coreRow } from '../core.ts';
import { atMost } from '../row.ts';

const all = { return_params: true, return_commands: true, return_events: true, return_unique_key_sets: true };

export const row = coreRow({
  what: 'GetSupportedDM of Device.',
  target: atMost(1),
  request: () => ({ get_supported_dm: { obj_paths: ['Device.'], ...all } }),
});
