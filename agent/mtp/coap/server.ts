import { EventEmitter } from 'node:events';
import type { IncomingMessage, OutgoingMessage } from 'coap';
import type { Peer } from './address.ts';
import { decodeMessage, encodeMessage, isFormatError, NOTHING } from './codec.ts';
import type { Answer, Serve } from './guard.ts';
import { packageCacheBytes } from './limits.ts';
import { CODE } from './options.ts';
import type { ResourceAnswer, ResourceRequest } from './resource.ts';

/**
 * Package coap's server as a function from a clean request to its answer. It listens on an emitter instead of a
 * socket, so that it sees nothing but what the guard lets through, one request at a time.
 */

const FAILED: Answer = { code: CODE.INTERNAL_SERVER_ERROR, options: [], payload: NOTHING };

/** The package's notion of a socket: 'message' events in, send() out. */
class Front extends EventEmitter {
  readonly #sent: Uint8Array[] = [];

  /** The package's reply, when it gave one before it returned. */
  ask(datagram: Uint8Array, peer: Peer): Uint8Array | undefined {
    this.#sent.length = 0;
    this.emit('message', Buffer.from(datagram.buffer), peer);
    return this.#sent[0];
  }

  send(bytes: Uint8Array, offset: number, length: number): void {
    this.#sent.push(bytes.subarray(offset, offset + length));
  }
}

export interface PackageServer {
  serve: Serve;
  close(): void;
}

/** Loads the package. When `answer` throws, the peer gets 5.00 and nothing else, and `failed` is told why. */
export async function startServer(
  answer: (request: ResourceRequest) => ResourceAnswer,
  failed: (error: unknown) => void,
): Promise<PackageServer> {
  const loaded = await import('coap');
  const { createServer } = loaded.default ?? loaded; // the bundle's chunk has `default` alone, a loader may lack it
  const front = new Front();
  let isWhole = true;
  const server = createServer({ cacheSize: packageCacheBytes }, (request, response) => {
    try {
      write(response, answer({ ...read(request), isWhole }));
    } catch (error) {
      failed(error); // the package would swallow it, and wait for an answer
      write(response, { code: '5.00' });
    }
  });
  server.on('error', () => undefined); // an emitter has none, but without a listener one would end the process
  server.listen(front);
  let messageId = 0;
  const serve: Serve = (request, peer) => {
    isWhole = request.isWhole;
    messageId = (messageId + 1) & 0xffff;
    const datagram = encodeMessage({ ...request, type: 'CON', messageId, token: NOTHING });
    const bytes = front.ask(datagram, peer);
    const reply = bytes && decodeMessage(bytes);
    if (!reply || isFormatError(reply)) return FAILED;
    return { code: reply.code, options: reply.options, payload: reply.payload };
  };
  return { serve, close: () => void server.close() };
}

/** The package documents `options`, but its types leave it out. */
type Incoming = IncomingMessage & { options: { name: string | number; value: unknown }[] };

function read(incoming: IncomingMessage): Omit<ResourceRequest, 'isWhole'> {
  const { buffer, byteOffset, length } = incoming.payload;
  const texts = (name: string) =>
    (incoming as Incoming).options.filter(option => option.name === name).map(option => String(option.value));
  return {
    method: incoming.method,
    path: texts('Uri-Path'),
    queries: texts('Uri-Query'),
    contentFormat: incoming.headers['Content-Format'],
    accept: incoming.headers.Accept,
    payload: new Uint8Array(buffer, byteOffset, length),
    peer: incoming.rsinfo as Peer,
  };
}

function write(outgoing: OutgoingMessage, answer: ResourceAnswer): void {
  outgoing.code = answer.code;
  if (answer.contentFormat !== undefined) outgoing.setOption('Content-Format', answer.contentFormat);
  if (answer.maxAgeSeconds !== undefined) outgoing.setOption('Max-Age', answer.maxAgeSeconds);
  outgoing.end(answer.payload);
}
