/** The demo's world: a Raspberry Pi that exists only here, in a greenhouse that the sun warms and a fan cools. */
import { chips } from '../../drivers/chips/catalog.gen.ts';
import type { Clock, Stoppable } from '../../drivers/ports.ts';
import type { SimGpioLine } from '../../drivers/sim/gpio.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { Sht31Model } from '../../drivers/sim/models/sht31.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { vocabulary } from '../run/vocabulary.ts';

const bus = 'i2c-1';
const address = 0x44;
const doorLine = 'pin 11';
const fanLine = 'pin 13';

const stepMs = 250;
const warmerPerStep = 0.25;
const coolerPerStep = 0.5;

/** In steps: the door opens so often, stays open so long, and for the first time so soon. */
const doorEvery = 28;
const doorOpenFor = 6;
const doorFirst = 8;

const configuration = `
[agent]
endpoint = "self::uspi-demo"
product-class = "demo"

[[capability]]
name = "air temperature"
driver = "sht31"
channel = "temperature"
at = "${bus}:0x${address.toString(16)}"
poll = "${stepMs}ms"
low = 22
high = 26

[[capability]]
name = "door"
driver = "gpio-input"
at = "${doorLine}"
type = "DoorOpen"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "${fanLine}"

[[rule]]
when = "air temperature"
is = "high"
set = "fan"
to = true

[[rule]]
when = "air temperature"
is = "low"
set = "fan"
to = false
`;

export async function demoConfig(): Promise<Config> {
  const result = await loadConfig(configuration, 'demo.toml', chips, vocabulary());
  if (!result.ok) throw new Error(result.findings.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return result.config;
}

export class Greenhouse {
  readonly hardware: SimHardware;
  readonly #clock: Clock;
  readonly #tell: (line: string) => void;
  readonly #sensor: Sht31Model;
  readonly #door: SimGpioLine;
  readonly #fan: SimGpioLine;
  #fanWasOn = false;
  #steps = 0;
  #timer: Stoppable | undefined;

  /** `tell` is told what somebody in the greenhouse would see. */
  constructor(clock: Clock, tell: (line: string) => void) {
    this.#clock = clock;
    this.#tell = tell;
    this.hardware = new SimHardware(clock);
    this.#sensor = new Sht31Model(clock);
    this.#sensor.temperature = 24.5;
    this.hardware.i2c(bus).attach(address, this.#sensor);
    this.#door = this.hardware.gpio(doorLine);
    this.#fan = this.hardware.gpio(fanLine);
  }

  start(): void {
    this.#timer = this.#clock.after(stepMs, () => {
      this.#step();
      this.start();
    });
  }

  stop(): void {
    this.#timer?.stop();
  }

  #step(): void {
    const fanIsOn = this.#fan.wireIsHigh;
    this.#sensor.temperature += fanIsOn ? -coolerPerStep : warmerPerStep;
    if (fanIsOn !== this.#fanWasOn) {
      this.#tell(`the fan ${fanIsOn ? 'starts' : 'stops'}, at ${this.#sensor.temperature.toFixed(1)} degC`);
    }
    this.#fanWasOn = fanIsOn;
    const phase = (this.#steps - doorFirst) % doorEvery;
    if (phase === 0) this.#moveDoor(true);
    if (phase === doorOpenFor) this.#moveDoor(false);
    this.#steps++;
  }

  #moveDoor(isOpen: boolean): void {
    this.#door.setWire(isOpen);
    this.#tell(`the door ${isOpen ? 'opens' : 'closes'}`);
  }
}
