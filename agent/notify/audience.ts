/** The Controllers that are told of what happens: those that are enabled, and those whose end may yet be undone. */
import type { Access } from '../../datamodel/access.ts';
import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { isThere, rowsIn } from './referenceindex.ts';
import { Unsettled } from './unsettled.ts';

export const controllerTable = 'Device.LocalAgent.Controller.';

export class Audience {
  /** What a Controller may be told of. */
  readonly accessOf: (controller: ObjectNode) => Access;
  readonly #model: DataModel;
  readonly #unsettled = new Unsettled();

  constructor(model: DataModel, accessOf: (controller: ObjectNode) => Access) {
    this.#model = model;
    this.accessOf = accessOf;
  }

  has(controller: ObjectNode): boolean {
    return isActive(controller) || this.#unsettled.has(controller);
  }

  /** The Controller at a path, if it is told of what happens. */
  find(path: string): ObjectNode | undefined {
    const controller = this.#model.find(path);
    if (controller && this.has(controller)) return controller;
    for (const each of this.#unsettled.rows()) if (each.path === path) return each;
    return undefined;
  }

  /** Takes up the Controllers that a commit disables or deletes, or brings back. They are to be given to `settle`. */
  foresee(commit: Commit): ReadonlySet<ObjectNode> {
    const rows = rowsIn(commit, controllerTable, ['Enable']);
    this.#unsettled.add(rows);
    return rows;
  }

  /** The commit that speaks of them stands, or has been undone. */
  settle(rows: ReadonlySet<ObjectNode>): void {
    this.#unsettled.settle(rows);
  }
}

/** TR-181 Controller.{i}.Enable: nothing is sent to one that is disabled. */
export function isActive(controller: ObjectNode): boolean {
  return isThere(controller) && controller.stored('Enable') === true;
}
