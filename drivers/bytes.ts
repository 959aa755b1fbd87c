/** What several chips' drivers and models do with bytes. Pure. */

/** An unsigned 16-bit word, the high byte first. `offset` must leave room for two bytes. */
export function wordAt(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(offset);
}

/** The two bytes of an unsigned 16-bit word, the high byte first. */
export function wordBytes(word: number): [number, number] {
  return [(word >> 8) & 0xff, word & 0xff];
}

/**
 * Sensirion's CRC-8: polynomial 0x31, initial value 0xFF, nothing reflected, no final XOR
 * (SHT3x-DIS datasheet, version 5, section 4.12, table 20).
 */
export function sensirionCrc(bytes: Uint8Array | readonly number[]): number {
  let crc = 0xff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x31) & 0xff : (crc << 1) & 0xff;
  }
  return crc;
}

/**
 * The words of a Sensirion answer: each two bytes, high first, and their CRC.
 * Undefined when a CRC is wrong or the length is no multiple of three.
 */
export function sensirionWords(bytes: Uint8Array): number[] | undefined {
  if (bytes.length % 3 !== 0) return undefined;
  const words: number[] = [];
  for (let offset = 0; offset < bytes.length; offset += 3) {
    if (sensirionCrc(bytes.subarray(offset, offset + 2)) !== bytes[offset + 2]) return undefined;
    words.push(wordAt(bytes, offset));
  }
  return words;
}

/** The XOR of all character codes: the checksum of an NMEA 0183 sentence, `$` and `*` left out. */
export function xorChecksum(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
  return sum;
}

/** The lowest `bits` bits of `value` as a two's complement number. `bits`: 1 to 32. */
export function signed(value: number, bits: number): number {
  return (value << (32 - bits)) >> (32 - bits);
}

/**
 * The CRC-8 of 1-wire parts: polynomial x8 + x5 + x4 + 1, reflected (0x8C), initial value 0 (Maxim application note 27).
 * Over a whole block, its CRC included, it is 0.
 */
export function oneWireCrc(bytes: Iterable<number>): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0x8c : crc >> 1;
  }
  return crc;
}

/** `0x76`, as i2cdetect prints an address. */
export function hexByte(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
