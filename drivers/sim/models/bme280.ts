/**
 * A model of the Bosch BME280, and of the BMP280 when it is told so: registers and whole-number formulas of the Linux
 * kernel's driver (drivers/iio/pressure/bmp280-core.c, 6.1), writing of the BMP280 datasheet, revision 1.26. Not modelled: normal mode, the filter, 3-wire SPI.
 */
import type { Clock } from '../../ports.ts';
import { ByteRegisters, rawFor } from './registers.ts';

/** BMP280 datasheet, section 3.12: the example's T1 to T3 and P1 to P9. */
const exampleTrimming = [27_504, 26_435, -1000, 36_477, -10_685, 3024, 2855, 140, -7, 15_500, -14_600, 6000];

/** H1 to H6 of a part in use, as the driver's registers hold them. */
const humidityTrimming = { H1: 75, H2: 362, H3: 0, H4: 312, H5: 50, H6: 30 };

const skipped = [0x80, 0x00, 0x00];
const measureMs = 9.3;

export class Bme280Model extends ByteRegisters {
  /** degC, %, Pa. */
  temperature = 21.5;
  humidity = 45;
  pressure = 101_325;
  /** What the converters give; absent: what the surroundings come to with the example's trimming. */
  raw: { temperature: number; pressure: number; humidity: number } | undefined;
  readonly #clock: Clock;
  #control = 0;
  #oversamplingHumidity = 0;
  #pendingHumidity = 0;
  #busyUntilMs = 0;

  constructor(clock: Clock, part: 'BME280' | 'BMP280' = 'BME280') {
    super();
    this.#clock = clock;
    this.registers[0xd0] = part === 'BME280' ? 0x60 : 0x58;
    this.load(
      0x88,
      exampleTrimming.flatMap(word => [word & 0xff, (word >> 8) & 0xff]),
    );
    this.#reset();
    if (part === 'BMP280') return;
    const { H1, H2, H3, H4, H5, H6 } = humidityTrimming;
    this.registers[0xa1] = H1;
    this.load(0xe1, [H2 & 0xff, H2 >> 8, H3, H4 >> 4, (H4 & 0xf) | ((H5 & 0xf) << 4), H5 >> 4, H6]);
  }

  /** The pointer moves on while it is read alone: what is written are pairs of a register and its value (section 5.2.1). */
  override write(bytes: Uint8Array): boolean {
    for (let at = 0; at < bytes.length; at += 2) super.write(bytes.subarray(at, at + 2));
    return true;
  }

  protected override get(register: number): number {
    if (register === 0xf3) return this.#isBusy ? 0x08 : 0;
    return this.registers[register]!;
  }

  protected override put(register: number, value: number): void {
    if (register === 0xe0 && value === 0xb6) this.#reset();
    if (register === 0xf2) this.#pendingHumidity = value & 7;
    if (register !== 0xf4) return;
    this.#control = value;
    this.#oversamplingHumidity = this.#pendingHumidity;
    const isForced = (value & 3) === 1 || (value & 3) === 2;
    if (!isForced || this.#isBusy) return;
    this.#busyUntilMs = this.#clock.monotonicMs() + measureMs;
    this.#measure();
  }

  get #isBusy(): boolean {
    return this.#clock.monotonicMs() < this.#busyUntilMs;
  }

  #reset(): void {
    this.#control = 0;
    this.#oversamplingHumidity = 0;
    this.load(0xf7, [...skipped, ...skipped, 0x80, 0x00]);
  }

  #measure(): void {
    const { temperature, pressure, humidity } = this.raw ?? this.#converted();
    const three = (raw: number) => [raw >> 12, (raw >> 4) & 0xff, (raw & 0xf) << 4];
    this.load(0xf7, (this.#control >> 2) & 7 ? three(pressure) : skipped);
    this.load(0xfa, this.#control >> 5 ? three(temperature) : skipped);
    this.load(0xfd, this.#oversamplingHumidity ? [humidity >> 8, humidity & 0xff] : [0x80, 0x00]);
  }

  #converted() {
    const temperature = rawFor(this.temperature * 100, 1 << 20, raw => compensateTemperature(raw).centi);
    const { fine } = compensateTemperature(temperature);
    const pressure = rawFor(this.pressure * 256, 1 << 20, raw => compensatePressure(raw, fine));
    const humidity = rawFor(this.humidity * 1024, 1 << 16, raw => compensateHumidity(raw, fine));
    return { temperature, pressure, humidity };
  }
}

const [T1, T2, T3, P1, P2, P3, P4, P5, P6, P7, P8, P9] = exampleTrimming.map(BigInt) as [bigint, ...bigint[]];

/** Hundredths of a degree, and the carry-over for the others (bmp280_compensate_temp). */
export function compensateTemperature(raw: number): { centi: number; fine: number } {
  const [t1, t2, t3] = [Number(T1), Number(T2), Number(T3)];
  const square = ((raw >> 4) - t1) ** 2;
  const fine = Math.floor((((raw >> 3) - t1 * 2) * t2) / 2048) + ((Math.floor(square / 4096) * t3) >> 14);
  return { centi: (fine * 5 + 128) >> 8, fine };
}

/** 256ths of a Pa (bmp280_compensate_press). */
export function compensatePressure(raw: number, fine: number): number {
  const t = BigInt(fine) - 128_000n;
  const offset = t * t * P6! + ((t * P5!) << 17n) + (P4! << 35n);
  const slope = (((1n << 47n) + ((t * t * P3!) >> 8n) + ((t * P2!) << 12n)) * P1!) >> 33n;
  if (slope === 0n) return 0;
  const p = ((((1_048_576n - BigInt(raw)) << 31n) - offset) * 3125n) / slope;
  return Number(((p + ((P9! * (p >> 13n) * (p >> 13n)) >> 25n) + ((P8! * p) >> 19n)) >> 8n) + (P7! << 4n));
}

/** 1024ths of a per cent (bmp280_compensate_humidity). */
export function compensateHumidity(raw: number, fine: number): number {
  const [H1, H2, H3, H4, H5, H6] = Object.values(humidityTrimming).map(BigInt) as [bigint, ...bigint[]];
  const t = BigInt(fine) - 76_800n;
  const slope = ((((((t * H6!) >> 10n) * (((t * H3!) >> 11n) + 32_768n)) >> 10n) + 2_097_152n) * H2! + 8192n) >> 14n;
  const linear = (((BigInt(raw) << 14n) - (H4! << 20n) - H5! * t + 16_384n) >> 15n) * slope;
  const h = linear - (((((linear >> 15n) * (linear >> 15n)) >> 7n) * H1) >> 4n);
  return Number((h < 0n ? 0n : h > 419_430_400n ? 419_430_400n : h) >> 12n);
}
