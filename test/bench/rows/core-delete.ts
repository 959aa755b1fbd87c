import { coreRow } from '../core.ts';
import { addSubscriptions, subscriptions } from '../subscriptions.ts';

export const row = coreRow({
  what: 'Delete of a Subscription by its key among 400',
  request: number => ({ delete: { obj_paths: [`${subscriptions}[ID=="b${number}"].`] } }),
  prepare: world => addSubscriptions(world, 400),
});
