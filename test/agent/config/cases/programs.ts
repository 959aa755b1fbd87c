// The driver exec, which has to be allowed, and its commands.
import type { FindingCase } from './case.ts';

export const programsCases: readonly FindingCase[] = [
  {
    name: 'a program that nobody has allowed',
    toml: `[[capability]]
name = "tank"
driver = "exec"
channel = "level"
command = ["/usr/local/bin/tank"]`,
    shows: `uspi.toml:3:10: error: exec runs programs with the rights of the agent, and [agent] does not allow that
    driver = "exec"
             ^
  expected: "allow-exec = true" in [agent]`,
  },
  {
    name: 'no program, none by its whole path, and a place',
    toml: `[agent]
allow-exec = true

[[capability]]
name = "tank"
driver = "exec"
channel = "level"
at = "/usr/local/bin/tank"

[[capability]]
name = "well"
driver = "exec"
channel = "level"
command = ["well --percent"]

[[capability]]
name = "pond"
driver = "exec"
channel = "level"
command = []`,
    shows: `uspi.toml:4:1: error: "command" is missing: which program?
    [[capability]]
    ^
  expected: command = ["/usr/local/bin/tank", "--percent"], say
uspi.toml:8:1: error: a program is nowhere
    at = "/usr/local/bin/tank"
    ^
  expected: command = ["/usr/local/bin/tank", "--percent"], say
uspi.toml:14:12: error: "well --percent" is no whole path
    command = ["well --percent"]
               ^
  expected: command = ["/usr/local/bin/tank", "--percent"], say
uspi.toml:20:11: error: "command" is empty
    command = []
              ^
  expected: command = ["/usr/local/bin/tank", "--percent"], say`,
  },
  {
    name: 'a command for a driver that runs none',
    toml: `[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
command = ["/bin/true"]`,
    shows: `uspi.toml:5:1: error: gpio-input runs no program
    command = ["/bin/true"]
    ^
  expected: no "command"`,
  },
];
