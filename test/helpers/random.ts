import type { Random } from '../../drivers/ports.ts';

/** Seeded chance (mulberry32), so that a failure can be repeated from its printed seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { fraction, bytes: count => Uint8Array.from({ length: count }, () => Math.floor(fraction() * 256)) };
}
