/** Parameters as wire text, under the rights of the one who asks. */
import { type Access, paramRights, READ, readsAsEmpty } from './access.ts';
import type { DataModel } from './model.ts';
import type { ObjectNode } from './node.ts';
import type { ParamSchema } from './schema.ts';
import { currentValue } from './tree.ts';
import { formatValue } from './values.ts';

type Texts = Record<string, string>;

/** Who asks, and of which tree. */
interface Reading {
  model: DataModel;
  access: Access;
}

/** A parameter's value, as far as the one who asks may know it. */
export function textOf(node: ObjectNode, param: ParamSchema, context: Reading): string {
  if (readsAsEmpty(param, context.access)) return '';
  return formatValue(param.type, currentValue(node, param.slot, context.model.services));
}

/** The parameters of an object's unique keys that may be read [R-ADD.6, R-GIN.1]. */
export function readableKeys(node: ObjectNode, context: Reading): Texts {
  const rights = context.access.of(node);
  const texts: Texts = {};
  for (const name of node.bound.keyParams) {
    const param = node.schema.paramByName.get(name);
    if (param && paramRights(rights, param.slot) & READ) texts[name] = textOf(node, param, context);
  }
  return texts;
}
