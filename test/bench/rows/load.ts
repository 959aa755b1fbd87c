import { measureLoad } from '../load.ts';
import { defineRow } from '../row.ts';

const minutes = 1;

/** Another measure than `idle`: models of the chips run in the same process. */
export const row = defineRow({
  floor: 'a bare node',
  runs: 1,
  figures: {
    cpu: { what: 'uspi simulate, 50 readings and 10 edges a second: share of a core', unit: '%' },
    memory: { what: 'uspi simulate, the same load: private dirty', unit: 'MB' },
  },
  measure: async ({ program }) => {
    const { cpuShare, cpuShareOfBareNode, privateDirtyKib } = await measureLoad(minutes, program);
    return {
      cpu: { value: cpuShare * 100, floor: cpuShareOfBareNode * 100 },
      memory: { value: privateDirtyKib / 1_024 },
    };
  },
});
