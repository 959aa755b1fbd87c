/** All devices of the agent, each under its supervisor, and the capabilities on them. */
import type { Stoppable } from '../../drivers/ports.ts';
import type { ControlValue } from './control.ts';
import { Control, type ControlSpec } from './control.ts';
import { DeviceSupervisor } from './device.ts';
import type { DeviceFailure } from './errors.ts';
import { reopenMsMax } from './limits.ts';
import type { DeviceSpec, Outside } from './open.ts';
import type { Contact } from './presence.ts';
import type { Answerers } from './rebinding.ts';
import { Sensor, type SensorSpec } from './sensor.ts';
import type { CapabilitySink } from './values.ts';

/** What a capability is bound to. */
export interface Binding {
  device: DeviceSpec;
  pollMs: number | undefined;
  /** Told whether the device answers. */
  contact?: Contact | undefined;
}

/** A control, for who sets it. */
export interface Actuator {
  /** Its value at the start. */
  readonly initial: ControlValue;
  /** Writes it. Resolves once the hardware has the value, or to the failure. Never rejects. */
  drive(value: ControlValue): Promise<DeviceFailure | undefined>;
}

export class Sampler {
  readonly #outside: Outside;
  readonly #devices = new Map<string, DeviceSupervisor>();
  readonly #answerers: Answerers = new Map();
  #givingBack: Stoppable | undefined;
  #isStopped = false;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  /** Adds a sensor before its device's start. `pollMs`: undefined leaves it to the chip. */
  addSensor(spec: SensorSpec, { device, pollMs, contact }: Binding, sink: CapabilitySink): Sensor {
    const sensor = new Sensor(spec, this.#outside, sink);
    this.#supervisorOf(device).addSensor(sensor, pollMs, contact);
    return sensor;
  }

  /** Adds a control before its device's start. `pollMs`: how often it is read back; undefined leaves it to us. */
  addControl(spec: ControlSpec, { device, pollMs, contact }: Binding): Actuator {
    const control = new Control(spec);
    const supervisor = this.#supervisorOf(device);
    supervisor.addControl(control, pollMs, contact);
    return { initial: control.initial, drive: value => supervisor.drive(control, value) };
  }

  /** Begins to open, sample and listen, where that has not begun. Outputs get their initial values. */
  start(): void {
    for (const device of this.#devices.values()) device.start();
    void this.#giveBack();
  }

  /** Closes a device, outputs at their initial values, and forgets it. */
  async remove(device: DeviceSpec): Promise<void> {
    const supervisor = this.#devices.get(keyOf(device));
    this.#devices.delete(keyOf(device));
    await supervisor?.stop();
    void this.#giveBack();
  }

  /** Where a device is whose supervisor is stuck; undefined when all go on. */
  stuck(nowMs: number): string | undefined {
    for (const device of this.#devices.values()) if (device.dueMs < nowMs) return device.spec.place.at;
    return undefined;
  }

  /** Gives outputs their initial values and closes everything, all devices at the same time. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#givingBack?.stop();
    await Promise.all([...this.#devices.values()].map(device => device.stop()));
  }

  /** What was taken from its kernel driver gets it back, also where no supervisor sees to that, and however long it takes. */
  async #giveBack(): Promise<void> {
    const isDone = (await this.#outside.hardware.kernelDrivers?.giveBack()) ?? true;
    this.#givingBack?.stop();
    if (isDone || this.#isStopped) return;
    this.#givingBack = this.#outside.clock.after(reopenMsMax, () => void this.#giveBack());
  }

  /** One supervisor a device, which is one chip at one place. A file may be read in several ways, by its options. */
  #supervisorOf(device: DeviceSpec): DeviceSupervisor {
    const key = keyOf(device);
    const known = this.#devices.get(key);
    if (known) return known;
    const supervisor = new DeviceSupervisor(device, this.#outside, this.#answerers);
    this.#devices.set(key, supervisor);
    return supervisor;
  }
}

const keyOf = ({ chip, place, options }: DeviceSpec): string => JSON.stringify([chip.name, place.at, options]);
