import type { Random } from '../../../drivers/ports.ts';
import type { TransportErrorCode } from '../../record/transport.ts';
import type { CoapMessage, CoapOption } from './codec.ts';
import {
  ackRandomFactor,
  ackTimeoutMs,
  blockSizeExponentMax,
  exchangeLifetimeMs,
  retransmissionsMax,
  uploadSentMsMax,
} from './limits.ts';
import {
  blockBytes,
  blockOption,
  CODE,
  codeClass,
  codeText,
  findOption,
  OCTET_STREAM,
  OPTION,
  readBlock,
  textOption,
  uintOption,
} from './options.ts';

/**
 * One Record on its way to a peer: a confirmable POST, in blocks when it is long [RFC 7252 section 4.2, RFC 7959
 * section 2.5]. Decides only; the client sends, waits and tells the time.
 */

export interface UploadRequest {
  record: Uint8Array;
  path: readonly string[];
  /** Set when the URL names a host instead of an address [RFC 7252 section 6.4]. */
  uriHost: string | undefined;
  /** Our own URL [R-COAP.2]. */
  replyTo: string;
}

export type Outcome = { isDone: true } | { isDone: false; code: TransportErrorCode; reason: string };

export interface Step {
  /** To be sent to the peer now. */
  send?: CoapMessage;
  /** When to call `elapsed` unless an answer came before. */
  deadlineMs: number;
  /** The end; nothing more is to be done. */
  outcome?: Outcome;
}

/** Off-path attackers must guess it [RFC 7252 section 5.3.1]; servers on package coap want one token an upload. */
const TOKEN_BYTES = 8;
const RESPONSE_CLASSES: readonly number[] = [2, 4, 5];

export class Upload {
  readonly #request: UploadRequest;
  readonly #nextMessageId: () => number;
  readonly #random: Random;
  readonly #token: Uint8Array;
  readonly #endMs: number;
  #exponent = blockSizeExponentMax;
  /** Where the block in flight begins. */
  #offset = 0;
  #message: CoapMessage | undefined;
  #repetitions = 0;
  #timeoutMs = 0;
  #deadlineMs = 0;
  /** The peer has the message and will answer later [RFC 7252 section 5.2.2]. */
  #isAcknowledged = false;

  constructor(request: UploadRequest, nextMessageId: () => number, random: Random, nowMs: number) {
    this.#request = request;
    this.#nextMessageId = nextMessageId;
    this.#random = random;
    this.#token = random.bytes(TOKEN_BYTES);
    this.#endMs = nowMs + uploadSentMsMax;
  }

  /** Sends the block at the present offset as a new message. */
  start(nowMs: number): Step {
    const { record } = this.#request;
    const end = this.#offset + blockBytes(this.#exponent);
    const isWhole = this.#offset === 0 && record.length <= blockBytes(this.#exponent);
    const payload = record.subarray(this.#offset, end);
    const options = isWhole ? this.#options() : [...this.#options(), ...this.#blockOptions(end < record.length)];
    const messageId = this.#nextMessageId();
    this.#message = { type: 'CON', code: CODE.POST, messageId, token: this.#token, options, payload };
    this.#repetitions = 0;
    this.#isAcknowledged = false;
    this.#timeoutMs = ackTimeoutMs * (1 + (ackRandomFactor - 1) * this.#random.fraction());
    this.#deadlineMs = Math.min(nowMs + this.#timeoutMs, this.#endMs);
    return { send: this.#message, deadlineMs: this.#deadlineMs };
  }

  /** Whether a message from the peer answers ours: by message ID when it is empty, else by token as well. */
  isAnsweredBy(message: CoapMessage): boolean {
    const isPaired = message.messageId === this.#message?.messageId;
    if (message.code === 0) return isPaired && (message.type === 'ACK' || message.type === 'RST');
    if (!RESPONSE_CLASSES.includes(codeClass(message.code)) || message.type === 'RST') return false;
    if (message.type === 'ACK' && !isPaired) return false;
    return message.token.length === TOKEN_BYTES && message.token.every((byte, index) => byte === this.#token[index]);
  }

  /** Takes a message for which `isAnsweredBy` was true. */
  answered(message: CoapMessage, nowMs: number): Step {
    if (message.type === 'RST') return this.#fail('refused', 'the peer answered with a CoAP reset');
    if (message.code === 0) {
      if (!this.#isAcknowledged) this.#deadlineMs = Math.min(nowMs + exchangeLifetimeMs, this.#endMs);
      this.#isAcknowledged = true;
      return { deadlineMs: this.#deadlineMs };
    }
    const value = findOption(message.options, OPTION.BLOCK1);
    const block = value && readBlock(value);
    // A late answer to an earlier block is no answer to this one.
    if (block && codeClass(message.code) === 2 && block.number !== this.#offset / blockBytes(this.#exponent))
      return { deadlineMs: this.#deadlineMs };
    return this.#judge(message.code, block?.exponent, block !== undefined, nowMs);
  }

  /** The deadline has come: repeats the message, or gives up. */
  elapsed(nowMs: number): Step {
    if (nowMs < this.#deadlineMs) return { deadlineMs: this.#deadlineMs };
    const isSpent = this.#isAcknowledged || this.#repetitions === retransmissionsMax || nowMs >= this.#endMs;
    if (isSpent || !this.#message) return this.#fail('timeout', 'no answer'); // [R-COAP.9]
    this.#repetitions++;
    this.#timeoutMs *= 2;
    this.#deadlineMs = Math.min(nowMs + this.#timeoutMs, this.#endMs);
    return { send: this.#message, deadlineMs: this.#deadlineMs };
  }

  #judge(code: number, exponent: number | undefined, isBlock: boolean, nowMs: number): Step {
    const end = this.#offset + blockBytes(this.#exponent);
    const isLast = end >= this.#request.record.length;
    // A server may also take blocks one by one, each with a final code [RFC 7959 section 2.3].
    const goesOn = !isLast && (code === CODE.CONTINUE || (codeClass(code) === 2 && isBlock));
    if (goesOn) {
      this.#offset = end;
      this.#exponent = Math.min(this.#exponent, exponent ?? this.#exponent); // the peer's smaller size counts
      return this.start(nowMs);
    }
    if (isLast && codeClass(code) === 2 && code !== CODE.CONTINUE)
      return { deadlineMs: this.#deadlineMs, outcome: { isDone: true } };
    return this.#refused(code, exponent, nowMs);
  }

  #refused(code: number, exponent: number | undefined, nowMs: number): Step {
    if (codeClass(code) === 2) return this.#fail('refused', `unexpected CoAP ${codeText(code)}`);
    if (code !== CODE.REQUEST_ENTITY_TOO_LARGE) return this.#fail('refused', `CoAP ${codeText(code)}`); // [R-COAP.10]
    const isHint = exponent !== undefined && exponent < this.#exponent && this.#offset === 0;
    if (!isHint) return this.#fail('too-large', `CoAP ${codeText(code)}`);
    this.#exponent = exponent; // begin again with smaller blocks [RFC 7959 section 2.9.3]
    return this.start(nowMs);
  }

  #fail(code: TransportErrorCode, reason: string): Step {
    return { deadlineMs: this.#deadlineMs, outcome: { isDone: false, code, reason } };
  }

  #options(): CoapOption[] {
    const { uriHost, path, replyTo } = this.#request;
    return [
      ...(uriHost === undefined ? [] : [textOption(OPTION.URI_HOST, uriHost)]),
      ...path.map(segment => textOption(OPTION.URI_PATH, segment)),
      uintOption(OPTION.CONTENT_FORMAT, OCTET_STREAM), // [R-COAP.6]
      textOption(OPTION.URI_QUERY, `reply-to=${replyTo}`), // [R-COAP.2]
    ];
  }

  #blockOptions(more: boolean): CoapOption[] {
    const exponent = this.#exponent;
    const block = blockOption(OPTION.BLOCK1, { number: this.#offset / blockBytes(exponent), more, exponent });
    return this.#offset > 0 ? [block] : [block, uintOption(OPTION.SIZE1, this.#request.record.length)];
  }
}
