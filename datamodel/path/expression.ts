/** Search expressions: does a row match every comparison [R-ARC.9]? */
import { paramRights, READ, readsAsEmpty } from '../access.ts';
import type { Bound } from '../bound.ts';
import { Fault, INVALID_PATH } from '../errors.ts';
import type { ObjectNode } from '../node.ts';
import type { ParamSchema, Scalar, TypeSchema } from '../schema.ts';
import { currentValue, findNode } from '../tree.ts';
import { isUnknownTime } from '../values/datetime.ts';
import { readList } from '../values/list.ts';
import { compareValues, parseValue } from '../values.ts';
import type { ResolveContext } from './resolve.ts';
import type { Component, Operator, Segment } from './syntax.ts';

/** One comparison made ready: whether a row satisfies it. */
type Comparison = (row: ObjectNode, context: ResolveContext) => boolean;

/**
 * Makes an expression ready for the rows of `bound`, so that its names are looked up and its constants parsed once.
 * A Fault (7026) means that the expression itself is wrong: a parameter that is not supported, a constant of another type,
 * an operator that the type does not have. A parameter that the controller may not read matches nothing [R-GIN.0].
 */
export function compileExpression(bound: Bound, components: readonly Component[]): Comparison | Fault {
  const comparisons: Comparison[] = [];
  for (const component of components) {
    const comparison = compileSteps(bound, component.steps, component);
    if (comparison instanceof Fault) return comparison;
    comparisons.push(comparison);
  }
  return (row, context) => comparisons.every(comparison => comparison(row, context));
}

function compileSteps(bound: Bound, steps: readonly Segment[], component: Component): Comparison | Fault {
  const [step, ...rest] = steps;
  if (step?.kind === 'follow') return compileFollow(bound, step.param, step.item, rest, component);
  if (step?.kind !== 'name') return compileComparison(bound, component);
  const child = bound.children.get(step.name);
  if (!child || child.schema.isTable) {
    return new Fault(INVALID_PATH, `${bound.schema.path}${step.name}. is no single object that is supported`);
  }
  const inner = compileSteps(child, rest, component);
  if (inner instanceof Fault) return inner;
  return (row, context) => {
    const node = row.child(step.name);
    return node !== undefined && inner(node, context);
  };
}

/** What a reference points at is known only at run time, so the rest is compiled there; what does not fit does not match. */
function compileFollow(
  bound: Bound,
  param: string,
  item: number | 'all',
  rest: readonly Segment[],
  component: Component,
): Comparison | Fault {
  const schema = bound.schema.paramByName.get(param);
  if (!schema) return new Fault(INVALID_PATH, `${bound.schema.path}${param} is not supported`);
  return (row, context) => {
    if (!(paramRights(context.access.of(row), schema.slot) & READ)) return false;
    const references = listItems(currentValue(row, schema.slot, context.services));
    const followed = item === 'all' ? references : references.slice(item - 1, item);
    return followed.some(reference => {
      const target = findNode(context.root, reference);
      if (!target || !('values' in target)) return false;
      const inner = compileSteps(target.bound, rest, component);
      return !(inner instanceof Fault) && inner(target, context);
    });
  };
}

function compileComparison(bound: Bound, component: Component): Comparison | Fault {
  const param = bound.schema.paramByName.get(component.param);
  if (!param) return new Fault(INVALID_PATH, `${bound.schema.path}${component.param} is not supported`);
  const constant = constantOf(param, component);
  if (constant instanceof Fault) return constant;
  const { operator } = component;
  const { kind, list } = param.type;
  return (row, { access, services }) => {
    if (!(paramRights(access.of(row), param.slot) & READ)) return false;
    // What reads as empty is compared as empty: else a search would tell what a Get keeps.
    if (readsAsEmpty(param, access)) return holds(operator, constant === '' ? 0 : undefined);
    const value = currentValue(row, param.slot, services);
    if (operator === '~=') return readList(String(value)).some(text => sameItem(param.type, text, constant));
    return holds(operator, compareValues(list ? 'string' : kind, value, constant));
  };
}

const equalities: ReadonlySet<Operator> = new Set(['==', '!=', '~=']);
const orderless: ReadonlySet<string> = new Set(['string', 'boolean', 'base64', 'hexBinary']);
/** TR-369's examples leave hexBinary bare; quotes are tolerated there too. */
const eitherWay: ReadonlySet<string> = new Set(['base64', 'hexBinary']);

/** The constant as the parameter's type, checked against the operators that the type has. */
function constantOf(param: ParamSchema, { operator, constant }: Component): Scalar | Fault {
  const { kind, list } = param.type;
  const wrong = (reason: string) => new Fault(INVALID_PATH, `${param.name}${operator}${constant.text}: ${reason}`);
  if (operator === '~=' && !list) return wrong('~= is for lists');
  if (!equalities.has(operator) && (list || orderless.has(kind))) {
    return wrong('a string, boolean or list has only == and !=');
  }
  if (list && operator !== '~=')
    return constant.quoted ? constant.text : wrong('a list is compared as a quoted string');
  if (!eitherWay.has(kind) && constant.quoted !== (kind === 'string')) {
    return wrong(constant.quoted ? `${kind} values are not quoted` : 'string values are quoted');
  }
  const parsed = parseValue({ kind }, constant.text);
  if (!parsed.ok) return wrong(`not a value of type ${kind}`);
  if (kind === 'dateTime' && isUnknownTime(String(parsed.value)) && !equalities.has(operator)) {
    return wrong('the Unknown Time has only == and !=');
  }
  return parsed.value;
}

function listItems(value: Scalar): string[] {
  return value === ''
    ? []
    : String(value)
        .split(',')
        .map(item => item.trim());
}

function sameItem(type: TypeSchema, item: string, constant: Scalar): boolean {
  const parsed = parseValue({ kind: type.kind }, item);
  return parsed.ok && compareValues(type.kind, parsed.value, constant) === 0;
}

/** `order` is undefined where two values have none (a dateTime that is Unknown Time). */
function holds(operator: Operator, order: number | undefined): boolean {
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order !== undefined && order < 0;
    case '>':
      return order !== undefined && order > 0;
    case '<=':
      return order !== undefined && order <= 0;
    default:
      return order !== undefined && order >= 0;
  }
}
