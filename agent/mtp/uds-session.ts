/** What the two ends of a UNIX domain socket say to each other: the handshake, Records, errors. Pure. */
import type { TransportErrorCode } from '../record/transport.ts';
import { udsEndpointIdBytesMax } from './limits.ts';
import { encodeFrame, FrameReader, type Tlv, tlvTypes } from './uds-frame.ts';

export interface SessionEnd {
  code: TransportErrorCode;
  text: string;
}

/** What the edge has to do, in this order. */
export interface SessionStep {
  send: Uint8Array[];
  /** The handshake is complete, with this Endpoint ID. */
  peer?: string;
  records: Uint8Array[];
  /** Close the connection once everything is sent. */
  end?: SessionEnd;
}

const shownErrorChars = 256;
const utf8 = new TextEncoder();

/** An Endpoint ID as a handshake may state it; undefined when it is none. */
function endpointIdOf(value: Uint8Array): string | undefined {
  if (value.length === 0 || value.length > udsEndpointIdBytesMax) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(value);
    return /^[\x21-\x7e]+$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A peer's words, fit for a log line. */
function shownText(value: Uint8Array): string {
  const text = new TextDecoder().decode(value.subarray(0, shownErrorChars));
  return text.replace(/[\x00-\x1f\x7f-\x9f]/g, ' ');
}

export class UdsSession {
  readonly #role: 'server' | 'client';
  readonly #endpointId: string;
  readonly #reader: FrameReader;
  #state: 'handshaking' | 'open' | 'over' = 'handshaking';

  constructor(role: 'server' | 'client', endpointId: string, frameBytesMax: number) {
    this.#role = role;
    this.#endpointId = endpointId;
    this.#reader = new FrameReader(frameBytesMax);
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** The connection is there. [R-UDS.16] */
  start(): SessionStep {
    return { send: this.#role === 'client' ? [this.#handshake()] : [], records: [] };
  }

  receive(chunk: Uint8Array): SessionStep {
    const step: SessionStep = { send: [], records: [] };
    if (this.#state === 'over') return step;
    const { frames, fault } = this.#reader.push(chunk);
    for (const tlv of frames.flat()) this.#take(tlv, step);
    if (fault !== undefined) this.#fail(step, `cannot parse: ${fault}`); // [R-UDS.24]
    return step;
  }

  /** The peer has not said who it is for too long. [R-UDS.18] */
  timeout(): SessionStep {
    const step: SessionStep = { send: [], records: [] };
    if (this.#state === 'handshaking') this.#fail(step, 'no handshake in time', 'timeout');
    return step;
  }

  /** We go without a word: what still comes is nobody's. */
  leave(): void {
    this.#state = 'over';
  }

  /** We break off, and say why: a Record that is none [R-UDS.23], or no room for the connection. */
  refuse(text: string): SessionStep {
    const step: SessionStep = { send: [], records: [] };
    this.#fail(step, text);
    return step;
  }

  #handshake(): Uint8Array {
    return encodeFrame(tlvTypes.handshake, utf8.encode(this.#endpointId)); // [R-UDS.12]
  }

  #take({ type, value }: Tlv, step: SessionStep): void {
    if (this.#state === 'over') return;
    if (type === tlvTypes.handshake && this.#state === 'handshaking')
      this.#meet(value, step); // [R-UDS.19]
    else if (type === tlvTypes.record && this.#state === 'open')
      step.records.push(value); // [R-UDS.20]
    else if (type === tlvTypes.error) {
      this.#state = 'over';
      step.end = { code: 'refused', text: shownText(value) }; // [R-UDS.25]
    } // Any other type is none of ours. [R-UDS.15]
  }

  #meet(value: Uint8Array, step: SessionStep): void {
    const peer = endpointIdOf(value);
    if (peer === undefined) {
      this.#fail(step, 'the handshake holds no Endpoint ID'); // [R-UDS.21]
      return;
    }
    this.#state = 'open';
    step.peer = peer;
    if (this.#role === 'server') step.send.push(this.#handshake()); // [R-UDS.17]
  }

  #fail(step: SessionStep, text: string, code: TransportErrorCode = 'closed'): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    step.send.push(encodeFrame(tlvTypes.error, utf8.encode(text))); // [R-UDS.13]
    step.end = { code, text };
  }
}
