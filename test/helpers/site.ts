/**
 * The whole agent in virtual time, over MQTT to a broker and a controller in this process. Everything that waits in the
 * agent waits on the virtual clock; only the loopback sockets are real, and time stands while they speak: nothing here
 * depends on how fast the machine is.
 */
import type { Packet } from 'mqtt-packet';
import { type RunningAgent, startAgent } from '../../agent/run/agent.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { type Msg, type MsgInit, MsgType, type Notify, type RequestInit } from '../../proto/codec.gen.js';
import { configOf } from './agent.ts';
import { type BrokerPeer, type BrokerScript, type ScriptedBroker, startBroker } from './broker.ts';
import { opened, recordOf, requestMsg } from './controller.ts';
import { seededRandom } from './random.ts';
import { PatientClock } from './rest.ts';
import { agentId } from './services.ts';
import { SimStore } from './store.ts';
import { temporaryDirectory } from './temporary.ts';
import { until } from './until.ts';

const agentTopic = 'usp/agent/1';
const controllerId = 'self::controller';
const stepMs = 1_000;
const minuteMs = 60_000;
/** Beyond the longest interval between two tries that a fault of some minutes leads to. */
const comeBackMsMax = 90 * minuteMs;
/** An agent that has taken a request in has answered it by then; and one whose connection is dead has left it. */
const answerMsMax = 2 * minuteMs;
/** How often a controller asks whose connections end before it is answered. */
const triesMax = 4;

export class Site {
  readonly clock = new PatientClock();
  readonly hardware = new SimHardware(this.clock);
  readonly store: SimStore;
  /** Lines as `warning: text`, since somebody last emptied it. */
  readonly log: string[] = [];
  /** What the broker does otherwise than a good one; also of brokers to come. */
  readonly script: BrokerScript = {};
  /** Told of each Notify, as often as it comes. */
  hears: (notify: Notify, msgId: string) => void = () => {};
  asked = 0;
  readonly #seed: number;
  readonly #waiting = new Map<string, (msg: Msg) => void>();
  #broker: ScriptedBroker | undefined;
  #agent: RunningAgent | undefined;
  /** The agent's connection, once it has subscribed. */
  #peer: BrokerPeer | undefined;
  #port = 0;

  constructor(seed: number) {
    this.#seed = seed;
    this.store = new SimStore(seededRandom(seed));
  }

  /** Starts the broker, and the agent with the configuration that `toml` makes of the broker's port. */
  async start(toml: (port: number) => string | Promise<string>, configFile = 'test.toml'): Promise<void> {
    await this.openBroker();
    const directory = temporaryDirectory();
    this.#agent = await startAgent({
      config: await configOf(await toml(this.#port)),
      configFile,
      stateDirectory: `${directory}/state`,
      socketPath: `${directory}/socket`,
      log: (level, line) => void this.log.push(`${level}: ${line}`),
      hardware: this.hardware,
      clock: this.clock,
      random: seededRandom(this.#seed),
      store: this.store,
    });
    await until('the agent to connect', () => this.peers.length > 0);
  }

  get agent(): RunningAgent {
    if (!this.#agent) throw new Error('the agent does not run');
    return this.#agent;
  }

  /** The agent's connection to the broker, while it is subscribed there. */
  get peer(): BrokerPeer | undefined {
    return this.#peer?.isClosed === false ? this.#peer : undefined;
  }

  /** The broker's connections, subscribed or not. */
  get peers(): readonly BrokerPeer[] {
    return this.#broker?.peers ?? [];
  }

  async stop(): Promise<void> {
    try {
      await this.#agent?.stop();
    } finally {
      await this.closeBroker();
    }
  }

  async openBroker(): Promise<void> {
    const sees = (packet: Packet, peer: BrokerPeer) => this.#sees(packet, peer);
    this.#broker = await startBroker(Object.assign(this.script, { sees }), this.#port);
    this.#port = this.#broker.port;
  }

  async closeBroker(): Promise<void> {
    this.#peer = undefined;
    await this.#broker?.stop();
  }

  /** Time passes; at each moment at which something falls due, it stands until all have said what they have to say. */
  async pass(ms: number): Promise<void> {
    await this.clock.advance(ms);
    this.#forget();
  }

  /** Time passes until `condition` holds; false when it does not within so long. */
  async passUntil(condition: () => boolean, withinMs: number): Promise<boolean> {
    for (let passedMs = 0; !condition() && passedMs < withinMs; passedMs += stepMs) await this.pass(stepMs);
    return condition();
  }

  /** Asks once, as a controller; undefined when no answer comes while time stands, or within so long. */
  async ask(request: RequestInit, endpointId = controllerId, withinMs = 0): Promise<Msg | undefined> {
    let answer: Msg | undefined;
    const msgId = `ask-${++this.asked}`;
    this.#waiting.set(msgId, msg => {
      answer = msg;
    });
    this.send(requestMsg(request, msgId), endpointId);
    await this.clock.settle();
    await this.passUntil(() => answer !== undefined, withinMs);
    this.#waiting.delete(msgId);
    return answer;
  }

  /**
   * Asks until there is an answer, as a controller does: again where the connection has ended on which it has asked.
   * Rejects when the agent is silent on one that stands, and when no connection lasts long enough.
   */
  async insist(request: RequestInit): Promise<Msg> {
    const asked: (BrokerPeer | undefined)[] = [];
    while (asked.length < triesMax) {
      await this.passUntil(() => this.peer !== undefined, comeBackMsMax);
      asked.push(this.peer);
      const answer = await this.ask(request, controllerId, answerMsMax);
      if (answer) return answer;
      if (this.peer === asked.at(-1)) break;
    }
    throw new Error(`asked ${asked.length} times, no answer to ${JSON.stringify(request)}`);
  }

  send(msg: MsgInit, endpointId = controllerId): void {
    this.publish(recordOf(msg, endpointId, agentId));
  }

  /** Any bytes, as a PUBLISH to the agent; nothing while it is not there. */
  publish(payload: Uint8Array): void {
    this.peer?.send({
      ...{ cmd: 'publish', topic: agentTopic, payload: Buffer.from(payload), qos: 0, dup: false, retain: false },
      properties: { responseTopic: 'usp/controller/1', contentType: 'usp.msg' },
    });
  }

  /** What this side remembers would be mistaken for a leak of the agent's. */
  #forget(): void {
    const peers = this.#broker?.peers ?? [];
    for (const peer of peers) peer.packets.length = 0;
    for (const peer of peers.filter(({ isClosed }) => isClosed)) peers.splice(peers.indexOf(peer), 1);
  }

  #sees(packet: Packet, peer: BrokerPeer): void {
    if (packet.cmd === 'connect') peer.socket.setNoDelay(true); // Virtual time does not wait for what lies in a socket.
    if (packet.cmd === 'subscribe') this.#peer = peer;
    if (packet.cmd !== 'publish') return;
    const { record, msg } = opened(packet.payload as Buffer);
    if (!msg) return;
    if (msg.body.msg_body !== 'request') this.#waiting.get(msg.header.msg_id)?.(msg);
    else if (msg.body.request.req_type === 'notify') {
      const { msg_id } = msg.header;
      const { notify } = msg.body.request;
      this.hears(notify, msg_id);
      const body = { response: { notify_resp: { subscription_id: notify.subscription_id } } };
      if (notify.send_resp) this.send({ header: { msg_id, msg_type: MsgType.NOTIFY_RESP }, body }, record.to_id);
    }
  }
}
