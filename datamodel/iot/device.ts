/**
 * The supervisor of one physical device, shared by the capabilities of its channels: it opens the device, samples it
 * once a poll or listens to it, drives its outputs, and when it fails closes it and opens it again, for years.
 *
 * What to do about a failure is decided in health.ts; here it is done. Nothing overlaps on one device (lane.ts), and no
 * device waits for another.
 */
import type { ChipDefinition, Readings } from '../../drivers/define.ts';
import type { DeviceErrorCode, Stoppable } from '../../drivers/ports.ts';
import type { Control, ControlValue } from './control.ts';
import { DeviceFailure, describeFailure, failureWords, toFailure } from './errors.ts';
import { Health } from './health.ts';
import { attempt, Lane, type Operation } from './lane.ts';
import {
  closeMsMax,
  driveMsMax,
  hungMsMax,
  openMsMax,
  outputCheckMs,
  pollMsDefault,
  pollMsMin,
  sampleMsMax,
  takingsInVainMax,
  turnMsMax,
} from './limits.ts';
import { type DeviceSpec, type Link, type Outside, openLink } from './open.ts';
import type { Contact } from './presence.ts';
import type { Sensor } from './sensor.ts';
import { Troubles, tallyOf } from './troubles.ts';

/** Codes of an open device that has answered, though not with what it was asked for. */
const isAnswer: ReadonlySet<DeviceErrorCode> = new Set(['not-a-reading', 'unsupported']);

/** Codes of failures that its kernel driver may end by beginning anew; what another program holds is left to it. */
const mayEndAnew: ReadonlySet<DeviceErrorCode> = new Set(['no-answer', 'timeout', 'bad-data', 'io']);

const notOpenYet = new DeviceFailure('missing', 'not open yet');
const tooLate = new DeviceFailure('timeout', 'opened too late');

export class DeviceSupervisor {
  readonly spec: DeviceSpec;
  /** Failures, by code. */
  readonly #troubles = new Troubles<DeviceErrorCode>();
  readonly #outside: Outside;
  readonly #sensors: Sensor[] = [];
  readonly #controls: Control[] = [];
  readonly #contacts: Contact[] = [];
  readonly #health = new Health();
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
  /** The port has really been closed, however long that takes. */
  #closed: Promise<unknown> = Promise.resolve();
  /** The port is being opened, even if nobody waits for that any more. */
  #isPortOpening = false;
  /** A write failed, and nobody knows what the outputs have. */
  #areOutputsUnsure = false;
  /** What the log was told of its kernel driver. */
  readonly #rebindings = new Troubles<string>();
  /** How often it was taken from that since it last answered. */
  #takings = 0;
  /** Who was the last to answer, by `at`; shared by all devices. */
  readonly #answerers: Map<string, DeviceSupervisor>;
  /** Why there is no link, while there is none. */
  #lastFailure = notOpenYet;
  #timer: Stoppable | undefined;
  #dueMs = Number.POSITIVE_INFINITY;
  readonly #wake = () => void this.#turn();

  constructor(spec: DeviceSpec, outside: Outside, answerers: Map<string, DeviceSupervisor>) {
    this.spec = spec;
    this.#outside = outside;
    this.#answerers = answerers;
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
    this.#controls.push(control);
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
    this.#expect(Number.POSITIVE_INFINITY);
    this.#timer?.stop();
    for (const sensor of this.#sensors) sensor.stop();
    await this.#opening;
    this.#disconnect();
    await this.#closing;
    if (this.#answerers.get(this.spec.place.at) === this) this.#answerers.delete(this.spec.place.at);
  }

  /** Writes an output. Resolves once the hardware has the value, or to the failure, within driveMsMax. */
  async drive(control: Control, value: ControlValue): Promise<DeviceFailure | undefined> {
    const refusal = control.refusal(value);
    if (refusal) return refusal;
    let link: Link | undefined;
    const write = async (operation: Operation) => {
      link = this.#link;
      if (!link) throw this.#lastFailure;
      await this.spec.chip.drive?.(link.context, control.channelName, value);
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

  get #name(): string {
    const [first, ...others] = [...this.#sensors, ...this.#controls].map(capability => capability.name);
    return others.length === 0 ? `${first}` : `${first} and ${others.length} more`;
  }

  /** Does what is due: opens, writes outputs again, samples. */
  async #turn(): Promise<void> {
    if (!this.#isRunning) return;
    this.#expect(turnMsMax);
    if (!this.#link) await this.#open();
    else if (this.#areOutputsUnsure) await this.#restore(this.#link);
    else await this.#poll(this.#link);
  }

  async #open(): Promise<void> {
    // Only an opening is never overlapped: it holds the port itself, and what comes late is closed.
    if (this.#lane.hungMs >= hungMsMax && !this.#isPortOpening) {
      this.#lane = new Lane(this.#outside.clock);
      this.#closed = Promise.resolve();
    }
    const opening = this.#lane.run(operation => this.#bringUp(operation), openMsMax);
    this.#opening = opening;
    const opened = await opening;
    if (!this.#isRunning) return;
    if (opened instanceof DeviceFailure) return this.#failed(opened, 'open again');
    this.#areOutputsUnsure = false;
    if (this.spec.chip.watch) this.#listen(opened);
    else await this.#poll(opened);
  }

  /** Opens the port, once it is closed. A link that comes too late is closed again. */
  async #openPort(operation: Operation): Promise<Link> {
    const isLate = () => operation.isOverdue || !this.#isRunning;
    await this.#closed;
    if (isLate()) throw tooLate;
    const channels = new Set([...this.#sensors, ...this.#controls].map(capability => capability.channelName));
    const opening = { spec: this.spec, channels, initial: this.#controls[0]?.wanted === true };
    this.#isPortOpening = true;
    const link = await openLink(opening, this.#outside).finally(() => {
      this.#isPortOpening = false;
    });
    if (!isLate()) return link;
    await this.#closePort(link);
    throw tooLate;
  }

  #closePort(link: Link): Promise<unknown> {
    this.#closed = attempt(() => link.close());
    return this.#closed;
  }

  /** Opens the port and gives the chip its known state. */
  async #bringUp(operation: Operation): Promise<Link> {
    const link = await this.#openPort(operation);
    this.#link = link;
    link.lost?.then(cause => {
      if (this.#link === link) this.#failed(toFailure(cause), 'open again');
    });
    await this.spec.chip.setUp?.(link.context);
    if (!operation.isOverdue) await this.#write(link, 'wanted');
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
      const watching = this.spec.chip.watch?.(link.context, hear, lose);
      if (this.#link === link) this.#watching = watching;
      else watching?.stop();
      if (this.#link === link) this.#arm(this.#pollMs ?? Number.POSITIVE_INFINITY);
    } catch (cause) {
      lose(cause);
    }
  }

  async #poll(link: Link): Promise<void> {
    const pollMs = this.#pollMs;
    if (pollMs === undefined) {
      this.#answered();
      this.#expect(Number.POSITIVE_INFINITY);
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
  async #sample({ context }: Link): Promise<Readings> {
    const { chip } = this.spec;
    if (chip.sample) return chip.sample(context);
    for (const control of this.#controls) {
      const has = await chip.readBack?.(context, control.channelName);
      if (has === undefined || control.isHeldBy(has)) continue;
      throw new DeviceFailure('io', `${control.name} has ${has} in place of ${control.wanted}`);
    }
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
    const written = await this.#lane.run(() => this.#write(link, 'wanted'), driveMsMax);
    if (this.#link !== link) return;
    if (written instanceof DeviceFailure) return this.#failed(written);
    this.#areOutputsUnsure = false;
    await this.#poll(link);
  }

  async #write({ context }: Link, which: 'wanted' | 'initial'): Promise<void> {
    for (const control of this.#controls) {
      await this.spec.chip.drive?.(context, control.channelName, control[which]);
    }
  }

  #answered(): void {
    this.#health.answered(this.#outside.clock.monotonicMs());
    for (const contact of this.#contacts) contact.answered();
    this.#answerers.set(this.spec.place.at, this);
    this.#takings = 0;
    this.#rebindings.cure();
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
    this.#areOutputsUnsure = this.#controls.length > 0;
    this.#arm(Math.max(this.#health.retryMs(this.#pollMs), this.spec.chip.pollMsMin ?? pollMsMin));
  }

  #reopen(code: DeviceErrorCode): void {
    this.#timer?.stop();
    this.#expect(turnMsMax);
    this.#disconnect();
    const closed = this.#closing.then(() => this.#rebind(code));
    this.#closing = closed;
    void closed.then(seen => this.#arm(this.#health.reopenMs(this.#outside.random, seen)));
  }

  /**
   * Has its kernel driver, if it has one, begin anew: a few times, and not while another supervisor hears from the same
   * device. What is missing for that alone is not looked for each second.
   */
  async #rebind(code: DeviceErrorCode): Promise<DeviceErrorCode> {
    const { kernelDrivers } = this.#outside.hardware;
    const { at } = this.spec.place;
    if (this.spec.chip.bus !== 'files' || !this.#isRunning) return code;
    const isAlone = (this.#answerers.get(at) ?? this) === this;
    const mayTake = isAlone && mayEndAnew.has(code) && this.#takings < takingsInVainMax;
    const outcome = await kernelDrivers?.rebind(at, mayTake);
    if (!outcome) return code;
    if (outcome.wasTaken) this.#takings++;
    const { log, clock } = this.#outside;
    if (this.#rebindings.note(outcome.said, clock.monotonicMs())) log('notice', `${this.#name}: ${outcome.said}`);
    return outcome.isUnbound ? 'no-answer' : code;
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
    await this.#lane.run(() => this.#write(link, 'initial'), driveMsMax);
    // A lane of its own: an operation that hangs shall not keep the port open.
    await new Lane(this.#outside.clock).run(() => this.#closePort(link), closeMsMax);
  }

  /** The next turn after `delayMs`; Infinity: none, for the device speaks by itself. */
  #arm(delayMs: number): void {
    this.#timer?.stop();
    if (!this.#isRunning) return;
    this.#expect(Math.max(0, delayMs) + turnMsMax);
    if (delayMs === Number.POSITIVE_INFINITY) return;
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
