import { coreWorld, cpuMsSince } from '../core.ts';
import { defineRow } from '../row.ts';
import { subscriptions } from '../subscriptions.ts';

const changes = 2_000;
const inFlight = 8;

export const row = defineRow({
  floor: 'copying the bytes',
  figures: { cpu: { what: 'core: a reading that makes a ValueChange', unit: 'ms CPU' } },
  measure: async ({ isQuick }) => {
    const world = await coreWorld();
    const values = { Enable: 'true', ID: 'bench', NotifType: 'ValueChange' };
    await world.controller.added(subscriptions, {
      ...values,
      ReferenceList: 'Device.IoTCapability.*.LevelSensor.Value',
    });
    const node = world.model.node('Device.IoTCapability.1.').child('LevelSensor')!;
    const sent: Uint8Array[] = [];
    world.broker.send = async bytes => void sent.push(bytes);
    const round = async (count: number) => {
      const [before, first] = [process.cpuUsage(), sent.length];
      for (let i = 0; i < count; i++) {
        world.model.update(node, { Value: first + i + 1 });
        if (i % inFlight === 0) await new Promise(resolve => setImmediate(resolve));
      }
      while (sent.length < first + count) await new Promise(resolve => setImmediate(resolve));
      return cpuMsSince(before) / count;
    };
    const count = isQuick ? changes / 4 : changes;
    await round(count);
    const value = await round(count);
    const before = process.cpuUsage();
    for (const bytes of sent) bytes.slice();
    const floor = cpuMsSince(before) / sent.length;
    world.close();
    return { cpu: { value, floor } };
  },
});
