/** A push button between a line and ground: pressed, it pulls the line low against the processor's own resistor. */
import { binary } from '../define.ts';
import { gpioInput } from './gpio-input.ts';

const { activeLow, bias, debounceMs } = gpioInput.options!;

export const button: typeof gpioInput = {
  ...gpioInput,
  name: 'button',
  description: 'A push button on a GPIO line',
  options: {
    activeLow: { ...activeLow!, default: true, description: 'The button pulls the line low when it is pressed' },
    bias: { ...bias!, default: 'pull-up' },
    // Contacts of push buttons bounce for some milliseconds, and nobody presses one for less than fifty.
    debounceMs: { ...debounceMs!, default: 20 },
  },
  channels: { level: binary({ description: 'Whether the button is pressed' }) },
};
