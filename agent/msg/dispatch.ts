/** From a request to its answer: one handler a message type, and none of them lets an exception out. */
import { type Msg, type MsgInit, MsgType, type Request } from '../../proto/codec.gen.js';
import type { WrittenMsg } from '../../proto/outgoing.ts';
import { add } from './add.ts';
import { type Answer, errorOfFault, internalError, type RequestContext } from './context.ts';
import { del } from './delete.ts';
import { MESSAGE_NOT_SUPPORTED } from './errors.ts';
import { get } from './get.ts';
import { getInstances } from './getinstances.ts';
import { getSupportedDM } from './getsupporteddm.ts';
import { getSupportedProtocol } from './getsupportedprotocol.ts';
import { operate } from './operate.ts';
import { set } from './set.ts';

/** An answer on its way out. */
export type Reply = MsgInit | WrittenMsg;

/**
 * Answers one request Message, at once where its handler does; undefined where no answer is wanted. Never throws, and
 * never rejects.
 */
export function dispatch(
  msg: Msg,
  request: Request,
  context: RequestContext,
): Reply | undefined | Promise<Reply | undefined> {
  const { msg_id: msgId } = msg.header;
  const broken = (cause: unknown) => {
    const text = `${request.req_type} failed inside: ${cause instanceof Error ? cause.stack : String(cause)}`;
    context.model.services.log('error', text);
    return wrap(msgId, errorOfFault(internalError));
  };
  try {
    const answer = handle(request, context);
    if (answer instanceof Promise) return answer.then(each => each && wrap(msgId, each)).catch(broken);
    return answer && wrap(msgId, answer);
  } catch (cause) {
    return broken(cause);
  }
}

/** The body counts, whatever the header's msg_type says [R-MSG.10]. */
function handle(request: Request, context: RequestContext): Answer | Promise<Answer> {
  switch (request.req_type) {
    case 'get':
      return get(request.get, context);
    case 'set':
      return set(request.set, context);
    case 'add':
      return add(request.add, context);
    case 'delete':
      return del(request.delete, context);
    case 'operate':
      return operate(request.operate, context);
    case 'get_instances':
      return getInstances(request.get_instances, context);
    case 'get_supported_dm':
      return getSupportedDM(request.get_supported_dm, context);
    case 'get_supported_protocol':
      return getSupportedProtocol(request.get_supported_protocol, context);
    default:
      return { error: { err_code: MESSAGE_NOT_SUPPORTED, err_msg: `${request.req_type} is not for an agent` } };
  }
}

const responseTypes: Readonly<Record<string, MsgType>> = {
  set_resp: MsgType.SET_RESP,
  add_resp: MsgType.ADD_RESP,
  delete_resp: MsgType.DELETE_RESP,
  operate_resp: MsgType.OPERATE_RESP,
  get_instances_resp: MsgType.GET_INSTANCES_RESP,
  get_supported_protocol_resp: MsgType.GET_SUPPORTED_PROTO_RESP,
};

/** The answer as a Message with the request's msg_id [R-MSG.9]. */
export function wrap(msgId: string, answer: NonNullable<Answer>): Reply {
  if ('written' in answer) {
    const { type, body } = answer.written;
    return { header: { msg_id: msgId, msg_type: type }, body };
  }
  if ('error' in answer) {
    return { header: { msg_id: msgId, msg_type: MsgType.ERROR }, body: { error: answer.error } };
  }
  const [field = ''] = Object.keys(answer.response);
  const type = responseTypes[field];
  return { header: { msg_id: msgId, msg_type: type }, body: { response: answer.response } };
}
