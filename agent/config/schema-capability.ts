/** The sections about the hardware: [[capability]] and [[rule]]. */
import { milliseconds } from './duration.ts';
import type { Fields } from './fields.ts';
import { flag, interval, list, number, scalar, scalars, text, word } from './kinds.ts';
import { commandWordsMax, descriptionCharsMax, filtersMax, validValuesMax, valueCharsMax } from './limits.ts';
import { name } from './texts.ts';

export const capabilityFields = {
  name: {
    key: 'name',
    kind: name,
    required: true,
    description: 'IoTCapability.Name. It keeps its instance number for as long as it keeps this name.',
    example: '"boiler temperature"',
  },
  driver: {
    key: 'driver',
    kind: text({ expected: 'the name of a driver, such as "sht31"', lengthMax: 64 }),
    required: true,
    description: 'What speaks to the chip, line or port.',
    example: '"sht31"',
  },
  channel: {
    key: 'channel',
    kind: text({ expected: 'the name of a channel, such as "temperature"', lengthMax: 64 }),
    description: 'Which quantity of the driver. May be left out where it has only one.',
    example: '"temperature"',
  },
  at: {
    key: 'at',
    kind: text({ expected: 'a place such as "i2c-1:0x44" or "pin 11"' }),
    description: 'Where the chip, line, port or file is; see "Places". Left out, it is the place of the `device`.',
    example: '"i2c-1:0x44"',
  },
  command: {
    key: 'command',
    kind: list(text({ expected: 'a program by its whole path, or an argument' }), commandWordsMax),
    description: 'For `exec`: the program by its whole path, and its arguments. No shell sees them.',
    example: '["/usr/local/bin/tank", "--percent"]',
  },
  device: {
    key: 'device',
    kind: name,
    description: 'The `[[device]]` to which it belongs. Left out, it is one of the board itself.',
    example: '"meter"',
  },
  node: {
    key: 'node',
    kind: name,
    description: 'The `[[node]]` to which it belongs, and with that the device.',
    example: '"outlet 1"',
  },
  class: {
    key: 'class',
    kind: word([
      'BinarySensor',
      'LevelSensor',
      'MultiLevelSensor',
      'EnumSensor',
      'BlobSensor',
      'BinaryControl',
      'LevelControl',
      'EnumControl',
    ]),
    description:
      "IoTCapability.Class, where another than the channel's own fits: a level channel can be a BinarySensor.",
    example: '"BinarySensor"',
  },
  type: {
    key: 'type',
    kind: text({ expected: 'a Type of TR-181, such as "Temperature"', lengthMax: 64 }),
    description: "Type: what the value is about. Left out, the channel's own.",
    example: '"DoorOpen"',
  },
  unit: {
    key: 'unit',
    kind: text({ expected: 'a unit of TR-181, such as "degC"', lengthMax: 64 }),
    description: 'Unit, for a channel that has none of its own (a recording). It never converts.',
    example: '"degC"',
  },
  description: {
    key: 'description',
    kind: text({ expected: `one line of at most ${descriptionCharsMax} characters`, lengthMax: descriptionCharsMax }),
    description: 'Description, for people. Left out, what the driver says of the channel.',
    example: '"north wall, 2 m up"',
  },
  pollMs: {
    key: 'poll',
    kind: milliseconds({ min: '10ms', max: '24h' }),
    description: "How often it is sampled. Left out, the driver's own interval.",
    example: '"5s"',
  },
  filter: {
    key: 'filter',
    kind: list(text({ expected: 'a filter such as "median 5"', lengthMax: 64 }), filtersMax),
    default: [],
    description: 'What readings pass through, in order; see "Filters".',
    example: '["median 5", "delta 0.2"]',
  },
  low: {
    key: 'low',
    kind: number(),
    description: 'LevelSensor.LowLevelThreshold: at or below it, LowLevel is true.',
    example: '2',
  },
  high: {
    key: 'high',
    kind: number(),
    description: 'LevelSensor.HighLevelThreshold: at or above it, HighLevel is true.',
    example: '85',
  },
  hysteresis: {
    key: 'hysteresis',
    kind: number({ min: 0, max: 1_000_000 }),
    description:
      'How far beyond its threshold a value must be for LowLevel or HighLevel to become false again. Left out, no way at all, as TR-181 has it.',
    example: '0.5',
  },
  range: {
    key: 'range',
    kind: interval,
    description:
      "Smallest and largest plausible value; what is outside is no reading, and of a control it is MinValue and MaxValue. Where a filter calibrates, it judges the result. For a BinarySensor on a level channel, what `sensitivity` divides. Left out, the channel's own.",
    example: '[400, 5000]',
  },
  stuckMs: {
    key: 'stuck',
    kind: milliseconds({ min: '1s', max: '1193h' }),
    description:
      'Readings that have been the same, digit by digit, for longer than this are none: the sensor has died. Left out, they may be.',
    example: '"6h"',
  },
  sensitivity: {
    key: 'sensitivity',
    kind: number({ whole: true, min: 0, max: 100 }),
    description:
      'BinarySensor.Sensitivity: true above (100 - sensitivity) % of the range; 0 switches it off. Left out, 50.',
    example: '70',
  },
  holdMs: {
    key: 'hold',
    kind: milliseconds({ min: '0ms', max: '1193h' }),
    description: 'BinarySensor.HoldTime: once true, it stays true for at least this long.',
    example: '"5s"',
  },
  restMs: {
    key: 'rest',
    kind: milliseconds({ min: '0ms', max: '1193h' }),
    description: 'BinarySensor.RestTime: once true, it does not trigger again for this long.',
    example: '"10s"',
  },
  initial: {
    key: 'initial',
    kind: scalar,
    description: 'The value of a control at start, at stop and on failure. Left out, a switch is off.',
    example: 'false',
  },
  step: {
    key: 'step',
    kind: number(),
    description: 'LevelControl.StepValue: how far StepUp() and StepDown() go. Left out, 1.',
    example: '5',
  },
  values: {
    key: 'values',
    kind: list(text({ expected: 'a word such as "Auto"', lengthMax: valueCharsMax }), validValuesMax),
    description: "ValidValues of an EnumSensor or EnumControl, in the order of the steps. Left out, the channel's own.",
    example: '["Off", "Low", "High"]',
  },
  options: {
    key: 'options',
    kind: scalars,
    default: {},
    description: 'Options of the driver; see docs/drivers.md.',
    example: '{ activeLow = true }',
  },
} as const satisfies Fields;

export const ruleFields = {
  when: {
    key: 'when',
    kind: name,
    required: true,
    description: 'The capability whose boolean is watched.',
    example: '"air is bad"',
  },
  is: {
    key: 'is',
    kind: word(['low', 'high']),
    description: 'For a LevelSensor: which of its two booleans, LowLevel or HighLevel.',
    example: '"high"',
  },
  not: {
    key: 'not',
    kind: flag,
    default: false,
    description: 'Turns the condition round.',
    example: 'true',
  },
  set: {
    key: 'set',
    kind: name,
    required: true,
    description: 'The control that is set.',
    example: '"fan"',
  },
  to: {
    key: 'to',
    kind: scalar,
    description:
      'What it is set to when the condition becomes true; nothing happens when it becomes false. Left out, a switch follows the condition both ways.',
    example: 'true',
  },
} as const satisfies Fields;
