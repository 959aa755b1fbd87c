/** Rows that messages of the benchmark add and delete. */
import { Fault } from '../../datamodel/errors.ts';
import type { World } from '../helpers/world.ts';

export const subscriptions = 'Device.LocalAgent.Subscription.';

/** Deletes all. */
export async function deleteSubscriptions({ model }: World): Promise<void> {
  const transaction = model.begin();
  for (const node of [...model.table(subscriptions).rows.values()]) transaction.delete(node);
  transaction.commitNow();
  await model.settled();
}

/** Adds `count` with the IDs b0, b1 ... */
export async function addSubscriptions(world: World, count: number): Promise<void> {
  await deleteSubscriptions(world);
  for (let i = 0; i < count; i++) {
    const transaction = world.model.begin();
    const node = transaction.add(world.model.table(subscriptions), { presets: { ID: `b${i}`, NotifType: 'Event' } });
    if (node instanceof Fault) throw node;
    transaction.fillKeys(node);
    transaction.commitNow();
  }
  await world.model.settled();
}
