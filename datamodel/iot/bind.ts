/** A sensor's place in the tree: its readings into the values of its row, a controller's settings into the sensor. */
import type { Commit } from '../feed.ts';
import type { DataModel } from '../model.ts';
import type { ObjectNode } from '../node.ts';
import type { Scalar } from '../schema.ts';
import { formatValue } from '../values.ts';
import type { CapabilitySettings } from './sensor.ts';
import type { CapabilitySink, CapabilityValues } from './values.ts';

const booleans = ['Value', 'LowLevel', 'HighLevel'] as const;
const settingNames: ReadonlySet<string> = new Set([
  'Sensitivity',
  'HoldTime',
  'RestTime',
  'LowLevelThreshold',
  'HighLevelThreshold',
]);

/** Told of each boolean of a capability that a reading has decided or changed. */
export type Turned = (is: 'low' | 'high' | undefined, value: boolean) => void;

/**
 * The sink of one sensor. `told`: what persistent subscriptions heard of its booleans before the restart, by parameter
 * path; the first reading is compared with that rather than with the `false` of a fresh row.
 */
export class TreeSink implements CapabilitySink {
  readonly #model: DataModel;
  readonly #node: ObjectNode;
  readonly #turned: Turned;
  #told: ReadonlyMap<string, boolean> | undefined;

  /** `node`: the class's own object, `Device.IoTCapability.3.LevelSensor.` */
  constructor(model: DataModel, node: ObjectNode, told: ReadonlyMap<string, boolean>, turned: Turned) {
    this.#model = model;
    this.#node = node;
    this.#told = told;
    this.#turned = turned;
  }

  update(values: CapabilityValues): void {
    const isFirst = this.#told !== undefined && (values.Value !== undefined || values.Values !== undefined);
    const scalars = scalarsOf(values);
    if (isFirst) this.#recall(scalars);
    this.#model.update(this.#node, scalars);
    // A good reading has come, whether or not it says anything new.
    if (values.LastContactTime !== undefined) this.#model.touch(this.#node, ['Value', 'Values']);
    for (const name of booleans) {
      const value = scalars[name];
      if (typeof value === 'boolean')
        this.#turned(name === 'Value' ? undefined : name === 'LowLevel' ? 'low' : 'high', value);
    }
  }

  /** Puts what was told in the place of the values, unannounced, and has the reading speak to all of it. */
  #recall(scalars: Record<string, Scalar>): void {
    for (const name of booleans) {
      const param = this.#node.schema.paramByName.get(name);
      if (param?.type.kind !== 'boolean') continue;
      scalars[name] ??= false; // A sensor begins so, and tells of changes alone.
      const told = this.#told?.get(this.#node.path + name);
      if (told !== undefined) this.#node.values[param.slot] = told;
    }
    this.#told = undefined;
  }
}

function scalarsOf(values: CapabilityValues): Record<string, Scalar> {
  const { Values, ...scalars } = values;
  if (!Values) return scalars;
  return { ...scalars, Values: Values.map(value => formatValue({ kind: 'decimal' }, value)).join(',') };
}

/** The settings that the tree holds for a sensor. */
export function settingsOf(node: ObjectNode): CapabilitySettings {
  const settings: Record<string, Scalar> = {};
  for (const name of settingNames) if (node.schema.paramByName.has(name)) settings[name] = node.stored(name);
  return settings as CapabilitySettings;
}

/** Calls back with the object whose settings a commit has changed, once for each. */
export function changedSettings(commit: Commit): Set<ObjectNode> {
  const changed = new Set<ObjectNode>();
  for (const change of commit) {
    if (change.kind !== 'value') continue;
    const name = change.node.schema.params[change.slot]?.name;
    if (name !== undefined && settingNames.has(name)) changed.add(change.node);
  }
  return changed;
}
