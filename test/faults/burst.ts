/** Many requests at once over one connection, without waiting for an answer. */
import { connectUds } from '../../agent/mtp/uds-client.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import type { Msg, RequestInit } from '../../proto/codec.gen.js';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';

const answerMsMax = 30_000;

/** What became of each request, in their order: a response, or the code of an Error. */
export type Fate = 'response' | number;

function fateOf({ body }: Msg): Fate {
  return body.msg_body === 'error' ? body.error.err_code : 'response';
}

/** Sends them all, then takes one answer for each; rejects when one stays away. */
export async function burst(
  socketPath: string,
  requests: readonly RequestInit[],
  endpointId = 'self::local',
): Promise<Fate[]> {
  const connection = await connectUds(socketPath, endpointId, new HostClock({ trustWallTime: true }));
  const fates = new Map<string, Fate>();
  try {
    const sending = requests.map((request, i) =>
      connection.send(recordOf(requestMsg(request, `burst-${i}`), endpointId, connection.peerEndpointId)),
    );
    while (fates.size < requests.length) {
      const { msg } = opened(await connection.receive(answerMsMax));
      if (msg?.header.msg_id.startsWith('burst-')) fates.set(msg.header.msg_id, fateOf(msg));
    }
    await Promise.all(sending);
  } finally {
    await connection.close();
  }
  return requests.map((_, i) => fates.get(`burst-${i}`) ?? 0);
}
