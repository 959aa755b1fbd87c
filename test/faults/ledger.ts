/**
 * An agent that works through a fault, and what it has promised meanwhile: every Set and Add that was answered, every
 * movement of a door that a subscription with NotifRetry sees. Each `settle` sees that the promises are kept, that the
 * agent has come back by itself, and what it keeps when all is quiet.
 */
import * as assert from 'uvu/assert';
import { openJournal } from '../../datamodel/journal/journal.ts';
import type { Msg, Notify } from '../../proto/codec.gen.js';
import { mqttControllerToml } from '../helpers/agent.ts';
import { heapBytes } from '../helpers/heap.ts';
import { seededRandom } from '../helpers/random.ts';
import { Site } from '../helpers/site.ts';
import { SimStore } from '../helpers/store.ts';
import { add, set } from '../soak/chores.ts';
import { type BadNames, badNames } from './names.ts';
import { startProxy, type TcpProxy } from './proxy.ts';

const subscriptions = 'Device.LocalAgent.Subscription.';
const me = 'Device.LocalAgent.Controller.[EndpointID=="self::controller"].';
const door = '\n[[capability]]\nname = "door"\ndriver = "gpio-input"\nat = "gpiochip0:17"\n';
const doorValue = 'Device.IoTCapability.1.BinarySensor.Value';
const brokerName = 'broker.test';
const others = `${subscriptions}[ID!="door"].`;

const minuteMs = 60_000;
/** Beyond the longest interval between two tries that a fault of some minutes leads to. */
const comeBackMsMax = 90 * minuteMs;
/** A connection that lasts counts as a good one, and nobody waits for a PUBACK any more. */
const quietMs = 75_000;
/** More than ever wait at a time. */
const msgIdsMax = 128;

/** What is left of the agent and its surroundings when all is quiet. */
export interface Census {
  heapBytes: number;
  /** Sockets, timers and whatever else the engine waits for. */
  handles: number;
  timers: number;
  /** Keys of the journal that are not values of parameters: notifications that are owed are among them. */
  notes: number;
  journalBytes: number;
}

export class Ledger {
  readonly site: Site;
  readonly names: BadNames = badNames(brokerName);
  readonly random;
  /** How long the network holds a packet back. */
  holdMs = () => 0;
  /** Lines since the last `settle`. */
  lines: readonly string[] = [];
  #proxy: TcpProxy | undefined;
  #moves = 0;
  #heard = 0;
  /** Of the last that came, to know those that come again. */
  readonly #msgIds = new Set<string>();
  readonly #flaws: string[] = [];
  /** Sets and Adds are numbered. */
  #asked = 0;
  #answered = 0;
  #refused = 0;
  readonly #rows = new Set<string>();

  constructor(seed: number) {
    this.site = new Site(seed);
    this.random = seededRandom(seed);
    this.site.hardware.gpio('gpiochip0:17');
    this.site.hears = (notify, msgId) => this.#hear(notify, msgId);
  }

  async start(): Promise<void> {
    const wait = (ms: number) => new Promise<void>(done => void this.site.clock.after(ms, done));
    await this.site.start(async port => {
      this.#proxy = await startProxy(port, { holdMs: () => this.holdMs(), wait });
      const toml = mqttControllerToml(this.#proxy.port).replace('mqtt://127.0.0.1', `mqtt://${brokerName}`);
      return toml.replace('role =', 'insecure = true\nrole =') + door;
    });
    const values = { Enable: 'true', Persistent: 'true', NotifRetry: 'true', ID: 'door', NotifType: 'ValueChange' };
    assert.ok(isSuccess(await this.site.insist(add(subscriptions, { ...values, ReferenceList: doorValue }))));
  }

  get proxy(): TcpProxy {
    if (!this.#proxy) throw new Error('there is no network yet');
    return this.#proxy;
  }

  /** Changes that were refused since the beginning, and those that were answered. */
  get counts(): { refused: number; answered: number; moves: number } {
    return { refused: this.#refused, answered: this.#answered, moves: this.#moves };
  }

  /** The door moves twice, and the controller sets something and adds a row, in vain or not. */
  async work(): Promise<void> {
    for (let i = 0; i < 2; i++) {
      this.site.hardware.gpio('gpiochip0:17').setWire(++this.#moves % 2 === 1);
      await this.site.clock.settle();
    }
    const number = ++this.#asked;
    const [changed, added] = [set(me, { ProvisioningCode: `${number}` }), add(subscriptions, row(number))];
    if (this.#isTaken(await this.site.ask(changed))) this.#answered = number;
    if (this.#isTaken(await this.site.ask(added))) this.#rows.add(`row-${number}`);
  }

  /** The fault is over: waits until the agent has come back, and checks all that was promised. */
  async settle(what: string): Promise<Census> {
    const { site } = this;
    const isTold = () => this.#heard === this.#moves && site.peer !== undefined;
    await site.passUntil(isTold, comeBackMsMax);
    assert.equal(this.#flaws, [], what);
    assert.is(this.#heard, this.#moves, `${what}: movements that were told`);
    const there = JSON.stringify(await site.insist({ get: { param_paths: [others] } }));
    for (const id of this.#rows) assert.ok(there.includes(`"${id}"`), `${what}: ${id} was answered and is not there`);
    const shown = await site.insist({ get: { param_paths: [`${me}ProvisioningCode`] } });
    const current = Number(/"ProvisioningCode":"(\d*)"/.exec(JSON.stringify(shown))?.[1]);
    this.#check(current, `${what}: shown`);
    const state = await this.#stateOnMedium();
    const codes = [...state].filter(([key]) => key.endsWith('.ProvisioningCode')).map(([, value]) => Number(value));
    this.#check(Math.max(...codes), `${what}: on the medium`);
    assert.ok(isSuccess(await site.insist({ delete: { obj_paths: [others] } })), what);
    this.#rows.clear();
    assert.is(site.agent.stuck(), undefined, what);
    await site.pass(quietMs);
    this.lines = site.log.splice(0).filter(line => !line.startsWith('debug:'));
    return this.#census();
  }

  async close(): Promise<void> {
    try {
      await this.site.stop();
    } finally {
      await this.#proxy?.close();
      this.names.restore();
    }
  }

  #isTaken(answer: Msg | undefined): boolean {
    if (answer && !isSuccess(answer)) this.#refused++;
    return answer !== undefined && isSuccess(answer);
  }

  /** What was answered last counts, or something that was asked after it. */
  #check(found: number, what: string): void {
    assert.ok(found >= this.#answered && found <= this.#asked, `${what} is ${found}, answered was ${this.#answered}`);
  }

  #hear(notify: Notify, msgId: string): void {
    if (notify.notification !== 'value_change' || this.#msgIds.has(msgId)) return;
    this.#msgIds.add(msgId);
    for (const oldest of this.#msgIds) {
      if (this.#msgIds.size <= msgIdsMax) break;
      this.#msgIds.delete(oldest);
    }
    const expected = String(++this.#heard % 2 === 1);
    const { param_value: value } = notify.value_change;
    if (value !== expected) this.#flaws.push(`movement ${this.#heard} comes as ${value}, under ${msgId}`);
  }

  /** What a start after a power cut would find that takes all that was not synced. */
  async #stateOnMedium(): Promise<ReadonlyMap<string, string>> {
    const left = new SimStore(seededRandom(1), this.site.store.afterPowerCut('none'));
    const journal = await openJournal(left, { log: () => {} });
    const state = new Map(journal.state);
    await journal.close();
    return state;
  }

  async #census(): Promise<Census> {
    const notes = [...(await this.#stateOnMedium()).keys()].filter(key => key.startsWith('#')).length;
    const journalBytes = this.site.store.content.length;
    // While code is loaded that has been loaded before, the loader of TypeScript has a port to its own thread.
    const handles = process.getActiveResourcesInfo().filter(name => name !== 'MessagePort').length;
    return { heapBytes: heapBytes(), handles, timers: this.site.clock.waiting, notes, journalBytes };
  }
}

const row = (number: number) => ({ ID: `row-${number}`, Persistent: 'true', NotifType: 'Event' });

/** A response that reports no failure. */
function isSuccess(answer: Msg | undefined): boolean {
  return answer?.body.msg_body === 'response' && !JSON.stringify(answer.body).includes('oper_failure');
}
