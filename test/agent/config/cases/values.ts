// Values of the wrong type, form or size. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

export const valuesCases: readonly FindingCase[] = [
  {
    name: 'a number where a text belongs',
    isStructural: true,
    toml: `[agent]
state = 5`,
    shows: `uspi.toml:2:9: error: "state" cannot be a whole number
    state = 5
            ^
  expected: a path; a relative one begins at the folder of this file`,
  },
  {
    name: 'a text where a switch belongs',
    isStructural: true,
    toml: `[[rule]]
when = "fan"
not = "yes"
set = "lamp"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"

[[capability]]
name = "lamp"
driver = "gpio-output"
at = "pin 15"`,
    shows: `uspi.toml:3:7: error: "not" cannot be a text
    not = "yes"
          ^
  expected: true or false
  did you mean true?`,
  },
  {
    name: 'a text where a number belongs',
    isStructural: true,
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
sensitivity = "70"`,
    shows: `uspi.toml:5:15: error: "sensitivity" cannot be a text
    sensitivity = "70"
                  ^
  expected: a whole number from 0 to 100
  did you mean 70?`,
  },
  {
    name: 'a fraction where a whole number belongs',
    isStructural: true,
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
sensitivity = 0.7`,
    shows: `uspi.toml:5:15: error: 0.7 is not a whole number
    sensitivity = 0.7
                  ^
  expected: a whole number from 0 to 100`,
  },
  {
    name: 'a number out of range',
    isStructural: true,
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
sensitivity = 101`,
    shows: `uspi.toml:5:15: error: 101 is out of range
    sensitivity = 101
                  ^
  expected: a whole number from 0 to 100`,
  },
  {
    name: 'a number that is none',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
high = inf`,
    shows: `uspi.toml:6:8: error: Infinity is not an ordinary number
    high = inf
           ^
  expected: a number`,
  },
  {
    name: 'a text where a list belongs',
    isStructural: true,
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
filter = "median 5"`,
    shows: `uspi.toml:6:10: error: "filter" cannot be a text
    filter = "median 5"
             ^
  expected: a list, each entry a filter such as "median 5"
  did you mean ["median 5"]?`,
  },
  {
    name: 'a date',
    isStructural: true,
    toml: `[agent]
serial-number = 2024-01-31`,
    shows: `uspi.toml:2:17: error: "serial-number" cannot be a date
    serial-number = 2024-01-31
                    ^
  expected: a text of 1 to 64 characters without blanks at its ends`,
  },
  {
    name: 'a word that is not known',
    isStructural: true,
    toml: `[log]
level = "warn"`,
    shows: `uspi.toml:2:9: error: "warn" is not known here
    level = "warn"
            ^
  expected: error, warning, notice, info or debug
  did you mean "warning"?`,
  },
  {
    name: 'a version as a number',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost", version = 5, agent-topic = "a", controller-topic = "c" }`,
    shows: `uspi.toml:4:49: error: "version" cannot be a whole number
    mqtt = { broker = "mqtt://localhost", version = 5, agent-topic = "a", controller-topic = "c" }
                                                    ^
  expected: "5.0" or "3.1.1"
  did you mean "5.0"?`,
  },
  {
    name: 'a duration without its unit',
    isStructural: true,
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
poll = 5`,
    shows: `uspi.toml:6:8: error: "poll" cannot be a whole number
    poll = 5
           ^
  expected: a duration with its unit (ms, s, min or h), from "10ms" to "24h"
  did you mean "5s"?`,
  },
  {
    name: 'a duration in a text without its unit',
    isStructural: true,
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
poll = "5"`,
    shows: `uspi.toml:6:8: error: "5" is not a duration
    poll = "5"
           ^
  expected: a duration with its unit (ms, s, min or h), from "10ms" to "24h"
  did you mean "5s"?`,
  },
  {
    name: 'a unit that is not known',
    isStructural: true,
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
poll = "5 sec"`,
    shows: `uspi.toml:6:8: error: "5 sec" is not a duration
    poll = "5 sec"
           ^
  expected: a duration with its unit (ms, s, min or h), from "10ms" to "24h"
  did you mean "5s"?`,
  },
  {
    name: 'a duration with a fraction',
    isStructural: true,
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
poll = "1.5s"`,
    shows: `uspi.toml:6:8: error: "1.5s" is not a duration
    poll = "1.5s"
           ^
  expected: a duration with its unit (ms, s, min or h), from "10ms" to "24h"
  did you mean "1500ms"?`,
  },
  {
    name: 'a duration that is none',
    isStructural: true,
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
poll = "often"`,
    shows: `uspi.toml:6:8: error: "often" is not a duration
    poll = "often"
           ^
  expected: a duration with its unit (ms, s, min or h), from "10ms" to "24h"`,
  },
  {
    name: 'a duration out of range',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
poll = "25h"`,
    shows: `uspi.toml:6:8: error: "25h" is out of range
    poll = "25h"
           ^
  expected: a duration with its unit (ms, s, min or h), from "10ms" to "24h"`,
  },
  {
    name: 'a duration of no whole seconds',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", keep-alive = "1500ms" }`,
    shows: `uspi.toml:4:95: error: "1500ms" is not a whole number of seconds
    mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", keep-alive = "1500ms" }
                                                                                                  ^
  expected: a duration with its unit (ms, s, min or h), whole seconds, from "0s" to "65535s"`,
  },
  {
    name: 'a range the wrong way round',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
range = [50, 10]`,
    shows: `uspi.toml:6:9: error: 50 is not below 10
    range = [50, 10]
            ^
  expected: a smallest and a larger number, such as [0, 100]
  did you mean [10, 50]?`,
  },
  {
    name: 'a range of three',
    isStructural: true,
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
range = [0, 50, 100]`,
    shows: `uspi.toml:6:9: error: this is not a pair of numbers
    range = [0, 50, 100]
            ^
  expected: a smallest and a larger number, such as [0, 100]`,
  },
  {
    name: 'a name that is too long',
    isStructural: true,
    toml: `[[capability]]
name = "door door door door door door door door door door door door door "
driver = "gpio-input"
at = "pin 11"`,
    shows: `uspi.toml:2:8: error: this text has 65 characters, 64 are allowed
    name = "door door door door door door door door door door door door door "
           ^
  expected: a name of 1 to 64 characters without blanks at its ends`,
  },
  {
    name: 'a name with a blank at its end',
    isStructural: true,
    toml: `[[capability]]
name = "door "
driver = "gpio-input"
at = "pin 11"`,
    shows: `uspi.toml:2:8: error: "name" is not well formed
    name = "door "
           ^
  expected: a name of 1 to 64 characters without blanks at its ends`,
  },
  {
    name: 'options that are no table',
    isStructural: true,
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
options = true`,
    shows: `uspi.toml:5:11: error: "options" cannot be the word true
    options = true
              ^
  expected: a table such as { name = value }`,
  },
  {
    name: 'several mistakes at once, in the order of the file',
    isStructural: true,
    toml: `[log]
level = "loud"

[agent]
stat = "x"
socket = true`,
    shows: `uspi.toml:2:9: error: "loud" is not known here
    level = "loud"
            ^
  expected: error, warning, notice, info or debug
uspi.toml:5:1: error: "stat" is not a key of this table
    stat = "x"
    ^
  expected: endpoint, state, socket, manufacturer, manufacturer-oui, product-class, serial-number, gpio, allow-exec or notifications
  did you mean state?
uspi.toml:6:10: error: "socket" cannot be the word true
    socket = true
             ^
  expected: a path; a relative one begins at the folder of this file`,
  },
];
