/** Changes that are on their way at the same time, of which the journal takes some. */
import type { World } from './world.ts';

type Values = Readonly<Record<string, string>>;

/** Sends a Set, and waits for no answer. */
export function set(world: World, path: string, values: Values): void {
  const params = Object.entries(values).map(([param, value]) => ({ param, value, required: true }));
  world.controller.send({ set: { allow_partial: false, update_objs: [{ obj_path: path, param_settings: params }] } });
}

/** Two Sets of one row under way, of which the first is stored and, `meanwhile` later, the second is not. */
export async function storedAndRefused(
  world: World,
  path: string,
  [first, second]: readonly [Values, Values],
  meanwhile: () => Promise<void> = () => world.settle(),
): Promise<void> {
  world.persistence.isHeld = true;
  for (const values of [first, second]) {
    set(world, path, values);
    await world.settle();
  }
  world.persistence.release(1);
  await meanwhile();
  world.persistence.fail('ENOSPC');
  await world.settle();
}
