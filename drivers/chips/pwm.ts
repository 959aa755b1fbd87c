/** An output of pulse width of the processor, by the kernel: Documentation/ABI/testing/sysfs-class-pwm of Linux 6.1. */
import { chip, type DriverContext, intensity, servo } from '../define.ts';
import { DeviceError } from '../errors.ts';
import type { Files } from '../ports.ts';
import { readNumber } from './common/sysfs.ts';

/** The system gives the new files their owner a moment after they are there. */
const exportMs = 200;

const periodNs = ({ options }: DriverContext<Files>) => Math.round(1e9 / Number(options.hertz));

/** How long the output is on in each period. */
function dutyNs(context: DriverContext<Files>, channel: string, value: number): number {
  if (channel === 'level') return Math.round((periodNs(context) * value) / 100);
  const [min, max] = [Number(context.options.servoMinUs), Number(context.options.servoMaxUs)];
  return Math.round((min + ((max - min) * value) / 180) * 1000);
}

/** Has the kernel make the files of the output that the path names, where it has not yet. */
async function exportOutput({ port, at, sleep }: DriverContext<Files>): Promise<void> {
  const [, controller, number] = /^(.*)\/pwm(\d+)$/.exec(at) ?? [];
  if (controller === undefined || number === undefined) {
    throw new DeviceError('missing', `${at} is no output: /sys/class/pwm/pwmchip0/pwm1, say`);
  }
  if ((await port.readText(`${at}/period`).catch(() => undefined)) !== undefined) return;
  await port.writeText(`${controller}/export`, number);
  await sleep(exportMs);
}

export const pwm = chip({
  name: 'pwm',
  description: "The processor's pulse width: a lamp, a motor, a servo",
  bus: 'files',
  needsPath: true,
  options: {
    hertz: { default: 1000, range: [1, 1_000_000], description: 'Frequency; 50 for a servo' },
    servoMinUs: { default: 1000, range: [100, 3000], description: 'Pulse of a servo at 0 deg, in microseconds' },
    servoMaxUs: { default: 2000, range: [100, 3000], description: 'Pulse of a servo at 180 deg, in microseconds' },
  },
  channels: {
    level: intensity({ description: 'Share of on-time' }),
    servo: servo({ description: 'Angle of a servo' }),
  },

  async setUp(context) {
    const { port, at } = context;
    await exportOutput(context);
    const wanted = periodNs(context);
    if ((await readNumber(port, `${at}/period`)) === wanted) return;
    // The kernel refuses a period that is shorter than the time on.
    await port.writeText(`${at}/duty_cycle`, '0');
    await port.writeText(`${at}/period`, String(wanted));
  },

  async drive(context, channel, value) {
    const { port, at } = context;
    await port.writeText(
      `${at}/duty_cycle`,
      String(Math.min(periodNs(context), dutyNs(context, channel, Number(value)))),
    );
    await port.writeText(`${at}/enable`, '1');
    context.memory.set(channel, Number(value));
  },

  async readBack(context, channel) {
    const { port, at } = context;
    const isOn = (await readNumber(port, `${at}/enable`)) === 1;
    const has = isOn ? await readNumber(port, `${at}/duty_cycle`) : 0;
    // What was rounded to a nanosecond on its way is still what was asked for.
    const asked = context.memory.get(channel);
    if (asked !== undefined && dutyNs(context, channel, asked) === has) return asked;
    const [min, max] = channel === 'level' ? [0, 100] : [0, 180];
    const [from, to] = [dutyNs(context, channel, min), dutyNs(context, channel, max)];
    return min + ((has - from) * (max - min)) / (to - from);
  },
});
