/**
 * The supervisor of one physical device, shared by the capabilities of its channels: it opens the device, samples it
 * once a poll or listens to it, drives its outputs, and when it fails closes it and opens it again, for years.
 *
 * What to do about a failure is decided in health.ts; here it is done, with the port (port.ts), the outputs (outputs.ts)
 * and the kernel driver (rebinding.ts). Nothing overlaps on one device (lane.ts), and no device waits for another.
 */
import type { ChipDefinition, Readings } from '../../drivers/define.ts';
import type { DeviceErrorCode, Stoppable } from '../../drivers/ports.ts';
import type { Control, ControlValue } from './control.ts';
import { DeviceFailure, describeFailure, failureWords, toFailure } from './errors.ts';
import { Health } from './health.ts';
import { Lane, type Operation } from './lane.ts';
import {
  closeMsMax,
  driveMsMax,
  hungMsMax,
  openMsMax,
  outputCheckMs,
  pollMsDefault,
  pollMsMin,
  sampleMsMax,
  turnMsMax,
} from './limits.ts';
import type { DeviceSpec, Link, Outside } from './open.ts';
import { Outputs } from './outputs.ts';
import { Port } from './port.ts';
import type { Contact } from './presence.ts';
import { type Answerers, Rebinder } from './rebinding.ts';
import type { Sensor } from './sensor.ts';
import { Troubles, tallyOf } from './troubles.ts';

/** Codes of an open device that has answered, though not with what it was asked for. */
const isAnswer: ReadonlySet<DeviceErrorCode> = new Set(['not-a-reading', 'unsupported']);

/** When a device is due that speaks by itself, or only takes orders, or is closed. */
const never = Number.POSITIVE_INFINITY;

const notOpenYet = new DeviceFailure('missing', 'not open yet');

export class DeviceSupervisor {
  readonly spec: DeviceSpec;
  /** Failures, by code. */
  readonly #troubles = new Troubles<DeviceErrorCode>();
  readonly #outside: Outside;
  readonly #sensors: Sensor[] = [];
  readonly #contacts: Contact[] = [];
  readonly #health = new Health();
  readonly #outputs = new Outputs();
  readonly #port = new Port();
  readonly #rebinder: Rebinder;
  /** The shortest interval that a capability asks for; undefined where none asks for one. */
  #pollMsAsked: number | undefined;
  #pollMs: number | undefined;
  #lane: Lane;
  #isRunning = false;
  #link: Link | undefined;
  #watching: Stoppable | undefined;
  #opening: Promise<unknown> = Promise.resolve();
  /** Its link, and then the rebinding, if any. */
  #closing: Promise<unknown> = Promise.resolve();
  /** Why there is no link, while there is none. */
  #lastFailure = notOpenYet;
  #timer: Stoppable | undefined;
  #dueMs = never;
  readonly #wake = () => void this.#turn();

  constructor(spec: DeviceSpec, outside: Outside, answerers: Answerers) {
    this.spec = spec;
    this.#outside = outside;
    this.#rebinder = new Rebinder(spec, outside, answerers);
    this.#lane = new Lane(outside.clock);
  }

  /**
   * When it will have moved, in monotonic time: asked the device, opened it, or given up. Infinity while nothing is due,
   * as for an input that speaks by itself. Once this is past, the supervisor is stuck: a defect.
   */
  get dueMs(): number {
    return this.#dueMs;
  }

  /** Adds a sensor, before the start. The shortest `pollMs` of a device's capabilities is the device's. */
  addSensor(sensor: Sensor, pollMs: number | undefined, contact?: Contact): void {
    this.#sensors.push(sensor);
    this.#ask(pollMs, contact);
  }

  /** Adds a control, before the start. `pollMs`: how often it is read back, where it can be. */
  addControl(control: Control, pollMs: number | undefined, contact?: Contact): void {
    this.#outputs.controls.push(control);
    this.#ask(pollMs, contact);
  }

  /** Opens the device, however long it takes and however often it must be tried. */
  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#pollMs = pollInterval(this.spec.chip, this.#pollMsAsked);
    void this.#turn();
  }

  /** Gives outputs their initial values and closes. Resolves in any case, after some seconds at most. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#expect(never);
    this.#timer?.stop();
    for (const sensor of this.#sensors) sensor.stop();
    await this.#opening;
    this.#disconnect();
    await this.#closing;
    this.#rebinder.stop();
  }

  /** Writes an output. Resolves once the hardware has the value, or to the failure, within driveMsMax. */
  async drive(control: Control, value: ControlValue): Promise<DeviceFailure | undefined> {
    const refusal = control.refusal(value);
    if (refusal) return refusal;
    let link: Link | undefined;
    const write = async (operation: Operation) => {
      link = this.#link;
      if (!link) throw this.#lastFailure;
      await link.chip.drive?.(link.context, control.channelName, value);
      if (!operation.isOverdue) control.wanted = value;
    };
    const outcome = await this.#lane.run(write, driveMsMax);
    if (!(outcome instanceof DeviceFailure)) {
      this.#answered();
      return undefined;
    }
    if (link !== undefined && link === this.#link) this.#failed(outcome);
    return outcome;
  }

  #ask(pollMs: number | undefined, contact: Contact | undefined): void {
    if (contact) this.#contacts.push(contact);
    if (pollMs !== undefined) this.#pollMsAsked = Math.min(pollMs, this.#pollMsAsked ?? pollMs);
  }

  get #capabilities(): (Sensor | Control)[] {
    return [...this.#sensors, ...this.#outputs.controls];
  }

  get #name(): string {
    const [first, ...others] = this.#capabilities.map(({ name }) => name);
    return others.length === 0 ? `${first}` : `${first} and ${others.length} more`;
  }

  /** Does what is due: opens, writes outputs again, samples. */
  async #turn(): Promise<void> {
    if (!this.#isRunning) return;
    this.#expect(turnMsMax);
    if (!this.#link) await this.#open();
    else if (this.#outputs.areUnsure) await this.#restore(this.#link);
    else await this.#poll(this.#link);
  }

  async #open(): Promise<void> {
    // Only an opening is never overlapped: it holds the port itself, and what comes late is closed.
    if (this.#lane.hungMs >= hungMsMax && !this.#port.isOpening) {
      this.#lane = new Lane(this.#outside.clock);
      this.#port.forget();
    }
    const opening = this.#lane.run(operation => this.#bringUp(operation), openMsMax);
    this.#opening = opening;
    const opened = await opening;
    if (!this.#isRunning) return;
    if (opened instanceof DeviceFailure) return this.#failed(opened, 'open again');
    this.#outputs.areUnsure = false;
    if (opened.chip.watch) this.#listen(opened);
    else await this.#poll(opened);
  }

  /** Opens the port and gives the chip its known state. */
  async #bringUp(operation: Operation): Promise<Link> {
    const channels = new Set(this.#capabilities.map(({ channelName }) => channelName));
    const opening = { spec: this.spec, channels, initial: this.#outputs.controls[0]?.wanted === true };
    const isLate = () => operation.isOverdue || !this.#isRunning;
    const link = await this.#port.open(opening, this.#outside, isLate);
    this.#link = link;
    link.lost?.then(cause => {
      if (this.#link === link) this.#failed(toFailure(cause), 'open again');
    });
    await link.chip.setUp?.(link.context);
    if (!operation.isOverdue) await this.#outputs.write(link, 'wanted');
    return link;
  }

  /** Begins to hear a device that speaks by itself, and asks it as well where the configuration says how often. */
  #listen(link: Link): void {
    const hear = (readings: Readings) => {
      if (this.#link === link) this.#deliver(readings);
    };
    const lose = (cause: unknown) => {
      if (this.#link === link) this.#failed(toFailure(cause), 'open again');
    };
    try {
      const watching = link.chip.watch?.(link.context, hear, lose);
      if (this.#link === link) this.#watching = watching;
      else watching?.stop();
      if (this.#link === link) this.#arm(this.#pollMs ?? never);
    } catch (cause) {
      lose(cause);
    }
  }

  async #poll(link: Link): Promise<void> {
    const pollMs = this.#pollMs;
    if (pollMs === undefined) {
      this.#answered();
      this.#expect(never);
      return;
    }
    const { clock } = this.#outside;
    const dueMs = clock.monotonicMs() + pollMs;
    const readings = await this.#lane.run(() => this.#sample(link), sampleMsMax);
    if (this.#link !== link) return;
    if (readings instanceof DeviceFailure) return this.#failed(readings);
    this.#deliver(readings);
    this.#arm(dueMs - clock.monotonicMs());
  }

  /** Readings of an input; of an output, nothing, once what it has is what it was given. */
  async #sample(link: Link): Promise<Readings> {
    if (link.chip.sample) return link.chip.sample(link.context);
    await this.#outputs.verify(link);
    return {};
  }

  #deliver(readings: Readings): void {
    this.#answered();
    for (const sensor of this.#sensors) {
      const reading = readings[sensor.channelName];
      if (reading instanceof Error) sensor.miss(toFailure(reading), this.spec.place.at);
      else if (reading !== undefined) sensor.take(reading);
    }
  }

  async #restore(link: Link): Promise<void> {
    const written = await this.#lane.run(() => this.#outputs.write(link, 'wanted'), driveMsMax);
    if (this.#link !== link) return;
    if (written instanceof DeviceFailure) return this.#failed(written);
    this.#outputs.areUnsure = false;
    await this.#poll(link);
  }

  #answered(): void {
    this.#health.answered(this.#outside.clock.monotonicMs());
    for (const contact of this.#contacts) contact.answered();
    this.#rebinder.answered();
    const counts = this.#troubles.cure();
    if (!counts) return;
    const tally = tallyOf(counts, 'failures', code => failureWords[code]);
    this.#outside.log('notice', `${this.#name}: answers again${tally}`);
  }

  /** Tells it once, then asks again soon, or opens the device again where that is needed. */
  #failed(failure: DeviceFailure, decided?: 'open again'): void {
    if (!this.#isRunning) return;
    const nowMs = this.#outside.clock.monotonicMs();
    this.#lastFailure = failure;
    if (this.#troubles.note(failure.code, nowMs)) {
      const what = describeFailure(failure, this.spec.place.at);
      this.#outside.log('warning', `${this.#name}: ${what}; trying again`);
    }
    const hasAnswered = this.#link !== undefined && isAnswer.has(failure.code);
    if (hasAnswered) for (const contact of this.#contacts) contact.answered();
    const advice = this.#health.failed(failure.code, nowMs);
    if ((decided ?? advice) === 'open again') {
      if (!hasAnswered) for (const contact of this.#contacts) contact.silent();
      this.#reopen(failure.code);
      return;
    }
    this.#outputs.areUnsure = this.#outputs.controls.length > 0;
    this.#arm(Math.max(this.#health.retryMs(this.#pollMs), this.spec.chip.pollMsMin ?? pollMsMin));
  }

  #reopen(code: DeviceErrorCode): void {
    this.#timer?.stop();
    this.#expect(turnMsMax);
    this.#disconnect();
    const closed = this.#closing.then(() => (this.#isRunning ? this.#rebinder.rebind(code, this.#name) : code));
    this.#closing = closed;
    void closed.then(seen => this.#arm(this.#health.reopenMs(this.#outside.random, seen)));
  }

  #disconnect(): void {
    const link = this.#link;
    if (!link) return;
    this.#link = undefined;
    this.#watching?.stop();
    this.#watching = undefined;
    this.#closing = this.#close(link);
  }

  /** Waits its turn, makes outputs safe if that still works, closes the port. */
  async #close(link: Link): Promise<void> {
    await this.#lane.run(() => this.#outputs.write(link, 'initial'), driveMsMax);
    // A lane of its own: an operation that hangs shall not keep the port open.
    await new Lane(this.#outside.clock).run(() => this.#port.close(link), closeMsMax);
  }

  /** The next turn after `delayMs`. */
  #arm(delayMs: number): void {
    this.#timer?.stop();
    if (!this.#isRunning) return;
    this.#expect(Math.max(0, delayMs) + turnMsMax);
    if (delayMs === never) return;
    this.#timer = this.#outside.clock.after(Math.max(0, delayMs), this.#wake);
  }

  #expect(withinMs: number): void {
    this.#dueMs = this.#outside.clock.monotonicMs() + withinMs;
  }
}

/** Undefined for a device that is never asked: one that speaks by itself, or only takes orders. */
function pollInterval(chip: ChipDefinition, askedMs: number | undefined): number | undefined {
  if (!chip.sample && !chip.readBack) return undefined;
  const silentMs = chip.sample ? pollMsDefault : outputCheckMs;
  const usualMs = chip.pollMsDefault ?? (chip.watch ? undefined : silentMs);
  const pollMs = askedMs ?? usualMs;
  return pollMs === undefined ? undefined : Math.max(pollMs, chip.pollMsMin ?? pollMsMin);
}
