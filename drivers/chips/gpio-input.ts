/** One GPIO line as an input: a door contact, a motion detector, a leak sensor, a button. */
import { binary, chip } from '../define.ts';

export const gpioInput = chip({
  name: 'gpio-input',
  description: 'A GPIO line, read',
  bus: 'gpio-in',
  options: {
    activeLow: { default: false, description: 'The sensor pulls the line low when it is active' },
    bias: {
      default: 'none',
      oneOf: ['none', 'pull-up', 'pull-down'],
      description: 'The resistor inside the processor; none leaves it as it is',
    },
    debounceMs: {
      default: 0,
      range: [0, 10_000],
      description: 'How long the line must rest before its level counts: 5 for a switch',
    },
  },
  channels: { level: binary({ description: 'Whether the line is active' }) },

  async sample({ port }) {
    return { level: await port.read() };
  },

  watch({ port }, readings, lost) {
    let hasSpoken = false;
    const tell = (level: boolean) => {
      hasSpoken = true;
      readings({ level });
    };
    const watching = port.watch(tell, lost);
    // The level at the start, unless an edge, which is newer, overtakes the answer.
    port.read().then(
      level => hasSpoken || tell(level),
      error => hasSpoken || lost(error),
    );
    return {
      stop() {
        hasSpoken = true;
        watching.stop();
      },
    };
  },
});
