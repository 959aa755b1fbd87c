// Filters and options that do not fit, and capabilities that get in each other's way. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

export const settingsCases: readonly FindingCase[] = [
  {
    name: 'a filter that does not exist',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
filter = ["delta 0.2", "mediam 5"]`,
    shows: `uspi.toml:6:24: error: "mediam 5" is not a filter
    filter = ["delta 0.2", "mediam 5"]
                           ^
  expected: median, delta, throttle
  did you mean "median 5"?`,
  },
  {
    name: 'a filter without its number',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
filter = ["median"]`,
    shows: `uspi.toml:6:11: error: "median" is not a filter
    filter = ["median"]
              ^
  expected: a number: "median 5"`,
  },
  {
    name: 'a filter of numbers at a boolean',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
filter = ["median 5"]`,
    shows: `uspi.toml:5:11: error: "median 5" needs numbers, and this channel is a BinarySensor
    filter = ["median 5"]
              ^
  expected: a filter that does not look into the readings`,
  },
  {
    name: 'a filter at a control',
    toml: `[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"
filter = ["throttle 5s"]`,
    shows: `uspi.toml:5:1: error: "filter" has no meaning for a BinaryControl
    filter = ["throttle 5s"]
    ^
  expected: "filter" in a LevelSensor, BinarySensor, MultiLevelSensor, EnumSensor or BlobSensor`,
  },
  {
    name: 'an option that does not exist',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
options = { heatr = true }`,
    shows: `uspi.toml:6:13: error: sht31 has no option "heatr"
    options = { heatr = true }
                ^
  expected: repeatability, offset or heater
  did you mean heater?`,
  },
  {
    name: 'an option of a driver without any',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
options = { pull = "up" }`,
    shows: `uspi.toml:5:13: error: gpio-input has no option "pull"
    options = { pull = "up" }
                ^
  expected: no options`,
  },
  {
    name: 'options of the wrong kind',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
options = { heater = "on", offset = 9, repeatability = "best" }`,
    shows: `uspi.toml:6:22: error: the option "heater" of sht31 cannot be "on"
    options = { heater = "on", offset = 9, repeatability = "best" }
                         ^
  expected: true or false
uspi.toml:6:37: error: the option "offset" of sht31 cannot be 9
    options = { heater = "on", offset = 9, repeatability = "best" }
                                        ^
  expected: a number from -5 to 5
uspi.toml:6:56: error: the option "repeatability" of sht31 cannot be "best"
    options = { heater = "on", offset = 9, repeatability = "best" }
                                                           ^
  expected: "low", "medium" or "high"`,
  },
  {
    name: 'an option that is a list',
    isStructural: true,
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
options = { offset = [1, 2] }`,
    shows: `uspi.toml:6:22: error: "offset" cannot be a list
    options = { offset = [1, 2] }
                         ^
  expected: true or false, a number, or a text`,
  },
  {
    name: 'a device that does not exist',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
device = "metre"

[[device]]
name = "meter"
type = "Meter"
protocol = "X_USPI_Modbus"`,
    shows: `uspi.toml:5:10: error: there is no [[device]] "metre"
    device = "metre"
             ^
  expected: meter
  did you mean "meter"?`,
  },
  {
    name: "a device's place that the driver cannot use",
    toml: `[[capability]]
name = "power"
driver = "serial-meter"
device = "meter"

[[device]]
name = "meter"
type = "Meter"
protocol = "X_USPI_Modbus"
at = "/dev/ttyAMA0"`,
    shows: `uspi.toml:4:10: error: "/dev/ttyAMA0" is no serial port with speed and frame
    device = "meter"
             ^
  expected: a serial port with its speed and frame such as "/dev/serial/by-id/usb-…:9600,8N1"
  did you mean "/dev/ttyAMA0:9600,8N1"?`,
  },
  {
    name: 'a name twice',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"

[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 13"`,
    shows: `uspi.toml:7:8: error: "door" is already used above
    name = "door"
           ^
  expected: one of its own`,
  },
  {
    name: 'a line twice',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 11"`,
    shows: `uspi.toml:9:6: error: "pin 11" is already the line of "door"
    at = "pin 11"
         ^
  expected: a line of its own`,
  },
  {
    name: 'an address that is reserved',
    toml: `[[capability]]
name = "t"
driver = "any-i2c"
channel = "temperature"
at = "i2c-1:0x7c"`,
    shows: `uspi.toml:5:6: error: any-i2c cannot be at address 0x7c
    at = "i2c-1:0x7c"
         ^
  expected: an address from 0x08 to 0x77`,
  },
  {
    name: 'the only address of a chip',
    toml: `[[capability]]
name = "co2"
driver = "scd4x"
channel = "co2"
at = "i2c-1:0x44"`,
    shows: `uspi.toml:5:6: error: scd4x cannot be at address 0x44
    at = "i2c-1:0x44"
         ^
  expected: 0x62
  did you mean "i2c-1:0x62"?`,
  },
  {
    name: 'two kinds at one address',
    toml: `[[capability]]
name = "t"
driver = "any-i2c"
channel = "temperature"
at = "i2c-1:0x62"

[[capability]]
name = "co2"
driver = "scd4x"
channel = "co2"
at = "i2c-1:0x62"`,
    shows: `uspi.toml:11:6: error: "i2c-1:0x62" is already the any-i2c of "t"
    at = "i2c-1:0x62"
         ^
  expected: driver = "any-i2c", or another place`,
  },
  {
    name: 'other options for the same chip',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"

[[capability]]
name = "h"
driver = "sht31"
channel = "humidity"
at = "i2c-1:0x44"
options = { heater = true }`,
    shows: `uspi.toml:12:11: error: "t" gives this sht31 other options
    options = { heater = true }
              ^
  expected: the same options for the same chip`,
  },
  {
    name: 'other settings for the same port',
    toml: `[[capability]]
name = "speed"
driver = "serial-nmea"
channel = "speed"
at = "/dev/ttyAMA0:9600,8N1"

[[capability]]
name = "position"
driver = "serial-nmea"
channel = "location"
at = "/dev/ttyAMA0:4800,8N1"`,
    shows: `uspi.toml:11:6: error: "speed" opens this port with other settings
    at = "/dev/ttyAMA0:4800,8N1"
         ^
  expected: "/dev/ttyAMA0:9600,8N1"`,
  },
];
