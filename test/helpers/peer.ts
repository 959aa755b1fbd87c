/** A controller as its author would write one: sends Records, reads what comes back, and sums it up for a test. */

import type { Origin, Verdict } from '../../agent/record/transport.ts';
import { type Msg, MsgType, type RequestInit, type Response, type Error as UspError } from '../../proto/codec.gen.js';
import { ProtoError } from '../../proto/errors.ts';
import { encodeMsg } from '../../proto/msg.ts';
import { encodeRecord } from '../../proto/record.ts';
import { requestTypes } from './requesttypes.ts';
import { agentId } from './services.ts';

/** What a peer needs of the world around it. */
export interface Wire {
  receive(bytes: Uint8Array, origin: Origin): Verdict;
  /** Lets everything that can happen without time passing happen. */
  settle(): Promise<void>;
  /** The answer to a Message, once there is one. */
  answerTo(endpointId: string, msgId: string): Msg | undefined;
}

/** An Error message: its code, and code by path of its param_errs. */
export interface Failed {
  error: number;
  faults: [path: string, code: number][];
}

/** A value and whether the message may succeed without it: `required('5')` must be set, `'5'` need not. */
export type Setting = string | { required: string };
export const required = (value: string): Setting => ({ required: value });
export type Settings = Readonly<Record<string, Setting>>;

const settingsOf = (settings: Settings) =>
  Object.entries(settings).map(([param, setting]) =>
    typeof setting === 'string'
      ? { param, value: setting, required: false }
      : { param, value: setting.required, required: true },
  );

export class Peer {
  readonly endpointId: string;
  origin: Origin;
  readonly #wire: Wire;
  static #count = 0;

  constructor(wire: Wire, endpointId: string, origin: Origin) {
    this.#wire = wire;
    this.endpointId = endpointId;
    this.origin = origin;
  }

  /** Sends a request and returns its msg_id at once. */
  send(request: RequestInit, msgId = `m${++Peer.#count}`): string {
    const [kind = ''] = Object.keys(request);
    this.sendMsg({ header: { msg_id: msgId, msg_type: requestTypes[kind] ?? MsgType.GET }, body: { request } });
    return msgId;
  }

  sendMsg(msg: Parameters<typeof encodeMsg>[0]): Verdict {
    const payload = encodeMsg(msg);
    if (payload instanceof ProtoError) throw payload;
    return this.sendPayload(payload);
  }

  sendPayload(payload: Uint8Array): Verdict {
    const record = { version: '1.4', to_id: agentId, from_id: this.endpointId, no_session_context: { payload } };
    return this.#wire.receive(encodeRecord(record), this.origin);
  }

  /** The answer to what was sent as `msgId`, if it has come. */
  answer(msgId: string): Msg | undefined {
    return this.#wire.answerTo(this.endpointId, msgId);
  }

  async exchange(request: RequestInit): Promise<Msg | undefined> {
    const msgId = this.send(request);
    await this.#wire.settle();
    return this.answer(msgId);
  }

  /** The response of the kind that goes with the request, or the Error in short. Throws when nothing came back. */
  async ask<Kind extends Response['resp_type']>(
    request: RequestInit,
    kind: Kind,
  ): Promise<Extract<Response, { resp_type: Kind }> | Failed> {
    const msg = await this.exchange(request);
    if (!msg) throw new Error(`no answer to ${JSON.stringify(request)}`);
    if (msg.body.msg_body === 'error') return failed(msg.body.error);
    if (msg.body.msg_body !== 'response' || msg.body.response.resp_type !== kind) throw new Error('another answer');
    return msg.body.response as Extract<Response, { resp_type: Kind }>;
  }

  /** Tells that a Notify has arrived. */
  acknowledge(msgId: string, subscriptionId = ''): void {
    const body = { response: { notify_resp: { subscription_id: subscriptionId } } };
    this.sendMsg({ header: { msg_id: msgId, msg_type: MsgType.NOTIFY_RESP }, body });
  }

  /** Answers a Notify with an Error. */
  refuse(msgId: string): void {
    this.sendMsg({ header: { msg_id: msgId, msg_type: MsgType.ERROR }, body: { error: { err_code: 7000 } } });
  }

  /** For each path: its error code, and the parameters by the path of their object. */
  async get(paths: string | readonly string[], maxDepth = 0) {
    const get = { param_paths: [paths].flat(), max_depth: maxDepth };
    const response = await this.ask({ get }, 'get_resp');
    if ('error' in response) throw new Error(`Get was answered with ${response.error}`);
    return response.get_resp.req_path_results.map(result => ({
      path: result.requested_path,
      code: result.err_code,
      objects: Object.fromEntries(
        result.resolved_path_results.map(({ resolved_path: path, result_params: params }) => [path, { ...params }]),
      ),
    }));
  }

  /** The one value of a parameter path, or the error code as a number. */
  async value(path: string): Promise<string | number | undefined> {
    const [result] = await this.get(path);
    if (result?.code !== 0) return result?.code;
    const [params = {}] = Object.values(result.objects);
    return Object.values(params)[0];
  }

  /** The paths of the objects that a path of Get names, or the error code. */
  async paths(path: string, maxDepth = 0): Promise<string[] | number> {
    const [result] = await this.get(path, maxDepth);
    return result && result.code === 0 ? Object.keys(result.objects) : (result?.code ?? -1);
  }

  async set(updates: Readonly<Record<string, Settings>>, options: { partial?: boolean } = {}) {
    const objects = Object.entries(updates).map(([path, values]) => ({
      obj_path: path,
      param_settings: settingsOf(values),
    }));
    const set = { allow_partial: options.partial ?? false, update_objs: objects };
    const response = await this.ask({ set }, 'set_resp');
    if ('error' in response) return response;
    return response.set_resp.updated_obj_results.map(({ requested_path: path, oper_status: status }) => {
      if (status.oper_status === 'oper_failure') {
        const { err_code: code, updated_inst_failures: failures } = status.oper_failure;
        return { path, code, failures: failures.map(f => [f.affected_path, errorsOf(f.param_errs)]) };
      }
      const results = status.oper_success.updated_inst_results;
      return {
        path,
        updated: results.map(r => [r.affected_path, { ...r.updated_params }, errorsOf(r.param_errs)]),
      };
    });
  }

  async add(entries: readonly (readonly [string, Settings])[], options: { partial?: boolean } = {}) {
    const objects = entries.map(([path, values]) => ({ obj_path: path, param_settings: settingsOf(values) }));
    const add = { allow_partial: options.partial ?? false, create_objs: objects };
    const response = await this.ask({ add }, 'add_resp');
    if ('error' in response) return response;
    return response.add_resp.created_obj_results.map(({ requested_path: path, oper_status: status }) => {
      if (status.oper_status === 'oper_failure') return { path, code: status.oper_failure.err_code };
      const { instantiated_path: created, unique_keys: keys, param_errs: errors } = status.oper_success;
      return { path, created, keys: { ...keys }, errors: errorsOf(errors) };
    });
  }

  /** Adds one row that must come into being; its path. */
  async added(path: string, values: Settings): Promise<string> {
    const results = await this.add([[path, values]]);
    const [result] = 'error' in results ? [] : results;
    if (!result || !('created' in result) || !result.created) throw new Error(`not added: ${JSON.stringify(results)}`);
    return result.created;
  }

  async del(paths: string | readonly string[], options: { partial?: boolean } = {}) {
    const del = { allow_partial: options.partial ?? false, obj_paths: [paths].flat() };
    const response = await this.ask({ delete: del }, 'delete_resp');
    if ('error' in response) return response;
    return response.delete_resp.deleted_obj_results.map(({ requested_path: path, oper_status: status }) => {
      if (status.oper_status === 'oper_failure') return { path, code: status.oper_failure.err_code };
      const { affected_paths: affected, unaffected_path_errs: errors } = status.oper_success;
      return { path, affected: [...affected], unaffected: errors.map(e => [e.unaffected_path, e.err_code]) };
    });
  }

  async operate(command: string, input: Readonly<Record<string, string>> = {}, commandKey = '') {
    const operate = { command, command_key: commandKey, send_resp: true, input_args: input };
    const response = await this.ask({ operate }, 'operate_resp');
    if ('error' in response) return response;
    return response.operate_resp.operation_results.map(result => {
      const { executed_command: executed } = result;
      if (result.operation_resp === 'req_obj_path') return { executed, request: result.req_obj_path };
      if (result.operation_resp === 'cmd_failure') return { executed, code: result.cmd_failure.err_code };
      return { executed, output: { ...result.req_output_args.output_args } };
    });
  }

  async instances(paths: string | readonly string[], firstLevelOnly = false) {
    const request = { obj_paths: [paths].flat(), first_level_only: firstLevelOnly };
    const response = await this.ask({ get_instances: request }, 'get_instances_resp');
    if ('error' in response) throw new Error(`GetInstances was answered with ${response.error}`);
    return response.get_instances_resp.req_path_results.map(({ requested_path: path, err_code: code, curr_insts }) => ({
      path,
      code,
      rows: Object.fromEntries(curr_insts.map(each => [each.instantiated_obj_path, { ...each.unique_keys }])),
    }));
  }

  async supported(paths: string | readonly string[], options: { firstLevelOnly?: boolean; only?: string } = {}) {
    const wants = (what: string) => options.only === undefined || options.only === what;
    const request = {
      obj_paths: [paths].flat(),
      first_level_only: options.firstLevelOnly ?? false,
      return_commands: wants('commands'),
      return_events: wants('events'),
      return_params: wants('params'),
      return_unique_key_sets: wants('keys'),
    };
    const response = await this.ask({ get_supported_dm: request }, 'get_supported_dm_resp');
    if ('error' in response) throw new Error(`GetSupportedDM was answered with ${response.error}`);
    return response.get_supported_dm_resp.req_obj_results;
  }
}

const errorsOf = (errors: readonly { param: string; err_code: number }[]) =>
  Object.fromEntries(errors.map(error => [error.param, error.err_code]));

function failed({ err_code: error, param_errs: faults }: UspError): Failed {
  return { error, faults: faults.map(fault => [fault.param_path, fault.err_code]) };
}
