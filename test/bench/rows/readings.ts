import { TreeSink } from '../../../datamodel/iot/bind.ts';
import { FilterError, parseFilter } from '../../../datamodel/iot/filters/parse.ts';
import { Sensor } from '../../../datamodel/iot/sensor.ts';
import type { Channel } from '../../../drivers/define.ts';
import { seededRandom } from '../../helpers/random.ts';
import { World } from '../../helpers/world.ts';
import { defineRow } from '../row.ts';

const readings = 20_000;
const turnEvery = 256;
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

/** The same by hand, for one sensor and nobody who would hear of it: the median of five, a step of 0.2, two thresholds. */
function byHand(values: readonly number[]): number {
  const last: number[] = [];
  let [shown, turns, isHigh, isLow] = [Number.NaN, 0, false, false];
  for (const value of values) {
    last.push(Math.round(value * 100) / 100);
    if (last.length > 5) last.shift();
    const middle = [...last].sort((a, b) => a - b)[last.length >> 1]!;
    if (Math.abs(middle - shown) < 0.2) continue;
    shown = middle;
    if (isHigh !== shown > 21) turns++;
    if (isLow !== shown < 19) turns++;
    [isHigh, isLow] = [shown > 21, shown < 19];
  }
  return turns;
}

export const row = defineRow({
  floor: 'the same arithmetic by hand, without a data model',
  figures: { rate: { what: 'readings through median 5, delta 0.2 and two thresholds into the tree', unit: '/s' } },
  measure: async () => {
    const world = await World.start();
    const node = world.model.node(world.addCapability('room', 'LevelSensor')).child('LevelSensor')!;
    const sink = new TreeSink(world.model, node, new Map(), () => {});
    const settings = { LowLevelThreshold: 19, HighLevelThreshold: 21 };
    const filters = filtersOf('median 5', 'delta 0.2');
    const spec = { name: 'room', channelName: 'temperature', channel, class: channel.class, filters, settings };
    const sensor = new Sensor(spec, world.services, sink);
    const values = temperatures(readings);
    const take = async () => {
      const startedMs = performance.now();
      for (const [i, value] of values.entries()) {
        world.services.clock.wallOffsetMs += 1_000;
        sensor.take(value);
        if (i % turnEvery === 0) await new Promise(resolve => setImmediate(resolve));
      }
      return values.length / ((performance.now() - startedMs) / 1_000);
    };
    await take();
    const value = await take();
    byHand(values);
    const startedMs = performance.now();
    byHand(values);
    const floor = values.length / ((performance.now() - startedMs) / 1_000);
    world.close();
    return { rate: { value, floor } };
  },
});
