import { bundleSizes } from '../../budgets/bundle.ts';
import { atMost, defineRow } from '../row.ts';

export const row = defineRow({
  runs: 1,
  figures: {
    mainPath: { what: 'bundle: what run loads with MQTT alone', unit: 'kB', target: atMost(700) },
    all: { what: 'bundle: all chunks', unit: 'kB', target: atMost(700) },
  },
  measure: async ({ program }) => {
    const { mainPathKilobytes, bundleKilobytes } = bundleSizes(program);
    return { mainPath: { value: mainPathKilobytes }, all: { value: bundleKilobytes } };
  },
});
