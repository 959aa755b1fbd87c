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

/** Answers one request Message; undefined where no answer is wanted. Never rejects. */
export async function dispatch(msg: Msg, request: Request, context: RequestContext): Promise<Reply | undefined> {
  const { msg_id: msgId } = msg.header;
  try {
    const answer = await handle(request, context);
    return answer && wrap(msgId, answer);
  } catch (cause) {
    const { services } = context.model;
    services.log('error', `${request.req_type} failed inside: ${cause instanceof Error ? cause.stack : String(cause)}`);
    return wrap(msgId, errorOfFault(internalError));
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
