/** The live tree: object instances with their values, and tables with their rows. Data only; transactions change it. */
import type { Bound } from './bound.ts';
import { instanceNumberMax } from './limits.ts';
import type { ObjectSchema, Scalar } from './schema.ts';

/** A single object, or one row of a table. */
export class ObjectNode {
  readonly schema: ObjectSchema;
  readonly bound: Bound;
  readonly parent: ObjectNode | undefined;
  /** The table that holds this row; undefined for single objects. */
  readonly table: TableNode | undefined;
  /** Instance number of a row; 0 for single objects. */
  readonly instance: number;
  /** `Device.LocalAgent.Controller.1.` */
  readonly path: string;
  /** By ParamSchema.slot. Slots of computed parameters are unused. */
  readonly values: Scalar[] = [];
  /** Child objects and tables that exist, by name, in table order; undefined when there are none. */
  children: Map<string, ObjectNode | TableNode> | undefined;

  constructor(bound: Bound, parent: ObjectNode | undefined, table: TableNode | undefined, instance: number) {
    this.schema = bound.schema;
    this.bound = bound;
    this.parent = parent;
    this.table = table;
    this.instance = instance;
    if (table) this.path = `${table.path}${instance}.`;
    else this.path = parent ? `${parent.path}${bound.schema.name}.` : bound.schema.path;
  }

  child(name: string): ObjectNode | undefined {
    const found = this.children?.get(name);
    return found instanceof ObjectNode ? found : undefined;
  }

  tableNamed(name: string): TableNode | undefined {
    const found = this.children?.get(name);
    return found instanceof TableNode ? found : undefined;
  }

  /** The stored value of a supported, stored parameter. */
  stored(param: string): Scalar {
    const schema = this.schema.paramByName.get(param);
    const value = schema && this.values[schema.slot];
    if (value === undefined) throw new Error(`${this.path}${param} is not a stored parameter`);
    return value;
  }
}

export function isInstanceNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= instanceNumberMax;
}

/** A multi-instance object: its rows by instance number, in ascending order. */
export class TableNode {
  readonly schema: ObjectSchema;
  readonly bound: Bound;
  readonly parent: ObjectNode;
  /** `Device.LocalAgent.Controller.`, without `{i}.` */
  readonly path: string;
  readonly rows = new Map<number, ObjectNode>();
  /** Numbers below this have been used; they are not given again [R-ARC.8]. */
  nextInstance = 1;

  constructor(bound: Bound, parent: ObjectNode) {
    this.schema = bound.schema;
    this.bound = bound;
    this.parent = parent;
    this.path = `${parent.path}${bound.schema.name}.`;
  }
}
