import {
  type Transport,
  TransportError,
  type TransportErrorCode,
  type TransportProtocol,
} from '../../agent/record/transport.ts';
import type { Msg, Record as UspRecord } from '../../proto/codec.gen.js';
import { ProtoError } from '../../proto/errors.ts';
import { decodeMsg } from '../../proto/msg.ts';
import { decodeRecord } from '../../proto/record.ts';

/** A Record that went out, read back as its receiver would. */
export interface Sent {
  record: UspRecord;
  /** Of a Record without a session context. */
  msg: Msg | undefined;
  address: string;
  atMs: number;
}

/** An MTP that keeps what it is given. */
export class FakeTransport implements Transport {
  readonly protocol: TransportProtocol;
  readonly name: string;
  readonly sent: Sent[] = [];
  connected = true;
  /** While set, every `send` rejects with it. */
  failure: TransportErrorCode | undefined;
  /** While set, no `send` settles. */
  isStuck = false;
  attempts = 0;
  readonly #nowMs: () => number;

  constructor(name: string, protocol: TransportProtocol, nowMs: () => number) {
    this.name = name;
    this.protocol = protocol;
    this.#nowMs = nowMs;
  }

  open(): void {}

  isConnected(): boolean {
    return this.connected;
  }

  async send(bytes: Uint8Array, address: string): Promise<void> {
    this.attempts++;
    if (this.isStuck) await new Promise(() => {});
    if (!this.connected) throw new TransportError('not-connected', 'not connected');
    if (this.failure) throw new TransportError(this.failure, this.failure);
    this.sent.push({ ...opened(bytes), address, atMs: this.#nowMs() });
  }

  async close(): Promise<void> {
    this.connected = false;
  }
}

function opened(bytes: Uint8Array): Pick<Sent, 'record' | 'msg'> {
  const record = decodeRecord(bytes);
  if (record instanceof ProtoError) throw record;
  if (record.record_type !== 'no_session_context') return { record, msg: undefined };
  const msg = decodeMsg(record.no_session_context.payload);
  if (msg instanceof ProtoError) throw msg;
  return { record, msg };
}
