import { compared, coreWorld } from '../core.ts';
import { defineRow } from '../row.ts';

const [few, many] = [10, 1_000];
const asked = { request: () => ({ get: { param_paths: ['Device.IoTCapability.5.LevelSensor.Value'] } }) };

export const row = defineRow({
  floor: `the same with ${few} capabilities`,
  figures: { cpu: { what: 'core: Get of 1 parameter among 1,000 capabilities', unit: 'ms CPU' } },
  measure: async bench => {
    const [large, small] = [await coreWorld(many), await coreWorld(few)];
    const runs = await compared({ world: large, asked }, { world: small, asked }, bench);
    large.close();
    small.close();
    return runs;
  },
});
