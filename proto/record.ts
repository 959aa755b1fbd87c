/** USP Records: bytes to values and back. */
import { findFault } from './check.ts';
import { type RecordInit, type SessionContextRecordInit, type Record as UspRecord, usp_record } from './codec.gen.js';
import { ProtoError } from './errors.ts';
import { recordBytesMax, recordFieldsMax } from './limits.ts';
import { decodeWithin, encode } from './wire.ts';

const UINT64_FIELDS = ['session_id', 'sequence_id', 'expected_id', 'retransmit_id'] as const;

/** How protobufjs holds a uint64. The house holds it as a bigint. */
interface Halves {
  low: number;
  high: number;
}

function join({ low, high }: Halves): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

function split(value: bigint): Halves {
  return { low: Number(value & 0xffffffffn), high: Number((value >> 32n) & 0xffffffffn) };
}

/**
 * Reads a Record. One that is returned has a `record_type` [R-ENC.4]. Its Endpoint IDs and version are for the caller to
 * judge: a higher minor version than ours is read like our own. When it is refused for its content, the error's
 * `salvage` says between whom it went, and with what payload.
 */
export function decodeRecord(bytes: Uint8Array): UspRecord | ProtoError {
  const decoded = decodeWithin(usp_record.Record, bytes, { bytesMax: recordBytesMax, fieldsMax: recordFieldsMax });
  if (decoded instanceof ProtoError) return decoded;
  const record = decoded as UspRecord;
  const fault = findFault(record);
  if (fault) {
    const payload = record.record_type === 'no_session_context' ? record.no_session_context.payload : undefined;
    const { to_id, from_id } = record;
    return new ProtoError(fault.code, fault.message, { to_id, from_id, ...(payload && { payload }) });
  }
  if (record.record_type === 'session_context') {
    const context = record.session_context as unknown as { [field: string]: Halves | bigint };
    for (const field of UINT64_FIELDS) context[field] = join(context[field] as Halves);
  }
  return record;
}

/** Writes a Record. Its payload is a Message of encodeMsg or a segment of one, which keeps it below recordBytesMax. */
export function encodeRecord(record: RecordInit): Uint8Array {
  const context = record.session_context;
  const value = context ? { ...record, session_context: withHalves(context) } : record;
  return encode(usp_record.Record, value);
}

function withHalves(context: SessionContextRecordInit): object {
  return { ...context, ...Object.fromEntries(UINT64_FIELDS.map(field => [field, split(context[field] ?? 0n)])) };
}
