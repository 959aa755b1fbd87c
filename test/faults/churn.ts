/** A controller without a plan: seeded messages about everything that it may add and delete. */
import type { Random } from '../../drivers/ports.ts';
import type { RequestInit } from '../../proto/codec.gen.js';
import type { Settings } from '../helpers/peer.ts';
import { me, type World } from '../helpers/world.ts';
import { add, set } from '../soak/chores.ts';

const agent = 'Device.LocalAgent.';
const subscriptions = `${agent}Subscription.`;
const rowsMax = 40;
/** What this side keeps of the talk is forgotten after so many messages. */
const forgetEvery = 50;

/** All that may have been added: an answer that was lost told nobody. */
const added = [
  `${subscriptions}*.`,
  `${agent}Threshold.*.`,
  `${me}BootParameter.*.`,
  `${agent}Controller.[EndpointID!="self::controller"].`,
  `${agent}ControllerTrust.Role.[Name!="Full Access"&&Name!="Untrusted"].`,
];

type Values = Readonly<Record<string, string>>;

/** Tables whose rows come and go, and what a row is made of. */
const tables: readonly [table: string, values: (pick: Pick, number: number) => Values][] = [
  [
    subscriptions,
    (pick, number) => ({
      Enable: pick(['true', 'false']),
      ID: `churn-${number}`,
      NotifType: pick(['ValueChange', 'ObjectCreation', 'ObjectDeletion', 'Event', 'OperationComplete']),
      ReferenceList: pick([me, `${me}BootParameter.`, `${agent}Subscription.`, 'Device.', 'Device.ScheduleTimer()']),
      NotifRetry: pick(['true', 'false']),
      Persistent: pick(['true', 'false']),
      TimeToLive: pick(['0', '60']),
      NotifExpiration: pick(['0', '30']),
    }),
  ],
  [
    `${me}BootParameter.`,
    (pick, number) => ({ Enable: 'true', ParameterName: pick([`${me}Alias`, `${me}X${number}`]) }),
  ],
  [
    `${agent}Threshold.`,
    pick => ({
      Enable: 'true',
      ReferencePath: me,
      ThresholdParam: 'PeriodicNotifInterval',
      ThresholdOperator: pick(['Rise', 'Fall']),
      ThresholdValue: '1500',
    }),
  ],
  [`${agent}Controller.`, (pick, number) => ({ Enable: pick(['true', 'false']), EndpointID: `self::churn-${number}` })],
  [`${agent}ControllerTrust.Role.`, (_, number) => ({ Enable: 'true', Name: `churn ${number}` })],
];

/** Tables of a row that was added. */
const children: Readonly<Record<string, string>> = {
  [`${agent}Controller.`]: 'MTP.',
  [`${agent}ControllerTrust.Role.`]: 'Permission.',
};

type Pick = <T>(items: readonly T[]) => T;

export class Churn {
  readonly #world: World;
  readonly #random: Random;
  readonly #rows: string[] = [];
  #count = 0;

  constructor(world: World, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  async run(messages: number): Promise<void> {
    for (let i = 1; i <= messages; i++) {
      await this.#message();
      if (i % forgetEvery === 0) await this.#passTime();
    }
  }

  /** Everything that was added goes, and everything that goes on ends. */
  async end(): Promise<void> {
    const { controller, clock } = this.#world;
    await this.#connect(true);
    this.#rows.length = 0;
    await controller.del(added);
    for (let i = 0; i < 20; i++) {
      this.#acknowledge();
      await clock.advance(60_000);
    }
    this.#forget();
  }

  /** Paths of the rows that there are. */
  get there(): string[] {
    const names = ['Subscription', 'Threshold', 'Controller', 'ControllerTrust.Role', 'Request'];
    return names.flatMap(name =>
      [...this.#world.model.table(`${agent}${name}.`).rows.values()].map(({ path }) => path),
    );
  }

  readonly #pick: Pick = items => items[Math.floor(this.#random.fraction() * items.length)]!;

  async #message(): Promise<void> {
    const kind = this.#random.fraction();
    if (this.#rows.length >= rowsMax || (kind < 0.3 && this.#rows.length > 0)) await this.#delete();
    else if (kind < 0.6) await this.#add();
    else await this.#world.controller.exchange(this.#other());
  }

  async #add(): Promise<void> {
    const [table, values] = this.#pick(tables);
    const row = await this.#tryAdd(table, values(this.#pick, ++this.#count));
    const child = children[table];
    if (row && child) await this.#tryAdd(row + child, child === 'MTP.' ? { Protocol: 'MQTT' } : { Targets: me });
    if (row) this.#rows.push(row);
  }

  async #tryAdd(table: string, values: Settings & Values): Promise<string | undefined> {
    const msg = await this.#world.controller.exchange(add(table, values));
    return /"instantiated_path":"([^"]+)"/.exec(JSON.stringify(msg?.body))?.[1];
  }

  async #delete(): Promise<void> {
    const at = Math.floor(this.#random.fraction() * this.#rows.length);
    await this.#world.controller.del(this.#rows.splice(at, 1));
  }

  #other(): RequestInit {
    const row = this.#pick([...this.#rows, `${subscriptions}1.`]);
    const search = `${subscriptions}[ID!="never ${++this.#count}"].`;
    return this.#pick<RequestInit>([
      set(row, { Enable: this.#pick(['true', 'false']) }),
      set(me, { ProvisioningCode: `${this.#count}` }),
      set(me, { PeriodicNotifInterval: this.#pick(['1000', '2000']), Alias: `churn-${this.#count}` }),
      { get: { param_paths: [this.#pick([search, 'Device.LocalAgent.', `${row}Nothing`])] } },
      { get_instances: { obj_paths: ['Device.LocalAgent.'] } },
      {
        operate: {
          command: 'Device.ScheduleTimer()',
          command_key: `churn-${this.#count}`,
          send_resp: true,
          input_args: { DelaySeconds: this.#pick(['1', '20', 'x']) },
        },
      },
      { delete: { obj_paths: [`${subscriptions}999999.`] } },
      set(`Device.Nowhere.${this.#count}.`, { Nothing: '1' }),
    ]);
  }

  /** Seconds, in which notifications are answered, or the broker comes and goes. */
  async #passTime(): Promise<void> {
    if (this.#random.fraction() < 0.7) this.#acknowledge();
    await this.#connect(this.#random.fraction() < 0.7);
    await this.#world.clock.advance(Math.floor(this.#random.fraction() * 30_000));
    this.#forget();
  }

  async #connect(isConnected: boolean): Promise<void> {
    const { broker, behaviours } = this.#world;
    const answersGetThrough = broker.isConnected;
    broker.isConnected = () => isConnected;
    if (isConnected && answersGetThrough !== broker.isConnected) behaviours.outboxes.connected();
    await this.#world.settle();
  }

  #acknowledge(): void {
    const controllers = [...this.#world.model.table(`${agent}Controller.`).rows.values()];
    const isThere = (id: string) => controllers.some(each => each.stored('EndpointID') === id);
    for (const { to, msgId, notify } of this.#world.told) {
      // An answer of one that has been deleted would bring its row back.
      if (notify.send_resp && isThere(to)) this.#world.peer(to).acknowledge(msgId, notify.subscription_id);
    }
  }

  #forget(): void {
    for (const transport of this.#world.transports) transport.sent.length = 0;
    this.#world.services.lines.length = 0;
  }
}
