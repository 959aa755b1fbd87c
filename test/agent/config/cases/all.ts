import type { FindingCase } from './case.ts';
import { channelsCases } from './channels.ts';
import { controllersCases } from './controllers.ts';
import { controlsCases } from './controls.ts';
import { devicesCases } from './devices.ts';
import { keysCases } from './keys.ts';
import { placesCases } from './places.ts';
import { programsCases } from './programs.ts';
import { rulesCases } from './rules.ts';
import { settingsCases } from './settings.ts';
import { syntaxCases } from './syntax.ts';
import { valuesCases } from './values.ts';
import { warningsCases } from './warnings.ts';

/** Configurations that are refused, by what they are about. */
export const badCases: Readonly<Record<string, readonly FindingCase[]>> = {
  syntax: syntaxCases,
  keys: keysCases,
  values: valuesCases,
  controllers: controllersCases,
  places: placesCases,
  channels: channelsCases,
  controls: controlsCases,
  settings: settingsCases,
  devices: devicesCases,
  programs: programsCases,
  rules: rulesCases,
};

/** Configurations that are taken, with a warning. */
export const warnedCases: readonly FindingCase[] = warningsCases;
