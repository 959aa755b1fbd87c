/** What the drivers of serial parts have in common. */
import { DeviceError } from '../../errors.ts';
import type { Clock, SerialPort } from '../../ports.ts';

/** Bytes that may come before an answer. */
const noiseBytesMax = 256;

/**
 * Sends `request` and waits for an answer: `find` is given all bytes that have come since, and tells the answer in
 * them. 'timeout' after `ms`; what the port is lost with.
 */
export function ask<Answer>(
  { port, clock, at }: { port: SerialPort; clock: Clock; at: string },
  request: Uint8Array,
  find: (bytes: readonly number[]) => Answer | undefined,
  ms: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let received: number[] = [];
    const end = (settle: () => void) => {
      listening.stop();
      timer.stop();
      settle();
    };
    const hear = (bytes: Uint8Array) => {
      received = [...received, ...bytes].slice(-noiseBytesMax);
      const answer = find(received);
      if (answer !== undefined) end(() => resolve(answer));
    };
    const lose = (error: Error) => end(() => reject(error));
    const timer = clock.after(ms, () => lose(new DeviceError('timeout', `${at}: no answer after ${ms} ms`)));
    const listening = port.listen(hear, lose);
    port.write(request).catch(lose);
  });
}

/**
 * Cuts a stream into frames of `length` bytes that begin with `start`. `take` tells whether a frame was one; where it was
 * not, the next may begin inside of it.
 */
export function frameCutter(
  start: readonly number[],
  length: number,
  take: (frame: Uint8Array) => boolean,
): (bytes: Uint8Array) => void {
  let held: number[] = [];
  const mayBegin = (at: number) => start.every((wanted, i) => at + i >= held.length || held[at + i] === wanted);
  const dropUntilStart = () => {
    const at = held.findIndex((_, i) => mayBegin(i));
    held = at < 0 ? [] : held.slice(at);
  };
  return bytes => {
    for (const byte of bytes) {
      held.push(byte);
      dropUntilStart();
      if (held.length < length) continue;
      held = take(Uint8Array.from(held)) ? [] : held.slice(1);
      dropUntilStart();
    }
  };
}
