/** LocalAgent.Threshold: an event when an integer parameter comes to meet a condition, for the Controller that set it. */
import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import { formatValue } from '../../datamodel/values.ts';
import type { Audience } from './audience.ts';
import { ComputedValues } from './computedvalues.ts';
import { isThere, rowsIn } from './referenceindex.ts';
import { type Watching, WatchRows } from './watchrows.ts';

const thresholdTable = 'Device.LocalAgent.Threshold.';

/** A parameter that had one value and has another. */
export interface Step {
  node: ObjectNode;
  slot: number;
  before: Scalar;
  after: Scalar;
}

/** Whether a value meets a threshold that does not depend on where it came from. */
const conditions: Readonly<Record<string, (value: bigint, threshold: bigint) => boolean>> = {
  Rise: (value, threshold) => value > threshold,
  Fall: (value, threshold) => value < threshold,
  Eq: (value, threshold) => value === threshold,
  NotEq: (value, threshold) => value !== threshold,
};

export class Thresholds {
  readonly #model: DataModel;
  readonly #rows: WatchRows;
  readonly #computed: ComputedValues;
  /** Cross: the side on which a parameter was before it came to lie on the threshold. */
  readonly #sides = new WeakMap<ObjectNode, Map<ObjectNode, number>>();
  /** Single ones that have triggered and are about to be disabled. */
  readonly #spent = new Set<ObjectNode>();

  constructor(model: DataModel, audience: Audience) {
    this.#model = model;
    const pathOf = (row: ObjectNode) => `${row.stored('ReferencePath')}${row.stored('ThresholdParam')}`;
    this.#rows = new WatchRows(model, audience, { path: thresholdTable, referencesOf: row => [pathOf(row)] });
    this.#computed = new ComputedValues(model, step => this.#onStep(step));
    const lookAt = (row: ObjectNode) => {
      this.#computed.watch(row, isThere(row) && row.stored('Enable') === true ? pathOf(row) : undefined);
    };
    for (const row of this.#rows.all()) lookAt(row);
    model.feed.listen(commit => {
      this.#onCommit(commit);
      for (const row of this.#rows.follow(commit)) {
        this.#sides.delete(row);
        lookAt(row);
      }
    });
    model.feed.listenToUndone(commit => rowsIn(commit, thresholdTable).forEach(lookAt));
  }

  close(): void {
    this.#computed.close();
  }

  #onCommit(commit: Commit): void {
    for (const change of commit) if (change.kind === 'value') this.#onStep(change);
  }

  #onStep(step: Step): void {
    for (const watching of this.#rows.watching(step.node, step.slot)) {
      if (!this.#spent.has(watching.row) && this.#isMet(watching.row, step)) this.#trigger(watching, step);
    }
  }

  /** TR-181: triggered as the condition turns from false to true. */
  #isMet(row: ObjectNode, { node, before, after }: Step): boolean {
    const threshold = BigInt(String(row.stored('ThresholdValue')));
    const [was, is] = [BigInt(String(before)), BigInt(String(after))];
    const condition = conditions[String(row.stored('ThresholdOperator'))];
    if (condition) return !condition(was, threshold) && condition(is, threshold);
    return this.#hasCrossed(row, node, sideOf(was, threshold), sideOf(is, threshold));
  }

  #hasCrossed(row: ObjectNode, node: ObjectNode, was: number, is: number): boolean {
    const sides = this.#sides.get(row) ?? new Map<ObjectNode, number>();
    this.#sides.set(row, sides);
    const from = was || (sides.get(node) ?? 0);
    if (is === 0) sides.set(node, from);
    else sides.delete(node);
    return from * is < 0;
  }

  #trigger({ row, controller, access }: Watching, { node, slot, after }: Step): void {
    const param = node.schema.params[slot];
    if (!param) return;
    if (row.stored('OperatingMode') === 'Single') void this.#disable(row);
    const isHidden = param.hidden || (param.secured && !access.readsSecured);
    const value = isHidden ? '' : formatValue(param.type, after);
    this.#model.raise(row, 'Triggered!', { ParamPath: node.path + param.name, ParamValue: value }, controller);
  }

  async #disable(row: ObjectNode): Promise<void> {
    this.#spent.add(row);
    await this.#model.services.commands.write(row, 'Enable', 'false');
    this.#spent.delete(row);
  }
}

/** -1 below, 1 above, 0 on the threshold. */
function sideOf(value: bigint, threshold: bigint): number {
  if (value === threshold) return 0;
  return value > threshold ? 1 : -1;
}
