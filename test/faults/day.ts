/**
 * A scripted day of an agent on a disk that remembers how it was after each call: what a controller sets, adds and
 * deletes, notifications that wait and arrive, timers, other configurations, a factory reset. Beside each state of the
 * disk stands what a start from it must show.
 */
import type { Seed } from '../../datamodel/seed.ts';
import { type DiskCall, SimDisk } from '../helpers/sim-disk.ts';
import { controllerSeeds, fullAccessRole, me, type World } from '../helpers/world.ts';
import { startOnDisk } from './on-disk.ts';

export const subscriptions = 'Device.LocalAgent.Subscription.';
export const second = 'Device.LocalAgent.Controller.2.';
const timer = 'Device.ScheduleTimer()';
const hourMs = 3_600_000;

/** What a start shows. */
export interface Known {
  /** ID and NotifExpiration of each subscription by its path. */
  rows: Readonly<Record<string, string>>;
  /** ProvisioningCode of the controller; of the second one, which the configuration sets too. */
  codes: readonly [string, string];
  /** Values that have changed and whose Notify nobody has answered, and command keys of timers that run: all are told. */
  owed: readonly string[];
  /** The highest instance number that a subscription has had. */
  number: number;
}

/** The disk after one of its calls. */
export interface Cut {
  disk: SimDisk;
  after: string;
  /** What a start from it shows, one of these; two while an answer is on its way. */
  shows: readonly Known[];
  /** The msg_id of what has been told, by what was told. */
  told: ReadonlyMap<string, string>;
  seeds: readonly Seed[];
  wallMs: number;
}

/** Command keys of the day's timers; all else that is owed is a value. */
export const isTimer = (subject: string) => subject.startsWith('timer ');

const nothing: Known = { rows: {}, codes: ['', ''], owed: [], number: 0 };

/** What the configuration says, of which the code of the second controller changes. */
const seedsOf = (code: string): Seed[] => {
  const [row, ...others] = controllerSeeds('self::second', fullAccessRole);
  return [{ ...row!, values: { ...row!.values, ProvisioningCode: code } }, ...others];
};

/** Everything in `told` of a Notify: the new value, or the command key. */
export function subjects(world: World): [subject: string, msgId: string][] {
  return world.told.flatMap(({ notify, msgId }): [string, string][] => {
    if (notify.notification === 'value_change') return [[notify.value_change.param_value, msgId]];
    return notify.notification === 'oper_complete' ? [[notify.oper_complete.command_key, msgId]] : [];
  });
}

class Day {
  readonly cuts: Cut[] = [];
  readonly #disk = new SimDisk({ sectorBytes: 64 });
  readonly #told = new Map<string, string>();
  #world: World | undefined;
  #stop: () => Promise<void> = () => Promise.reject(new Error('nothing runs'));
  #seeds: Seed[] = [];
  #known = nothing;
  #next = nothing;
  #answers = 0;
  #wallMs = Date.parse('2026-01-01T00:00:00Z');

  constructor(skips: (call: DiskCall) => boolean) {
    this.#disk.skips = skips;
    this.#disk.done = call => this.#cut(`${call.name} ${call.path}`);
  }

  get world(): World {
    if (!this.#world) throw new Error('nothing runs');
    return this.#world;
  }

  /** Starts, or starts again, with what the configuration says now. */
  async start(code: string, change: Partial<Known> = {}): Promise<void> {
    if (this.#world) {
      this.#wallMs = this.world.clock.wallMs();
      await this.#stop();
    }
    this.#world = undefined;
    this.#seeds = seedsOf(code);
    this.#next = { ...this.#known, ...change };
    const started = await startOnDisk(this.#disk, this.#seeds, this.#wallMs);
    this.#world = started.world;
    this.#stop = started.stop;
    this.#answers = 0;
    this.#settled();
  }

  /** One request or none, after which a start shows what `change` makes of what it showed before. */
  async step(act: (world: World) => unknown, change: Partial<Known> = {}): Promise<void> {
    this.#next = { ...this.#known, ...change };
    this.#answers = answersOf(this.world);
    await act(this.world);
    await this.world.settle();
    this.#settled();
  }

  async add(id: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
    const number = this.#known.number + 1;
    const path = `${subscriptions}${number}.`;
    const settings = { Enable: 'true', Persistent: 'true', ID: id, NotifType: 'Event', ...values };
    const rows = { ...this.#known.rows, [path]: `${id} 0` };
    await this.step(({ controller }) => controller.added(subscriptions, settings), { rows, number });
    return path;
  }

  /** One message about all of them: together or not at all. */
  set(expiration: string, ...paths: readonly string[]): Promise<void> {
    const rows = { ...this.#known.rows };
    for (const path of paths) rows[path] = `${rows[path]!.split(' ')[0]} ${expiration}`;
    const updates = Object.fromEntries(paths.map(path => [path, { NotifExpiration: { required: expiration } }]));
    return this.step(({ controller }) => controller.set(updates), { rows });
  }

  remove(path: string): Promise<void> {
    const { [path]: _, ...rows } = this.#known.rows;
    return this.step(({ controller }) => controller.del(path), { rows });
  }

  code(value: string): Promise<void> {
    const codes = [value, this.#known.codes[1]] as const;
    const change = { codes, owed: [...this.#known.owed, value] };
    return this.step(({ controller }) => controller.set({ [me]: { ProvisioningCode: value } }), change);
  }

  secondCode(value: string): Promise<void> {
    const change = { codes: [this.#known.codes[0], value] as const };
    return this.step(({ controller }) => controller.set({ [second]: { ProvisioningCode: value } }), change);
  }

  timer(key: string, seconds: number): Promise<void> {
    const owed = [...this.#known.owed, key];
    return this.step(({ controller }) => controller.operate(timer, { DelaySeconds: `${seconds}` }, key), { owed });
  }

  pass(hours: number): Promise<void> {
    return this.step(world => world.clock.advance(hours * hourMs));
  }

  /** The controller answers each Notify that has come. */
  async answerAll(): Promise<void> {
    for (const [subject, msgId] of this.#told) {
      if (!this.#known.owed.includes(subject)) continue;
      const owed = this.#known.owed.filter(each => each !== subject);
      await this.step(({ controller }) => controller.acknowledge(msgId), { owed });
    }
  }

  async reset(code: string): Promise<void> {
    const codes = ['', code] as const;
    await this.step(({ controller }) => controller.operate('Device.FactoryReset()'), { rows: {}, codes, owed: [] });
    await this.start(code);
  }

  #cut(after: string): void {
    this.#note();
    const isAnswered = this.#world !== undefined && answersOf(this.#world) > this.#answers;
    const [before, next] = [this.#known, this.#next];
    this.cuts.push({
      disk: this.#disk.clone(),
      after: `call ${this.cuts.length + 1}, ${after}`,
      shows: isAnswered ? [next] : [before, next],
      told: new Map(this.#told),
      seeds: this.#seeds,
      wallMs: this.#world?.clock.wallMs() ?? this.#wallMs,
    });
  }

  #note(): void {
    if (this.#world) for (const [subject, msgId] of subjects(this.#world)) this.#told.set(subject, msgId);
  }

  #settled(): void {
    this.#known = this.#next;
    this.#cut('and all is quiet');
  }
}

const answersOf = (world: World) => world.sent.filter(({ msg }) => msg?.body.msg_body !== 'request').length;

/** Lives the day; `skips` are syncs that the disk leaves out. */
export async function liveADay(skips: (call: DiskCall) => boolean = () => false): Promise<Cut[]> {
  const day = new Day(skips);
  // Notifications wait, answers do not: the requests of the day have to get through.
  const connected = (isConnected: boolean) =>
    day.step(world => {
      world.broker.isConnected = () => isConnected;
      if (isConnected) world.behaviours.outboxes.connected();
    });
  await day.start('file 1', { codes: ['', 'file 1'] });
  const retried = { NotifRetry: 'true' };
  await day.add('codes', { ...retried, NotifType: 'ValueChange', ReferenceList: `${me}ProvisioningCode` });
  await day.add('timers', { ...retried, NotifType: 'OperationComplete', ReferenceList: timer });
  const always = await day.add('always');
  await day.timer('timer of noon', 12 * 3_600);
  for (let hour = 0; hour < 24; hour++) {
    const row = await day.add(`row-${hour}`);
    await day.set(`${hour + 1}`, always, row);
    await day.code(`code ${hour}`);
    if (hour % 3 === 0) await day.answerAll();
    if (hour % 4 === 1) await connected(false);
    if (hour % 4 === 3) await connected(true);
    if (hour % 6 !== 0) await day.remove(row);
    await day.pass(1);
    if (hour === 4) await day.start('file 1');
    if (hour === 6) await day.start('file 2', { codes: [`code ${hour}`, 'file 2'] });
    if (hour === 7) await day.secondCode('its own');
    if (hour === 19) await day.start('file 2');
  }
  await day.answerAll();
  await day.timer('timer in vain', 3_600);
  await day.reset('file 2');
  await day.add('after the reset');
  await day.start('file 2');
  return day.cuts;
}
