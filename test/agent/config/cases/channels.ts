// What the channel of a driver cannot be, have or do. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

export const channelsCases: readonly FindingCase[] = [
  {
    name: 'a class that the channel cannot be',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
class = "LevelSensor"`,
    shows: `uspi.toml:5:9: error: this channel is a BinarySensor and cannot be shown as a LevelSensor
    class = "LevelSensor"
            ^
  expected: "BinarySensor"`,
  },
  {
    name: 'a type of another class',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
type = "Temperature"`,
    shows: `uspi.toml:5:8: error: "Temperature" is not a type of a BinarySensor
    type = "Temperature"
           ^
  expected: CarbonDioxideDetected, DoorOpen, MotionDetected, SmokeDetected, WindowOpen or WaterDetected`,
  },
  {
    name: 'a misspelt type',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
type = "DorOpen"`,
    shows: `uspi.toml:5:8: error: "DorOpen" is not a type of a BinarySensor
    type = "DorOpen"
           ^
  expected: CarbonDioxideDetected, DoorOpen, MotionDetected, SmokeDetected, WindowOpen or WaterDetected
  did you mean "DoorOpen"?`,
  },
  {
    name: 'a level as a boolean without a type',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
class = "BinarySensor"`,
    shows: `uspi.toml:1:1: error: "type" is missing: the channel's own is not one of a BinarySensor
    [[capability]]
    ^
  expected: type = "CarbonDioxideDetected", "DoorOpen", "MotionDetected", "SmokeDetected", "WindowOpen" or "WaterDetected"`,
  },
  {
    name: 'a level as a boolean without a range',
    toml: `[[capability]]
name = "air is bad"
driver = "scd4x"
channel = "co2"
at = "i2c-1:0x62"
class = "BinarySensor"
type = "CarbonDioxideDetected"`,
    shows: `uspi.toml:1:1: error: "range" is missing: this channel has none of its own
    [[capability]]
    ^
  expected: range = [400, 5000], say: "sensitivity" is a share of it`,
  },
  {
    name: 'a unit that does not exist',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
unit = "celsius"`,
    shows: `uspi.toml:6:8: error: "celsius" is not a unit of TR-181
    unit = "celsius"
           ^
  expected: -, %, deg, degC, degF, K, lx, ppm, Pa, W, mps or s`,
  },
  {
    name: 'a unit that would have to be converted',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
unit = "degF"`,
    shows: `uspi.toml:6:8: error: this channel reads in degC, and "unit" does not convert
    unit = "degF"
           ^
  expected: no "unit", or "degC"`,
  },
  {
    name: 'thresholds the wrong way round',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
low = 30
high = 10`,
    shows: `uspi.toml:6:7: error: low = 30 is above high = 10
    low = 30
          ^
  expected: at most 10`,
  },
  {
    name: 'a threshold at a boolean',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
high = 10`,
    shows: `uspi.toml:5:1: error: "high" has no meaning for a BinarySensor
    high = 10
    ^
  expected: "high" in a LevelSensor`,
  },
  {
    name: 'a hold time at a level',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
hold = "5s"`,
    shows: `uspi.toml:6:1: error: "hold" has no meaning for a LevelSensor
    hold = "5s"
    ^
  expected: "hold" in a BinarySensor`,
  },
  {
    name: 'a range at a line',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
range = [0, 1]`,
    shows: `uspi.toml:5:1: error: "range" has no meaning for a BinarySensor
    range = [0, 1]
    ^
  expected: "range" in a LevelSensor or LevelControl`,
  },
  {
    name: 'an initial value at a sensor',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
initial = false`,
    shows: `uspi.toml:5:1: error: "initial" has no meaning for a BinarySensor
    initial = false
    ^
  expected: "initial" in a BinaryControl, LevelControl or EnumControl`,
  },
  {
    name: 'a number for a switch',
    toml: `[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"
initial = 0`,
    shows: `uspi.toml:5:11: error: a BinaryControl cannot be set to 0
    initial = 0
              ^
  expected: true or false`,
  },
  {
    name: 'a level beyond its range',
    toml: `[[capability]]
name = "flap"
driver = "servo"
channel = "position"
at = "pin 12"
initial = 270`,
    shows: `uspi.toml:6:11: error: a LevelControl cannot be set to 270
    initial = 270
              ^
  expected: a number from 0 to 180`,
  },
  {
    name: 'a mode that is none',
    toml: `[[capability]]
name = "mode"
driver = "servo"
channel = "mode"
at = "pin 12"
initial = "turbo"`,
    shows: `uspi.toml:6:11: error: an EnumControl cannot be set to "turbo"
    initial = "turbo"
              ^
  expected: "slow" or "fast"`,
  },
  {
    name: 'polled too often',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
poll = "100ms"`,
    shows: `uspi.toml:6:8: error: sht31 cannot be polled that often
    poll = "100ms"
           ^
  expected: "250ms" or more`,
  },
  {
    name: 'a driver that is not polled',
    toml: `[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"
poll = "5s"`,
    shows: `uspi.toml:5:1: error: gpio-output is not polled
    poll = "5s"
    ^
  expected: no "poll"`,
  },
];
