/** Messages and Records to bytes and back, by reflection over the two .proto files: none of the agent's codec is here. */
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';
import type { Message, Request, UspRecord } from './messages.ts';

const schema = (name: string) => fileURLToPath(new URL(`../../../proto/${name}`, import.meta.url));
const root = new protobuf.Root().loadSync([schema('usp-msg.proto'), schema('usp-record.proto')], { keepCase: true });
const msgType = root.lookupType('usp.Msg');
const recordType = root.lookupType('usp_record.Record');
const plain = { enums: String, longs: Number, defaults: true, arrays: true, objects: true, oneofs: true } as const;

/** The msg_type that goes with each request. */
const requestTypes: Readonly<Record<string, string>> = {
  get: 'GET',
  set: 'SET',
  add: 'ADD',
  delete: 'DELETE',
  operate: 'OPERATE',
  get_instances: 'GET_INSTANCES',
  get_supported_dm: 'GET_SUPPORTED_DM',
  get_supported_protocol: 'GET_SUPPORTED_PROTO',
};

export function encodeRequest(request: Request, msgId: string): Uint8Array {
  const [kind = ''] = Object.keys(request);
  return encodeMessage({ header: { msg_id: msgId, msg_type: requestTypes[kind] }, body: { request } });
}

export function encodeMessage(message: Record<string, unknown>): Uint8Array {
  return msgType.encode(msgType.fromObject(message)).finish();
}

/** Throws what reflection has against the bytes. */
export function decodeMessage(bytes: Uint8Array): Message {
  return msgType.toObject(msgType.decode(bytes), plain) as Message;
}

export function encodeRecord(record: Partial<UspRecord> & Record<string, unknown>): Uint8Array {
  return recordType.encode(recordType.fromObject(record)).finish();
}

/** Throws what reflection has against the bytes. */
export function decodeRecord(bytes: Uint8Array): UspRecord {
  return recordType.toObject(recordType.decode(bytes), plain) as UspRecord;
}

/** A Message in a Record outside of any session. */
export function wrap(payload: Uint8Array, fromId: string, toId: string): Uint8Array {
  return encodeRecord({ version: '1.4', from_id: fromId, to_id: toId, no_session_context: { payload } });
}
