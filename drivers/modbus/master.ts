/**
 * The master of one Modbus line: one exchange at a time, the silence between frames, a deadline for each answer.
 *
 * An RTU answer does not say to which request it belongs. A device that has not answered in time is therefore left alone
 * until its late answer has come or can no longer be expected, so that it is never taken for the answer to the next
 * request; the others on the line are asked meanwhile.
 */
import { DeviceError, toDeviceError } from '../errors.ts';
import { modbusExchangesWaitingMax, modbusHeldBytesMax, modbusLateMsMax } from '../limits.ts';
import type { Clock, SerialPort, Stoppable } from '../ports.ts';
import { type Answer, type Exchange, exceptionError, findAnswer } from './frame.ts';

/** A character with its start, parity and stop bits (MSL, 2.5.1). */
const bitsPerChar = 11;

/** MSL, 2.5.1.1: 3.5 characters of silence, and no less than 1.75 ms above 19200 baud. */
const silenceChars = 3.5;
const silenceMsMin = 1.75;

interface Job {
  exchange: Exchange;
  deadlineMs: number;
  resolve(data: Uint8Array): void;
  reject(error: DeviceError): void;
}

/** A device that owes an answer. */
interface Debt {
  exchange: Exchange;
  untilMs: number;
}

export interface LineSettings {
  /** For messages. */
  name: string;
  baudRate: number;
  clock: Clock;
}

export class ModbusMaster {
  readonly #port: SerialPort;
  readonly #line: LineSettings;
  readonly #msPerChar: number;
  readonly #listening: Stoppable;
  readonly #waiting: Job[] = [];
  readonly #users = new Set<(reason: Error) => void>();
  /** By address. */
  readonly #debts = new Map<number, Debt>();
  #running: Job | undefined;
  #timer: Stoppable | undefined;
  #received: number[] = [];
  #lastByteMs = Number.NEGATIVE_INFINITY;
  #failure: DeviceError | undefined;

  constructor(port: SerialPort, line: LineSettings) {
    this.#port = port;
    this.#line = line;
    this.#msPerChar = (1000 * bitsPerChar) / line.baudRate;
    this.#listening = port.listen(
      bytes => this.#hear(bytes),
      error => this.#lose(error),
    );
  }

  /** Tells once that the port is gone. */
  watch(lost: (reason: Error) => void): Stoppable {
    this.#users.add(lost);
    return { stop: () => this.#users.delete(lost) };
  }

  /** The answer's data. Rejects with a DeviceError: 'timeout', 'bad-data', an exception's, what the port fails with. */
  exchange(exchange: Exchange, deadlineMs: number): Promise<Uint8Array> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#waiting.length >= modbusExchangesWaitingMax) {
      const message = `${this.#line.name}: ${this.#waiting.length} exchanges wait for their turn`;
      return Promise.reject(new DeviceError('busy', message));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ exchange, deadlineMs, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#end(new DeviceError('missing', `${this.#line.name}: closed`));
    await this.#port.close();
  }

  /** Sends the first request whose device owes nothing, once the line has been silent. */
  #next(): void {
    if (this.#running || this.#failure || this.#waiting.length === 0) return;
    const nowMs = this.#line.clock.monotonicMs();
    for (const [address, { untilMs }] of this.#debts) if (untilMs <= nowMs) this.#debts.delete(address);
    const at = this.#waiting.findIndex(job => !this.#debts.has(job.exchange.address));
    const silentAtMs = this.#lastByteMs + Math.max(silenceMsMin, silenceChars * this.#msPerChar);
    const dueMs = at < 0 ? Math.min(...[...this.#debts.values()].map(debt => debt.untilMs)) : silentAtMs;
    if (at < 0 || dueMs > nowMs) this.#arm(dueMs - nowMs, () => this.#next());
    else this.#send(this.#waiting.splice(at, 1)[0]!);
  }

  #send(job: Job): void {
    const { request, answerBytes } = job.exchange;
    this.#running = job;
    this.#received = [];
    this.#lastByteMs = this.#line.clock.monotonicMs() + request.length * this.#msPerChar;
    const onLineMs = (request.length + answerBytes) * this.#msPerChar;
    this.#arm(onLineMs + job.deadlineMs, () => this.#giveUp(job));
    this.#port.write(request).catch(cause => {
      if (this.#running !== job) return;
      this.#rest();
      job.reject(toDeviceError(cause));
      this.#next();
    });
  }

  #hear(bytes: Uint8Array): void {
    this.#lastByteMs = this.#line.clock.monotonicMs();
    this.#received = [...this.#received, ...bytes].slice(-modbusHeldBytesMax);
    for (const [address, { exchange }] of this.#debts) {
      if (findAnswer(this.#received, exchange)) this.#debts.delete(address);
    }
    const job = this.#running;
    const answer = job && findAnswer(this.#received, job.exchange);
    if (job && answer) this.#settle(job, answer);
    if (!this.#running) this.#next();
  }

  #settle(job: Job, answer: Answer): void {
    this.#rest();
    if ('exception' in answer) job.reject(exceptionError(answer.exception));
    else job.resolve(answer.data);
  }

  /** What waits for the same device fails with it: it would only keep the others waiting. */
  #giveUp(job: Job): void {
    const { exchange } = job;
    const error =
      this.#received.length > 0
        ? new DeviceError('bad-data', 'an answer without a right checksum, or to another request')
        : new DeviceError('timeout', `no answer after ${job.deadlineMs} ms`);
    this.#rest();
    this.#debts.set(exchange.address, { exchange, untilMs: this.#line.clock.monotonicMs() + modbusLateMsMax });
    for (const other of [job, ...this.#waiting]) if (other.exchange.address === exchange.address) other.reject(error);
    const staying = this.#waiting.filter(other => other.exchange.address !== exchange.address);
    this.#waiting.splice(0, this.#waiting.length, ...staying);
    this.#next();
  }

  #lose(reason: Error): void {
    this.#end(toDeviceError(reason));
    for (const tell of this.#users) tell(reason);
    this.#users.clear();
  }

  #end(failure: DeviceError): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.#listening.stop();
    const unanswered = [...(this.#running ? [this.#running] : []), ...this.#waiting.splice(0)];
    this.#rest();
    for (const job of unanswered) job.reject(failure);
  }

  /** No request is under way, and no deadline. */
  #rest(): void {
    this.#running = undefined;
    this.#timer?.stop();
  }

  /** One timer: for the answer under way, or for the next request. */
  #arm(delayMs: number, wake: () => void): void {
    this.#timer?.stop();
    this.#timer = this.#line.clock.after(Math.max(0, delayMs), wake);
  }
}
