// Wire bytes by hand, for what our own encoder would never write.

/** A varint of up to 32 bits. */
export function varint(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}

/** A length-delimited field (strings, bytes, messages, map entries). */
export function field(number: number, content: Iterable<number> | string): number[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

/** A field of varint type (bool, enumeration, uint64). */
export function number(fieldNumber: number, value: number): number[] {
  return [...varint(fieldNumber * 8), ...varint(value)];
}

/** The same bytes, many times. */
export function repeated(bytes: number[], times: number): Uint8Array {
  const all = new Uint8Array(bytes.length * times);
  for (let i = 0; i < times; i++) all.set(bytes, i * bytes.length);
  return all;
}

/** A length-delimited field around content too long for argument lists. */
export function wrapped(fieldNumber: number, content: Uint8Array): Uint8Array {
  const head = [...varint(fieldNumber * 8 + 2), ...varint(content.length)];
  const all = new Uint8Array(head.length + content.length);
  all.set(head);
  all.set(content, head.length);
  return all;
}
