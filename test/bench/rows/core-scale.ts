import { capabilities, coreWorld, cpuMsOfRound } from '../core.ts';
import { defineRow } from '../row.ts';

const many = 1_000;
const request = () => ({ get: { param_paths: ['Device.IoTCapability.5.LevelSensor.Value'] } });

export const row = defineRow({
  floor: `the same with ${capabilities} capabilities`,
  figures: { cpu: { what: 'core: Get of 1 parameter among 1,000 capabilities', unit: 'ms CPU' } },
  measure: async ({ isQuick }) => {
    const [large, small] = [await coreWorld(many), await coreWorld()];
    for (const world of [large, small]) await cpuMsOfRound(world, request, isQuick);
    const value = await cpuMsOfRound(large, request, isQuick);
    const floor = await cpuMsOfRound(small, request, isQuick);
    large.close();
    small.close();
    return { cpu: { value, floor } };
  },
});
