/** The agent's core without its edges: the whole data model, messages, security and notifications, in virtual time. */
import { Requests } from '../../agent/msg/requests.ts';
import { SupportedAnswers } from '../../agent/msg/supportedanswers.ts';
import { removeTransient } from '../../agent/notify/lifetimes.ts';
import type { NotifySender, OutboxLimits } from '../../agent/notify/outboxes.ts';
import { Inbound } from '../../agent/record/inbound.ts';
import { Outbound } from '../../agent/record/outbound.ts';
import type { Origin } from '../../agent/record/transport.ts';
import { Behaviours } from '../../agent/run/behaviours.ts';
import { AccessControl } from '../../agent/security/access.ts';
import { Controllers } from '../../agent/security/controllers.ts';
import { bindSchema } from '../../datamodel/bound.ts';
import { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { objects } from '../../datamodel/objects/catalog.gen.ts';
import type { Persistence } from '../../datamodel/persistence.ts';
import { restore } from '../../datamodel/restore.ts';
import { applySeeds, type Seed } from '../../datamodel/seed.ts';
import { packedTable } from '../../datamodel/tr181/table.gen.ts';
import { openTable } from '../../datamodel/tr181/table.ts';
import type { Msg, Notify } from '../../proto/codec.gen.js';
import type { VirtualClock } from './clock.ts';
import { Peer, type Wire } from './peer.ts';
import { MemoryPersistence } from './persistence.ts';
import { agentId, type FakeServices, fakeServices } from './services.ts';
import { FakeTransport, type Sent } from './transport.ts';

export const bound = bindSchema(openTable(packedTable), objects);

const all = { Param: 'rwxn', Obj: 'rwxn', InstantiatedObj: 'rwxn', CommandEvent: 'rwxn' };
const trust = 'Device.LocalAgent.ControllerTrust.';
export const fullAccessRole = `${trust}Role.1`;
export const untrustedRole = `${trust}Role.2`;
/** Row of `self::controller`, who has full access. */
export const me = 'Device.LocalAgent.Controller.1.';

const baseSeeds: readonly Seed[] = [
  { id: 'role Full Access', at: `${trust}Role.`, values: { Enable: 'true', Name: 'Full Access' } },
  {
    id: 'permission Full Access',
    at: '%role Full Access%Permission.',
    values: { Enable: 'true', Order: '0', Targets: 'Device.', ...all },
  },
  { id: 'role Untrusted', at: `${trust}Role.`, values: { Enable: 'true', Name: 'Untrusted' } },
  { id: 'trust', at: trust, values: { UntrustedRole: '%role Untrusted%' } },
  ...controllerSeeds('self::controller', '%role Full Access%'),
];

export function controllerSeeds(endpointId: string, role: string): Seed[] {
  const id = `controller ${endpointId}`;
  return [
    {
      id,
      at: 'Device.LocalAgent.Controller.',
      values: { EndpointID: endpointId, Enable: 'true', AssignedRole: role, OnBoardingComplete: 'true' },
    },
    { id: `${id} MQTT`, at: `%${id}%MTP.`, values: { Enable: 'true', Protocol: 'MQTT' } },
  ];
}

/** Over the encrypted broker that every configured controller uses. */
export const trusted: Origin = {
  protocol: 'MQTT',
  transport: 'broker',
  replyTo: 'topic',
  isSecure: true,
  isLoopback: false,
};

export interface WorldOptions {
  /** What an earlier run has left. */
  persistence?: MemoryPersistence;
  /** A journal in place of `persistence`. */
  journal?: Persistence;
  clock?: VirtualClock;
  seed?: number;
  seeds?: readonly Seed[];
  insecureEndpointIds?: readonly string[];
  outboxLimits?: OutboxLimits;
}

/** A Notify as it went out. */
export interface Told {
  msgId: string;
  atMs: number;
  to: string;
  notify: Notify;
}

export class World implements Wire {
  readonly services: FakeServices;
  readonly clock: VirtualClock;
  readonly persistence: MemoryPersistence;
  readonly model: DataModel;
  readonly accessControl: AccessControl;
  readonly requests: Requests;
  readonly inbound: Inbound;
  readonly outbound: Outbound;
  readonly behaviours: Behaviours;
  readonly transports: FakeTransport[];
  /** `self::controller`, over the broker. */
  readonly controller: Peer;
  /** What the configuration says beyond the base. */
  readonly #seeds: Seed[];

  static async start(options: WorldOptions = {}): Promise<World> {
    const persistence = options.persistence ?? new MemoryPersistence();
    const services = fakeServices(options.clock, options.seed);
    const journal = options.journal ?? persistence;
    const model = new DataModel(bound, services, journal);
    restore(model, journal.state);
    await removeTransient(model);
    await applySeeds(model, [...baseSeeds, ...(options.seeds ?? [])], journal.state);
    const world = new World(model, services, persistence, options);
    await world.behaviours.open();
    return world;
  }

  private constructor(model: DataModel, services: FakeServices, persistence: MemoryPersistence, options: WorldOptions) {
    this.#seeds = [...(options.seeds ?? [])];
    this.model = model;
    this.services = services;
    this.clock = services.clock;
    this.persistence = persistence;
    const { state } = options.journal ?? persistence;
    const nowMs = () => this.clock.monotonicMs();
    const transport = new FakeTransport('broker', 'MQTT', nowMs);
    this.transports = [transport, new FakeTransport('coap', 'CoAP', nowMs), new FakeTransport('socket', 'UDS', nowMs)];
    this.accessControl = new AccessControl(model);
    const insecureEndpointIds = new Set(options.insecureEndpointIds);
    const controllers = new Controllers(model, this.accessControl, { insecureEndpointIds });
    this.requests = new Requests(model);
    const supported = new SupportedAnswers(model.feed);
    Object.assign(services.commands, { model, requests: this.requests });
    const routes = {
      to: (controller: ObjectNode) => [{ transport, address: String(controller.stored('EndpointID')) }],
      named: (name: string) => this.transports.find(each => each.name === name),
    };
    this.outbound = new Outbound(agentId, routes, services.log);
    const sender: NotifySender = {
      send: (msg, to) => this.outbound.send(msg, to),
      isConnected: () => transport.isConnected(),
    };
    const { accessControl, requests, outbound } = this;
    const { outboxLimits } = options;
    this.behaviours = new Behaviours({ model, state, accessControl, requests, sender, outboxLimits });
    const answers = {
      acknowledged: this.behaviours.acknowledged.bind(this.behaviours),
      refused: this.behaviours.refused.bind(this.behaviours),
      answered: () => {},
    };
    this.inbound = new Inbound({ endpointId: agentId, model, controllers, requests, supported, outbound, answers });
    this.controller = this.peer('self::controller');
  }

  /** The broker, that answers and notifications go through. */
  get broker(): FakeTransport {
    return this.transports[0] as FakeTransport;
  }

  get sent(): Sent[] {
    return this.transports.flatMap(transport => transport.sent);
  }

  /** A controller of any Endpoint ID, on any way in. */
  peer(endpointId: string, origin: Origin = trusted): Peer {
    return new Peer(this, endpointId, origin);
  }

  receive(bytes: Uint8Array, origin: Origin) {
    return this.inbound.receive(bytes, origin);
  }

  settle(): Promise<void> {
    return this.clock.settle();
  }

  answerTo(endpointId: string, msgId: string): Msg | undefined {
    return this.sent.find(
      ({ record, msg }) =>
        record.to_id === endpointId && msg?.header.msg_id === msgId && msg.body.msg_body !== 'request',
    )?.msg;
  }

  /** Every Notify that has gone out, in order. */
  get told(): Told[] {
    return this.sent.flatMap(({ record, msg, atMs }) => {
      if (msg?.body.msg_body !== 'request' || msg.body.request.req_type !== 'notify') return [];
      return [{ msgId: msg.header.msg_id, atMs, to: record.to_id, notify: msg.body.request.notify }];
    });
  }

  /** Adds a capability as the configuration would; its row's path. */
  addCapability(name: string, kind: string): string {
    const transaction = this.model.begin();
    const presets = { Name: name, Class: kind };
    const node = transaction.add(this.model.table('Device.IoTCapability.'), { presets });
    if ('code' in node) throw node;
    transaction.fillKeys(node);
    transaction.commitNow();
    return node.path;
  }

  /** Adds a second controller as the configuration would. */
  async addController(endpointId: string, role = fullAccessRole): Promise<Peer> {
    this.#seeds.push(...controllerSeeds(endpointId, role));
    await applySeeds(this.model, [...baseSeeds, ...this.#seeds], this.persistence.state);
    return this.peer(endpointId);
  }

  /** The agent goes down and comes up again with what was durable. */
  async restart(options: WorldOptions = {}): Promise<World> {
    this.close();
    const persistence = new MemoryPersistence(this.persistence.state);
    return World.start({ persistence, clock: this.clock, seeds: this.#seeds, ...options });
  }

  close(): void {
    this.behaviours.close();
  }
}
