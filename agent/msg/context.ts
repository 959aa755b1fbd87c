/** What a message handler is given: the data model, and who asks with which rights. */
import type { Access } from '../../datamodel/access.ts';
import { Fault, INTERNAL_ERROR } from '../../datamodel/errors.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { ErrorInit, MsgType, ResponseInit } from '../../proto/codec.gen.js';
import type { WrittenBody } from '../../proto/outgoing.ts';
import type { Requests } from './requests.ts';
import type { SupportedAnswers } from './supportedanswers.ts';

export interface MessageContext {
  model: DataModel;
  access: Access;
  /** Row of the Controller that sent the message. */
  controller: ObjectNode;
  requests: Requests;
}

/** The same for a message that came in, with what is kept from one to the next. */
export interface RequestContext extends MessageContext {
  supported: SupportedAnswers;
}

/**
 * What a handler answers: a response, a body that it has written itself, an Error message, or nothing where none is wanted
 * (Operate without send_resp).
 */
export type Answer =
  | { response: ResponseInit }
  | { written: { type: MsgType; body: WrittenBody } }
  | { error: ErrorInit }
  | undefined;

/** One message type, one file, one handler. It never throws for what a peer sent. */
export type Handler<Request> = (request: Request, context: MessageContext) => Answer | Promise<Answer>;

/** One element of an Error message's param_errs, from a fault and the path that it concerns. */
export interface PathFault {
  path: string;
  fault: Fault;
}

/** What is said where nothing of ours has said why: a mistake of the agent. */
export const internalError = new Fault(INTERNAL_ERROR, 'internal error');

/** The Error message for a request that failed as a whole. Its code is the cause's, so that a controller need not dig for it. */
export function errorOf(cause: Fault | undefined, faults: readonly PathFault[]): Answer {
  const { code, message } = cause ?? internalError;
  return {
    error: {
      err_code: code,
      err_msg: message,
      param_errs: faults.map(({ path, fault }) => ({
        param_path: path,
        err_code: fault.code,
        err_msg: fault.message,
      })),
    },
  };
}

/** The same for one fault and no path. */
export function errorOfFault(fault: Fault): NonNullable<Answer> {
  return { error: { err_code: fault.code, err_msg: fault.message } };
}
