/** A small USP controller: asks, listens, and says how long it was before something came. */
import type { Link } from './link.ts';
import type { Message, Notify, ObjectSettings, Request, SupportedOption, UspRecord } from './messages.ts';
import type { Universal } from './universal.ts';
import { decodeMessage, decodeRecord, encodeMessage, encodeRequest, wrap } from './wire.ts';

/** An agent on this machine answers within milliseconds; one that has not by now will not. */
const answerMsMax = 20_000;

/** A Notify, and the moment (performance.now) at which it came. */
export interface HeardNotify {
  notify: Notify;
  msgId: string;
  atMs: number;
}

/** A Record, its Message, and the moment at which it came. */
export interface HeardRecord {
  record: UspRecord;
  message: Message | undefined;
  atMs: number;
}

/** A value of Add or Set: `required('5')` must be set, `'5'` need not. */
export type Setting = string | { required: string };
export const required = (value: string): Setting => ({ required: value });

/** An entry of create_objs or update_objs. */
export function object(path: string, settings: Readonly<Record<string, Setting>> = {}): ObjectSettings {
  const params = Object.entries(settings).map(([param, setting]) => {
    if (typeof setting === 'string') return { param, value: setting };
    return { param, value: setting.required, required: true };
  });
  return { obj_path: path, param_settings: params };
}

export const partly = { partial: true } as const;

export class Controller {
  readonly endpointId: string;
  readonly agentId: string;
  /** Everything that came, oldest first. */
  readonly records: HeardRecord[] = [];
  readonly notifies: HeardNotify[] = [];
  /** Whether a NotifyResp is sent where it is asked for. */
  acknowledges = true;
  readonly #link: Link;
  readonly #universal: Universal;
  readonly #asked = new Set<string>();
  readonly #watchers = new Set<() => void>();
  static #count = 0;

  constructor(link: Link, ids: { endpointId: string; agentId: string }, universal: Universal) {
    this.endpointId = ids.endpointId;
    this.agentId = ids.agentId;
    this.#link = link;
    this.#universal = universal;
    link.received = bytes => this.#receive(bytes);
  }

  get protocol(): Link['protocol'] {
    return this.#link.protocol;
  }

  /** Sends a request; its msg_id. */
  send(request: Request): string {
    const { msgId, record } = this.recordOf(request);
    this.sendRecord(record);
    return msgId;
  }

  /** A request as it would be sent, for a case that sends it in its own way. */
  recordOf(request: Request): { msgId: string; record: Uint8Array } {
    const msgId = `conformance-${++Controller.#count}`;
    this.#asked.add(msgId);
    return { msgId, record: wrap(encodeRequest(request, msgId), this.endpointId, this.agentId) };
  }

  sendRecord(record: Uint8Array): void {
    this.#link.send(record);
  }

  /** The response or error to what was sent as `msgId`; throws when none comes. */
  async answerTo(msgId: string): Promise<Message> {
    const heard = await this.heard(({ message }) => message?.header.msg_id === msgId, answerMsMax);
    if (!heard?.message) throw new Error(`no answer to ${msgId}`);
    return heard.message;
  }

  ask(request: Request): Promise<Message> {
    return this.answerTo(this.send(request));
  }

  get(paths: string | string[], maxDepth = 0): Promise<Message> {
    return this.ask({ get: { param_paths: [paths].flat(), max_depth: maxDepth } });
  }

  set(objects: ObjectSettings | ObjectSettings[], { partial = false } = {}): Promise<Message> {
    return this.ask({ set: { allow_partial: partial, update_objs: [objects].flat() } });
  }

  add(objects: ObjectSettings | ObjectSettings[], { partial = false } = {}): Promise<Message> {
    return this.ask({ add: { allow_partial: partial, create_objs: [objects].flat() } });
  }

  delete(paths: string | string[], { partial = false } = {}): Promise<Message> {
    return this.ask({ delete: { allow_partial: partial, obj_paths: [paths].flat() } });
  }

  operate(command: string, input: Record<string, string> = {}, commandKey = ''): Promise<Message> {
    return this.ask({ operate: { command, command_key: commandKey, send_resp: true, input_args: input } });
  }

  /** An Operate that asks for no answer; its msg_id. */
  operateSilently(command: string, input: Record<string, string> = {}, commandKey = ''): string {
    return this.send({ operate: { command, command_key: commandKey, send_resp: false, input_args: input } });
  }

  instances(paths: string | string[], firstLevelOnly = false): Promise<Message> {
    return this.ask({ get_instances: { obj_paths: [paths].flat(), first_level_only: firstLevelOnly } });
  }

  /** `options` are the return_ fields that are true. */
  supported(paths: string | string[], options: SupportedOption[], firstLevelOnly = false): Promise<Message> {
    const isWanted = (option: SupportedOption) => options.includes(option);
    return this.ask({
      get_supported_dm: {
        obj_paths: [paths].flat(),
        first_level_only: firstLevelOnly,
        return_commands: isWanted('return_commands'),
        return_events: isWanted('return_events'),
        return_params: isWanted('return_params'),
        return_unique_key_sets: isWanted('return_unique_key_sets'),
      },
    });
  }

  /** Sends the NotifyResp, with the subscription_id of the Notify unless told otherwise. */
  acknowledge({ msgId, notify }: HeardNotify, subscriptionId = notify.subscription_id): void {
    const response = { notify_resp: { subscription_id: subscriptionId } };
    const message = { header: { msg_id: msgId, msg_type: 'NOTIFY_RESP' }, body: { response } };
    this.sendRecord(wrap(encodeMessage(message), this.endpointId, this.agentId));
  }

  /** The first Record, heard already or within the time, that `isIt`. */
  heard(isIt: (heard: HeardRecord) => boolean, withinMs: number): Promise<HeardRecord | undefined> {
    return this.#first(() => this.records.find(isIt), withinMs);
  }

  /** The `count`-th Notify, heard already or within the time, that `isIt`. */
  notified(isIt: (notify: Notify) => boolean, withinMs = answerMsMax, count = 1): Promise<HeardNotify | undefined> {
    return this.#first(() => this.notifies.filter(({ notify }) => isIt(notify))[count - 1], withinMs);
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  #receive(bytes: Uint8Array): void {
    try {
      const record = decodeRecord(bytes);
      const message = record.no_session_context && decodeMessage(record.no_session_context.payload);
      this.#look(record, message);
    } catch (cause) {
      this.#universal.unreadable(cause);
    }
    for (const look of [...this.#watchers]) look();
  }

  #look(record: UspRecord, message: Message | undefined): void {
    const atMs = performance.now();
    const isAsked = message !== undefined && this.#asked.has(message.header.msg_id);
    const { endpointId: controllerId, agentId } = this;
    this.#universal.look({ record, message, controllerId, agentId, isAsked });
    this.records.push({ record, message, atMs });
    const notify = message?.body.request?.notify;
    if (!message || !notify) return;
    const heard = { notify, msgId: message.header.msg_id, atMs };
    this.notifies.push(heard);
    if (notify.send_resp && this.acknowledges) this.acknowledge(heard);
  }

  #first<Found>(find: () => Found | undefined, withinMs: number): Promise<Found | undefined> {
    const known = find();
    if (known !== undefined) return Promise.resolve(known);
    return new Promise(resolve => {
      const finish = (found: Found | undefined) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve(found);
      };
      const look = () => {
        const found = find();
        if (found !== undefined) finish(found);
      };
      const timer = setTimeout(() => finish(undefined), withinMs);
      this.#watchers.add(look);
    });
  }
}
