/** Capabilities in motion: each row of the configuration joined to its sensor or actuator, and the rules between them. */

import { Fault, PARAMETER_ACTION_FAILED } from '../../datamodel/errors.ts';
import { changedSettings, settingsOf, TreeSink } from '../../datamodel/iot/bind.ts';
import type { ControlValue } from '../../datamodel/iot/control.ts';
import { FilterError, parseFilter } from '../../datamodel/iot/filters/parse.ts';
import type { DeviceSpec, Outside } from '../../datamodel/iot/open.ts';
import type { Contact } from '../../datamodel/iot/presence.ts';
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
import { bindingsOf, isSameBinding } from './binding.ts';
import { capabilityId } from './capability-seed.ts';
import { Proxied } from './proxied.ts';

export interface CapabilityParts {
  config: Config;
  chips: ChipCatalog;
  outside: Outside;
  model: DataModel;
  commands: Commands;
  /** Paths of the rows of capabilities, devices and nodes, by seed ID. */
  paths: ReadonlyMap<string, string>;
  /** What persistent subscriptions were told before the restart. */
  told: ReadonlyMap<string, boolean>;
}

export class Capabilities implements Actuators {
  readonly #parts: CapabilityParts;
  readonly #sampler: Sampler;
  readonly #proxied: Proxied;
  #config: Config;
  #paths: ReadonlyMap<string, string>;
  #rules: Rules;
  readonly #sensors = new Map<ObjectNode, Sensor>();
  readonly #actuators = new Map<ObjectNode, Actuator>();
  readonly #nodes = new Map<string, ObjectNode>();
  readonly #names = new Map<ObjectNode, string>();
  readonly #contacts = new Map<string, Contact>();

  constructor(parts: CapabilityParts) {
    this.#parts = parts;
    this.#config = parts.config;
    this.#paths = parts.paths;
    this.#sampler = new Sampler(parts.outside);
    this.#proxied = new Proxied(parts.model);
    this.#rules = new Rules(parts.config.rules);
  }

  /** Joins every capability and begins to open the devices. */
  async start(): Promise<void> {
    const { model, told } = this.#parts;
    this.#proxied.describe(this.#config, this.#paths);
    for (const capability of this.#config.capabilities) await this.#join(capability, told);
    this.#warnOfRing();
    model.feed.follow(commit => {
      for (const node of changedSettings(commit)) this.#sensors.get(node)?.configure(settingsOf(node));
    });
    model.feed.listen(commit => {
      for (const change of commit) {
        if (change.kind === 'value' && this.#actuators.has(change.node)) this.#controlTurned(change.node, change.after);
      }
    });
    this.#sampler.start();
  }

  /**
   * Takes another configuration over. A device of which nothing has changed runs on; the others are closed, their outputs
   * at their initial values, before `seed` brings the rows up to date and returns their paths, and opened anew after.
   * Rejects when `seed` does; the devices then run as before.
   */
  async change(config: Config, seed: () => Promise<ReadonlyMap<string, string>>): Promise<void> {
    const [before, after] = [bindingsOf(this.#config.capabilities), bindingsOf(config.capabilities)];
    const leaving = [...before].filter(([device, bound]) => !isSameBinding(bound, after.get(device)));
    let coming = [...after].filter(([device, bound]) => !isSameBinding(bound, before.get(device)));
    await Promise.all(leaving.map(([, bound]) => this.#leave(bound)));
    try {
      this.#paths = await seed();
      this.#config = config;
      this.#rules = new Rules(config.rules);
      this.#warnOfRing();
      this.#proxied.describe(config, this.#paths);
      for (const capability of config.capabilities) await this.#redescribe(capability);
    } catch (cause) {
      coming = leaving;
      throw cause;
    } finally {
      for (const [, bound] of coming) for (const capability of bound) await this.#join(capability, new Map());
      this.#sampler.start();
    }
  }

  /** A device whose supervision is stuck, in words; undefined when all go on. */
  stuck(nowMs: number): string | undefined {
    const place = this.#sampler.stuck(nowMs);
    return place === undefined ? undefined : `the device at ${place}`;
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

  /** `told`: what was heard of its booleans before the restart. */
  async #join(capability: CapabilityConfig, told: ReadonlyMap<string, boolean>): Promise<void> {
    const { model } = this.#parts;
    const node = this.#nodeOf(capability);
    const device = await this.#deviceOf(capability);
    const channel = device?.chip.channels[capability.channel];
    if (!node || !device || !channel) throw new Error(`${capability.name} does not fit its row`);
    this.#nodes.set(capability.name, node);
    this.#names.set(node, capability.name);
    const shown = { ...capability, channelName: capability.channel, channel: channelOf(channel, capability) };
    const binding = { device, pollMs: capability.pollMs, contact: this.#contactOf(capability) };
    model.update(node, describe(capability, channel));
    if (isControl(capability.class)) {
      const actuator = this.#sampler.addControl(shown, binding);
      this.#actuators.set(node, actuator);
      model.update(node, { Value: actuator.initial });
      return;
    }
    const { name } = capability;
    const sink = new TreeSink(model, node, told, (is, value) => this.#turned(name, is, value));
    const filters = capability.filter.flatMap(text => {
      const filter = parseFilter(text);
      return filter instanceof FilterError ? [] : [filter];
    });
    const spec = { ...shown, filters, settings: settingsOf(node) };
    this.#sensors.set(node, this.#sampler.addSensor(spec, binding, sink));
  }

  /** Closes the device of these capabilities, which are all that it has. */
  async #leave(bound: readonly CapabilityConfig[]): Promise<void> {
    for (const { name } of bound) {
      const node = this.#nodes.get(name);
      this.#nodes.delete(name);
      this.#contacts.get(name)?.silent();
      this.#contacts.delete(name);
      if (!node) continue;
      this.#names.delete(node);
      this.#sensors.delete(node);
      this.#actuators.delete(node);
    }
    const device = bound[0] && (await this.#deviceOf(bound[0]));
    if (device) await this.#sampler.remove(device);
  }

  #contactOf({ name, device }: CapabilityConfig): Contact | undefined {
    const contact = this.#proxied.contactFor(device);
    if (contact) this.#contacts.set(name, contact);
    return contact;
  }

  /** The object of its class. */
  #nodeOf(capability: CapabilityConfig): ObjectNode | undefined {
    return this.#parts.model.node(this.#paths.get(capabilityId(capability)) ?? '').child(capability.class);
  }

  /** The description is all that changes of a binding that runs on. */
  async #redescribe(capability: CapabilityConfig): Promise<void> {
    const device = await this.#deviceOf(capability);
    const Description = descriptionOf(capability, device?.chip.channels[capability.channel]);
    const node = this.#nodeOf(capability);
    if (node) this.#parts.model.update(node, { Description });
  }

  async #deviceOf({ driver, place, options }: CapabilityConfig): Promise<DeviceSpec | undefined> {
    const chip = await this.#parts.chips[driver]?.();
    return chip && { chip, place, options };
  }

  #warnOfRing(): void {
    const { ring } = this.#rules;
    if (ring) this.#parts.outside.log('warning', `rules go round in a ring: ${ring.join(' -> ')}`);
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

/** TR-181 has no unit for all that is measured ("micrograms per cubic metre"); then the channel's own words say it. */
function descriptionOf({ description }: CapabilityConfig, channel: Channel | undefined): string {
  return description ?? channel?.description ?? '';
}

/** What the configuration says of a capability for good. */
function describe(capability: CapabilityConfig, channel: Channel): Record<string, Scalar> {
  const { type, unit, range, validValues } = capability;
  const { valueNames } = channel;
  const described: Record<string, Scalar> = { Type: type, Description: descriptionOf(capability, channel) };
  if (unit !== undefined) described.Unit = unit;
  if (capability.class === 'MultiLevelSensor' && valueNames) described.ValueNames = formatList(valueNames);
  if (validValues) described.ValidValues = formatList(validValues);
  if (capability.class === 'LevelControl' && range) [described.MinValue, described.MaxValue] = range;
  return described;
}
