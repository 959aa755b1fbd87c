/**
 * NXP PCA9685: sixteen outputs of pulse width, for lamps and servos. Sections are those of the datasheet, revision 4;
 * registers as in the Linux driver (drivers/pwm/pwm-pca9685.c).
 */
import { type Channel, chip, intensity, servo } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { type I2cContext, readFrom, send } from './common/i2c.ts';

/** Section 7.3.1: asleep, and the pointer moving on by itself. */
const mode1Register = 0x00;
const isAsleep = 0x10;
const pointerMoves = 0x20;
/** Section 7.3.2: outputs that drive both ways. */
const mode2Register = 0x01;
const drivesBothWays = 0x04;
const prescaleRegister = 0xfe;
/** Of output 0: on low, on high, off low, off high. */
const firstOutputRegister = 0x06;
const always = 0x10;

/** Section 7.3.5. */
const oscillatorHz = 25_000_000;
const ticks = 4096;
/** The oscillator starts in 500 us (section 7.3.1.1). */
const startMs = 1;

const outputs = Array.from({ length: 16 }, (_, at) => at);
const level = (at: number): [string, Channel] => [
  `level${at}`,
  intensity({ description: `Share of on-time, output ${at}` }),
];
const position = (at: number): [string, Channel] => [
  `servo${at}`,
  servo({ description: `Angle of a servo, output ${at}` }),
];

/** The divider for a frequency. */
export function prescaleOf(hertz: number): number {
  return Math.round(oscillatorHz / (ticks * hertz)) - 1;
}

/** How many of the 4096 ticks an output is on for. */
function onTicks({ options }: I2cContext, channel: string, value: number): number {
  if (channel.startsWith('level')) return Math.round((value * ticks) / 100);
  const [min, max] = [Number(options.servoMinUs), Number(options.servoMaxUs)];
  const pulseUs = min + ((max - min) * value) / 180;
  const tickUs = ((prescaleOf(Number(options.hertz)) + 1) * 1e6) / oscillatorHz;
  return Math.round(pulseUs / tickUs);
}

function registerOf(channel: string): number {
  return firstOutputRegister + 4 * Number(channel.slice('level'.length));
}

export const pca9685 = chip({
  name: 'pca9685',
  description: 'NXP PCA9685: sixteen lamps or servos',
  bus: 'i2c',
  // 0x70 answers to all chips at once.
  addresses: Array.from({ length: 0x30 }, (_, at) => 0x40 + at),
  options: {
    hertz: { default: 200, range: [24, 1526], description: 'Frequency of all outputs; 50 for servos' },
    servoMinUs: { default: 1000, range: [100, 3000], description: 'Pulse of a servo at 0 deg, in microseconds' },
    servoMaxUs: { default: 2000, range: [100, 3000], description: 'Pulse of a servo at 180 deg, in microseconds' },
  },
  channels: Object.fromEntries([...outputs.map(level), ...outputs.map(position)]),

  async setUp(context) {
    const prescale = prescaleOf(Number(context.options.hertz));
    const [now = 0] = await readFrom(context, prescaleRegister, 1);
    const [mode = 0] = await readFrom(context, mode1Register, 1);
    // Awake and at the right frequency it stays as it is, so that lamps do not flicker when the agent starts.
    if (now !== prescale || mode & isAsleep) {
      await send(context, mode1Register, isAsleep | pointerMoves);
      await send(context, prescaleRegister, prescale);
    }
    await send(context, mode2Register, drivesBothWays);
    await send(context, mode1Register, pointerMoves);
    await context.sleep(startMs);
  },

  async drive(context, channel, value) {
    const on = onTicks(context, channel, Number(value));
    const bytes = on <= 0 ? [0, 0, 0, always] : on >= ticks ? [0, always, 0, 0] : [0, 0, on & 0xff, on >> 8];
    await send(context, registerOf(channel), ...bytes);
    context.memory.set(channel, Number(value));
  },

  async readBack(context, channel) {
    const [mode = 0] = await readFrom(context, mode1Register, 1);
    if (mode & isAsleep) throw new DeviceError('io', `${context.at}: the chip was reset`);
    const [, onHigh = 0, offLow = 0, offHigh = 0] = await readFrom(context, registerOf(channel), 4);
    const has = offHigh & always ? 0 : onHigh & always ? ticks : offLow | (offHigh << 8);
    // What was rounded to a tick on its way is still what was asked for.
    const asked = context.memory.get(channel);
    if (asked !== undefined && onTicks(context, channel, asked) === has) return asked;
    if (channel.startsWith('level')) return (100 * has) / ticks;
    const [min, max] = [onTicks(context, channel, 0), onTicks(context, channel, 180)];
    return ((has - min) * 180) / (max - min);
  },
});
