/**
 * Years in virtual time: the whole agent, over MQTT to a broker in this process, on a board of simulated files. Everything
 * that waits in the agent waits on the virtual clock; only the loopback socket is real, and time stands while it speaks.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Packet } from 'mqtt-packet';
import { startAgent } from '../../agent/run/agent.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import type { Msg, MsgInit, RequestInit } from '../../proto/codec.gen.js';
import { MsgType } from '../../proto/codec.gen.js';
import { configOf, mqttControllerToml } from '../helpers/agent.ts';
import { type BrokerPeer, type ScriptedBroker, startBroker } from '../helpers/broker.ts';
import { VirtualClock } from '../helpers/clock.ts';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { agentId } from '../helpers/services.ts';
import { SimStore } from '../helpers/store.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';
import { boardToml, fanFile, pollMs, Weather } from './board.ts';
import { type Chore, chores, prepare, type Surroundings } from './chores.ts';
import { Growth, type Verdict } from './growth.ts';
import { handlesPerDayMax, heapKilobytesPerDayMax, journalKilobytesPerDayMax } from './limits.ts';

const agentTopic = 'usp/agent/1';
const controllerId = 'self::controller';
const hourMs = 3_600_000;
const lookMs = hourMs / 2;
/** How long the agent may take to come back to a broker that is there again: its backoff, and something on top. */
const comeBackMsMax = hourMs;

// The heap holds the engine's own work, too: compiled code and what it learns of types come and go for days. Without them
// two days are enough to see a leak.
for (const flag of ['--expose-gc', '--no-opt', '--no-sparkplug', '--no-lazy-feedback-allocation']) {
  setFlagsFromString(flag);
}
const collect = runInNewContext('gc') as () => void;

export interface SoakOptions {
  hours: number;
  seed: number;
  /** Turns in place of the usual ones, and what a test adds to them. */
  chores?: readonly Chore[];
}

export interface SoakReport {
  verdicts: Verdict[];
  /** How often the agent notified, and was asked. */
  notified: number;
  asked: number;
  outages: number;
  syncs: number;
}

export class VirtualSoak implements Surroundings {
  readonly #clock = new VirtualClock();
  readonly #hardware = new SimHardware(this.#clock);
  readonly #weather: Weather;
  readonly #options: SoakOptions;
  readonly #store: SimStore;
  readonly #waiting = new Map<string, (msg: Msg) => void>();
  #broker: ScriptedBroker | undefined;
  #peer: BrokerPeer | undefined;
  #count = 0;
  #notified = 0;
  #outages = 0;

  constructor(options: SoakOptions) {
    this.#options = options;
    this.#weather = new Weather(seededRandom(options.seed));
    this.#store = new SimStore(seededRandom(options.seed));
  }

  async run(): Promise<SoakReport> {
    const agent = await this.#start();
    const growth = this.#growth();
    const due = (this.#options.chores ?? chores).map(chore => ({ chore, atMs: chore.everyMs, turn: 0 }));
    await this.#returned();
    await prepare(this);
    const endMs = this.#options.hours * hourMs;
    for (let nowMs = 0; nowMs < endMs; nowMs = this.#clock.monotonicMs()) {
      await this.#pass(pollMs);
      for (const each of due) {
        if (this.#clock.monotonicMs() < each.atMs) continue;
        await each.chore.run(this, each.turn++);
        each.atMs = this.#clock.monotonicMs() + each.chore.everyMs;
      }
      if (Math.floor(nowMs / lookMs) !== Math.floor(this.#clock.monotonicMs() / lookMs)) growth.look(nowMs);
    }
    await agent.stop();
    await this.#broker?.stop();
    const { append, replace } = this.#store.done;
    const counts = { notified: this.#notified, asked: this.#count, outages: this.#outages };
    return { verdicts: growth.verdicts(), ...counts, syncs: append + 2 * replace };
  }

  ask(request: RequestInit, endpointId = controllerId): Promise<Msg> {
    const msgId = `soak-${++this.#count}`;
    let answer: Msg | undefined;
    this.#waiting.set(msgId, msg => {
      answer = msg;
    });
    this.#send(requestMsg(request, msgId), endpointId);
    return until(`the answer to ${JSON.stringify(request)}`, () => answer !== undefined).then(() => answer as Msg);
  }

  throwAt(bytes: Uint8Array): void {
    this.#publish(bytes);
  }

  async outage(forMs: number): Promise<void> {
    const port = this.#broker?.port;
    await this.#broker?.stop();
    this.#outages++;
    this.#peer = undefined;
    for (let goneMs = 0; goneMs < forMs; goneMs += pollMs) await this.#pass(pollMs);
    this.#broker = await startBroker({ sees: (packet, peer) => this.#sees(packet, peer) }, port);
    await this.#returned();
  }

  async #start() {
    this.#broker = await startBroker({ sees: (packet, peer) => this.#sees(packet, peer) });
    this.#hardware.files.texts.set(`/board/${fanFile.name}`, fanFile.text);
    this.#blow();
    await import('mqtt'); // It loads in real time, which virtual time would not wait for.
    const directory = temporaryDirectory();
    return startAgent({
      config: await configOf(mqttControllerToml(this.#broker.port) + boardToml('/board')),
      configFile: '/board/uspi.toml',
      stateDirectory: `${directory}/state`,
      socketPath: `${directory}/socket`,
      log: () => {},
      hardware: this.#hardware,
      clock: this.#clock,
      random: seededRandom(this.#options.seed),
      store: this.#store,
    });
  }

  #growth(): Growth {
    const heap = () => {
      collect();
      return process.memoryUsage().heapUsed / 1_000;
    };
    const handles = () => process.getActiveResourcesInfo().length;
    return new Growth([
      { what: 'heap', unit: 'kB', perDayMax: heapKilobytesPerDayMax, look: heap },
      { what: 'handles', unit: 'handles', perDayMax: handlesPerDayMax, look: handles },
      { what: 'timers', unit: 'timers', perDayMax: handlesPerDayMax, look: () => this.#clock.waiting },
      {
        what: 'journal',
        unit: 'kB',
        perDayMax: journalKilobytesPerDayMax,
        look: () => this.#store.content.length / 1_000,
      },
    ]);
  }

  /** Time passes, with weather. */
  async #pass(ms: number): Promise<void> {
    this.#blow();
    await this.#clock.advance(ms);
    // What this side remembers would be mistaken for a leak of the agent's.
    for (const peer of this.#broker?.peers ?? []) peer.packets.length = 0;
  }

  #blow(): void {
    for (const [name, text] of this.#weather.turn()) this.#hardware.files.texts.set(`/board/${name}`, text);
  }

  /** Waits, in virtual time, until the agent has subscribed at the broker; each second has a moment for the socket. */
  async #returned(): Promise<void> {
    for (let waitedMs = 0; !this.#peer; waitedMs += 1_000) {
      if (waitedMs > comeBackMsMax) throw new Error('the agent has not come back to its broker');
      await this.#clock.advance(1_000);
      await new Promise(resolve => setTimeout(resolve, 2));
    }
  }

  #sees(packet: Packet, peer: BrokerPeer): void {
    if (packet.cmd === 'connect') peer.socket.setNoDelay(true); // Virtual time does not wait for what lies in a socket.
    if (packet.cmd === 'subscribe') this.#peer = peer;
    if (packet.cmd !== 'publish') return;
    const { record, msg } = opened(packet.payload as Buffer);
    if (!msg) return;
    if (msg.body.msg_body !== 'request') {
      this.#waiting.get(msg.header.msg_id)?.(msg);
      this.#waiting.delete(msg.header.msg_id);
    } else if (msg.body.request.req_type === 'notify') {
      this.#notified++;
      const { send_resp: isWished, subscription_id } = msg.body.request.notify;
      const body = { response: { notify_resp: { subscription_id } } };
      const header = { msg_id: msg.header.msg_id, msg_type: MsgType.NOTIFY_RESP };
      if (isWished) this.#send({ header, body }, record.to_id);
    }
  }

  #send(msg: MsgInit, endpointId: string): void {
    this.#publish(recordOf(msg, endpointId, agentId));
  }

  #publish(payload: Uint8Array): void {
    const properties = { responseTopic: 'usp/controller/1', contentType: 'usp.msg' };
    this.#peer?.send({
      ...{ cmd: 'publish', topic: agentTopic, payload: Buffer.from(payload), qos: 0, dup: false, retain: false },
      properties,
    });
  }
}
