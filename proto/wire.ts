// Between bytes and the static codec: limits on the way in.
import protobuf from 'protobufjs/minimal.js';
import type { Codec } from './codec.gen.js';
import { ProtoError } from './errors.ts';
import { nestingLevelsMax } from './limits.ts';
import { FlatWriter } from './writer.ts';

/** A reader that counts: every field, map key and map value passes through `tag`. */
class LimitedReader extends protobuf.Reader {
  #fieldsLeft: number;

  constructor(bytes: Uint8Array, fieldsMax: number) {
    super(bytes);
    this.#fieldsLeft = fieldsMax;
  }

  override tag(): number {
    this.#fieldsLeft -= 1;
    if (this.#fieldsLeft < 0) throw new ProtoError('too-many', 'more fields than the limit');
    return super.tag();
  }

  /** Messages nest no deeper than the schema, but unknown groups would recurse as deep as a peer likes. */
  override skipType(wireType: number, depth = 0, fieldNumber?: number): this {
    if (depth > nestingLevelsMax) throw new ProtoError('too-deep', 'groups nested deeper than the limit');
    super.skipType(wireType, depth, fieldNumber);
    return this;
  }
}

/** Decodes within the limits. Unknown fields are skipped; of a repeated single field the last one counts. */
export function decodeWithin(
  codec: Codec,
  bytes: Uint8Array,
  limits: { bytesMax: number; fieldsMax: number },
): object | ProtoError {
  if (bytes.length > limits.bytesMax) return new ProtoError('too-large', `${bytes.length} bytes`);
  try {
    return codec.decode(new LimitedReader(bytes, limits.fieldsMax));
  } catch (cause) {
    if (cause instanceof ProtoError) return cause;
    return new ProtoError('malformed', cause instanceof Error ? cause.message : String(cause));
  }
}

export function encode(codec: Codec, value: object): Uint8Array {
  return codec.encode(value, new FlatWriter()).finish();
}
