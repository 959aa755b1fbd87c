/** Roles and their Permissions, as section 2 uses them. */
import type { AgentBench } from './case.ts';
import { object } from './controller.ts';
import type { ObjectSettings } from './messages.ts';
import { agent, type Settings, valueAt } from './steps.ts';

export const roles = `${agent}ControllerTrust.Role.`;

/** The role of the controller under test, as in "Device.LocalAgent.ControllerTrust.Role.1." */
export async function roleOf({ controller, row }: Pick<AgentBench, 'controller' | 'row'>): Promise<string> {
  return `${await valueAt(controller, `${row}AssignedRole`)}.`;
}

/** An enabled Permission on `target` that grants everything but what `less` says. */
export const permission = (target: string, less: Settings): Settings => ({
  Enable: 'true',
  Targets: target,
  Param: 'rwxn',
  Obj: 'rwxn',
  InstantiatedObj: 'rwxn',
  CommandEvent: 'rwxn',
  ...less,
});

/** The step of nearly every case: Permissions are added to the controller's own role, in one Add, as metric `number`. */
export async function addsPermissions(bench: AgentBench, number: number, ...permissions: Settings[]): Promise<void> {
  const table = `${await roleOf(bench)}Permission.`;
  const objects: ObjectSettings[] = permissions.map(settings => object(table, settings));
  const metric = bench.metric(number);
  const { created_obj_results: results } = metric.response(await bench.controller.add(objects), 'add_resp');
  metric.equal(results.length, permissions.length, 'the number of results');
  for (const result of results) {
    const { instantiated_path: path } = metric.success(result);
    metric.ok(path.startsWith(table), 'the new Permission is in the role', path);
  }
}
