// A day without a connection, in virtual time, under the whole agent: no notification is lost, none comes out of order, each
// tells its true time, and the card is worn by no more than docs/journal.md says: by readings not at all.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { connectUds, type UdsConnection } from '../../agent/mtp/uds-client.ts';
import { type RunningAgent, startAgent } from '../../agent/run/agent.ts';
import { socketAfterMs } from '../../agent/run/limits.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import type { Store } from '../../drivers/ports.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { type MsgInit, MsgType, type Notify } from '../../proto/codec.gen.js';
import { configOf } from '../helpers/agent.ts';
import { VirtualClock } from '../helpers/clock.ts';
import { closing } from '../helpers/closing.ts';
import { opened, recordOf } from '../helpers/controller.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';

const toml = `
[agent]
endpoint = "os::012345-test"

[[capability]]
name = "door"
driver = "gpio-input"
at = "gpiochip0:17"
`;

/** Beside the door: a level that is read 100 times an hour, each time with another value. */
const tomlWithLevel = `${toml}
[[capability]]
name = "tank"
driver = "file"
channel = "level"
at = "/run/level"
poll = "36s"
`;

const door = 'Device.IoTCapability.1.BinarySensor.';
const level = 'Device.IoTCapability.2.LevelSensor.Value';
const changesADay = 2_400;
const changeMs = 36_000;

/** The budget that docs/journal.md states, for a day of `changesADay` changes. */
const syncsADayMax = 5_000;
const bytesADayMax = 2_500_000;

/** A file in memory that counts what it costs. */
class CountingStore implements Store {
  #content = new Uint8Array();
  readonly cost = { bytes: 0, syncs: 0 };

  async read(): Promise<Uint8Array> {
    return this.#content;
  }

  async append(bytes: Uint8Array): Promise<void> {
    this.#put([this.#content, bytes], bytes.length, 1);
  }

  async truncate(length: number): Promise<void> {
    this.#put([this.#content.subarray(0, length)], 0, 1);
  }

  /** The file, and the directory that it is renamed in. */
  async replace(bytes: Uint8Array): Promise<void> {
    this.#put([bytes], bytes.length, 2);
  }

  async close(): Promise<void> {}

  #put(parts: Uint8Array[], bytes: number, syncs: number): void {
    this.#content = Uint8Array.from(Buffer.concat(parts));
    this.cost.bytes += bytes;
    this.cost.syncs += syncs;
  }
}

/** Hears notifications and answers each. */
class Listener {
  readonly #byMsgId = new Map<string, Notify>();
  readonly #connection: UdsConnection;

  static async connect(socketPath: string): Promise<Listener> {
    const clock = new HostClock({ trustWallTime: true });
    return new Listener(await connectUds(socketPath, 'self::local', clock));
  }

  private constructor(connection: UdsConnection) {
    this.#connection = connection;
    void this.#listen().catch(() => {});
  }

  async #listen(): Promise<void> {
    for (;;) {
      const { msg } = opened(await this.#connection.receive(60_000));
      if (msg?.body.msg_body !== 'request' || msg.body.request.req_type !== 'notify') continue;
      const { msg_id: msgId } = msg.header;
      const { notify } = msg.body.request;
      this.#byMsgId.set(msgId, notify);
      const body = { response: { notify_resp: { subscription_id: notify.subscription_id } } };
      const answer: MsgInit = { header: { msg_id: msgId, msg_type: MsgType.NOTIFY_RESP }, body };
      await this.#connection.send(recordOf(answer, 'self::local', this.#connection.peerEndpointId));
    }
  }

  /** Each Notify once, in the order of their first arrival. */
  get heard(): Notify[] {
    return [...this.#byMsgId.values()];
  }

  /** So many notifications have come, after `before` that had: a long wait, of many short ones. */
  async hears(count: number, before = 0): Promise<void> {
    for (let next = before; next < count; next += 100) await until('the next 100', () => this.#byMsgId.size >= next);
    await until('all of them', () => this.#byMsgId.size >= count);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

/** A machine with a door, whose agent can be started again and again on what it has stored. */
class Site {
  readonly clock = new VirtualClock('2026-01-01T00:00:00Z');
  readonly store = new CountingStore();
  readonly #hardware = new SimHardware(this.clock);
  readonly #line = this.#hardware.gpio('gpiochip0:17');
  readonly #directory = temporaryDirectory();
  readonly socketPath = join(this.#directory, 'uspi.sock');
  readonly log: string[] = [];
  /** When the door has moved, by wall time. */
  readonly moves: number[] = [];
  /** How often the level has changed; it is that number. */
  levels = 0;
  readonly #toml: string;
  #agent: RunningAgent | undefined;
  #starts = 0;

  constructor(configuration = toml) {
    this.#toml = configuration;
    this.#hardware.files.texts.set('/run/level', '0');
  }

  async start(): Promise<void> {
    this.#agent = await startAgent({
      config: await configOf(this.#toml),
      configFile: 'test.toml',
      stateDirectory: join(this.#directory, 'state'),
      socketPath: this.socketPath,
      log: (level, line) => this.log.push(`${level}: ${line}`),
      hardware: this.#hardware,
      clock: this.clock,
      random: seededRandom(++this.#starts),
      store: this.store,
    });
    await this.clock.advance(socketAfterMs);
    await until('the socket', () => existsSync(this.socketPath));
  }

  async stop(): Promise<void> {
    await this.#agent?.stop();
  }

  async subscribe(ID = 'door', ReferenceList = `${door}Value,${door}LastChange`): Promise<void> {
    const controller = await LocalController.connect(this.socketPath);
    const values = {
      Enable: 'true',
      Persistent: 'true',
      NotifRetry: 'true',
      ID,
      NotifType: 'ValueChange',
      ReferenceList,
    };
    const param_settings = Object.entries(values).map(([param, value]) => ({ param, value, required: true }));
    await controller.request({
      add: { create_objs: [{ obj_path: 'Device.LocalAgent.Subscription.', param_settings }] },
    });
    await controller.close();
  }

  /** The level takes its next value, which is read within `changeMs`. */
  raise(): void {
    this.#hardware.files.texts.set('/run/level', String(++this.levels));
  }

  async move(times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      await this.clock.advance(changeMs);
      this.moves.push(this.clock.wallMs());
      this.#line.setWire(this.moves.length % 2 === 1);
      await this.clock.settle();
    }
  }
}

/** Value and LastChange as they were told of each move, in their order. */
function movesHeard({ heard }: Listener): [value: string, lastChange: string][] {
  const moves: [string, string][] = [];
  let value: string | undefined;
  for (const notify of heard) {
    if (notify.notification !== 'value_change') continue;
    const { param_path: path, param_value: text } = notify.value_change;
    if (!path.startsWith(door)) continue;
    if (path === `${door}Value`) value = text;
    else if (value !== undefined) {
      moves.push([value, text]);
      value = undefined;
    }
    // Else the first reading after a start, which is no move.
  }
  return moves;
}

function checkDay(site: Site, listener: Listener): void {
  const heard = movesHeard(listener);
  const values = site.moves.map((_, i) => String(i % 2 === 0));
  assert.equal(
    heard.map(([value]) => value),
    values,
    'every change, in order',
  );
  const wrong = heard.filter(([, time], i) => Math.abs(Date.parse(time) - (site.moves[i] ?? 0)) >= 1_000);
  assert.equal(wrong, [], 'each with its true time');
}

/** The level's values, in their order. */
function levelsHeard({ heard }: Listener): string[] {
  return heard.flatMap(notify =>
    notify.notification === 'value_change' && notify.value_change.param_path === level
      ? [notify.value_change.param_value]
      : [],
  );
}

function checkBudget({ store }: Site, before: { bytes: number; syncs: number }, what: string): void {
  const [bytes, syncs] = [store.cost.bytes - before.bytes, store.cost.syncs - before.syncs];
  if (process.env.USPI_SHOW) console.log(`${what}: ${syncs} syncs, ${bytes} bytes`);
  assert.ok(syncs <= syncsADayMax && bytes <= bytesADayMax, `${syncs} syncs, ${bytes} bytes`);
}

test('a day offline, with a restart at noon, loses nothing and stays within the budget of writes', () =>
  closing(async atEnd => {
    const site = new Site();
    await site.start();
    atEnd(() => site.stop());
    await site.subscribe();
    const before = { ...site.store.cost };
    await site.move(changesADay / 2);
    await site.stop();
    await site.start();
    await site.move(changesADay / 2);
    const listener = await Listener.connect(site.socketPath);
    atEnd(() => listener.close());
    await listener.hears(2 * changesADay);
    await site.clock.settle();
    checkDay(site, listener);
    checkBudget(site, before, 'a day offline');
  }));

test('a day online costs no more than that either', () =>
  closing(async atEnd => {
    const site = new Site();
    await site.start();
    atEnd(() => site.stop());
    await site.subscribe();
    const listener = await Listener.connect(site.socketPath);
    atEnd(() => listener.close());
    const before = { ...site.store.cost };
    for (let i = 1; i <= changesADay; i++) {
      await site.move(1);
      await listener.hears(2 * i, 2 * (i - 1));
    }
    checkDay(site, listener);
    checkBudget(site, before, 'a day online');
  }));

test('half a day of readings offline, beside a door, is told whole and in order, and readings cost no write', () =>
  closing(async atEnd => {
    const site = new Site(tomlWithLevel);
    await site.start();
    atEnd(() => site.stop());
    await site.subscribe();
    await site.subscribe('tank', level);
    const before = { ...site.store.cost };
    const quarterOfADay = changesADay / 4;
    for (let i = 0; i < quarterOfADay; i++) {
      site.raise();
      await site.clock.advance(changeMs);
    }
    assert.equal(site.store.cost, before, 'readings alone');
    for (let i = 0; i < quarterOfADay; i++) {
      site.raise();
      await site.move(1);
    }
    const listener = await Listener.connect(site.socketPath);
    atEnd(() => listener.close());
    await listener.hears(site.levels + 2 * site.moves.length);
    await site.clock.settle();
    const levels = Array.from({ length: site.levels }, (_, i) => String(i + 1));
    assert.equal(levelsHeard(listener), levels, 'every reading, in order');
    checkDay(site, listener);
  }));

test.run();
