import { bundleSizes } from '../../budgets/bundle.ts';
import { defineRow } from '../row.ts';

export const row = defineRow({
  once: 'it does not vary',
  figures: {
    mainPath: { what: 'bundle: what run loads with MQTT alone', unit: 'kB' },
    all: { what: 'bundle: all chunks', unit: 'kB' },
  },
  measure: async ({ program }) => {
    const { mainPathKilobytes, bundleKilobytes } = bundleSizes(program);
    return { mainPath: { value: mainPathKilobytes }, all: { value: bundleKilobytes } };
  },
});
