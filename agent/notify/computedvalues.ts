/**
 * Computed parameters that a Threshold looks at. No change of theirs is ever fed, so these alone are read again and
 * again, and only while somebody asks for it.
 */
import { fullAccess } from '../../datamodel/access.ts';
import { Fault } from '../../datamodel/errors.ts';
import type { DataModel } from '../../datamodel/model.ts';
import { ObjectNode } from '../../datamodel/node.ts';
import type { Path } from '../../datamodel/path/syntax.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import { currentValue } from '../../datamodel/tree.ts';
import type { Stoppable } from '../../drivers/ports.ts';
import { computedValueMs } from './limits.ts';
import type { Step } from './thresholds.ts';

/** Values by object and slot. */
type Values = Map<ObjectNode, Map<number, Scalar>>;

export class ComputedValues {
  readonly #model: DataModel;
  readonly #onStep: (step: Step) => void;
  /** What each row looks at. */
  readonly #paths = new Map<ObjectNode, Path>();
  #seen: Values = new Map();
  #timer: Stoppable | undefined;

  constructor(model: DataModel, onStep: (step: Step) => void) {
    this.#model = model;
    this.#onStep = onStep;
  }

  /** What `row` looks at from now on; `undefined`: nothing. Stored parameters are left to the feed. */
  watch(row: ObjectNode, text: string | undefined): void {
    this.#paths.delete(row);
    const path = text === undefined ? undefined : this.#model.parse(text);
    if (path && !(path instanceof Fault) && this.#isComputed(path)) this.#paths.set(row, path);
    this.#seen = this.#read();
    this.#arm();
  }

  close(): void {
    this.#paths.clear();
    this.#arm();
  }

  #arm(): void {
    if (this.#paths.size > 0) {
      this.#timer ??= this.#model.services.clock.after(computedValueMs, () => this.#look());
      return;
    }
    this.#timer?.stop();
    this.#timer = undefined;
  }

  #look(): void {
    this.#timer = undefined;
    const before = this.#seen;
    this.#seen = this.#read();
    for (const [node, values] of this.#seen) {
      for (const [slot, after] of values) {
        const was = before.get(node)?.get(slot);
        if (was !== undefined && was !== after) this.#onStep({ node, slot, before: was, after });
      }
    }
    this.#arm();
  }

  #isComputed(path: Path): boolean {
    const values: Values = new Map();
    this.#readInto(values, path);
    return values.size > 0;
  }

  #read(): Values {
    const values: Values = new Map();
    for (const path of this.#paths.values()) this.#readInto(values, path);
    return values;
  }

  #readInto(values: Values, path: Path): void {
    const resolved = this.#model.resolve(path, fullAccess);
    for (const node of resolved instanceof Fault ? [] : resolved.nodes) {
      if (!(node instanceof ObjectNode)) continue;
      const slot = node.schema.paramByName.get(path.leaf?.name ?? '')?.slot;
      if (slot === undefined || node.bound.entries[slot]?.word !== 'read') continue;
      const ofNode = values.get(node) ?? new Map<number, Scalar>();
      values.set(node, ofNode.set(slot, currentValue(node, slot, this.#model.services)));
    }
  }
}
