/** Short words for what moves, used by the tables of stand-ins. */
import type { ChannelPlan, Motion } from '../stand-in.ts';

export function wave(low: number, high: number, set: (value: number) => void): Motion {
  return { kind: 'wave', band: [low, high], set };
}

/** A door or a button: active for 6 s once in 28 s. */
export function contact(set: (isActive: boolean) => void, times = { everyMs: 28_000, forMs: 6_000 }): Motion {
  return { kind: 'contact', ...times, set };
}

/** The middle of what a channel can have, where that is known; else some numbers. */
export function bandOf({ range }: ChannelPlan): readonly [number, number] {
  if (!range) return [10, 30];
  const width = range[1] - range[0];
  return [range[0] + 0.2 * width, range[1] - 0.2 * width];
}
