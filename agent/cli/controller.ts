/** The command line as a USP Controller: `self::local`, on the agent's local socket. */
import { randomBytes } from 'node:crypto';
import { HostClock } from '../../drivers/host/clock.ts';
import type { Clock } from '../../drivers/ports.ts';
import {
  type BodyInit,
  type Error as ErrorMessage,
  MsgType,
  type Notify,
  type RequestInit,
  type Response,
} from '../../proto/codec.gen.js';
import { ProtoError } from '../../proto/errors.ts';
import { decodeMsg, encodeMsg } from '../../proto/msg.ts';
import { decodeRecord, encodeRecord } from '../../proto/record.ts';
import { connectUds, type UdsConnection } from '../mtp/uds-client.ts';
import { TransportError } from '../record/transport.ts';
import { localEndpointId } from '../security/controllers.ts';
import { answerMsMax } from './limits.ts';
import { exitCodes, type OptionDefinition, type Options, type Terminal } from './verb.ts';

const socketDefault = '/run/uspi/uspi.sock';

export const socketOption: OptionDefinition = {
  value: 'PATH',
  help: `the agent's local socket; else $USPI_SOCKET, else ${socketDefault}`,
};

/** The agent has answered with an Error message. */
export class Refusal extends Error {
  readonly error: ErrorMessage;

  constructor(error: ErrorMessage) {
    super(`${error.err_code} ${error.err_msg}`);
    this.error = error;
  }
}

interface Pending {
  resolve(response: Response): void;
  reject(cause: Error): void;
}

export class LocalController {
  /** Told of each Notify, also of those that other processes of this Controller have subscribed to. */
  onNotify: (notify: Notify, msgId: string) => void = () => {};
  /** Resolves when the connection has ended, whoever ended it. */
  readonly closed: Promise<void>;
  readonly #connection: UdsConnection;
  readonly #clock: Clock;
  readonly #pending = new Map<string, Pending>();
  /** Other processes are the same Controller: the message IDs must differ from theirs. */
  readonly #run = randomBytes(6).toString('hex');
  #count = 0;

  /** Rejects with a TransportError. */
  static async connect(socketPath: string, clock: Clock = new HostClock()): Promise<LocalController> {
    return new LocalController(await connectUds(socketPath, localEndpointId, clock), clock);
  }

  private constructor(connection: UdsConnection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
    this.closed = this.#receive();
  }

  get agentEndpointId(): string {
    return this.#connection.peerEndpointId;
  }

  /** Sends a request and resolves to its response. Rejects with a Refusal, or with a TransportError. */
  async ask(request: RequestInit): Promise<Response> {
    const msgId = `${this.#run}-${++this.#count}`;
    const answer = new Promise<Response>((resolve, reject) => {
      const late = () => reject(new TransportError('timeout', `no answer within ${answerMsMax / 1000} s`));
      const timer = this.#clock.after(answerMsMax, late);
      const settle =
        <Value>(how: (value: Value) => void) =>
        (value: Value) => {
          timer.stop();
          this.#pending.delete(msgId);
          how(value);
        };
      this.#pending.set(msgId, { resolve: settle(resolve), reject: settle(reject) });
    });
    this.#send(msgId, requestTypes[Object.keys(request)[0] ?? ''] ?? MsgType.ERROR, { request }).catch(cause =>
      this.#pending.get(msgId)?.reject(cause),
    );
    return answer;
  }

  /** Answers a Notify that wants to be answered. */
  async acknowledge(notify: Notify, msgId: string): Promise<void> {
    if (!notify.send_resp) return;
    const response = { notify_resp: { subscription_id: notify.subscription_id } };
    await this.#send(msgId, MsgType.NOTIFY_RESP, { response });
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  async #send(msgId: string, type: MsgType, body: BodyInit): Promise<void> {
    const payload = encodeMsg({ header: { msg_id: msgId, msg_type: type }, body });
    if (payload instanceof ProtoError) throw new TransportError('too-large', `the request: ${payload.message}`);
    const record = encodeRecord({
      version: '1.4',
      to_id: this.agentEndpointId,
      from_id: localEndpointId,
      no_session_context: { payload },
    });
    await this.#connection.send(record);
  }

  /** Takes what comes until the connection ends. */
  async #receive(): Promise<void> {
    for (;;) {
      try {
        this.#take(await this.#connection.receive(answerMsMax));
      } catch (cause) {
        if (cause instanceof TransportError && cause.code === 'timeout') continue;
        for (const { reject } of [...this.#pending.values()]) reject(cause as Error);
        return;
      }
    }
  }

  #take(bytes: Uint8Array): void {
    const record = decodeRecord(bytes);
    if (record instanceof ProtoError || record.record_type !== 'no_session_context') return;
    const msg = decodeMsg(record.no_session_context.payload);
    if (msg instanceof ProtoError) return;
    const { header, body } = msg;
    if (body.msg_body === 'request') {
      if (body.request.req_type === 'notify') this.onNotify(body.request.notify, header.msg_id);
    } else if (body.msg_body === 'error') this.#pending.get(header.msg_id)?.reject(new Refusal(body.error));
    else this.#pending.get(header.msg_id)?.resolve(body.response);
  }
}

/** msg_type by the field of the request. */
const requestTypes: Readonly<Record<string, MsgType>> = {
  get: MsgType.GET,
  set: MsgType.SET,
  add: MsgType.ADD,
  delete: MsgType.DELETE,
  operate: MsgType.OPERATE,
  get_instances: MsgType.GET_INSTANCES,
  get_supported_dm: MsgType.GET_SUPPORTED_DM,
};

/** Says that the agent has gone; the exit code for that. */
export function goneAgent(terminal: Terminal): number {
  terminal.complain('uspi: the agent has closed the connection');
  return exitCodes.unreachable;
}

/**
 * Connects, lets `use` do its work and closes. Resolves to its exit code, or says that the agent cannot be reached and
 * resolves to the code for that.
 */
export async function withController(
  options: Options,
  terminal: Terminal,
  use: (controller: LocalController) => Promise<number>,
): Promise<number> {
  const socketPath = String(options.socket ?? (process.env.USPI_SOCKET || socketDefault));
  let controller: LocalController | undefined;
  try {
    controller = await LocalController.connect(socketPath);
    return await use(controller);
  } catch (cause) {
    if (!(cause instanceof TransportError)) throw cause;
    if (cause.code === 'closed') return goneAgent(terminal);
    terminal.complain(`uspi: ${cause.message}`);
    if (cause.code === 'not-connected') {
      terminal.complain('`uspi run --config FILE` starts an agent; --socket or USPI_SOCKET says where its socket is');
    }
    return cause.code === 'too-large' ? exitCodes.failed : exitCodes.unreachable;
  } finally {
    await controller?.close();
  }
}
