/** What goes out most: Messages in Records without a session, written in one go. */
import { type HeaderInit, type MsgInit, type RecordInit, usp } from './codec.gen.js';
import { ProtoError } from './errors.ts';
import { msgBytesMax } from './limits.ts';
import { encodeRecord } from './record.ts';
import { FlatWriter } from './writer.ts';

/** The fields of `Body`, as a handler has written them: into a writer, to be put into one Message, or as bytes, for several. */
export type WrittenBody = Uint8Array | FlatWriter;

export interface WrittenMsg {
  header: Required<HeaderInit>;
  body: WrittenBody;
}

/** First bytes of fields that hold a message, a text or bytes: the number, and what kind of field it is. */
export const lengthDelimited = (field: number) => (field << 3) | 2;
const varint = (field: number) => field << 3;

/** The fields that all Records of one Endpoint to another have in common: `encodeAround` puts Messages behind them. */
export function encodeEnvelope(envelope: Pick<RecordInit, 'version' | 'to_id' | 'from_id'>): Uint8Array {
  return encodeRecord(envelope as RecordInit);
}

/** The fields of `body`, for a Message that is answered with them more than once. */
export function encodeBody(body: NonNullable<MsgInit['body']>): Uint8Array {
  return usp.Body.encode(body, new FlatWriter()).finish();
}

/** The Record that carries `msg` without a session context; 'too-large' when nobody with our limits could read it. */
export function encodeAround(envelope: Uint8Array, msg: MsgInit | WrittenMsg): Uint8Array | ProtoError {
  const writer = new FlatWriter();
  writer.raw(envelope).uint32(lengthDelimited(7)).fork(); // no_session_context
  writer.uint32(lengthDelimited(2)).fork(); // payload
  const start = writer.length;
  if (isWritten(msg)) writeMsg(msg, writer);
  else usp.Msg.encode(msg, writer);
  const bytes = writer.length - start;
  return bytes > msgBytesMax ? new ProtoError('too-large', `${bytes} bytes`) : writer.ldelim().ldelim().finish();
}

function isWritten(msg: MsgInit | WrittenMsg): msg is WrittenMsg {
  return msg.body instanceof FlatWriter || msg.body instanceof Uint8Array;
}

function writeMsg({ header, body }: WrittenMsg, writer: FlatWriter): void {
  writer.uint32(lengthDelimited(1)).fork(); // header
  writer.uint32(lengthDelimited(1)).string(header.msg_id as string);
  writer
    .uint32(varint(2))
    .int32(header.msg_type as number)
    .ldelim();
  writer.uint32(lengthDelimited(2));
  if (body instanceof FlatWriter) writer.written(body);
  else writer.bytes(body);
}
