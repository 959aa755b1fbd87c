import { compared, coreWorld } from '../core.ts';
import { atMost, defineRow } from '../row.ts';

const [few, many] = [10, 1_000];
const asked = { request: () => ({ get: { param_paths: ['Device.IoTCapability.5.LevelSensor.Value'] } }) };

export const row = defineRow({
  floor: `the same with ${few} capabilities`,
  figures: {
    cpu: { what: 'core: Get of 1 parameter among 1,000 capabilities', unit: 'ms CPU', target: atMost(1.3, 'ratio') },
  },
  measure: async ({ isQuick }) => {
    const [large, small] = [await coreWorld(many), await coreWorld(few)];
    const cpu = await compared({ world: large, asked }, { world: small, asked }, isQuick);
    large.close();
    small.close();
    return { cpu };
  },
});
