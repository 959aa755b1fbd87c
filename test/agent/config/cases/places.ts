// Drivers, channels and places that do not exist. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

export const placesCases: readonly FindingCase[] = [
  {
    name: 'a driver that does not exist',
    toml: `[[capability]]
name = "t"
driver = "sht13"
channel = "temperature"
at = "i2c-1:0x44"`,
    shows: `uspi.toml:3:10: error: there is no driver "sht13"
    driver = "sht13"
             ^
  expected: any-i2c, exec, gpio-input, gpio-output, host, modbus, replay, scd4x, serial-meter, serial-nmea, servo or sht31
  did you mean "sht31"?`,
  },
  {
    name: 'a channel that the driver has not',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temprature"
at = "i2c-1:0x44"`,
    shows: `uspi.toml:4:11: error: sht31 has no channel "temprature"
    channel = "temprature"
              ^
  expected: temperature or humidity
  did you mean "temperature"?`,
  },
  {
    name: 'a driver with several channels and none named',
    toml: `[[capability]]
name = "t"
driver = "sht31"
at = "i2c-1:0x44"`,
    shows: `uspi.toml:1:1: error: "channel" is missing: sht31 has several
    [[capability]]
    ^
  expected: channel = "temperature" or "humidity"`,
  },
  {
    name: 'no place',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"`,
    shows: `uspi.toml:1:1: error: "at" is missing: where is this gpio-input?
    [[capability]]
    ^
  expected: a GPIO line: "pin 11" (of the 40-pin header), "gpiochip0:17", "label pinctrl-bcm2835:17" or "line GPIO17"`,
  },
  {
    name: 'no file to play',
    toml: `[[capability]]
name = "t"
driver = "replay"`,
    shows: `uspi.toml:1:1: error: "at" is missing: where is this replay?
    [[capability]]
    ^
  expected: the path of a file`,
  },
  {
    name: 'an address that the chip cannot have',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x76"`,
    shows: `uspi.toml:5:6: error: sht31 cannot be at address 0x76
    at = "i2c-1:0x76"
         ^
  expected: 0x44 or 0x45`,
  },
  {
    name: 'no address',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1"`,
    shows: `uspi.toml:5:6: error: "i2c-1" lacks the address of the chip
    at = "i2c-1"
         ^
  expected: an I2C bus and address such as "i2c-1:0x44"
  did you mean "i2c-1:0x44"?`,
  },
  {
    name: 'an address in decimal',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:68"`,
    shows: `uspi.toml:5:6: error: an I2C address is written in hexadecimal, as i2cdetect prints it
    at = "i2c-1:68"
         ^
  expected: an I2C bus and address such as "i2c-1:0x44"
  did you mean "i2c-1:0x44"?`,
  },
  {
    name: 'an address as i2cdetect prints it',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:44"`,
    shows: `uspi.toml:5:6: error: an I2C address is written in hexadecimal, as i2cdetect prints it
    at = "i2c-1:44"
         ^
  expected: an I2C bus and address such as "i2c-1:0x44"
  did you mean "i2c-1:0x44"?`,
  },
  {
    name: 'no I2C bus',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "/dev/i2c-1"`,
    shows: `uspi.toml:5:6: error: "/dev/i2c-1" is no place on an I2C bus
    at = "/dev/i2c-1"
         ^
  expected: an I2C bus and address such as "i2c-1:0x44"
  did you mean "i2c-1:0x44"?`,
  },
  {
    name: 'a bare GPIO number',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "17"`,
    shows: `uspi.toml:4:6: error: "17" names no GPIO chip, and bare numbers shift from one kernel and board to the next
    at = "17"
         ^
  expected: a GPIO line: "pin 11" (of the 40-pin header), "gpiochip0:17", "label pinctrl-bcm2835:17" or "line GPIO17"
  did you mean "gpiochip0:17"?`,
  },
  {
    name: 'the name of a line alone',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "GPIO17"`,
    shows: `uspi.toml:4:6: error: "GPIO17" is no GPIO line
    at = "GPIO17"
         ^
  expected: a GPIO line: "pin 11" (of the 40-pin header), "gpiochip0:17", "label pinctrl-bcm2835:17" or "line GPIO17"
  did you mean "line GPIO17"?`,
  },
  {
    name: 'the name of a line for the GPIO sysfs',
    toml: `[agent]
gpio = "sysfs"
[[capability]]
name = "door"
driver = "gpio-input"
at = "line GPIO17"`,
    shows: `uspi.toml:6:6: error: the GPIO sysfs knows no names of lines
    at = "line GPIO17"
         ^
  expected: a pin, a chip or a label, or gpio = "auto" in [agent]`,
  },
  {
    name: 'a pin without its blank',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin11"`,
    shows: `uspi.toml:4:6: error: "pin11" is no GPIO line
    at = "pin11"
         ^
  expected: a GPIO line: "pin 11" (of the 40-pin header), "gpiochip0:17", "label pinctrl-bcm2835:17" or "line GPIO17"
  did you mean "pin 11"?`,
  },
  {
    name: 'a pin that is ground',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 9"`,
    shows: `uspi.toml:4:6: error: pin 9 is power or ground, not a line
    at = "pin 9"
         ^
  expected: a GPIO line: "pin 11" (of the 40-pin header), "gpiochip0:17", "label pinctrl-bcm2835:17" or "line GPIO17"`,
  },
  {
    name: 'a pin beyond the header',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 41"`,
    shows: `uspi.toml:4:6: error: the header has the pins 1 to 40
    at = "pin 41"
         ^
  expected: a GPIO line: "pin 11" (of the 40-pin header), "gpiochip0:17", "label pinctrl-bcm2835:17" or "line GPIO17"`,
  },
  {
    name: 'a serial port without its settings',
    toml: `[[capability]]
name = "speed"
driver = "serial-nmea"
channel = "speed"
at = "/dev/ttyAMA0"`,
    shows: `uspi.toml:5:6: error: "/dev/ttyAMA0" is no serial port with speed and frame
    at = "/dev/ttyAMA0"
         ^
  expected: a serial port with its speed and frame such as "/dev/serial/by-id/usb-…:9600,8N1"
  did you mean "/dev/ttyAMA0:9600,8N1"?`,
  },
  {
    name: 'a serial port with a speed alone',
    toml: `[[capability]]
name = "speed"
driver = "serial-nmea"
channel = "speed"
at = "/dev/ttyAMA0:9600"`,
    shows: `uspi.toml:5:6: error: "/dev/ttyAMA0:9600" is no serial port with speed and frame
    at = "/dev/ttyAMA0:9600"
         ^
  expected: a serial port with its speed and frame such as "/dev/serial/by-id/usb-…:9600,8N1"
  did you mean "/dev/ttyAMA0:9600,8N1"?`,
  },
];
