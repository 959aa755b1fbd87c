/** Passive infrared motion detectors with a line that is high while something moves: HC-SR501, AM312. */
import { binary } from '../define.ts';
import { gpioInput } from './gpio-input.ts';

export const pir: typeof gpioInput = {
  ...gpioInput,
  name: 'pir',
  description: 'A motion detector on a GPIO line',
  channels: { level: binary({ type: 'MotionDetected', description: 'Whether something moves' }) },
};
