// [[device]] and [[node]], and what is bound to them.
import type { FindingCase } from './case.ts';

const meter = `[[device]]
name = "meter"
type = "Meter"
protocol = "X_USPI_Modbus"
at = "/dev/ttyAMA0:9600,8N1"
address = 1
`;

export const devicesCases: readonly FindingCase[] = [
  {
    name: 'a node that does not exist',
    toml: `[[capability]]
name = "lamp"
driver = "gpio-output"
at = "pin 11"
node = "lihgt"

[[node]]
name = "light"
type = "Sensor"`,
    shows: `uspi.toml:5:8: error: there is no [[node]] "lihgt"
    node = "lihgt"
           ^
  expected: light
  did you mean "light"?`,
  },
  {
    name: "a node of another device, and a node's device that does not exist",
    toml: `[[capability]]
name = "lamp"
driver = "gpio-output"
at = "pin 11"
node = "light"
device = "meter"

[[node]]
name = "light"
type = "Sensor"
device = "metre"

${meter}`,
    shows: `uspi.toml:6:10: error: "light" is a part of "metre"
    device = "meter"
             ^
  expected: no "device": the node has one
uspi.toml:11:10: error: there is no [[device]] "metre"
    device = "metre"
             ^
  expected: meter
  did you mean "meter"?`,
  },
  {
    name: 'a Modbus capability of no device, and one with a place of its own',
    toml: `[[capability]]
name = "power"
driver = "modbus"
channel = "level"

[[capability]]
name = "energy"
driver = "modbus"
channel = "level"
device = "meter"
at = "/dev/ttyAMA0:9600,8N1"

${meter}`,
    shows: `uspi.toml:1:1: error: "device" is missing: whose is this modbus?
    [[capability]]
    ^
  expected: a [[device]] with "at" and "address", named here with "device"
uspi.toml:11:1: error: a modbus is where its device is
    at = "/dev/ttyAMA0:9600,8N1"
    ^
  expected: a [[device]] with "at" and "address", named here with "device"`,
  },
  {
    name: 'a Modbus device without an address, and one whose port has no speed',
    toml: `[[capability]]
name = "power"
driver = "modbus"
channel = "level"
device = "meter"

[[capability]]
name = "level"
driver = "modbus"
channel = "level"
device = "tank"

[[device]]
name = "meter"
type = "Meter"
protocol = "X_USPI_Modbus"
at = "/dev/ttyAMA0:9600,8N1"

[[device]]
name = "tank"
type = "Sensor"
protocol = "X_USPI_Modbus"
at = "/dev/ttyAMA1"
address = 7`,
    shows: `uspi.toml:5:10: error: "meter" has no "address"
    device = "meter"
             ^
  expected: address = 1, say
uspi.toml:11:10: error: "/dev/ttyAMA1" is no serial port with speed and frame
    device = "tank"
             ^
  expected: a serial port with its speed and frame such as "/dev/serial/by-id/usb-…:9600,8N1"
  did you mean "/dev/ttyAMA1:9600,8N1"?`,
  },
  {
    name: 'Modbus options that are misspelt, are no whole number, or do not go together',
    toml: `[[capability]]
name = "power"
driver = "modbus"
channel = "level"
device = "meter"
options = { table = "inputs", register = 1.5, tipe = "int16" }

[[capability]]
name = "pump"
driver = "modbus"
channel = "switch"
device = "meter"
options = { table = "discrete-input" }

${meter}`,
    shows: `uspi.toml:6:21: error: the option "table" of modbus cannot be "inputs"
    options = { table = "inputs", register = 1.5, tipe = "int16" }
                        ^
  expected: "holding", "input", "coil" or "discrete-input"
  did you mean "input"?
uspi.toml:6:42: error: the option "register" of modbus cannot be 1.5
    options = { table = "inputs", register = 1.5, tipe = "int16" }
                                             ^
  expected: a whole number from 0 to 65535
uspi.toml:6:47: error: modbus has no option "tipe"
    options = { table = "inputs", register = 1.5, tipe = "int16" }
                                                  ^
  expected: table, register, type, wordOrder, scale, writeMultiple or timeoutMs
  did you mean type?
uspi.toml:13:21: error: the option "table": "discrete-input" cannot be written
    options = { table = "discrete-input" }
                        ^
  expected: "holding" or "coil"`,
  },
  {
    name: 'two devices at one address, two that set their port differently, and a port that another driver has',
    toml: `[[capability]]
name = "power"
driver = "modbus"
channel = "level"
device = "meter"

[[capability]]
name = "level"
driver = "modbus"
channel = "level"
device = "tank"

[[capability]]
name = "position"
driver = "serial-meter"
at = "/dev/ttyAMA0:9600,8N1"

${meter}
[[device]]
name = "tank"
type = "Sensor"
protocol = "X_USPI_Modbus"
at = "/dev/ttyAMA0:19200,8N1"
address = 2

[[device]]
name = "other"
type = "Meter"
protocol = "X_USPI_Modbus"
at = "/dev/ttyAMA0:9600,8N1"
address = 1`,
    shows: `uspi.toml:11:10: error: "power" opens this port with other settings
    device = "tank"
             ^
  expected: "/dev/ttyAMA0:9600,8N1"
uspi.toml:16:6: error: "/dev/ttyAMA0" is already the modbus of "power"
    at = "/dev/ttyAMA0:9600,8N1"
         ^
  expected: driver = "modbus", or another place
uspi.toml:37:11: error: 1 is already the address of "meter" there
    address = 1
              ^
  expected: an address of its own`,
  },
];
