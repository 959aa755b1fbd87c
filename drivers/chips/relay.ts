/** A relay board, which nearly always switches on when its line is low. */
import { gpioOutput } from './gpio-output.ts';

export const relay: typeof gpioOutput = {
  ...gpioOutput,
  name: 'relay',
  description: 'A relay board on a GPIO line',
  options: { activeLow: { default: true, description: 'The relay is on when the line is low, as on most boards' } },
};
