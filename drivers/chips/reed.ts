/** A reed contact at a door or window, to ground, with a resistor to 3.3 V: the line is high while the door is open. */
import { binary } from '../define.ts';
import { gpioInput } from './gpio-input.ts';

export const reed: typeof gpioInput = {
  ...gpioInput,
  name: 'reed',
  description: 'A door or window contact on a GPIO line',
  channels: { level: binary({ type: 'DoorOpen', description: 'Whether the contact is open' }) },
};
