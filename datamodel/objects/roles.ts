import type { Row } from '../define.ts';
import { Fault, VALUE_CONFLICT } from '../errors.ts';
import type { ObjectNode } from '../node.ts';

/** TR-181 ControllerTrust.BannedRole: whoever has it has no other. `param` holds a list of roles. */
export function onlyBanned(row: Row, param: string): Fault | undefined {
  const roles = String(row.get(param)).split(',');
  const banned = bannedRoleOf(row.node);
  if (banned === '' || roles.length < 2 || !roles.includes(banned)) return undefined;
  return new Fault(VALUE_CONFLICT, `${param}: the banned role stands alone`, param);
}

/** The path of the BannedRole, without its final dot; empty when there is none. */
function bannedRoleOf(node: ObjectNode): string {
  let root = node;
  while (root.parent) root = root.parent;
  return String(root.child('LocalAgent')?.child('ControllerTrust')?.stored('BannedRole') ?? '');
}
