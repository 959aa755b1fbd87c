// Sections and keys that are misspelt, missing or in the wrong form. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

export const keysCases: readonly FindingCase[] = [
  {
    name: 'a section that does not exist',
    isStructural: true,
    toml: `[contoller]
endpoint = "self::controller"`,
    shows: `uspi.toml:1:1: error: there is no section "contoller"
    [contoller]
    ^
  expected: [agent], [[controller]], [coap], [[capability]], [[rule]], [[device]], [[node]] or [log]
  did you mean [[controller]]?`,
  },
  {
    name: 'a key outside of any section',
    isStructural: true,
    toml: `endpoint = "self::agent"`,
    shows: `uspi.toml:1:1: error: "endpoint" stands outside of any section
    endpoint = "self::agent"
    ^
  expected: [agent], [[controller]], [coap], [[capability]], [[rule]], [[device]], [[node]] or [log]`,
  },
  {
    name: 'a section that may be there several times',
    isStructural: true,
    toml: `[rule]
when = "door"
set = "fan"`,
    shows: `uspi.toml:1:1: error: this section is written [[rule]]
    [rule]
    ^
  expected: sections of the form [[rule]]
  did you mean [[rule]]?`,
  },
  {
    name: 'a section that may be there once',
    isStructural: true,
    toml: `[[log]]
level = "info"`,
    shows: `uspi.toml:1:1: error: this section is written [log]
    [[log]]
    ^
  expected: sections of the form [log]
  did you mean [log]?`,
  },
  {
    name: 'a section that is a value',
    isStructural: true,
    toml: `rule = "when the door opens"`,
    shows: `uspi.toml:1:8: error: "rule" cannot be a text
    rule = "when the door opens"
           ^
  expected: sections of the form [[rule]]`,
  },
  {
    name: 'a misspelt key',
    isStructural: true,
    toml: `[agent]
sokcet = "/run/uspi.sock"`,
    shows: `uspi.toml:2:1: error: "sokcet" is not a key of this table
    sokcet = "/run/uspi.sock"
    ^
  expected: endpoint, state, socket, manufacturer, manufacturer-oui, product-class, serial-number, gpio, allow-exec or notifications
  did you mean socket?`,
  },
  {
    name: 'a key that resembles none',
    isStructural: true,
    toml: `[agent]
colour = "green"`,
    shows: `uspi.toml:2:1: error: "colour" is not a key of this table
    colour = "green"
    ^
  expected: endpoint, state, socket, manufacturer, manufacturer-oui, product-class, serial-number, gpio, allow-exec or notifications`,
  },
  {
    name: 'missing keys',
    isStructural: true,
    toml: `[[capability]]
at = "pin 11"`,
    shows: `uspi.toml:1:1: error: "name" is missing
    [[capability]]
    ^
  expected: name = "boiler temperature"
uspi.toml:1:1: error: "driver" is missing
    [[capability]]
    ^
  expected: driver = "sht31"`,
  },
];
