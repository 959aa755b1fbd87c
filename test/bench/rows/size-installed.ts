import { installedMegabytes } from '../../budgets/bundle.ts';
import { atMost, defineRow } from '../row.ts';

export const row = defineRow({
  runs: 1,
  figures: {
    installed: { what: 'installed production tree, addons uncompiled', unit: 'MB', target: atMost(12) },
  },
  measure: async ({ program }) => ({ installed: { value: installedMegabytes(program) } }),
});
