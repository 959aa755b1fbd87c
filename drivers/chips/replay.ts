/** Recorded readings, played back: real data without the hardware. */
import { chip } from '../define.ts';
import { DeviceError, toDeviceError } from '../errors.ts';
import type { Clock, Stoppable } from '../ports.ts';

/** A recording: times in milliseconds since its first row, never going back, and the value at each. */
export interface Recording {
  atMs: number[];
  values: number[];
  /** Numbers of the lines that are no reading, from 1; the first few. */
  badLines: number[];
  badCount: number;
}

const badLinesShown = 5;

/** "2024-07-01T12:00:00Z", the zone being UTC where none is written, or plain seconds. NaN when it is neither. */
function timeMs(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const [, date, time = '00:00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  return date === undefined ? Number.NaN : Date.parse(`${date}T${time}${zone}`);
}

/**
 * Reads lines `time,value`. Empty lines, lines that begin with `#` and a heading before the rows are passed over; a line
 * without a value, with another form, or going back in time is bad and left out: no value is made up.
 */
export function readRecording(text: string): Recording {
  const recording: Recording = { atMs: [], values: [], badLines: [], badCount: 0 };
  let [firstMs, lastMs] = [Number.NaN, Number.NEGATIVE_INFINITY];
  let mayBeHeading = true;
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const [, time, value] = /^([^,]+),\s*(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i.exec(line) ?? [];
    const ms = timeMs(time?.trim() ?? '');
    if (ms >= lastMs && Number.isFinite(Number(value))) {
      if (Number.isNaN(firstMs)) firstMs = ms;
      lastMs = ms;
      recording.atMs.push(ms - firstMs);
      recording.values.push(Number(value));
    } else if (!mayBeHeading) {
      recording.badCount++;
      if (recording.badLines.length < badLinesShown) recording.badLines.push(index + 1);
    }
    mayBeHeading = false;
  });
  return recording;
}

/** Plays a recording that has at least one row. */
function play(
  { atMs, values }: Recording,
  { speed, loop, clock }: { speed: number; loop: boolean; clock: Clock },
  reading: (value: number) => void,
): Stoppable {
  const last = atMs.length - 1;
  // Between two laps as much time passes as before the last row; a lap takes a second or more.
  const lapMs = Math.max(1_000, (2 * atMs[last]! - (atMs[last - 1] ?? 0)) / speed);
  let startMs = clock.monotonicMs();
  let timer: Stoppable;
  const schedule = (row: number) => {
    timer = clock.after(startMs + atMs[row]! / speed - clock.monotonicMs(), () => {
      if (row < last) schedule(row + 1);
      else if (loop) {
        startMs += lapMs;
        schedule(0);
      }
      reading(values[row]!);
    });
  };
  schedule(0);
  return { stop: () => timer.stop() };
}

export const replay = chip({
  name: 'replay',
  description: 'A recording of readings, played from a CSV file of lines time,value',
  bus: 'files',
  needsPath: true,
  options: {
    speed: { default: 1, range: [0.001, 1_000_000], description: 'How many times faster than it was recorded' },
    loop: { default: true, description: 'Begins again after the last line; otherwise that value stays' },
  },
  channels: {
    value: { class: 'LevelSensor', type: 'Meter', unit: '-', description: 'The recorded value' },
  },

  watch({ port, at, options, clock, log }, readings, lost) {
    let playing: Stoppable | undefined;
    let isStopped = false;
    const start = async () => {
      const recording = readRecording(await port.readText(at));
      if (isStopped) return;
      const { badCount, badLines, values } = recording;
      if (values.length === 0) throw new DeviceError('bad-data', `${at}: no line of the form time,value`);
      if (badCount > 0) log('warning', `${at}: ${badCount} lines are no readings, the first ${badLines.join(', ')}`);
      const pace = { speed: options.speed as number, loop: options.loop as boolean, clock };
      playing = play(recording, pace, value => readings({ value }));
    };
    start().catch(cause => isStopped || lost(toDeviceError(cause)));
    return {
      stop() {
        isStopped = true;
        playing?.stop();
      },
    };
  },
});
