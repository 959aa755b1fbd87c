import { type Peer, peerKey } from './address.ts';
import { type CoapMessage, type CoapOption, encodeMessage, NOTHING } from './codec.ts';
import {
  amplificationFactorMax,
  blockSizeExponentMax,
  busySeconds,
  datagramBytesMax,
  recordReceivedBytesMax,
} from './limits.ts';
import {
  type Block,
  blockOption,
  CODE,
  codeClass,
  findOption,
  OPTION,
  readBlock,
  readUint,
  uintOption,
} from './options.ts';
import { Reassembly, type UploadState } from './reassembly.ts';
import { RecentExchanges } from './recent.ts';

/**
 * The guard in front of package coap's server. It deals with all that the package gets wrong or holds without bound:
 * repeated datagrams, unknown critical options, odd methods, Block1. What passes is one whole request with the four
 * options that USP needs, without token or message ID.
 */

export interface CleanRequest {
  code: number;
  /** Uri-Path, Uri-Query, Content-Format and Accept only. */
  options: CoapOption[];
  payload: Uint8Array;
  /** False for the first block of an upload: the question is whether to go on (2.31) or to refuse now. */
  isWhole: boolean;
}

export interface Answer {
  code: number;
  options: CoapOption[];
  payload: Uint8Array;
}

/** Answers a clean request at once. */
export type Serve = (request: CleanRequest, peer: Peer) => Answer;

const PASSED_ON: readonly number[] = [OPTION.URI_PATH, OPTION.URI_QUERY, OPTION.CONTENT_FORMAT, OPTION.ACCEPT];
const SET_BY_EACH_BLOCK: readonly number[] = [OPTION.BLOCK1, OPTION.BLOCK2, OPTION.SIZE1, OPTION.SIZE2];

/** The critical options that we understand, and how long they may be [RFC 7252 section 5.10, RFC 7959 section 2.1]. */
const CRITICAL: ReadonlyMap<number, { bytesMax: number; isRepeatable?: true }> = new Map([
  [OPTION.URI_HOST, { bytesMax: 255 }],
  [OPTION.URI_PORT, { bytesMax: 2 }],
  [OPTION.URI_PATH, { bytesMax: 255, isRepeatable: true as const }],
  [OPTION.URI_QUERY, { bytesMax: 255, isRepeatable: true as const }],
  [OPTION.ACCEPT, { bytesMax: 2 }],
  [OPTION.BLOCK2, { bytesMax: 3 }],
  [OPTION.BLOCK1, { bytesMax: 3 }],
  [OPTION.PROXY_URI, { bytesMax: 1034 }],
  [OPTION.PROXY_SCHEME, { bytesMax: 255 }],
]);

const TOO_LARGE = answer(CODE.REQUEST_ENTITY_TOO_LARGE, [uintOption(OPTION.SIZE1, recordReceivedBytesMax)]);
const UPLOAD_ANSWERS: Record<Exclude<UploadState, 'continue'>, Answer> = {
  incomplete: answer(CODE.REQUEST_ENTITY_INCOMPLETE),
  malformed: answer(CODE.BAD_REQUEST),
  'too-large': TOO_LARGE,
  busy: answer(CODE.SERVICE_UNAVAILABLE, [uintOption(OPTION.MAX_AGE, busySeconds)]),
};

export class Guard {
  readonly #serve: Serve;
  readonly #nextMessageId: () => number;
  readonly #recent = new RecentExchanges();
  readonly #uploads = new Reassembly();

  constructor(serve: Serve, nextMessageId: () => number) {
    this.#serve = serve;
    this.#nextMessageId = nextMessageId;
  }

  /** What is held for peers, to be seen in tests and to know whether time must be told. */
  get held(): { uploads: number; uploadBytes: number; exchanges: number } {
    const { count, bytes } = this.#uploads.held;
    return { uploads: count, uploadBytes: bytes, exchanges: this.#recent.count };
  }

  /** Forgets what is too old. To be called now and then while something is held. */
  expire(nowMs: number): void {
    this.#uploads.expire(nowMs);
    this.#recent.expire(nowMs);
  }

  /** The datagram to send back, if any. `message` is a confirmable or non-confirmable request, read from `datagram`. */
  request(message: CoapMessage, datagram: Uint8Array, peer: Peer, nowMs: number): Uint8Array | undefined {
    const key = `${peerKey(peer)} ${message.messageId}`;
    const known = this.#recent.find(key, datagram, nowMs);
    if (known) return message.type === 'CON' ? known.answer : undefined;
    const found = refusal(message, datagram.length) ?? this.#answer(message, peer, nowMs);
    // An unknown critical option in a non-confirmable request is rejected in silence [RFC 7252 section 5.4.1].
    const isSilent = message.type === 'NON' && found.code === CODE.BAD_OPTION;
    const reply = isSilent ? undefined : this.#reply(message, found, datagram.length);
    this.#recent.remember(key, datagram, reply, nowMs);
    return reply;
  }

  #answer(message: CoapMessage, peer: Peer, nowMs: number): Answer {
    const { code, payload } = message;
    const options = message.options.filter(option => PASSED_ON.includes(option.number));
    const value = findOption(message.options, OPTION.BLOCK1);
    if (!value) return this.#serve({ code, options, payload, isWhole: true }, peer);
    const block = readBlock(value);
    if (!block) return answer(CODE.BAD_REQUEST); // a reserved size [RFC 7959 section 2.2]
    if (block.number === 0 && block.more) {
      const first = this.#serve({ code, options, payload: NOTHING, isWhole: false }, peer);
      if (first.code !== CODE.CONTINUE) return first;
    }
    const state = this.#uploads.add(uploadKey(message, peer), peer.address, block, payload, nowMs);
    if (state === 'continue') return acknowledge(answer(CODE.CONTINUE), block);
    if (typeof state === 'string') return UPLOAD_ANSWERS[state];
    return acknowledge(this.#serve({ code, options, payload: state, isWhole: true }, peer), block);
  }

  /** Piggybacked on the acknowledgement of a confirmable request [RFC 7252 section 5.2.1], else non-confirmable. */
  #reply(request: CoapMessage, found: Answer, requestBytes: number): Uint8Array {
    const isConfirmable = request.type === 'CON';
    const messageId = isConfirmable ? request.messageId : this.#nextMessageId();
    const message = { ...found, type: isConfirmable ? 'ACK' : 'NON', messageId, token: request.token } as const;
    const reply = encodeMessage(message);
    const isRefusal = codeClass(found.code) !== 2;
    if (!isRefusal || reply.length <= requestBytes * amplificationFactorMax) return reply;
    return encodeMessage({ ...message, payload: NOTHING });
  }
}

/** Why a request cannot pass, whatever it asks for. */
function refusal({ code, options }: CoapMessage, datagramBytes: number): Answer | undefined {
  if (hasUnknownCriticalOption(options)) return answer(CODE.BAD_OPTION);
  const has = (number: number) => options.some(option => option.number === number);
  if (has(OPTION.PROXY_URI) || has(OPTION.PROXY_SCHEME)) return answer(CODE.PROXYING_NOT_SUPPORTED);
  if (code !== CODE.GET && code !== CODE.POST) return answer(CODE.METHOD_NOT_ALLOWED); // [R-COAP.11]
  if (code === CODE.GET && has(OPTION.BLOCK1)) return answer(CODE.BAD_OPTION);
  // All that we have to tell fits into one block, so there is no second one to ask for [RFC 7959 section 2.4].
  const block2 = findOption(options, OPTION.BLOCK2);
  if (block2 && readBlock(block2)?.number !== 0) return answer(CODE.BAD_REQUEST);
  const announced = readUint(findOption(options, OPTION.SIZE1) ?? NOTHING);
  if (announced === undefined || announced > recordReceivedBytesMax) return TOO_LARGE;
  if (datagramBytes <= datagramBytesMax) return undefined;
  const hint = { number: 0, more: false, exponent: blockSizeExponentMax }; // [RFC 7959 section 2.9.3]
  return answer(CODE.REQUEST_ENTITY_TOO_LARGE, [blockOption(OPTION.BLOCK1, hint)]);
}

/** Odd numbers are critical. One too long, or repeated without leave, counts as unknown [RFC 7252 section 5.4]. */
function hasUnknownCriticalOption(options: readonly CoapOption[]): boolean {
  return options.some(({ number, value }, index) => {
    if (number % 2 === 0) return false;
    const known = CRITICAL.get(number);
    if (!known || value.length > known.bytesMax) return true;
    return !known.isRepeatable && options[index - 1]?.number === number;
  });
}

/**
 * Blocks of one upload share peer and options [RFC 7959 section 2.5], not the token: libcoap takes a new one for each.
 */
function uploadKey({ options }: CoapMessage, peer: Peer): string {
  const text = new TextDecoder('latin1');
  const parts = options
    .filter(option => !SET_BY_EACH_BLOCK.includes(option.number))
    .map(({ number, value }) => `${number}:${value.length}:${text.decode(value)}`);
  return [peerKey(peer), ...parts].join(' ');
}

/** A success names the block that it answers [RFC 7959 section 2.3]. */
function acknowledge(found: Answer, block: Block): Answer {
  if (codeClass(found.code) !== 2) return found;
  return { ...found, options: [...found.options, blockOption(OPTION.BLOCK1, block)] };
}

function answer(code: number, options: CoapOption[] = [], payload = NOTHING): Answer {
  return { code, options, payload };
}
