// Rules that name what is not there, cannot work, or run in a circle. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

export const rulesCases: readonly FindingCase[] = [
  {
    name: 'names that do not exist',
    toml: `[[rule]]
when = "dor"
set = "fun"

[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"`,
    shows: `uspi.toml:2:8: error: there is no [[capability]] "dor"
    when = "dor"
           ^
  expected: door or fan
  did you mean "door"?
uspi.toml:3:7: error: there is no [[capability]] "fun"
    set = "fun"
          ^
  expected: door or fan
  did you mean "fan"?`,
  },
  {
    name: 'a name, and no capability at all',
    toml: `[[rule]]
when = "door"
set = "fan"`,
    shows: `uspi.toml:2:8: error: there is no [[capability]] "door"
    when = "door"
           ^
  expected: one that this file describes: it describes none
uspi.toml:3:7: error: there is no [[capability]] "fan"
    set = "fan"
          ^
  expected: one that this file describes: it describes none`,
  },
  {
    name: 'a sensor as the target',
    toml: `[[rule]]
when = "fan"
set = "door"

[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"`,
    shows: `uspi.toml:3:7: error: "door" is a BinarySensor and cannot be set
    set = "door"
          ^
  expected: a control`,
  },
  {
    name: 'a level without low or high',
    toml: `[[rule]]
when = "t"
set = "fan"

[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
high = 30

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"`,
    shows: `uspi.toml:1:1: error: "is" is missing: "t" is a LevelSensor
    [[rule]]
    ^
  expected: is = "low" or is = "high", with that threshold at "t"`,
  },
  {
    name: 'a level without that threshold',
    toml: `[[rule]]
when = "t"
is = "low"
set = "fan"

[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
high = 30

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"`,
    shows: `uspi.toml:3:6: error: "t" has no threshold "low"
    is = "low"
         ^
  expected: is = "low" or is = "high", with that threshold at "t"`,
  },
  {
    name: 'low or high of a boolean',
    toml: `[[rule]]
when = "door"
is = "high"
set = "fan"

[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"`,
    shows: `uspi.toml:3:1: error: "door" is no LevelSensor
    is = "high"
    ^
  expected: no "is"`,
  },
  {
    name: 'a sensor without a boolean',
    toml: `[[rule]]
when = "position"
set = "fan"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"

[[capability]]
name = "position"
driver = "serial-nmea"
channel = "location"
at = "/dev/ttyAMA0:9600,8N1"`,
    shows: `uspi.toml:2:8: error: "position" is a MultiLevelSensor and has no boolean
    when = "position"
           ^
  expected: a BinarySensor, a BinaryControl, or a LevelSensor with "is"`,
  },
  {
    name: 'a value that the target cannot take',
    toml: `[[rule]]
when = "door"
set = "fan"
to = "on"

[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"`,
    shows: `uspi.toml:4:6: error: a BinaryControl cannot be set to "on"
    to = "on"
         ^
  expected: true or false`,
  },
  {
    name: 'a level to set without a value',
    toml: `[[rule]]
when = "door"
set = "flap"

[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"

[[capability]]
name = "flap"
driver = "servo"
channel = "position"
at = "pin 12"`,
    shows: `uspi.toml:1:1: error: "to" is missing: "flap" is a LevelControl
    [[rule]]
    ^
  expected: to = the value to set`,
  },
  {
    name: 'a rule that sets itself off',
    toml: `[[rule]]
when = "fan"
set = "fan"
not = true

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"`,
    shows: `uspi.toml:3:7: error: this rule sets itself off
    set = "fan"
          ^
  expected: rules without a circle`,
  },
  {
    name: 'a circle of three',
    toml: `[[rule]]
when = "a"
set = "b"

[[rule]]
when = "b"
set = "c"

[[rule]]
when = "c"
set = "a"

[[capability]]
name = "a"
driver = "gpio-output"
at = "pin 11"

[[capability]]
name = "b"
driver = "gpio-output"
at = "pin 12"

[[capability]]
name = "c"
driver = "gpio-output"
at = "pin 13"`,
    shows: `uspi.toml:11:7: error: these rules set each other off: "c" sets "a" sets "b" sets "c"
    set = "a"
          ^
  expected: rules without a circle`,
  },
];
