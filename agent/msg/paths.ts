/** Paths in requests: parsed, of the right sort, resolved. */
import { Fault, INVALID_PATH, INVALID_PATH_SYNTAX } from '../../datamodel/errors.ts';
import { ObjectNode, TableNode } from '../../datamodel/node.ts';
import type { Resolved } from '../../datamodel/path/resolve.ts';
import type { Path } from '../../datamodel/path/syntax.ts';
import type { MessageContext } from './context.ts';

/**
 * An object path of a request. A missing final dot is forgiven: the conformance plan's own procedures leave it out.
 * Faults: 7008, 7026, 7016, 7005.
 */
export function resolveObjectPath(text: string, context: MessageContext): Resolved | Fault {
  const isDotted = text.endsWith('.');
  const path = context.model.parse(isDotted ? text : `${text}.`);
  if (path instanceof Fault) return path;
  const resolved = context.model.resolve(path, context.access);
  if (!isDotted && resolved instanceof Fault && resolved.code === INVALID_PATH) {
    return new Fault(INVALID_PATH_SYNTAX, `${text} is no object path: it does not end in a dot`);
  }
  return resolved;
}

/** Objects that a path names: rows and single objects, not tables. Fault 7026 for a path that ends at a table. */
export function objectsOf(resolved: Resolved, text: string): readonly ObjectNode[] | Fault {
  if (resolved.atTable) {
    return new Fault(INVALID_PATH, `${text} names a table: add an instance number, a key, a search expression or *`);
  }
  return resolved.nodes.filter(node => node instanceof ObjectNode);
}

export function tablesOf(resolved: Resolved): readonly TableNode[] {
  return resolved.nodes.filter(node => node instanceof TableNode);
}

export function unsupported(path: Path): Fault {
  return new Fault(INVALID_PATH, `${path.text} is not in the supported data model`);
}
