/** Parameters as wire text, under the rights of the one who asks. */
import { paramRights, READ } from '../../datamodel/access.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { ParamSchema } from '../../datamodel/schema.ts';
import { currentValue } from '../../datamodel/tree.ts';
import { formatValue } from '../../datamodel/values.ts';
import type { MessageContext } from './context.ts';

type Texts = Record<string, string>;

/** A parameter's value. Hidden ones read as empty to all, secured ones to those without a SecuredRole. */
export function textOf(
  node: ObjectNode,
  param: ParamSchema,
  context: Pick<MessageContext, 'model' | 'access'>,
): string {
  if (param.hidden || (param.secured && !context.access.readsSecured)) return '';
  return formatValue(param.type, currentValue(node, param.slot, context.model.services));
}

/** All parameters of an object that may be read [R-GET.4]. */
export function readableParams(node: ObjectNode, context: MessageContext): Texts {
  const rights = context.access.of(node);
  const texts: Texts = {};
  for (const param of node.schema.params) {
    if (paramRights(rights, param.slot) & READ) texts[param.name] = textOf(node, param, context);
  }
  return texts;
}

/** The parameters of an object's unique keys that may be read [R-ADD.6, R-GIN.1]. */
export function readableKeys(node: ObjectNode, context: Pick<MessageContext, 'model' | 'access'>): Texts {
  const rights = context.access.of(node);
  const texts: Texts = {};
  for (const name of node.bound.keyParams) {
    const param = node.schema.paramByName.get(name);
    if (param && paramRights(rights, param.slot) & READ) texts[name] = textOf(node, param, context);
  }
  return texts;
}
