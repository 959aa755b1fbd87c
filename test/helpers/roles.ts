/** Controllers whose role a test spells out. */
import type { Peer } from './peer.ts';
import type { World } from './world.ts';

const roles = 'Device.LocalAgent.ControllerTrust.Role.';

/** Permission strings of one entry; what is not given is not granted. `Order` grows from entry to entry. */
export interface Grant {
  Targets: string;
  Param?: string;
  Obj?: string;
  InstantiatedObj?: string;
  CommandEvent?: string;
  Order?: string;
  Enable?: string;
}

export const everything = { Param: 'rwxn', Obj: 'rwxn', InstantiatedObj: 'rwxn', CommandEvent: 'rwxn' };
export const reading = { Param: 'r---', Obj: 'r---', InstantiatedObj: 'r---', CommandEvent: 'r---' };

let count = 0;

/** Adds a role with these permissions; its path, without the final dot. */
export async function addRole(world: World, ...grants: readonly Grant[]): Promise<string> {
  const role = await world.controller.added(roles, { Enable: 'true', Name: `role ${++count}` });
  for (const grant of grants) await world.controller.added(`${role}Permission.`, { Enable: 'true', ...grant });
  return role.slice(0, -1);
}

/** A controller with a role of these permissions. */
export async function controllerWith(world: World, ...grants: readonly Grant[]): Promise<Peer> {
  const role = await addRole(world, ...grants);
  return world.addController(`self::controller-${++count}`, role);
}
