/**
 * GetResp, written straight from the tree into bytes. It is the answer that is asked for most, and may hold thousands of
 * parameters: as values, each would be written down twice.
 */
import { MsgType } from '../../proto/codec.gen.js';
import { msgBytesMax } from '../../proto/limits.ts';
import { lengthDelimited } from '../../proto/outgoing.ts';
import { FlatWriter } from '../../proto/writer.ts';

/** Field numbers of usp-msg.proto. */
const response = lengthDelimited(2); // of Body
const getResp = lengthDelimited(1); // of Response
const pathResult = lengthDelimited(1); // of GetResp
const requestedPath = lengthDelimited(1); // of RequestedPathResult, like the next three
const errCode = (2 << 3) | 5; // fixed32
const errMsg = lengthDelimited(3);
const resolvedResult = lengthDelimited(4);
const resolvedPath = lengthDelimited(1); // of ResolvedPathResult, like the next one
const resultParam = lengthDelimited(2);
const key = lengthDelimited(1); // of an entry of result_params, like the next one
const value = lengthDelimited(2);

/** For each requested path: `path`, its objects or `fail`, `endPath`. For each object: `object`, its parameters, `endObject`. */
export class GetRespWriter {
  readonly #writer = new FlatWriter();

  constructor() {
    this.#writer.uint32(response).fork().uint32(getResp).fork();
  }

  path(requested: string): void {
    this.#writer.uint32(pathResult).fork();
    if (requested !== '') this.#writer.uint32(requestedPath).string(requested);
  }

  fail(code: number, message: string): void {
    this.#writer.uint32(errCode).fixed32(code).uint32(errMsg).string(message);
  }

  endPath(): void {
    this.#writer.ldelim();
  }

  object(path: string): void {
    this.#writer.uint32(resolvedResult).fork().uint32(resolvedPath).string(path);
  }

  param(name: string, text: string): void {
    this.#writer.uint32(resultParam).fork().uint32(key).string(name).uint32(value).string(text).ldelim();
  }

  endObject(): void {
    this.#writer.ldelim();
  }

  /** Longer than a Message may be, whatever follows. */
  get isTooLong(): boolean {
    return this.#writer.length > msgBytesMax;
  }

  /** The body of the Message. */
  finish() {
    return { type: MsgType.GET_RESP, body: this.#writer.ldelim().ldelim() };
  }
}
