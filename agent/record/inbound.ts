/** Records as they come in: ours or not, well-formed or not, from whom; then the Message goes to its handler. */

import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { type Msg, PayloadSecurity, type Request, type Record as UspRecord } from '../../proto/codec.gen.js';
import { ProtoError } from '../../proto/errors.ts';
import { decodeMsg } from '../../proto/msg.ts';
import { decodeRecord } from '../../proto/record.ts';
import { dispatch, wrap } from '../msg/dispatch.ts';
import type { Requests } from '../msg/requests.ts';
import type { SupportedAnswers } from '../msg/supportedanswers.ts';
import type { Caller, Controllers } from '../security/controllers.ts';
import {
  INVALID_ARGUMENTS,
  INVALID_RECORD_VALUE,
  RECORD_COULD_NOT_BE_PARSED,
  RESOURCES_EXCEEDED,
  SECURE_SESSION_NOT_SUPPORTED,
} from './errors.ts';
import { InFlight } from './inflight.ts';
import { msgIdCharsMax } from './limits.ts';
import type { Outbound } from './outbound.ts';
import type { Origin, Verdict } from './transport.ts';

/** Told of what bears on notifications: what Controllers answer to them, and that a Controller has been answered. */
export interface NotifyAnswers {
  /** A NotifyResp for the Notify with this msg_id; of whoever says to be the Controller. */
  acknowledged(caller: Caller, msgId: string): void;
  /** An Error, for a Notify with this msg_id or for nothing that we know; of whoever says to be the Controller. */
  refused(caller: Caller, msgId: string, code: number): void;
  /** A request that was this Controller's own has been answered. */
  answered(controller: ObjectNode): void;
}

export interface InboundParts {
  endpointId: string;
  model: DataModel;
  controllers: Controllers;
  requests: Requests;
  supported: SupportedAnswers;
  outbound: Outbound;
  answers: NotifyAnswers;
}

export class Inbound {
  readonly #parts: InboundParts;
  readonly #inFlight = new InFlight();

  constructor(parts: InboundParts) {
    this.#parts = parts;
  }

  /** Takes the bytes of one Record. Never throws; the answer, if there is one, goes out by itself. */
  receive(bytes: Uint8Array, origin: Origin): Verdict {
    const record = decodeRecord(bytes);
    if (record instanceof ProtoError) return this.#malformed(record, origin);
    if (record.to_id !== this.#parts.endpointId) return 'refused';
    if (record.from_id === this.#parts.endpointId) return 'refused'; // [R-ARC.2]
    if (record.record_type === 'no_session_context') {
      const code = faultOf(record);
      const { payload } = record.no_session_context;
      this.#guard(
        code ? this.#refuse(code, record.from_id, payload, origin) : this.#handle(record.from_id, payload, origin),
      );
    } else if (record.record_type === 'session_context') {
      this.#guard(this.#refuseSession(record.from_id, origin));
    } else if (record.record_type === 'disconnect') {
      const controller = this.#parts.controllers.find(record.from_id);
      if (controller) this.#parts.outbound.disconnected(controller, origin);
    }
    // Connect Records of a Controller ask for nothing.
    return 'accepted';
  }

  /** What breaks inside ends here, in the log. */
  #guard(work: Promise<void>): void {
    work.catch(cause => this.#parts.model.services.log('error', `a record broke its handler: ${String(cause)}`));
  }

  #malformed(error: ProtoError, origin: Origin): Verdict {
    const { to_id: toId, from_id: fromId, payload } = error.salvage;
    if (fromId && toId === this.#parts.endpointId && fromId !== toId) {
      this.#guard(this.#refuse(RECORD_COULD_NOT_BE_PARSED, fromId, payload, origin));
    }
    return 'malformed';
  }

  /** An erroneous Record is answered when it holds a request whose msg_id can be read, and else ignored [R-MTP.5]. */
  async #refuse(code: number, fromId: string, payload: Uint8Array | undefined, origin: Origin): Promise<void> {
    const msg = payload && decodeMsg(payload);
    if (!msg || msg instanceof ProtoError || msg.body.msg_body !== 'request') return;
    const caller = await this.#parts.controllers.identify(fromId, origin);
    if (caller) await this.#answerError(code, recordErrors[code] ?? '', msg.header.msg_id, caller, origin);
  }

  /** Session contexts are not supported, and whoever begins one is told so [R-E2E.6a]. */
  async #refuseSession(fromId: string, origin: Origin): Promise<void> {
    const caller = await this.#parts.controllers.identify(fromId, origin);
    if (caller) await this.#parts.outbound.refuseSession(caller.controller, origin);
  }

  /** Awaits nothing that is there: most requests are answered in the turn in which they come. */
  async #handle(fromId: string, payload: Uint8Array, origin: Origin): Promise<void> {
    const identified = this.#parts.controllers.identify(fromId, origin);
    const caller = identified instanceof Promise ? await identified : identified;
    if (!caller) return;
    const msg = decodeMsg(payload);
    if (msg instanceof ProtoError) {
      const { msg_id: msgId, isRequest } = msg.salvage;
      if (msgId && isRequest) await this.#answerError(INVALID_ARGUMENTS, msg.message, msgId, caller, origin);
      return; // [R-MSG.1]
    }
    const { body } = msg;
    if (body.msg_body === 'request') this.#guard(this.#answer(msg, body.request, caller, origin));
    else if (body.msg_body === 'response' && body.response.resp_type === 'notify_resp') {
      this.#parts.answers.acknowledged(caller, msg.header.msg_id);
    } else if (body.msg_body === 'error') {
      this.#parts.answers.refused(caller, msg.header.msg_id, body.error.err_code);
    }
  }

  async #answer(msg: Msg, request: Request, caller: Caller, origin: Origin): Promise<void> {
    const { msg_id: msgId } = msg.header;
    if (this.#inFlight.has(caller, msgId)) return;
    const isFull = this.#inFlight.isFullFor(caller);
    if (isFull || msgId.length > msgIdCharsMax) {
      const reason = isFull ? 'too many requests at a time' : `a msg_id of more than ${msgIdCharsMax} characters`;
      await this.#answerError(RESOURCES_EXCEEDED, reason, msgId, caller, origin);
      return;
    }
    this.#inFlight.add(caller, msgId);
    const { model, requests, supported, outbound, answers } = this.#parts;
    const { controller, access } = caller;
    // TR-181 Controller.{i}.MTP.{i}.Enable: the answer goes first, whatever the request is about to close.
    const way = outbound.wayBack(controller, origin);
    try {
      const dispatched = dispatch(msg, request, { controller, access, model, requests, supported });
      const answer = dispatched instanceof Promise ? await dispatched : dispatched;
      if (answer) await outbound.reply(answer, controller, origin, way);
    } finally {
      this.#inFlight.delete(caller, msgId);
    }
    if (caller.isTrusted) answers.answered(controller);
  }

  async #answerError(code: number, text: string, msgId: string, caller: Caller, origin: Origin): Promise<void> {
    const error = { err_code: code, err_msg: text };
    await this.#parts.outbound.reply(wrap(msgId, { error }), caller.controller, origin);
  }
}

const recordErrors: Readonly<Record<number, string>> = {
  [RECORD_COULD_NOT_BE_PARSED]: 'the Record could not be parsed',
  [SECURE_SESSION_NOT_SUPPORTED]: 'secured payloads are not supported',
  [INVALID_RECORD_VALUE]: 'the version of the Record is not supported',
};

/** What is wrong with a Record that is for us. Any minor version of 1 is read like our own. */
function faultOf(record: UspRecord): number | undefined {
  if (!/^1\.\d+$/.test(record.version)) return INVALID_RECORD_VALUE;
  if (record.payload_security !== PayloadSecurity.PLAINTEXT) return SECURE_SESSION_NOT_SUPPORTED;
  return undefined;
}
