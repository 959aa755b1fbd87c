import { controllerWith, type Grant, reading } from '../../helpers/roles.ts';
import { compared, coreWorld } from '../core.ts';
import { defineRow } from '../row.ts';
import { addSubscriptions, subscriptions } from '../subscriptions.ts';

/** Every way of naming what is read, and many permissions that are about something else: 20 in all. */
const targets = [
  'Device.',
  subscriptions,
  `${subscriptions}3.`,
  `${subscriptions}[NotifType=="Event"].`,
  `${subscriptions}{i}.ID`,
  ...Array.from({ length: 15 }, (_, i) => `Device.IoTCapability.${i + 1}.`),
];
const grants: readonly Grant[] = targets.map(target => ({ ...reading, Targets: target }));

const request = () => ({ get: { param_paths: [subscriptions] } });

export const row = defineRow({
  floor: 'the same with full access',
  figures: { cpu: { what: 'core: Get of 100 parameters under 20 permissions', unit: 'ms CPU' } },
  measure: async bench => {
    const world = await coreWorld();
    await addSubscriptions(world, 8);
    const { endpointId: from } = await controllerWith(world, ...grants);
    const runs = await compared({ world, asked: { from, request } }, { world, asked: { request } }, bench);
    world.close();
    return runs;
  },
});
