/** CoAP of our own, as much as a USP controller needs (RFC 7252, and Block1 of RFC 7959): one datagram socket. */
import * as dgram from 'node:dgram';
import type { AddressInfo } from 'node:net';
import type { Link } from './link.ts';

/** Message types. */
const confirmable = 0;
const acknowledgement = 2;

export const codes = { post: 0x02, patch: 0x06, changed: 0x44, continue: 0x5f, badRequest: 0x80 } as const;
const notAllowed = 0x85;
const unsupportedFormat = 0x8f;

/** "4.05" of 0x85. */
export const codeName = (code: number): string => `${code >> 5}.${String(code & 31).padStart(2, '0')}`;
export const refusals = { notAllowed: codeName(notAllowed), unsupportedFormat: codeName(unsupportedFormat) } as const;

const optionNumbers = { uriPath: 11, contentFormat: 12, uriQuery: 15, block1: 27 } as const;

/** Content-Format of USP Records: application/octet-stream. */
const octetStream = 42;

/** Block size 1024, as RFC 7959 counts sizes. */
const blockExponent = 6;
const blockBytes = 1024;
/** What is not answered is sent again after this long. */
const againMs = 1_000;
const answerMsMax = 20_000;

export interface CoapMessage {
  type: number;
  code: number;
  id: number;
  token: Uint8Array;
  /** By number; each value once for every time that the option is there. */
  options: readonly (readonly [number: number, value: Uint8Array])[];
  payload: Uint8Array;
}

/** An unsigned number in as few bytes as it needs. */
function bytesOf(number: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.from(bytes);
}

const numberOf = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
const text = (value: string) => new TextEncoder().encode(value);

/** The four bits of a delta or a length, and what follows them. */
function nibble(value: number): [bits: number, extra: number[]] {
  if (value < 13) return [value, []];
  if (value < 269) return [13, [value - 13]];
  return [14, [(value - 269) >> 8, (value - 269) & 255]];
}

function encode({ type, code, id, token, options, payload }: CoapMessage): Uint8Array {
  const bytes = [0x40 | (type << 4) | token.length, code, id >> 8, id & 255, ...token];
  let before = 0;
  for (const [number, value] of [...options].sort(([a], [b]) => a - b)) {
    const [delta, moreDelta] = nibble(number - before);
    const [length, moreLength] = nibble(value.length);
    bytes.push((delta << 4) | length, ...moreDelta, ...moreLength, ...value);
    before = number;
  }
  return Uint8Array.from(payload.length > 0 ? [...bytes, 0xff, ...payload] : bytes);
}

export function decode(bytes: Uint8Array): CoapMessage {
  const [first = 0, code = 0, high = 0, low = 0] = bytes;
  const tokenEnd = 4 + (first & 15);
  const options: [number, Uint8Array][] = [];
  let at = tokenEnd;
  let number = 0;
  const extended = (bits: number) => {
    if (bits === 13) return 13 + (bytes[at++] ?? 0);
    if (bits === 14) return 269 + (bytes[at++] ?? 0) * 256 + (bytes[at++] ?? 0);
    return bits;
  };
  while (at < bytes.length && bytes[at] !== 0xff) {
    const head = bytes[at++] ?? 0;
    number += extended(head >> 4);
    const length = extended(head & 15);
    options.push([number, bytes.subarray(at, at + length)]);
    at += length;
  }
  const token = bytes.subarray(4, tokenEnd);
  return { type: (first >> 4) & 3, code, id: high * 256 + low, token, options, payload: bytes.subarray(at + 1) };
}

export const optionOf = ({ options }: CoapMessage, number: number) => options.find(([each]) => each === number)?.[1];
export const formatOf = (message: CoapMessage) =>
  numberOf(optionOf(message, optionNumbers.contentFormat) ?? bytesOf(0));

/** How a request departs from a good one. */
export interface Oddity {
  code?: number;
  contentFormat?: number;
}

/** A controller's end: a server for what the agent sends, and a client of the agent's. */
export class CoapPeer implements Link {
  readonly protocol = 'CoAP';
  readonly url: string;
  /** Everything that the agent has sent, its requests and its answers. */
  readonly heard: CoapMessage[] = [];
  /** Whether the agent's requests are answered. */
  answers = true;
  received: (record: Uint8Array) => void = () => {};
  readonly #socket: dgram.Socket;
  readonly #agentPort: number;
  readonly #waiting = new Map<number, (message: CoapMessage) => void>();
  readonly #unfinished = new Map<string, Uint8Array[]>();
  readonly #taken = new Set<number>();
  #nextId = Math.floor(Math.random() * 0xffff);

  static async open(agentPort: number): Promise<CoapPeer> {
    const socket = dgram.createSocket('udp4');
    await new Promise<void>(done => socket.bind(0, '127.0.0.1', done));
    return new CoapPeer(socket, agentPort);
  }

  private constructor(socket: dgram.Socket, agentPort: number) {
    this.#socket = socket;
    this.#agentPort = agentPort;
    this.url = `coap://127.0.0.1:${(socket.address() as AddressInfo).port}/usp`;
    socket.on('message', bytes => this.#receive(decode(bytes)));
  }

  /** A Record; what becomes of it shows in the answer, or in silence. */
  send(record: Uint8Array): void {
    void this.post(record).catch(() => {});
  }

  /** A Record in as many blocks as it needs; the code of the last answer. Rejects when there is none. */
  async post(record: Uint8Array, odd: Oddity = {}): Promise<string> {
    const count = Math.max(1, Math.ceil(record.length / blockBytes));
    const token = bytesOf(1 + Math.floor(Math.random() * 0xfffffe));
    let answer = 0;
    for (let block = 0; block < count; block += 1) {
      const more = block < count - 1;
      const blocks =
        count > 1 ? [[optionNumbers.block1, bytesOf(block * 16 + (more ? 8 : 0) + blockExponent)] as const] : [];
      const part = record.subarray(block * blockBytes, (block + 1) * blockBytes);
      answer = (await this.#exchange(token, blocks, part, odd)).code;
      if (more && answer !== codes.continue) break;
    }
    return codeName(answer);
  }

  close(): Promise<void> {
    return new Promise(done => this.#socket.close(done));
  }

  #exchange(token: Uint8Array, blocks: CoapMessage['options'], payload: Uint8Array, odd: Oddity): Promise<CoapMessage> {
    this.#nextId = (this.#nextId + 1) & 0xffff;
    const id = this.#nextId;
    const { code = codes.post, contentFormat = octetStream } = odd;
    const options = [
      [optionNumbers.uriPath, text('usp')],
      [optionNumbers.contentFormat, bytesOf(contentFormat)],
      [optionNumbers.uriQuery, text(`reply-to=${this.url}`)],
      ...blocks,
    ] as const;
    return new Promise((resolve, reject) => {
      const put = () => this.#put({ type: confirmable, code, id, token, options, payload });
      const again = setInterval(put, againMs);
      const finish = (message: CoapMessage | undefined) => {
        clearInterval(again);
        clearTimeout(timer);
        this.#waiting.delete(id);
        if (message) resolve(message);
        else reject(new Error('no answer over CoAP'));
      };
      const timer = setTimeout(() => finish(undefined), answerMsMax);
      this.#waiting.set(id, finish);
      put();
    });
  }

  #put(message: CoapMessage): void {
    this.#socket.send(encode(message), this.#agentPort, '127.0.0.1');
  }

  #receive(message: CoapMessage): void {
    this.heard.push(message);
    if (message.type !== confirmable) {
      this.#waiting.get(message.id)?.(message);
    } else if (message.code === codes.post && this.answers) this.#serve(message);
  }

  /** Answers a request of the agent; the same one again gets the same answer, and is not taken twice. */
  #serve(request: CoapMessage): void {
    const { id, token, payload } = request;
    const block1 = optionOf(request, optionNumbers.block1);
    const more = block1 !== undefined && (numberOf(block1) & 8) !== 0;
    const code = more ? codes.continue : codes.changed;
    const options = block1 ? [[optionNumbers.block1, block1] as const] : [];
    this.#put({ type: acknowledgement, code, id, token, options, payload: new Uint8Array() });
    if (this.#taken.has(id)) return;
    this.#taken.add(id);
    const key = String(token);
    const parts = [...(this.#unfinished.get(key) ?? []), payload];
    if (more) this.#unfinished.set(key, parts);
    else {
      this.#unfinished.delete(key);
      this.received(Buffer.concat(parts));
    }
  }
}

/** A port for datagrams that was free a moment ago. */
export async function freeDatagramPort(): Promise<number> {
  const socket = dgram.createSocket('udp4');
  await new Promise<void>(done => socket.bind(0, '127.0.0.1', done));
  const { port } = socket.address() as AddressInfo;
  await new Promise<void>(done => socket.close(done));
  return port;
}
