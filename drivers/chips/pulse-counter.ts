/** Pulses on a GPIO line: a meter's output, a flow sensor, an anemometer. */
import { chip } from '../define.ts';

const pulses = 'pulses';
const pulsesBefore = 'pulses before';
const sampledAtMs = 'sampled at';

export const pulseCounter = chip({
  name: 'pulse-counter',
  description: 'Pulses on a GPIO line, counted',
  bus: 'gpio-in',
  options: {
    activeLow: { default: false, description: 'A pulse pulls the line low' },
    perPulse: {
      default: 1,
      range: [0.000_001, 1_000_000],
      description: 'What a pulse stands for: 0.001 kWh, 0.0022 l',
    },
    ratePerPulse: {
      default: 0,
      range: [0, 1_000_000_000],
      description: 'What a pulse a second stands for, where that has another unit: 3600 W; 0: the same as before',
    },
  },
  channels: {
    total: {
      class: 'LevelSensor',
      type: 'Counter',
      unit: '-',
      description: 'All pulses since the agent opened the line',
    },
    rate: { class: 'LevelSensor', type: 'Flow', unit: '-', description: 'What came each second since the last poll' },
  },
  pollMsMin: 100,
  pollMsDefault: 10_000,

  watch({ port, memory }, _readings, lost) {
    return port.watch(level => memory.set(pulses, (memory.get(pulses) ?? 0) + (level ? 1 : 0)), lost);
  },

  async sample({ port, memory, options, clock }) {
    // Only to find out whether the line is still there.
    await port.read();
    const [nowMs, count] = [clock.monotonicMs(), memory.get(pulses) ?? 0];
    const perPulse = Number(options.perPulse);
    const [sinceMs, before] = [memory.get(sampledAtMs), memory.get(pulsesBefore) ?? 0];
    memory.set(sampledAtMs, nowMs).set(pulsesBefore, count);
    const total = count * perPulse;
    if (sinceMs === undefined || nowMs <= sinceMs) return { total };
    const ratePerPulse = Number(options.ratePerPulse) || perPulse;
    return { total, rate: ((count - before) * ratePerPulse * 1000) / (nowMs - sinceMs) };
  },
});
