/**
 * Real time: the shipped program in a process of its own, against a real mosquitto, on a board of real files. Readings and
 * chores come `pace` times as fast as in the world, at a rate that is bounded by their lists, and over loopback alone.
 */
import type { ChildProcess } from 'node:child_process';
import { renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectAsync, type MqttClient } from 'mqtt';
import { type Msg, type MsgInit, MsgType, type RequestInit } from '../../proto/codec.gen.js';
import { ended, handlesOf, memoryOf, spawnAgent } from '../bench/processes.ts';
import { mqttControllerToml } from '../helpers/agent.ts';
import { bundledProgram } from '../helpers/bundle.ts';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';
import { type Mosquitto, mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { seededRandom } from '../helpers/random.ts';
import { agentId } from '../helpers/services.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { boardToml, fanFile, pollMs, Weather } from './board.ts';
import { chores, prepare, type Surroundings } from './chores.ts';
import { Growth, type Verdict } from './growth.ts';
import { handlesPerDayMax, journalKilobytesPerDayMax, privateMegabytesPerDayMax } from './limits.ts';

/** How much faster than in the world. */
export const pace = 120;
const hoursMax = 24 * 14;
const answerMsMax = 10_000;
const comeBackMsMax = 60_000;
const looks = 120;
const toldEvery = 10;
const retry = 'retry = { wait = "1s", multiplier = 1000 }';

/** Soaks for real hours; `say` is told how it goes. */
export async function realSoak(hours: number, seed: number, say: (line: string) => void): Promise<Verdict[]> {
  if (mosquittoIsMissing) throw new Error(mosquittoIsMissing);
  const broker = await startMosquitto(['allow_anonymous true', 'set_tcp_nodelay true']);
  const soak = new RealSoak(broker, seed);
  try {
    await soak.start(bundledProgram());
    const growth = soak.growth();
    const durationMs = Math.min(hours, hoursMax) * 3_600_000;
    let look = 0;
    await soak.work(durationMs * pace, pastMs => {
      if (pastMs < (look * durationMs * pace) / looks) return;
      growth.look(pastMs);
      if (look++ % toldEvery === 0) say(`${(pastMs / pace / 60_000).toFixed(1)} min: ${soak.state()}`);
    });
    return growth.verdicts();
  } finally {
    await soak.close();
    await broker.remove();
  }
}

export class RealSoak implements Surroundings {
  readonly #broker: Mosquitto;
  readonly #directory = temporaryDirectory();
  readonly #weather: Weather;
  readonly #waiting = new Map<string, (msg: Msg) => void>();
  readonly #due = chores.map(chore => ({ chore, atMs: chore.everyMs, turn: 0 }));
  #client: MqttClient | undefined;
  #process: ChildProcess | undefined;
  #isThere: (() => void) | undefined;
  #workedMs = 0;
  #count = 0;
  #notified = 0;

  constructor(broker: Mosquitto, seed: number) {
    this.#broker = broker;
    this.#weather = new Weather(seededRandom(seed));
  }

  /** Starts the agent and prepares it for the chores. */
  async start(program: string): Promise<void> {
    writeFileSync(join(this.#directory, fanFile.name), fanFile.text);
    this.#blow();
    const controller = mqttControllerToml(this.#broker.port).replace('controller/1" }', `controller/1", ${retry} }`);
    const toml = controller + boardToml(this.#directory, pollMs / pace);
    const returned = this.#returned();
    this.#process = spawnAgent(program, toml, { directory: this.#directory });
    await returned;
    await prepare(this);
  }

  get agent(): ChildProcess {
    if (this.#process?.exitCode !== null) throw new Error(`the agent has ended with ${this.#process?.exitCode}`);
    return this.#process;
  }

  /** Works for so long in the agent's world, which is `pace` times quicker; `turn` is told how much of it is over. */
  async work(forMs: number, turn: (pastMs: number) => void = () => {}): Promise<void> {
    const startedMs = performance.now();
    const beforeMs = this.#workedMs;
    for (let pastMs = 0; pastMs < forMs && this.agent; pastMs = (performance.now() - startedMs) * pace) {
      this.#workedMs = beforeMs + pastMs;
      this.#blow();
      for (const each of this.#due) {
        if (this.#workedMs < each.atMs) continue;
        await each.chore.run(this, each.turn++);
        each.atMs += each.chore.everyMs;
      }
      turn(pastMs);
      await sleep(pollMs / pace);
    }
  }

  async close(): Promise<void> {
    if (this.#process) await ended(this.#process);
    await this.#client?.endAsync(true);
  }

  ask(request: RequestInit, endpointId = 'self::controller'): Promise<Msg> {
    const msgId = `soak-${++this.#count}`;
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`no answer to ${JSON.stringify(request)}`));
      const timer = setTimeout(late, answerMsMax);
      this.#waiting.set(msgId, msg => {
        clearTimeout(timer);
        resolve(msg);
      });
      this.#send(requestMsg(request, msgId), endpointId);
    });
  }

  throwAt(bytes: Uint8Array): void {
    this.#client?.publish('usp/agent/1', Buffer.from(bytes), { qos: 1 });
  }

  async outage(forMs: number): Promise<void> {
    await this.#client?.endAsync(true);
    await this.#broker.stop();
    await sleep(forMs / pace);
    await this.#broker.start();
    await this.#returned();
  }

  /** Listens, and waits for the agent's first Record after it has connected. */
  async #returned(): Promise<void> {
    const isThere = new Promise<void>(resolve => {
      this.#isThere = resolve;
    });
    this.#client = await connectAsync(`mqtt://127.0.0.1:${this.#broker.port}`, {
      protocolVersion: 5,
      reconnectPeriod: 0,
    });
    this.#client.on('message', (_, payload) => this.#receive(payload));
    await this.#client.subscribeAsync('usp/controller/1', { qos: 1 });
    const late = sleep(comeBackMsMax, undefined, { ref: false }).then(() => {
      throw new Error('the agent has not come back to its broker');
    });
    await Promise.race([isThere, late]);
  }

  growth(): Growth {
    const journal = join(this.#directory, 'state/journal');
    const privateDirty = () => memoryOf(this.agent).privateDirty;
    const openFiles = () => handlesOf(this.agent);
    const kilobytes = () => statSync(journal).size / 1_000;
    return new Growth([
      { what: 'private dirty memory', unit: 'MB', perDayMax: privateMegabytesPerDayMax, look: privateDirty },
      { what: 'open files', unit: 'files', perDayMax: handlesPerDayMax, look: openFiles },
      { what: 'journal', unit: 'kB', perDayMax: journalKilobytesPerDayMax, look: kilobytes },
    ]);
  }

  /** One line for a person. */
  state(): string {
    const { rss, privateDirty } = memoryOf(this.agent);
    const memory = `RSS ${rss.toFixed(1)} MB, private dirty ${privateDirty.toFixed(1)} MB`;
    return `${memory}, ${handlesOf(this.agent)} open files; ${this.#count} requests, ${this.#notified} notifications`;
  }

  #blow(): void {
    const next = join(this.#directory, 'next');
    for (const [name, text] of this.#weather.turn()) {
      writeFileSync(next, text);
      renameSync(next, join(this.#directory, name)); // At once, as files of sysfs change.
    }
  }

  #receive(payload: Uint8Array): void {
    const { record, msg } = opened(payload);
    if (record.record_type === 'mqtt_connect') this.#isThere?.();
    if (!msg) return;
    if (msg.body.msg_body !== 'request') {
      this.#waiting.get(msg.header.msg_id)?.(msg);
      this.#waiting.delete(msg.header.msg_id);
    } else if (msg.body.request.req_type === 'notify') {
      this.#notified++;
      const { send_resp: isWished, subscription_id } = msg.body.request.notify;
      const header = { msg_id: msg.header.msg_id, msg_type: MsgType.NOTIFY_RESP };
      if (isWished) this.#send({ header, body: { response: { notify_resp: { subscription_id } } } }, record.to_id);
    }
  }

  #send(msg: MsgInit, endpointId: string): void {
    this.#client?.publish('usp/agent/1', Buffer.from(recordOf(msg, endpointId, agentId)), {
      qos: 1,
      properties: { responseTopic: 'usp/controller/1', contentType: 'usp.msg' },
    });
  }
}
