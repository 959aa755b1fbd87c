/**
 * The whole agent in virtual time, over MQTT to a broker and a controller in this process. Everything that waits in the
 * agent waits on the virtual clock; only the loopback sockets are real, and time stands while they speak.
 */
import type { Packet } from 'mqtt-packet';
import { type RunningAgent, startAgent } from '../../agent/run/agent.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { type Msg, type MsgInit, MsgType, type Notify, type RequestInit } from '../../proto/codec.gen.js';
import { configOf } from './agent.ts';
import { type BrokerPeer, type BrokerScript, type ScriptedBroker, startBroker } from './broker.ts';
import { VirtualClock } from './clock.ts';
import { opened, recordOf, requestMsg } from './controller.ts';
import { seededRandom } from './random.ts';
import { agentId } from './services.ts';
import { SimStore } from './store.ts';
import { temporaryDirectory } from './temporary.ts';

const agentTopic = 'usp/agent/1';
const controllerId = 'self::controller';
const stepMs = 1_000;
/** Real time that the sockets have in each step, and in which an answer comes when nothing is wrong. */
const socketMs = 1;
const answerLooks = 100;

const moment = () => new Promise(resolve => setTimeout(resolve, socketMs));

export class Site {
  readonly clock = new VirtualClock();
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
    await import('mqtt'); // It loads in real time, which virtual time would not wait for.
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
    await this.agent.stop();
    await this.closeBroker();
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

  /** Time passes, and each second, or each `momentEveryMs`, the sockets have their moment. */
  async pass(ms: number, momentEveryMs = stepMs): Promise<void> {
    for (let leftMs = ms; leftMs > 0; leftMs -= momentEveryMs) {
      await this.step(Math.min(momentEveryMs, leftMs));
      await moment();
    }
  }

  /** Time passes without a moment for the sockets. */
  async step(ms: number): Promise<void> {
    await this.clock.advance(ms);
    this.#forget();
  }

  /** Time passes until `condition` holds; false when it does not within so long. */
  async passUntil(condition: () => boolean, withinMs: number): Promise<boolean> {
    for (let passedMs = 0; !condition() && passedMs < withinMs; passedMs += stepMs) await this.pass(stepMs);
    return condition();
  }

  /** Asks as a controller; undefined when no answer comes within so long. Time stands while nothing is wrong. */
  async ask(request: RequestInit, endpointId = controllerId, withinMs = 0): Promise<Msg | undefined> {
    let answer: Msg | undefined;
    const msgId = `ask-${++this.asked}`;
    this.#waiting.set(msgId, msg => {
      answer = msg;
    });
    this.send(requestMsg(request, msgId), endpointId);
    for (let looks = 0; !answer && this.peer && looks < answerLooks; looks++) await moment();
    await this.passUntil(() => answer !== undefined, withinMs);
    this.#waiting.delete(msgId);
    return answer;
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
