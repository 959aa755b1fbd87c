/** USP Messages: bytes to values and back. */
import { findFault } from './check.ts';
import { type Msg, type MsgInit, usp } from './codec.gen.js';
import { ProtoError } from './errors.ts';
import { msgBytesMax, msgFieldsMax } from './limits.ts';
import { decodeWithin, encode } from './wire.ts';

/**
 * Reads a Message. One that is returned has a header with a msg_id, a body, and a choice in every oneof; `msg_type` may
 * differ from the body, which counts [R-MSG.10]. When it is refused for its content, the error's `salvage` has the
 * msg_id and tells a request, so that it can be answered with an Error [R-ENC.5].
 */
export function decodeMsg(bytes: Uint8Array): Msg | ProtoError {
  const decoded = decodeWithin(usp.Msg, bytes, { bytesMax: msgBytesMax, fieldsMax: msgFieldsMax });
  if (decoded instanceof ProtoError) return decoded;
  const msg = decoded as Msg;
  const fault = findFault(msg) ?? (msg.header.msg_id === '' ? emptyMsgId() : undefined);
  if (!fault) return msg;
  const { header, body } = decoded as Partial<Msg>;
  return new ProtoError(fault.code, fault.message, {
    ...(header?.msg_id && { msg_id: header.msg_id }),
    isRequest: body?.msg_body === 'request',
  });
}

function emptyMsgId(): ProtoError {
  return new ProtoError('missing-field', 'msg_id is empty'); // [R-MSG.8]
}

/** Writes a Message; 'too-large' when nobody with our limits could read it. */
export function encodeMsg(msg: MsgInit): Uint8Array | ProtoError {
  const bytes = encode(usp.Msg, msg);
  return bytes.length > msgBytesMax ? new ProtoError('too-large', `${bytes.length} bytes`) : bytes;
}
