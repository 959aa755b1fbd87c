/** The command line's part: a controller on the agent's local socket. */
import { connectUds, type UdsConnection } from '../../agent/mtp/uds-client.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import type { RequestInit, Response } from '../../proto/codec.gen.js';
import { opened, recordOf, requestMsg } from './controller.ts';

const endpointId = 'self::local';

/** It only ends a test that would never end. */
const answerMsMax = 30_000;

export class LocalController {
  readonly #connection: UdsConnection;
  #count = 0;

  /** Tries until the agent listens, `tries` times at most. */
  static async connect(socketPath: string, tries = 600): Promise<LocalController> {
    for (let i = 1; ; i++) {
      try {
        return new LocalController(await connectUds(socketPath, endpointId, new HostClock({ trustWallTime: true })));
      } catch (cause) {
        if (i >= tries) throw cause;
        await new Promise(resolve => setTimeout(resolve, 25));
      }
    }
  }

  private constructor(connection: UdsConnection) {
    this.#connection = connection;
  }

  /** The response's body; throws an Error message, and when the connection ends. */
  async request(request: RequestInit): Promise<Response> {
    const msgId = `local-${++this.#count}`;
    await this.#connection.send(recordOf(requestMsg(request, msgId), endpointId, this.#connection.peerEndpointId));
    for (;;) {
      const { msg } = opened(await this.#connection.receive(answerMsMax));
      if (msg?.header.msg_id !== msgId) continue;
      if (msg.body.msg_body !== 'response') throw new Error(JSON.stringify(msg.body));
      return msg.body.response;
    }
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
