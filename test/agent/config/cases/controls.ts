// What a control cannot be given, and words that do not fit. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

const position = '[[capability]]\nname = "valve"\ndriver = "servo"\nchannel = "position"\nat = "pin 13"\n';
const mode = '[[capability]]\nname = "fan"\ndriver = "servo"\nchannel = "mode"\nat = "pin 13"\n';

export const controlsCases: readonly FindingCase[] = [
  {
    name: 'a range wider than the hardware',
    toml: `${position}range = [0, 270]`,
    shows: `uspi.toml:6:9: error: this range is wider than what can be set
    range = [0, 270]
            ^
  expected: no wider than [0, 180]`,
  },
  {
    name: 'a step that is none',
    toml: `${position}step = 0`,
    shows: `uspi.toml:6:8: error: 0 is no step
    step = 0
           ^
  expected: a number above 0`,
  },
  {
    name: 'an initial value outside of the range',
    toml: `${position}range = [10, 90]\ninitial = 5`,
    shows: `uspi.toml:7:11: error: a LevelControl cannot be set to 5
    initial = 5
              ^
  expected: a number from 10 to 90`,
  },
  {
    name: 'a word that the channel does not have, and one that is there twice',
    toml: `${mode}values = ["slow", "fst", "slow"]`,
    shows: `uspi.toml:6:19: error: "fst" is no value of this channel
    values = ["slow", "fst", "slow"]
                      ^
  expected: "slow" or "fast"
uspi.toml:6:26: error: "slow" is here twice
    values = ["slow", "fst", "slow"]
                             ^
  expected: "slow" or "fast"`,
  },
  {
    name: 'an initial word that was left out of the values',
    toml: `${mode}values = ["slow"]\ninitial = "fast"`,
    shows: `uspi.toml:7:11: error: an EnumControl cannot be set to "fast"
    initial = "fast"
              ^
  expected: "slow"`,
  },
  {
    name: 'words for a level, and a step for words',
    toml: `${position}values = ["slow"]`,
    shows: `uspi.toml:6:1: error: "values" has no meaning for a LevelControl
    values = ["slow"]
    ^
  expected: "values" in an EnumSensor or EnumControl`,
  },
  {
    name: 'a hysteresis below nothing',
    isStructural: true,
    toml: '[[capability]]\nname = "l"\ndriver = "host"\nchannel = "load"\nhysteresis = -1',
    shows: `uspi.toml:5:14: error: -1 is out of range
    hysteresis = -1
                 ^
  expected: a number from 0 to 1000000`,
  },
];
