// Every driver has something to stand in for its device, which gives each channel plausible readings and has faults.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sampleMsMax } from '../../../datamodel/iot/limits.ts';
import { Implausible, plausible } from '../../../datamodel/iot/plausibility.ts';
import { chips } from '../../../drivers/chips/catalog.gen.ts';
import type { ChipDefinition, Reading, Readings } from '../../../drivers/define.ts';
import type { FaultKind } from '../../../drivers/sim/stand-in.ts';
import { SimulatedWorld, standIns } from '../../../drivers/sim/world.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, during, openChip, watchChip } from '../../helpers/driver.ts';

/** Of the 1-wire families, one that has the channel. */
const familyOf = (channel: string) => (channel.startsWith('pio') ? '29' : '26');

const placeOf = ({ bus, addresses, name }: ChipDefinition, channel: string): string => {
  if (name === 'w1') return `/sys/bus/w1/devices/${familyOf(channel)}-0000012ab34c`;
  if (bus === 'i2c') return `i2c-1:0x${(addresses?.[0] ?? 0).toString(16)}`;
  if (bus === 'serial' || bus === 'modbus') return '/dev/ttyAMA0:9600,8N1';
  if (bus === 'program') return '/usr/local/bin/tank --percent';
  return bus === 'files' ? `/sys/class/pwm/${name}/pwm1` : 'pin 11';
};

async function bench(name: string, channel: string, seed = 1) {
  const chip = await chips[name]!();
  const clock = new VirtualClock();
  const world = new SimulatedWorld(clock, seed);
  const at = placeOf(chip, channel);
  const address = chip.addresses?.[0] ?? 1;
  const defaults = Object.entries(chip.options ?? {}).map(([option, definition]) => [option, definition.default]);
  // A servo's pulse is longer than the usual period.
  if (channel === 'servo' && name === 'pwm') defaults.push(['hertz', 50]);
  const words = chip.channels[channel]?.class.startsWith('Enum') ? ['Off', 'Low'] : undefined;
  const plan = {
    ...{ driver: name, at, port: at.replace(/:0x.*$/, ''), address },
    options: Object.fromEntries(defaults),
    channels: new Map([[channel, { range: chip.channels[channel]?.range, crossings: [], words }]]),
  };
  if (name === 'replay') world.hardware.files.texts.set(at, '0,1\n1,2\n');
  const { faults } = world.add(plan)!;
  world.start();
  return {
    chip,
    clock,
    world,
    faults,
    at,
    address,
    options: plan.options,
    channels: [channel],
    hardware: world.hardware,
  };
}

type Bench = Awaited<ReturnType<typeof bench>>;

/** Readings of a channel over half a minute and more. */
async function readings(on: Bench, channel: string): Promise<Reading[]> {
  const { chip, clock } = on;
  const context = await openChip(chip, on);
  const told = chip.watch && watchChip(chip, context);
  const taken: Readings[] = [];
  for (let i = 0; i < 6; i++) {
    await clock.advance(6_000);
    if (chip.sample) taken.push(await during(clock, 10_000, chip.sample(context)));
  }
  told?.stop();
  return [...taken, ...(told?.readings ?? [])].flatMap(({ [channel]: each }) =>
    each === undefined || each instanceof Error ? [] : [each],
  );
}

for (const [name, load] of Object.entries(chips)) {
  test(`${name} has a stand-in`, async () => {
    assert.ok(standIns[name], name);
    const { channels } = await load();
    for (const [channel, definition] of Object.entries(channels)) {
      // Sixteen lines are as good as two.
      if (/[2-9]$|1\d$/.test(channel)) continue;
      const on = await bench(name, channel);
      if (definition.class.endsWith('Control')) {
        const context = await openChip(on.chip, on);
        const value = definition.class === 'BinaryControl' ? true : definition.class === 'LevelControl' ? 50 : 'Low';
        await during(on.clock, 5_000, on.chip.drive!(context, channel, value));
        if (on.chip.readBack)
          assert.is(await during(on.clock, 5_000, on.chip.readBack(context, channel)), value, `${name} ${channel}`);
      } else {
        const values = await readings(on, channel);
        assert.ok(values.length > 0, `${name} ${channel} reads something`);
        for (const value of values) {
          const judged = plausible(definition, value);
          assert.not.instance(
            judged,
            Implausible,
            `${name} ${channel}: ${judged instanceof Implausible && judged.message}`,
          );
        }
      }
      on.world.stop();
    }
  });
}

test('what moves, moves the same way with the same seed', async () => {
  const course = async (seed: number) => readings(await bench('bme280', 'pressure', seed), 'pressure');
  const first = await course(1);
  assert.ok(new Set(first).size > 3);
  assert.equal(await course(1), first);
  assert.not.equal(await course(2), first);
});

/** What a sample fails with while a fault lasts; an exchange of its own for what has no name. */
const failures: Readonly<Record<string, Partial<Record<FaultKind, string>>>> = {
  sht31: { silent: 'no-answer', busy: 'busy', crc: 'bad-data', hang: 'timeout', 'other-chip': 'bad-data' },
  bme280: { silent: 'no-answer', busy: 'busy', hang: 'timeout' },
  ds18b20: { unplug: 'missing', busy: 'busy', silent: 'no-answer', crc: 'bad-data', 'brown-out': 'not-a-reading' },
  hwmon: { unplug: 'missing', busy: 'busy' },
  exec: { unplug: 'missing', busy: 'busy', crc: 'bad-data', hang: 'timeout' },
  'mh-z19': { unplug: 'missing', silent: 'timeout', crc: 'timeout', late: 'timeout' },
  'gpio-input': { unplug: 'missing' },
  modbus: {
    ...{ unplug: 'missing', silent: 'timeout', crc: 'bad-data' },
    ...{ late: 'timeout', exception: 'not-a-reading' },
  },
};

for (const [name, kinds] of Object.entries(failures)) {
  for (const [kind, code] of Object.entries(kinds)) {
    test(`${name} with the fault ${kind}: ${code}, and good when it is over`, async () => {
      const channel = Object.keys((await chips[name]!()).channels)[0]!;
      const on = await bench(name, channel);
      const { chip, clock, faults } = on;
      const sample = async (context: Awaited<ReturnType<typeof openChip>>) =>
        during(clock, 20_000, chip.sample!(context));
      const context = await openChip(chip, on);
      await clock.advance(1_000);
      await sample(context);
      faults[kind as FaultKind]!.begin();
      assert.is(await codeOf(sample(context)), code);
      faults[kind as FaultKind]!.end();
      await clock.advance(2_000);
      const again = kind === 'unplug' ? await openChip(chip, on) : context;
      assert.type(
        (await sample(again))[channel],
        chip.channels[channel]!.class === 'BinarySensor' ? 'boolean' : 'number',
      );
      on.world.stop();
    });
  }
}

test('another chip at the address is told by its identification', async () => {
  const on = await bench('bme280', 'humidity');
  on.faults['other-chip']!.begin();
  const context = await openChip(on.chip, on);
  const humidity = async () => (await during(on.clock, 1_000, on.chip.sample!(context))).humidity;
  assert.is(((await humidity()) as Error).message, '0x76 answers 0x58, a BMP280: humidity is not there');
  on.faults['other-chip']!.end();
  assert.type(await humidity(), 'number');
});

test('a chip that holds the clock is slow, and right', async () => {
  const on = await bench('bme280', 'temperature');
  const context = await openChip(on.chip, on);
  on.faults.late!.begin();
  const startMs = on.clock.monotonicMs();
  const sampling = on.chip.sample!(context).then(read => ({ read, ms: on.clock.monotonicMs() - startMs }));
  const { read, ms } = await during(on.clock, 20_000, sampling);
  assert.type(read.temperature, 'number');
  assert.ok(ms >= 2_500 && ms < sampleMsMax, `${ms} ms`);
});

test('what is frozen stands still, and a line that chatters has ten edges a second', async () => {
  const still = await bench('sht31', 'temperature');
  still.faults.frozen!.begin();
  assert.is(new Set(await readings(still, 'temperature')).size, 1);
  const line = await bench('gpio-input', 'level');
  const told = watchChip(line.chip, await openChip(line.chip, line));
  line.faults.frozen!.begin();
  line.faults.chatter!.begin();
  await line.clock.advance(10_000);
  assert.ok(Math.abs(told.readings.length - 100) <= 2, `${told.readings.length} edges`);
  line.faults.chatter!.end();
  const count = told.readings.length;
  await line.clock.advance(10_000);
  assert.is(told.readings.length, count);
});

test('a file that hangs answers when the fault is over', async () => {
  const on = await bench('ds18b20', 'temperature');
  const context = await openChip(on.chip, on);
  on.faults.hang!.begin();
  let isRead = false;
  const reading = on.chip.sample!(context).finally(() => {
    isRead = true;
  });
  await on.clock.advance(60_000);
  assert.not(isRead);
  on.faults.hang!.end();
  assert.type((await reading).temperature, 'number');
});

test.run();
