/** One GPIO line as an output: a relay, a lamp, a valve. */
import { binarySwitch, chip } from '../define.ts';

export const gpioOutput = chip({
  name: 'gpio-output',
  description: 'A GPIO line, driven',
  bus: 'gpio-out',
  options: {
    activeLow: { default: false, description: 'The load is on when the line is low, as with most relay boards' },
  },
  channels: { level: binarySwitch({ description: 'Whether the line is active' }) },

  async drive({ port }, _channel, value) {
    await port.write(value === true);
  },

  async readBack({ port }) {
    return port.read();
  },
});
