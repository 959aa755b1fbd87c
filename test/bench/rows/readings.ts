import { TreeSink } from '../../../datamodel/iot/bind.ts';
import { FilterError, parseFilter } from '../../../datamodel/iot/filters/parse.ts';
import { Sensor } from '../../../datamodel/iot/sensor.ts';
import type { Channel } from '../../../drivers/define.ts';
import { HandClock } from '../../helpers/handclock.ts';
import { seededRandom } from '../../helpers/random.ts';
import { World } from '../../helpers/world.ts';
import { defineRow, type Sample } from '../row.ts';

const readings = 20_000;
const turnEvery = 256;
/** Of the BinarySensor, in readings. */
const holdS = 3;
const restS = 5;
const channel: Channel = {
  class: 'LevelSensor',
  type: 'Temperature',
  unit: 'degC',
  range: [-40, 125],
  resolution: 0.01,
};

const filtersOf = (...texts: string[]) =>
  texts.map(text => {
    const filter = parseFilter(text);
    if (filter instanceof FilterError) throw filter;
    return filter;
  });

/** A room's temperature, which wanders and is noisy. */
function temperatures(count: number): number[] {
  const random = seededRandom(1);
  let level = 20;
  return Array.from({ length: count }, () => {
    level += (random.fraction() - 0.5) / 5;
    return level + (random.fraction() - 0.5) / 2;
  });
}

/** The median of five, and steps of 0.2 alone: what `each` gets, with the second that it is of. */
function filteredByHand(values: readonly number[], each: (shown: number, second: number) => void): void {
  const last: number[] = [];
  let shown = Number.NaN;
  for (const [second, value] of values.entries()) {
    last.push(Math.round(value * 100) / 100);
    if (last.length > 5) last.shift();
    const middle = [...last].sort((a, b) => a - b)[last.length >> 1]!;
    if (Math.abs(middle - shown) < 0.2) continue;
    shown = middle;
    each(shown, second);
  }
}

/** For one sensor, and nobody who would hear of it. */
function thresholdsByHand(values: readonly number[]): number {
  let [turns, isHigh, isLow] = [0, false, false];
  filteredByHand(values, shown => {
    if (isHigh !== shown > 21) turns++;
    if (isLow !== shown < 19) turns++;
    [isHigh, isLow] = [shown > 21, shown < 19];
  });
  return turns;
}

function triggerByHand(values: readonly number[]): number {
  let [turns, isOn, isResetDue, triggered] = [0, false, false, Number.NEGATIVE_INFINITY];
  filteredByHand(values, (shown, second) => {
    if (isResetDue && second >= triggered + holdS) {
      [isOn, isResetDue] = [false, false];
      turns++;
    }
    if (shown > 20 && second >= triggered + restS) {
      if (!isOn) [triggered, turns] = [second, turns + 1];
      [isOn, isResetDue] = [true, false];
    } else if (shown < 20 && isOn) isResetDue = true;
  });
  return turns;
}

const classes = {
  LevelSensor: { settings: { LowLevelThreshold: 19, HighLevelThreshold: 21 }, byHand: thresholdsByHand },
  BinarySensor: {
    settings: { Sensitivity: 50, HoldTime: holdS * 1_000, RestTime: restS * 1_000 },
    byHand: triggerByHand,
  },
};

/** A second of the sensor's time for each reading: rates of a sensor of that class, and by hand. */
async function ratesOf(kind: keyof typeof classes): Promise<Sample> {
  const { settings, byHand } = classes[kind];
  const world = await World.start();
  const clock = new HandClock();
  const node = world.model.node(world.addCapability('room', kind)).child(kind)!;
  const sink = new TreeSink(world.model, node, new Map(), () => {});
  const filters = filtersOf('median 5', 'delta 0.2');
  const range = kind === 'BinarySensor' ? ([0, 40] as const) : undefined;
  const spec = { name: 'room', channelName: 'temperature', channel, class: kind, range, filters, settings };
  const sensor = new Sensor(spec, { clock, log: () => {} }, sink);
  const values = temperatures(readings);
  const take = async () => {
    for (const [i, value] of values.entries()) {
      clock.pass(1_000);
      sensor.take(value);
      if (i % turnEvery === 0) await new Promise(resolve => setImmediate(resolve));
    }
  };
  const value = await perSecond(take);
  const floor = await perSecond(async () => void byHand(values));
  sensor.stop();
  world.close();
  return { value, floor };
}

/** Of the second time. */
async function perSecond(work: () => Promise<void>): Promise<number> {
  await work();
  const startedMs = performance.now();
  await work();
  return readings / ((performance.now() - startedMs) / 1_000);
}

export const row = defineRow({
  floor: 'the same arithmetic by hand, without a data model',
  figures: {
    rate: { what: 'readings through median 5, delta 0.2 and two thresholds into the tree', unit: '/s' },
    triggers: { what: 'readings through median 5, delta 0.2 and a trigger with hold and rest', unit: '/s' },
  },
  measure: async () => ({ rate: await ratesOf('LevelSensor'), triggers: await ratesOf('BinarySensor') }),
});
