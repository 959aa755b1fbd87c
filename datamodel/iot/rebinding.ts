/**
 * Has the kernel driver of a device begin anew where that may end its failures: a few times, and not while another
 * supervisor hears from the same device. What is missing for that alone is not looked for each second.
 */
import type { DeviceErrorCode } from '../../drivers/ports.ts';
import { takingsInVainMax } from './limits.ts';
import type { DeviceSpec, Outside } from './open.ts';
import { Troubles } from './troubles.ts';

/** Codes of failures that its kernel driver may end by beginning anew; what another program holds is left to it. */
const mayEndAnew: ReadonlySet<DeviceErrorCode> = new Set(['no-answer', 'timeout', 'bad-data', 'io']);

/** Who was the last to hear from a device, by `at`; shared by all devices. */
export type Answerers = Map<string, Rebinder>;

export class Rebinder {
  readonly #spec: DeviceSpec;
  readonly #outside: Outside;
  readonly #answerers: Answerers;
  /** What the log was told. */
  readonly #tellings = new Troubles<string>();
  /** How often the device was taken from its driver since it last answered. */
  #takings = 0;

  constructor(spec: DeviceSpec, outside: Outside, answerers: Answerers) {
    this.#spec = spec;
    this.#outside = outside;
    this.#answerers = answerers;
  }

  /** The device has answered its supervisor. */
  answered(): void {
    this.#answerers.set(this.#spec.place.at, this);
    this.#takings = 0;
    this.#tellings.cure();
  }

  /** Its supervisor hears no more from it. */
  stop(): void {
    const { at } = this.#spec.place;
    if (this.#answerers.get(at) === this) this.#answerers.delete(at);
  }

  /** Resolves to why the device, which failed with `code`, does not answer now. `name` is its own in the log. Never rejects. */
  async rebind(code: DeviceErrorCode, name: string): Promise<DeviceErrorCode> {
    if (this.#spec.chip.bus !== 'files') return code;
    const { at } = this.#spec.place;
    const { hardware, log, clock } = this.#outside;
    const isAlone = (this.#answerers.get(at) ?? this) === this;
    const mayTake = isAlone && mayEndAnew.has(code) && this.#takings < takingsInVainMax;
    const outcome = await hardware.kernelDrivers?.rebind(at, mayTake);
    if (!outcome) return code;
    if (outcome.wasTaken) this.#takings++;
    if (this.#tellings.note(outcome.said, clock.monotonicMs())) log('notice', `${name}: ${outcome.said}`);
    return outcome.isUnbound ? 'no-answer' : code;
  }
}
