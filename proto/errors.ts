/** Why bytes were refused. docs/errors.md explains each. */
export type ProtoErrorCode =
  | 'too-large' // more bytes than limits.ts allows
  | 'too-many' // more fields than limits.ts allows
  | 'too-deep' // more nesting than limits.ts allows
  | 'malformed' // not protobuf, cut short, or a string that is not UTF-8
  | 'missing-field' // a required message is not there, or a oneof has no choice [R-ENC.3]
  | 'unknown-value'; // a number that the enumeration does not have [R-ENC.2]

/** What could still be read of something refused: enough to answer it where TR-369 asks for that [R-MTP.5]. */
export interface Salvage {
  /** Of a Record. */
  to_id?: string;
  from_id?: string;
  payload?: Uint8Array;
  /** Of a Message. */
  msg_id?: string;
  isRequest?: boolean;
}

/** A refused Record or Message. The readers return it; nothing outside this room sees it thrown. */
export class ProtoError extends Error {
  readonly code: ProtoErrorCode;
  readonly salvage: Salvage;

  constructor(code: ProtoErrorCode, message: string, salvage: Salvage = {}) {
    super(message);
    this.name = 'ProtoError';
    this.code = code;
    this.salvage = salvage;
  }
}
