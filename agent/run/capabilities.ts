/** Capabilities in motion: each row of the configuration joined to its sensor or actuator, and the rules between them. */

import { Fault, PARAMETER_ACTION_FAILED } from '../../datamodel/errors.ts';
import { changedSettings, settingsOf, TreeSink } from '../../datamodel/iot/bind.ts';
import type { ControlValue } from '../../datamodel/iot/control.ts';
import { FilterError, parseFilter } from '../../datamodel/iot/filters/parse.ts';
import type { DeviceSpec, Outside } from '../../datamodel/iot/open.ts';
import { type RuleAction, Rules } from '../../datamodel/iot/rules.ts';
import { type Actuator, Sampler } from '../../datamodel/iot/sampler.ts';
import type { Sensor } from '../../datamodel/iot/sensor.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import type { Actuators, Commands } from '../../datamodel/services.ts';
import { formatList } from '../../datamodel/values/list.ts';
import type { CapabilityClass, Channel } from '../../drivers/define.ts';
import type { CapabilityConfig, ChipCatalog, Config } from '../config/types.ts';
import { capabilityId } from './capability-seed.ts';

export interface CapabilityParts {
  config: Config;
  chips: ChipCatalog;
  outside: Outside;
  model: DataModel;
  commands: Commands;
  /** Paths of the capabilities' rows, by seed ID. */
  paths: ReadonlyMap<string, string>;
  /** What persistent subscriptions were told before the restart. */
  told: ReadonlyMap<string, boolean>;
}

export class Capabilities implements Actuators {
  readonly #parts: CapabilityParts;
  readonly #sampler: Sampler;
  readonly #rules: Rules;
  readonly #sensors = new Map<ObjectNode, Sensor>();
  readonly #actuators = new Map<ObjectNode, Actuator>();
  readonly #nodes = new Map<string, ObjectNode>();
  readonly #names = new Map<ObjectNode, string>();

  constructor(parts: CapabilityParts) {
    this.#parts = parts;
    this.#sampler = new Sampler(parts.outside);
    this.#rules = new Rules(parts.config.rules);
  }

  /** Joins every capability and begins to open the devices. */
  async start(): Promise<void> {
    const { config, model, outside } = this.#parts;
    for (const capability of config.capabilities) await this.#join(capability);
    if (this.#rules.ring) outside.log('warning', `rules go round in a ring: ${this.#rules.ring.join(' -> ')}`);
    model.feed.listen(commit => {
      for (const node of changedSettings(commit)) this.#sensors.get(node)?.configure(settingsOf(node));
      for (const change of commit) {
        if (change.kind === 'value' && this.#actuators.has(change.node)) this.#controlTurned(change.node, change.after);
      }
    });
    this.#sampler.start();
  }

  /** Outputs go to their initial values, devices are closed. */
  stop(): Promise<void> {
    return this.#sampler.stop();
  }

  async drive(capability: ObjectNode, value: Scalar): Promise<Fault | undefined> {
    const node = capability.child(String(capability.stored('Class')));
    const actuator = node && this.#actuators.get(node);
    if (!actuator) return new Fault(PARAMETER_ACTION_FAILED, `${capability.path} is bound to no output`);
    const failure = await actuator.drive(value as ControlValue);
    return failure && new Fault(PARAMETER_ACTION_FAILED, failure.message);
  }

  async #join(capability: CapabilityConfig): Promise<void> {
    const { model, paths, chips } = this.#parts;
    const row = model.node(paths.get(capabilityId(capability.name)) ?? '');
    const node = row.child(capability.class);
    const chip = await chips[capability.driver]?.();
    const channel = chip?.channels[capability.channel];
    if (!node || !chip || !channel) throw new Error(`${capability.name} does not fit its row`);
    this.#nodes.set(capability.name, node);
    this.#names.set(node, capability.name);
    const device: DeviceSpec = { chip, place: capability.place, options: capability.options };
    const shown = { ...capability, channelName: capability.channel, channel: channelOf(channel, capability) };
    model.update(node, describe(capability, channel.valueNames));
    if (isControl(capability.class)) {
      const actuator = this.#sampler.addControl(shown, device, capability.pollMs);
      this.#actuators.set(node, actuator);
      model.update(node, { Value: actuator.initial });
      return;
    }
    const { name, pollMs } = capability;
    const sink = new TreeSink(model, node, this.#parts.told, (is, value) => this.#turned(name, is, value));
    const filters = capability.filter.flatMap(text => {
      const filter = parseFilter(text);
      return filter instanceof FilterError ? [] : [filter];
    });
    const spec = { ...shown, filters, settings: settingsOf(node) };
    this.#sensors.set(node, this.#sampler.addSensor(spec, device, pollMs, sink));
  }

  #controlTurned(node: ObjectNode, value: Scalar): void {
    const name = this.#names.get(node);
    if (name !== undefined && typeof value === 'boolean') this.#turned(name, undefined, value);
  }

  #turned(name: string, is: 'low' | 'high' | undefined, value: boolean): void {
    for (const action of this.#rules.turned(name, is, value)) void this.#act(name, action);
  }

  /** A rule sets as a controller would, in a transaction of its own. */
  async #act(cause: string, action: RuleAction): Promise<void> {
    const { commands, outside } = this.#parts;
    const node = this.#nodes.get(action.set);
    const fault = node && (await commands.write(node, 'Value', String(action.value)));
    this.#rules.settled(action);
    if (fault) outside.log('warning', `rule: ${cause} could not set ${action.set}: ${fault.message}`);
  }
}

function isControl(capabilityClass: CapabilityClass): boolean {
  return capabilityClass.endsWith('Control');
}

/** The channel with what the configuration has decided of it. */
function channelOf(channel: Channel, { type, validValues }: CapabilityConfig): Channel {
  return { ...channel, type, ...(validValues && { validValues }) };
}

/** What the configuration says of a capability for good. */
function describe(capability: CapabilityConfig, valueNames: readonly string[] | undefined): Record<string, Scalar> {
  const { type, unit, description, range, validValues } = capability;
  const described: Record<string, Scalar> = { Type: type };
  if (description !== undefined) described.Description = description;
  if (unit !== undefined) described.Unit = unit;
  if (capability.class === 'MultiLevelSensor' && valueNames) described.ValueNames = formatList(valueNames);
  if (validValues) described.ValidValues = formatList(validValues);
  if (capability.class === 'LevelControl' && range) [described.MinValue, described.MaxValue] = range;
  return described;
}
