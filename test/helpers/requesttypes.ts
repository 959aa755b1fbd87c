import { MsgType } from '../../proto/codec.gen.js';

/** The msg_type of a request, by the name of its field. */
export const requestTypes: Readonly<Record<string, MsgType>> = {
  get: MsgType.GET,
  set: MsgType.SET,
  add: MsgType.ADD,
  delete: MsgType.DELETE,
  operate: MsgType.OPERATE,
  notify: MsgType.NOTIFY,
  get_instances: MsgType.GET_INSTANCES,
  get_supported_dm: MsgType.GET_SUPPORTED_DM,
  get_supported_protocol: MsgType.GET_SUPPORTED_PROTO,
  register: MsgType.REGISTER,
  deregister: MsgType.DEREGISTER,
};
