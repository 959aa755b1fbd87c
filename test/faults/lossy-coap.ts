/** The whole core and a controller, on two CoAP endpoints with a link between them that loses, delays and repeats. */
import type { Peer as Address, CoapUrl } from '../../agent/mtp/coap/address.ts';
import { Endpoint } from '../../agent/mtp/coap/endpoint.ts';
import { answerRequest } from '../../agent/mtp/coap/resource.ts';
import { startServer } from '../../agent/mtp/coap/server.ts';
import type { Verdict } from '../../agent/record/transport.ts';
import { type Msg, MsgType, type RequestInit } from '../../proto/codec.gen.js';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { agentId } from '../helpers/services.ts';
import { trusted, World } from '../helpers/world.ts';

export interface Link {
  /** Of 1: datagrams that do not arrive. */
  loss: number;
  /** Of 1: datagrams that arrive twice. */
  repeated: number;
  /** A datagram takes no longer than this, and may overtake another. */
  delayMsMax: number;
}

const controllerId = 'self::controller';
const agentAt: Address = { address: '192.0.2.1', port: 5683 };
const controllerAt: Address = { address: '192.0.2.2', port: 5683 };
const path = ['usp'];
const urlOf = ({ address: host, port }: Address): CoapUrl => ({ host, port, path });
const textOf = ({ address, port }: Address) => `coap://${address}:${port}/usp`;

export class LossyCoap {
  readonly world: World;
  /** Messages that have reached the controller, in order. */
  readonly received: Msg[] = [];
  /** How often each Record reached the agent, by msg_id. */
  readonly arrivals = new Map<string, number>();
  failures = 0;
  readonly #link: Link;
  readonly #random: ReturnType<typeof seededRandom>;
  readonly #closes: (() => void)[] = [];
  #agent: Endpoint | undefined;
  #controller: Endpoint | undefined;
  #count = 0;

  /** `prepare` has the world while its answers are at hand. */
  static async start(link: Link, seed: number, prepare: (world: World) => Promise<unknown>): Promise<LossyCoap> {
    const world = await World.start({ seed });
    await prepare(world);
    const rig = new LossyCoap(world, link, seed);
    rig.#agent = await rig.#endpoint(agentAt, seed, record => rig.#agentTakes(record));
    rig.#controller = await rig.#endpoint(controllerAt, seed + 1, record => rig.#controllerTakes(record));
    rig.world.broker.send = record => rig.agent.client.send(record, urlOf(controllerAt));
    return rig;
  }

  private constructor(world: World, link: Link, seed: number) {
    this.world = world;
    this.#link = link;
    this.#random = seededRandom(seed);
  }

  get agent(): Endpoint {
    return this.#agent!;
  }

  get controller(): Endpoint {
    return this.#controller!;
  }

  /** Sends a request once, as long as CoAP goes on; its msg_id. */
  send(request: RequestInit): string {
    const msgId = `request-${++this.#count}`;
    this.#sendToAgent(recordOf(requestMsg(request, msgId), controllerId, agentId));
    return msgId;
  }

  close(): void {
    for (const close of this.#closes) close();
    this.world.close();
  }

  async #endpoint(at: Address, seed: number, deliver: (record: Uint8Array) => Verdict): Promise<Endpoint> {
    const { clock } = this.world;
    const resource = { path, isReplyHost: () => false, deliver };
    const { serve, close } = await startServer(
      asked => answerRequest(asked, resource),
      () => this.failures++,
    );
    const endpoint = new Endpoint({
      clock,
      random: seededRandom(seed),
      serve,
      transmit: (datagram, peer) => this.#transmit(datagram, at, peer),
      locate: async ({ host, port }) => ({ peer: { address: host, port }, replyTo: textOf(at) }),
    });
    this.#closes.push(close, () => endpoint.close());
    return endpoint;
  }

  #transmit(datagram: Uint8Array, from: Address, to: Address): void {
    const chance = (share: number) => this.#random.fraction() < share;
    const bytes = datagram.slice();
    for (let copies = chance(this.#link.repeated) ? 2 : 1; copies > 0; copies--) {
      if (chance(this.#link.loss)) continue;
      const receiver = () => (to.address === agentAt.address ? this.agent : this.controller);
      this.world.clock.after(this.#random.fraction() * this.#link.delayMsMax, () => receiver().received(bytes, from));
    }
  }

  #sendToAgent(record: Uint8Array): void {
    void this.controller.client.send(record, urlOf(agentAt)).catch(() => {});
  }

  #agentTakes(record: Uint8Array): Verdict {
    const msgId = opened(record).msg?.header.msg_id ?? '';
    this.arrivals.set(msgId, (this.arrivals.get(msgId) ?? 0) + 1);
    return this.world.receive(record, { ...trusted, replyTo: textOf(controllerAt) });
  }

  #controllerTakes(record: Uint8Array): Verdict {
    const { msg } = opened(record);
    if (!msg) return 'accepted';
    this.received.push(msg);
    if (msg.body.msg_body === 'request' && msg.body.request.req_type === 'notify') {
      const body = { response: { notify_resp: { subscription_id: msg.body.request.notify.subscription_id } } };
      this.#sendToAgent(
        recordOf({ header: { ...msg.header, msg_type: MsgType.NOTIFY_RESP }, body }, controllerId, agentId),
      );
    }
    return 'accepted';
  }
}
