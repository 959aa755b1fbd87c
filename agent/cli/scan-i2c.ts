/**
 * What is on an I2C bus, found by asking: an identification register, or a harmless command that only reads.
 *
 * No signature may write at an address where a mere question would switch an output: a PCF8574, at 0x20 to 0x27 and
 * 0x38 to 0x3f, takes every byte for levels. What has no signature is read alone.
 */
import { hexByte, sensirionCrc } from '../../drivers/bytes.ts';
import type { ChipDefinition } from '../../drivers/define.ts';
import { toDeviceError } from '../../drivers/errors.ts';
import type { DeviceErrorCode, I2cBus } from '../../drivers/ports.ts';

/** The questions that a signature may ask of one address. */
interface Asking {
  register(register: number, length: number): Promise<number[]>;
  /** A Sensirion command that reads `words` words; empty when a CRC is wrong. */
  command(command: readonly number[], words: number): Promise<number[]>;
  /** A read without a question. */
  receive(): Promise<number[]>;
}

interface Signature {
  driver: string;
  /** What was seen, for a person. */
  evidence: string;
  isIt(at: Asking): Promise<boolean>;
  /** A chip that was configured since its power-on no longer shows it. */
  fades?: true;
}

const registerIs = (driver: string, register: number, ...bytes: number[]): Signature => ({
  driver,
  evidence: `register ${hexByte(register)} is ${bytes.map(hexByte).join(' ')}`,
  isIt: async at => `${await at.register(register, bytes.length)}` === `${bytes}`,
});

const answersCommand = (driver: string, evidence: string, command: number[], words: number): Signature => ({
  driver,
  evidence,
  isIt: async at => (await at.command(command, words)).length > 0,
});

/**
 * In the order of asking: registers before commands, since a register's number has one byte and writes nothing, and a
 * command of two bytes would write into a chip with registers.
 */
const signatures: readonly Signature[] = [
  registerIs('bme280', 0xd0, 0x60), // BME280 datasheet, section 5.4.1
  registerIs('bmp280', 0xd0, 0x58), // BMP280 datasheet, section 4.3.1
  registerIs('bmp180', 0xd0, 0x55), // BMP180 datasheet, section 4
  registerIs('ccs811', 0x20, 0x81), // CCS811 datasheet, HW_ID
  {
    driver: 'pca9685',
    evidence: 'registers 0x02, 0x03 and 0x05 are 0xe2, 0xe4 and 0xe0',
    // SUBADR1, SUBADR2 and ALLCALLADR, which nobody changes (PCA9685 datasheet, section 7.3).
    isIt: async at =>
      (await at.register(2, 1))[0] === 0xe2 &&
      (await at.register(3, 1))[0] === 0xe4 &&
      (await at.register(5, 1))[0] === 0xe0,
  },
  {
    driver: 'veml7700',
    evidence: 'register 0x07 begins with 0x81',
    isIt: async at => (await at.register(7, 2))[0] === 0x81, // VEML7700 datasheet, table 8
  },
  { ...registerIs('ads1115', 0x01, 0x85, 0x83), fades: true }, // ADS1115 datasheet, section 9.6.3
  { ...registerIs('ina219', 0x00, 0x39, 0x9f), fades: true }, // INA219 datasheet, section 8.6.2.1
  {
    driver: 'aht20',
    evidence: 'its status says that it is calibrated',
    isIt: async at => ((await at.receive())[0]! & 0x98) === 0x18, // AHT20 datasheet, section 5.3
    fades: true,
  },
  answersCommand('sht31', 'it tells its status', [0xf3, 0x2d], 1), // SHT3x datasheet, section 4.11
  answersCommand('sht4x', 'it tells its serial number', [0x89], 2), // SHT4x datasheet, section 4.5
  answersCommand('sgp40', 'it tells its serial number', [0x36, 0x82], 3), // SGP40 datasheet, section 3.4
  answersCommand('scd4x', 'it tells whether data is ready', [0xe4, 0xb8], 1), // SCD4x datasheet, section 3.9.2
  answersCommand('scd30', 'it tells its firmware', [0xd1, 0x00], 1), // SCD30 interface description, section 1.4.9
];

/** The slowest of these commands, the SHT4x's serial number, is ready after this long. */
const commandMs = 10;

export interface FoundChip {
  address: number;
  /** What it is, by the driver's name; several where it may be any of them; none when a kernel driver has it. */
  drivers: string[];
  evidence: string;
}

export interface BusScan {
  found: FoundChip[];
  /** Why the scan ended before its end. */
  trouble?: string;
}

/** Asks at every address where one of `chips` can be. */
export async function scanI2c(
  bus: I2cBus,
  chips: readonly ChipDefinition[],
  sleep: (ms: number) => Promise<void>,
): Promise<BusScan> {
  const found: FoundChip[] = [];
  const addresses = [...new Set(chips.flatMap(({ addresses = [] }) => addresses))].sort((a, b) => a - b);
  for (const address of addresses) {
    const candidates = chips.filter(chip => chip.addresses?.includes(address)).map(({ name }) => name);
    const asked = new Address(bus, address, sleep);
    const chip = await identify(asked, address, candidates);
    if (asked.trouble) return { found, trouble: asked.trouble };
    if (chip) found.push(chip);
  }
  return { found };
}

async function identify(asked: Address, address: number, candidates: string[]): Promise<FoundChip | undefined> {
  const possible = signatures.filter(({ driver }) => candidates.includes(driver));
  for (const { driver, evidence, isIt } of possible) {
    if (asked.isHeld) break;
    if (await isIt(asked)) return { address, drivers: [driver], evidence };
  }
  const isThere = (await asked.receive()).length > 0;
  if (asked.isHeld) return { address, drivers: [], evidence: 'a driver of the kernel has it: see hwmon and iio' };
  if (!isThere) return undefined;
  const denied = new Set(possible.filter(({ fades }) => !fades).map(({ driver }) => driver));
  return {
    address,
    drivers: candidates.filter(name => !denied.has(name)),
    evidence: 'it answers, and does not say who it is',
  };
}

/** One address. What is not answered reads as no bytes. */
class Address implements Asking {
  /** A driver of the kernel has the chip. */
  isHeld = false;
  /** The whole bus is out of order. */
  trouble: string | undefined;
  readonly #bus: I2cBus;
  readonly #address: number;
  readonly #sleep: (ms: number) => Promise<void>;

  constructor(bus: I2cBus, address: number, sleep: (ms: number) => Promise<void>) {
    this.#bus = bus;
    this.#address = address;
    this.#sleep = sleep;
  }

  register(register: number, length: number): Promise<number[]> {
    return this.#transfer([register], length);
  }

  async command(command: readonly number[], words: number): Promise<number[]> {
    await this.#transfer(command, 0);
    await this.#sleep(commandMs);
    const bytes = await this.#transfer([], words * 3);
    const isWhole = bytes.every((byte, at) => at % 3 !== 2 || sensirionCrc(bytes.slice(at - 2, at)) === byte);
    return isWhole ? bytes : [];
  }

  receive(): Promise<number[]> {
    return this.#transfer([], 1);
  }

  async #transfer(write: readonly number[], length: number): Promise<number[]> {
    if (this.isHeld || this.trouble) return [];
    try {
      return [...(await this.#bus.transfer(this.#address, Uint8Array.from(write), length))];
    } catch (cause) {
      const { code, message } = toDeviceError(cause);
      if (code === 'busy') this.isHeld = true;
      else if (hopeless.includes(code)) this.trouble = message;
      return [];
    }
  }
}

/** After these there is no sense in asking on: each further address would cost a deadline. */
const hopeless: readonly DeviceErrorCode[] = ['timeout', 'forbidden'];
