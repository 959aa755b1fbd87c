import { add } from '../../soak/chores.ts';
import { coreRow } from '../core.ts';
import { deleteSubscriptions, subscriptions } from '../subscriptions.ts';

export const row = coreRow({
  what: 'Add of a Subscription, journalled',
  request: number => add(subscriptions, { ID: `b${number}`, NotifType: 'Event' }),
  prepare: deleteSubscriptions,
});
