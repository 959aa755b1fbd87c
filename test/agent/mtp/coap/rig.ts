import type { Peer } from '../../../../agent/mtp/coap/address.ts';
import {
  type CoapMessage,
  type CoapOption,
  decodeMessage,
  encodeMessage,
  isFormatError,
  NOTHING,
} from '../../../../agent/mtp/coap/codec.ts';
import { Endpoint } from '../../../../agent/mtp/coap/endpoint.ts';
import {
  blockOption,
  CODE,
  codeText,
  findOption,
  OPTION,
  readBlock,
  textOption,
  uintOption,
} from '../../../../agent/mtp/coap/options.ts';
import { answerRequest, type Resource } from '../../../../agent/mtp/coap/resource.ts';
import { startServer } from '../../../../agent/mtp/coap/server.ts';
import type { Verdict } from '../../../../agent/record/transport.ts';
import { VirtualClock } from '../../../helpers/clock.ts';
import { seededRandom } from '../../../helpers/random.ts';

/** A CoAP endpoint under virtual time, without a socket, and words to speak to it. */

export const controller: Peer = { address: '192.0.2.1', port: 5683 };

export const uspOptions = (replyTo = 'coap://192.0.2.1:5683/usp'): CoapOption[] => [
  textOption(OPTION.URI_PATH, 'usp'),
  uintOption(OPTION.CONTENT_FORMAT, 42),
  textOption(OPTION.URI_QUERY, `reply-to=${replyTo}`),
];

export function request(fields: Partial<CoapMessage> = {}): CoapMessage {
  const defaults = { type: 'CON', code: CODE.POST, messageId: 1, token: bytes(7), payload: bytes(1, 2, 3) } as const;
  return { ...defaults, options: uspOptions(), ...fields };
}

export const block1 = (number: number, more: boolean, exponent = 6) =>
  blockOption(OPTION.BLOCK1, { number, more, exponent });

export function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

export function read(datagram: Uint8Array | undefined): CoapMessage {
  if (!datagram) throw new Error('no datagram');
  const message = decodeMessage(datagram);
  if (isFormatError(message)) throw new Error('not a CoAP message');
  return message;
}

export interface Rig {
  clock: VirtualClock;
  endpoint: Endpoint;
  /** What the endpoint sent, oldest first. */
  sent: { datagram: Uint8Array; peer: Peer }[];
  /** Records that reached the listener. */
  records: { record: Uint8Array; replyTo?: string; isLoopback: boolean }[];
  verdict: Verdict | 'throw';
  failures: unknown[];
  /** Sends a message or raw bytes, and returns the code of the answer, or what there was instead. */
  ask(message: CoapMessage | Uint8Array, peer?: Peer): string;
}

const rigs: { close(): void }[] = [];

/** For `test.after`: package coap's timers would keep the process alive. */
export function closeRigs(): void {
  for (const rig of rigs.splice(0)) rig.close();
}

export async function createRig(seed = 1): Promise<Rig> {
  const clock = new VirtualClock();
  const resource: Resource = {
    path: ['usp'],
    isReplyHost: host => host === 'controller.test',
    deliver: (record, from) => {
      rig.records.push({ record, ...from });
      if (rig.verdict === 'throw') throw new Error('secret of the house');
      return rig.verdict;
    },
  };
  const failed = (error: unknown) => void rig.failures.push(error);
  const { serve, close } = await startServer(asked => answerRequest(asked, resource), failed);
  const sent: Rig['sent'] = [];
  const endpoint = new Endpoint({
    clock,
    random: seededRandom(seed),
    serve,
    transmit: (datagram, peer) => void sent.push({ datagram, peer }),
    locate: async ({ host, port }) => ({ peer: { address: host, port }, replyTo: 'coap://192.0.2.9:5684/usp' }),
  });
  const ask = (message: CoapMessage | Uint8Array, peer = controller) => {
    const before = sent.length;
    endpoint.received(message instanceof Uint8Array ? message : encodeMessage(message), peer);
    return sent.length === before ? 'nothing' : told(read(sent.at(-1)?.datagram));
  };
  rigs.push({ close }, endpoint);
  const rig: Rig = { clock, endpoint, sent, records: [], failures: [], verdict: 'accepted', ask };
  return rig;
}

/** '2.04', with the block when there is one: '2.31 0+'; 'RST' and 'ACK' for empty messages. */
export function told(message: CoapMessage): string {
  if (message.code === 0) return message.type;
  const block = readBlock(findOption(message.options, OPTION.BLOCK1) ?? bytes(7));
  const suffix = block ? ` ${block.number}${block.more ? '+' : ''}` : '';
  return codeText(message.code) + suffix;
}

export function reply(to: CoapMessage, code: number, options: CoapOption[] = []): CoapMessage {
  return { type: 'ACK', code, messageId: to.messageId, token: to.token, options, payload: NOTHING };
}

/** Bytes that differ from block to block. */
export function longRecord(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) & 255);
}
