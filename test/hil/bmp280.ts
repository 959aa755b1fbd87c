/**
 * A BMP280's registers, with the trimming and the measurement of the maker's worked example: 25.08 degC, 100653 Pa
 * (Bosch BMP280 datasheet, BST-BMP280-DS001, section 3.12).
 */

export const bmp280Address = 0x76;

/** Register 0xD0: the chip's ID. */
export const identity = { first: 0xd0, bytes: [0x58] };

/** dig_T1 to dig_T3 and dig_P1 to dig_P9 from 0x88 on, low byte first; the last two bytes are unused. */
const trimmingWords = [27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000, 0];

export const trimming = {
  first: 0x88,
  bytes: trimmingWords.flatMap(word => [word & 0xff, (word >> 8) & 0xff]),
};

/** Registers 0xF3 (status: idle) and 0xF7 to 0xFC: pressure and temperature, 20 bits each, high byte first. */
export const idle = { first: 0xf3, bytes: [0] };

export const measurement = (pressure: number, temperature: number) => ({
  first: 0xf7,
  bytes: [pressure, temperature].flatMap(raw => [raw >> 12, (raw >> 4) & 0xff, (raw & 0xf) << 4]),
});

/** The example's measurement. */
export const example = { pressure: 415148, temperature: 519888, degC: 25.08 };

/** A warmer one: by the datasheet's integer formula, 30.00 degC. */
export const warmer = { pressure: 415148, temperature: 535584, degC: 30 };
