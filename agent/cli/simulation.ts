/** The devices of a configuration as models: what `simulate` puts in place of the machine. */
import type { Channel, ChipDefinition } from '../../drivers/define.ts';
import { hostFiles } from '../../drivers/host/files.ts';
import type { Clock, Hardware, Stoppable } from '../../drivers/ports.ts';
import { busFaults } from '../../drivers/sim/faults.ts';
import type { ChannelPlan, DevicePlan, Faults } from '../../drivers/sim/stand-in.ts';
import { SimulatedWorld } from '../../drivers/sim/world.ts';
import { resolveBeside } from '../config/paths.ts';
import type { CapabilityConfig, ChipCatalog, Config } from '../config/types.ts';
import { bindingsOf } from '../run/binding.ts';
import { type Fault, faultTimes, schedule, switchOf } from './simulate-faults.ts';
import { columns } from './text.ts';

export interface SimulationOptions {
  /** The configuration file's path: recordings lie beside it. */
  configFile: string;
  chips: ChipCatalog;
  clock: Clock;
  seed: number;
  faults: readonly Fault[];
  /** Told what somebody beside the board would see. */
  tell(line: string): void;
}

/** Devices in the order of the file: their names, and what stands in for them. */
interface Row {
  names: string;
  place: string;
  model: string | undefined;
}

export class Simulation {
  readonly #options: SimulationOptions;
  readonly #world: SimulatedWorld;
  readonly #targets = new Map<string, Faults>();
  #faults: Stoppable[] | undefined;

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#world = new SimulatedWorld(options.clock, options.seed);
  }

  get hardware(): Hardware {
    return this.#world.hardware;
  }

  /** Puts every device of a configuration into its place, tells of each, and sets all in motion. Throws a UsageError. */
  async surround(config: Config): Promise<{ hardware: Hardware; clock: Clock }> {
    const { clock, faults, seed, tell } = this.#options;
    const rows: Row[] = [];
    for (const bound of bindingsOf(config.capabilities).values()) rows.push(await this.#add(bound));
    for (const line of overview(rows, seed)) tell(line);
    const switches = faults.map(fault => ({ fault, at: switchOf(fault, this.#targets) }));
    this.#faults ??= switches.map(({ fault, at }) => {
      tell(`fault: ${fault.what}: ${fault.kind}, ${faultTimes(fault)}`);
      return schedule(fault, at, clock, line => tell(`(${line})`));
    });
    this.#world.start();
    return { hardware: this.hardware, clock };
  }

  stop(): void {
    this.#world.stop();
    for (const fault of this.#faults ?? []) fault.stop();
  }

  /** Adds the one device that these capabilities share. */
  async #add(bound: readonly CapabilityConfig[]): Promise<Row> {
    const first = bound[0]!;
    const plan = await this.#planOf(first, bound);
    if (first.driver === 'replay') await this.#copy(plan.at);
    const simulated = this.#world.add(plan);
    if (simulated) {
      for (const name of [plan.at, ...bound.map(each => each.name)]) this.#targets.set(name, simulated.faults);
      if (first.place.bus === 'i2c') this.#targets.set(plan.port, busFaults(this.#world.hardware.i2c(plan.port)));
    }
    const place = first.place.at === '' ? first.driver : `${first.driver} at ${first.place.at}`;
    return { names: bound.map(({ name }) => name).join(', '), place, model: simulated?.model };
  }

  async #planOf({ driver, place, options }: CapabilityConfig, bound: readonly CapabilityConfig[]): Promise<DevicePlan> {
    const { chips, configFile } = this.#options;
    const chip = await chips[driver]?.();
    const at = place.bus === 'files' && place.at !== '' ? resolveBeside(configFile, place.at) : place.at;
    const channels = new Map(bound.map(capability => [capability.channel, channelPlanOf(capability, chip)]));
    return { driver, at, port: place.port, address: place.address, options, channels };
  }

  /** A recording is what it is; where there is none, the driver says so. */
  async #copy(path: string): Promise<void> {
    const text = await hostFiles.readText(path).catch(() => undefined);
    if (text !== undefined) this.#world.hardware.files.texts.set(path, text);
  }
}

function channelPlanOf(capability: CapabilityConfig, chip: ChipDefinition | undefined): ChannelPlan {
  const channel = chip?.channels[capability.channel];
  const range = channel?.range ?? (capability.class === 'BinarySensor' ? undefined : capability.range);
  return { range, crossings: crossingsOf(capability, channel), words: capability.validValues };
}

/** What is waited for: thresholds, and the level that triggers a BinarySensor. A calibration has another scale. */
function crossingsOf(capability: CapabilityConfig, channel: Channel | undefined): number[] {
  const { low, high, filter, sensitivity = 50 } = capability;
  if (filter.some(text => text.startsWith('calibrate'))) return [];
  const range = capability.range ?? channel?.range;
  const isTriggered = capability.class === 'BinarySensor' && channel?.class === 'LevelSensor' && range;
  const level = isTriggered ? range[0] + ((range[1] - range[0]) * (100 - sensitivity)) / 100 : undefined;
  return [low, high, level].filter(value => value !== undefined);
}

function overview(rows: readonly Row[], seed: number): string[] {
  const cells = (row: Row) => [`  ${row.names}`, row.place, row.model ?? ''];
  const [known, unknown] = [rows.filter(row => row.model), rows.filter(row => !row.model)];
  return [
    `simulated, with seed ${seed}:`,
    ...columns(known.map(cells)),
    ...(unknown.length > 0 ? ['without a model, and so without a value:', ...columns(unknown.map(cells))] : []),
  ];
}
