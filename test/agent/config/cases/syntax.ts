// Files that are not TOML. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

export const syntaxCases: readonly FindingCase[] = [
  {
    name: 'a text without quotes',
    toml: `[[controller]]
role = Full Access`,
    shows: `uspi.toml:2:8: error: this is not TOML: invalid value
    role = Full Access
           ^
  expected: a value: a "text" in quotes, a number, true or false, a [list] or a { table }
  did you mean "Full Access"?`,
  },
  {
    name: 'an unfinished text',
    toml: `[agent]
state = "/var/lib/uspi
socket = "/run/uspi.sock"`,
    shows: `uspi.toml:2:23: error: this is not TOML: control characters are not allowed in strings
    state = "/var/lib/uspi
                          ^
  expected: the closing quote on the same line`,
  },
  {
    name: 'a key without a value',
    toml: `[agent]
state =
`,
    shows: `uspi.toml:2:8: error: this is not TOML: invalid value
    state =
           ^
  expected: a value: a "text" in quotes, a number, true or false, a [list] or a { table }`,
  },
  {
    name: 'a section without its bracket',
    toml: `[agent
state = "x"`,
    shows: `uspi.toml:1:7: error: this is not TOML: illegal character in key
    [agent
          ^
  expected: a section such as [agent], or one of several such as [[capability]]`,
  },
  {
    name: 'a section twice',
    toml: `[log]

[agent]

[log]
level = "info"`,
    shows: `uspi.toml:5:2: error: this is not TOML: trying to redefine an already defined table or value
    [log]
     ^
  expected: each [section] once; only [[sections]] may be there again`,
  },
  {
    name: 'a key twice',
    toml: `[agent]
state = "a"
state = "b"`,
    shows: `uspi.toml:3:1: error: this is not TOML: trying to redefine an already defined table or value
    state = "b"
    ^
  expected: each key once in its section`,
  },
  {
    name: 'a line that is no assignment',
    toml: `[agent]
state "/var/lib/uspi"`,
    shows: `uspi.toml:2:7: error: this is not TOML: illegal character in key
    state "/var/lib/uspi"
          ^
  expected: a line of the form key = value, or a [section]`,
  },
  {
    name: 'something after the value',
    toml: `[log]
level = "info" "debug"`,
    shows: `uspi.toml:2:16: error: this is not TOML: each key-value declaration must be followed by an end-of-line
    level = "info" "debug"
                   ^
  expected: the end of the line after the value, a comma, or a closing bracket`,
  },
  {
    name: 'a password without quotes',
    toml: `[[controller]]
mqtt.password = hunter2`,
    shows: `uspi.toml:2:17: error: this is not TOML: invalid value
    mqtt.password = ***
                    ^
  expected: a value: a "text" in quotes, a number, true or false, a [list] or a { table }`,
  },
  {
    name: 'an unfinished password',
    toml: `[[controller]]
mqtt.password = "hunter2
mqtt.user = "me"`,
    shows: `uspi.toml:2:25: error: this is not TOML: control characters are not allowed in strings
    mqtt.password = ***
                       ^
  expected: the closing quote on the same line`,
  },
  {
    name: 'lists in lists in lists',
    toml: `a = [[[[[[[[[[[[[[[[[`,
    shows: `uspi.toml:1:21: error: this is not TOML: document contains excessively nested structures. aborting.
    a = [[[[[[[[[[[[[[[[[
                        ^
  expected: the end of the line after the value, a comma, or a closing bracket`,
  },
  {
    name: 'tabs and the line ends of Windows',
    toml: `[agent]\r
\tstate\t= 01\r
`,
    shows: `uspi.toml:2:10: error: this is not TOML: illegal leading zero
    \tstate\t= 01
    \t     \t  ^
  expected: a value: a "text" in quotes, a number, true or false, a [list] or a { table }`,
  },
];
