/** A small USP controller over MQTT 5, for tests that drive a whole agent through a real broker. */

import { connectAsync, type MqttClient } from 'mqtt';
import {
  type Msg,
  type MsgInit,
  MsgType,
  type Notify,
  type RequestInit,
  type Response,
  type Record as UspRecord,
} from '../../proto/codec.gen.js';
import { decodeMsg, encodeMsg } from '../../proto/msg.ts';
import { decodeRecord, encodeRecord } from '../../proto/record.ts';
import { requestTypes } from './requesttypes.ts';
import { until } from './until.ts';

export interface ControllerOptions {
  port: number;
  endpointId: string;
  agentEndpointId: string;
  agentTopic: string;
  controllerTopic: string;
  /** How long the agent may take to answer; 30 s where nothing is said. */
  answerMsMax?: number;
}

/** A Notify as it came in, with the moment (performance.now) of its arrival. */
export interface Received {
  notify: Notify;
  msgId: string;
  atMs: number;
}

/** Bytes of a Record around a Message. */
export function recordOf(msg: MsgInit, fromId: string, toId: string): Uint8Array {
  const payload = encodeMsg(msg);
  if (payload instanceof Error) throw payload;
  const envelope = { version: '1.4', from_id: fromId, to_id: toId };
  return encodeRecord({ ...envelope, no_session_context: { payload } });
}

/** A request Message of whatever kind `request` is. */
export function requestMsg(request: RequestInit, msgId: string): MsgInit {
  const [kind = ''] = Object.keys(request);
  return { header: { msg_id: msgId, msg_type: requestTypes[kind] }, body: { request } };
}

/** The Record and its Message, where it has one; throws what the readers refuse. */
export function opened(bytes: Uint8Array): { record: UspRecord; msg: Msg | undefined } {
  const record = decodeRecord(bytes);
  if (record instanceof Error) throw record;
  if (record.record_type !== 'no_session_context') return { record, msg: undefined };
  const msg = decodeMsg(record.no_session_context.payload);
  if (msg instanceof Error) throw msg;
  return { record, msg };
}

export class MqttController {
  readonly records: UspRecord[] = [];
  readonly notifies: Received[] = [];
  /** Whether NotifyResp is sent when it is asked for. */
  acknowledges = true;
  readonly #options: ControllerOptions;
  readonly #client: MqttClient;
  readonly #waiting = new Map<string, (msg: Msg) => void>();
  #count = 0;

  static async connect(options: ControllerOptions): Promise<MqttController> {
    const client = await connectAsync(`mqtt://127.0.0.1:${options.port}`, {
      protocolVersion: 5,
      reconnectPeriod: 0,
      properties: { userProperties: { 'usp-endpoint-id': options.endpointId } },
    });
    const controller = new MqttController(options, client);
    await client.subscribeAsync(options.controllerTopic, { qos: 1 });
    return controller;
  }

  private constructor(options: ControllerOptions, client: MqttClient) {
    this.#options = options;
    this.#client = client;
    client.on('message', (_, payload) => this.#receive(payload));
  }

  /** The response's body, or throws the Error message as text. */
  async request(request: RequestInit): Promise<Response> {
    const { body } = await this.exchange(request);
    if (body.msg_body !== 'response') throw new Error(JSON.stringify(body));
    return body.response;
  }

  /** The whole answer, an Error message too. */
  exchange(request: RequestInit): Promise<Msg> {
    const msgId = `test-${++this.#count}`;
    const { answerMsMax = 30_000 } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${JSON.stringify(request)}`)), answerMsMax);
      this.#waiting.set(msgId, msg => {
        clearTimeout(timer);
        resolve(msg);
      });
      this.send(requestMsg(request, msgId));
    });
  }

  send(msg: MsgInit): void {
    this.sendRecord(recordOf(msg, this.#options.endpointId, this.#options.agentEndpointId));
  }

  sendRecord(bytes: Uint8Array): void {
    this.#client.publish(this.#options.agentTopic, Buffer.from(bytes), {
      qos: 1,
      properties: { responseTopic: this.#options.controllerTopic, contentType: 'usp.msg' },
    });
  }

  /** One value of a Get. */
  async value(path: string): Promise<string | undefined> {
    const response = await this.request({ get: { param_paths: [path] } });
    if (response.resp_type !== 'get_resp') throw new Error(response.resp_type);
    const [result] = response.get_resp.req_path_results;
    return Object.values(result?.resolved_path_results[0]?.result_params ?? {})[0];
  }

  /** Adds an enabled Subscription; its path. */
  async subscribe(id: string, type: string, reference: string, more: Record<string, string> = {}): Promise<string> {
    const values = { Enable: 'true', ID: id, NotifType: type, ReferenceList: reference, ...more };
    const response = await this.request({
      add: {
        create_objs: [
          {
            obj_path: 'Device.LocalAgent.Subscription.',
            param_settings: Object.entries(values).map(([param, value]) => ({ param, value, required: true })),
          },
        ],
      },
    });
    const results = response.resp_type === 'add_resp' ? response.add_resp.created_obj_results : [];
    const status = results[0]?.oper_status;
    if (status?.oper_status !== 'oper_success') throw new Error(JSON.stringify(response));
    return status.oper_success.instantiated_path;
  }

  /** Waits for the first Notify that `isIt`, those that have come already included. */
  async notified(what: string, isIt: (notify: Notify) => boolean): Promise<Received> {
    let found: Received | undefined;
    await until(what, () => {
      found = this.notifies.find(({ notify }) => isIt(notify));
      return found !== undefined;
    });
    return found as Received;
  }

  async close(): Promise<void> {
    await this.#client.endAsync(true);
  }

  #receive(payload: Uint8Array): void {
    const { record, msg } = opened(payload);
    this.records.push(record);
    if (!msg) return;
    if (msg.body.msg_body === 'request' && msg.body.request.req_type === 'notify') {
      const { notify } = msg.body.request;
      this.notifies.push({ notify, msgId: msg.header.msg_id, atMs: performance.now() });
      if (notify.send_resp && this.acknowledges) this.#acknowledge(notify.subscription_id, msg.header.msg_id);
      return;
    }
    this.#waiting.get(msg.header.msg_id)?.(msg);
    this.#waiting.delete(msg.header.msg_id);
  }

  #acknowledge(subscriptionId: string, msgId: string): void {
    const body = { response: { notify_resp: { subscription_id: subscriptionId } } };
    this.send({ header: { msg_id: msgId, msg_type: MsgType.NOTIFY_RESP }, body });
  }
}
