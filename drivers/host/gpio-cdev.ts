/**
 * GPIO through the kernel's character device, version 2 (Linux 5.10 and later). Its ioctls go through the package
 * koffi, in libuv's thread pool; a line with edges to tell wakes the one thread of the package epoll.
 *
 * No edge is lost: the kernel holds some for a slow reader and numbers them all. Edges of one line alternate, so that
 * those which a number shows to be missing are told late instead of never.
 */
import { closeSync, readSync } from 'node:fs';
import { DeviceError } from '../errors.ts';
import { gpioEdgesLateMax, gpioEdgesWaitingMax } from '../limits.ts';
import type { GpioLine, GpioLineOptions, Stoppable } from '../ports.ts';
import { hostError } from './errno.ts';
import { findLine, openChip } from './gpio-chips.ts';
import type { Ioctl } from './gpio-ioctl.ts';
import {
  eventBytes,
  getLine,
  getLineValues,
  type LineEvent,
  type LineSettings,
  lineFlags,
  lineRequest,
  lineValues,
  readEvents,
  readLineValue,
  requestedFd,
  setLineValues,
} from './gpio-uapi.ts';

/** What is used of epoll. */
export interface EpollPackage {
  Epoll: {
    new (ready: (error: Error | null, fd: number, events: number) => void): Poller;
    readonly EPOLLIN: number;
  };
}

interface Poller {
  add(fd: number, events: number): void;
  close(): void;
}

interface Watcher {
  edge: (active: boolean) => void;
  lost: (error: Error) => void;
}

const eventsAtOnceMax = 64;

class CharacterDeviceLine implements GpioLine {
  readonly #name: string;
  readonly #fd: number;
  readonly #ioctl: Ioctl;
  readonly #epoll: EpollPackage;
  readonly #watchers = new Set<Watcher>();
  readonly #buffer = Buffer.alloc(eventsAtOnceMax * eventBytes);
  #poller: Poller | undefined;
  #last: LineEvent = { isActive: false, sequence: 0 };
  #inFlight: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(name: string, fd: number, ioctl: Ioctl, epoll: EpollPackage) {
    this.#name = name;
    this.#fd = fd;
    this.#ioctl = ioctl;
    this.#epoll = epoll;
  }

  async read(): Promise<boolean> {
    return readLineValue(await this.#call(getLineValues, lineValues(false)));
  }

  async write(active: boolean): Promise<void> {
    await this.#call(setLineValues, lineValues(active));
  }

  watch(edge: Watcher['edge'], lost: Watcher['lost']): Stoppable {
    const watcher = { edge, lost };
    this.#watchers.add(watcher);
    if (this.#isClosed) queueMicrotask(() => this.#lose(new DeviceError('missing', `${this.#name}: closed`)));
    else this.#poll();
    return { stop: () => void this.#watchers.delete(watcher) };
  }

  /** Gives the line back to the kernel, once no call on it is in flight. What an output does then is its chip's affair. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#watchers.clear();
    this.#stopPolling();
    await this.#inFlight;
    closeSync(this.#fd);
  }

  /** One call after another: the descriptor must not be closed, and so given to somebody else, under a call. */
  #call(request: number, argument: Buffer): Promise<Buffer> {
    const call = this.#inFlight.then(async () => {
      if (this.#isClosed) throw new DeviceError('missing', `${this.#name}: closed`);
      return this.#ioctl(this.#fd, request, argument);
    });
    this.#inFlight = call.catch(() => {});
    return call.catch(cause => Promise.reject(hostError(cause, this.#name)));
  }

  /** From the first watch to the end, so that edges which nobody wants do not wait for the next watch. */
  #poll(): void {
    if (this.#poller) return;
    const { Epoll } = this.#epoll;
    this.#poller = new Epoll((error, _fd, events) => {
      if (this.#isClosed) return;
      // Anything but input means that the chip is gone; a read would then wait for ever.
      if (error || (events & Epoll.EPOLLIN) === 0)
        this.#lose(error ?? new DeviceError('missing', `${this.#name}: the chip is gone`));
      else this.#takeEdges();
    });
    this.#poller.add(this.#fd, Epoll.EPOLLIN);
  }

  #takeEdges(): void {
    let events: LineEvent[];
    try {
      events = readEvents(this.#buffer, readSync(this.#fd, this.#buffer));
    } catch (cause) {
      this.#lose(cause);
      return;
    }
    for (const event of events) {
      this.#tellLate(event);
      this.#last = event;
      this.#tell(event.isActive);
    }
  }

  /** Tells of the edges between the last event and this one that the kernel counted and no longer holds. */
  #tellLate({ sequence }: LineEvent): void {
    const missing = ((sequence - this.#last.sequence) >>> 0) - 1;
    let isActive = this.#last.isActive;
    for (let left = Math.min(missing, gpioEdgesLateMax); left > 0; left--) {
      isActive = !isActive;
      this.#tell(isActive);
    }
  }

  #tell(isActive: boolean): void {
    for (const { edge } of [...this.#watchers]) edge(isActive);
  }

  #lose(cause: unknown): void {
    this.#stopPolling();
    const watchers = [...this.#watchers];
    this.#watchers.clear();
    for (const { lost } of watchers) lost(hostError(cause, this.#name));
  }

  #stopPolling(): void {
    this.#poller?.close();
    this.#poller = undefined;
  }
}

function settingsOf({ direction, activeLow, initial = false, bias, debounceMs }: GpioLineOptions): LineSettings {
  const biases = { 'pull-up': lineFlags.biasPullUp, 'pull-down': lineFlags.biasPullDown, none: 0 };
  const flags = (activeLow ? lineFlags.activeLow : 0) | (bias ? biases[bias] : 0);
  if (direction === 'out') return { flags: flags | lineFlags.output, initial };
  const edges = lineFlags.edgeRising | lineFlags.edgeFalling;
  const input = { flags: flags | lineFlags.input | edges, eventsBufferedMax: gpioEdgesWaitingMax };
  return debounceMs ? { ...input, debounceUs: Math.round(debounceMs * 1_000) } : input;
}

/**
 * Opens `line` as the configuration names it, among the chips in `devices` (/dev). An output has its initial level from
 * the moment that it becomes one. Rejects with a DeviceError: 'missing', 'forbidden', 'busy' or 'unsupported'.
 */
export async function openCharacterDeviceLine(
  devices: string,
  line: string,
  options: GpioLineOptions,
  ioctl: Ioctl,
  loadEpoll: () => Promise<EpollPackage>,
): Promise<GpioLine> {
  const epoll = await loadEpoll();
  const { path, offset } = await findLine(devices, line, ioctl);
  const chip = await openChip(path);
  try {
    const request = await ioctl(chip.fd, getLine, lineRequest(offset, settingsOf(options)));
    return new CharacterDeviceLine(line, requestedFd(request), ioctl, epoll);
  } catch (cause) {
    throw hostError(cause, line);
  } finally {
    await chip.close();
  }
}
