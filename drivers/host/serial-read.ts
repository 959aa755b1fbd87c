/**
 * How a serial port is read: on the main thread, once the kernel says that there is something. The package reads first, by
 * a thread of the pool, is told that there is nothing yet, waits for the kernel, and reads by a thread again: two threads are
 * woken twice for a sentence, and one that has to wait for them comes late.
 */
import { readSync } from 'node:fs';

/** What is used of an open port's binding. Its descriptor does not block. */
export interface SerialBinding {
  readonly fd: number | null;
  readonly poller: Poller;
  read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }>;
}

/** What watches a port's descriptor. Each `once` asks the kernel anew. */
export interface Poller {
  on(event: 'readable', listener: () => void): void;
  once(event: 'readable' | 'disconnect', listener: (error: PollError | null) => void): void;
}

/** `canceled`: the port has been closed. */
export type PollError = Error & { canceled?: boolean };

/** Nothing there after all, or a signal came first: what is next is to wait again. */
const isPassing = (cause: unknown): boolean =>
  ['EAGAIN', 'EINTR'].includes((cause as NodeJS.ErrnoException).code ?? '');

/**
 * Puts this reading in place of the package's. As there, no bytes are the end, and what is thrown ends the port, unless it says
 * that it was `canceled`.
 */
export function readOnMainThread(binding: SerialBinding): void {
  binding.read = async (buffer, offset, length) => {
    for (;;) {
      await readable(binding.poller);
      try {
        return { buffer, bytesRead: readSync(binding.fd!, buffer, offset, length, null) };
      } catch (cause) {
        if (!isPassing(cause)) throw cause;
      }
    }
  };
}

function readable(poller: Poller): Promise<void> {
  return new Promise((resolve, reject) => poller.once('readable', error => (error ? reject(error) : resolve())));
}
