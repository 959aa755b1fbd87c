/** The UNIX domain socket binding of TR-369, the agent's side: it listens, Controllers on this machine connect. */
import type { Server, Socket } from 'node:net';
import type { Clock, Log, Random, Stoppable } from '../../drivers/ports.ts';
import {
  type Origin,
  type Transport,
  TransportError,
  type TransportListener,
  type Verdict,
} from '../record/transport.ts';
import { CauseLog } from './cause-log.ts';
import { udsConnectionsMax, udsFrameBytesMax } from './limits.ts';
import { Backoff } from './retry.ts';
import { listenAt } from './uds-listen.ts';
import { type PeerEvents, UdsPeer } from './uds-peer.ts';
import { type SessionEnd, UdsSession } from './uds-session.ts';

export interface UdsOptions {
  /** The name in `Origin.transport` and in the log. */
  name: string;
  /** The agent's own Endpoint ID. */
  endpointId: string;
  path: string;
  /**
   * Connections of one Endpoint ID; a further one replaces the oldest. Absent: as many as there are connections, for
   * "watch" and "get" on the command line are the same Controller.
   */
  connectionsPerEndpointMax?: number;
  /** How long after open() it listens, in milliseconds; absent: at once. */
  listenAfterMs?: number;
}

export interface UdsDeps {
  clock: Clock;
  random: Random;
  log: Log;
}

const remedy = 'remedy: in [agent], "socket" with a path where this user may write';

/** A path that cannot be listened at yet is tried again. */
const retry = { minimumWaitIntervalSeconds: 1, intervalMultiplier: 2000, maximumIntervalSeconds: 60 };

export function createUdsTransport(options: UdsOptions, deps: UdsDeps): Transport {
  return new UdsServerTransport(options, deps);
}

class UdsServerTransport implements Transport, PeerEvents {
  readonly protocol = 'UDS';
  readonly #options: UdsOptions;
  readonly #deps: UdsDeps;
  readonly #causes: CauseLog;
  readonly #backoff = new Backoff(retry);
  /** Every connection; an address once the peer has said who it is. */
  readonly #peers = new Map<UdsPeer, { address: string; endpointId: string } | undefined>();
  #listener: TransportListener | undefined;
  #server: Server | undefined;
  #timer: Stoppable | undefined;
  #lastNumber = 0;
  #isClosed = false;

  constructor(options: UdsOptions, deps: UdsDeps) {
    this.#options = options;
    this.#deps = deps;
    this.#causes = new CauseLog((level, line) => deps.log(level, `UDS ${options.name}: ${line}`));
  }

  open(listener: TransportListener): void {
    this.#listener = listener;
    const { listenAfterMs } = this.#options;
    if (listenAfterMs === undefined) this.#listen();
    else this.#timer = this.#deps.clock.after(listenAfterMs, () => this.#listen());
  }

  isConnected(): boolean {
    return this.#known().length > 0;
  }

  /** `address`: one connection, as in `Origin.replyTo`, or an Endpoint ID, which means all of its connections. */
  async send(record: Uint8Array, address: string): Promise<void> {
    const targets = this.#known().filter(known => known.address === address || known.endpointId === address);
    if (targets.length === 0) throw new TransportError('not-connected', `${address} is not connected`);
    const results = await Promise.allSettled(targets.map(({ peer }) => peer.send(record)));
    const failures = results.filter(result => result.status === 'rejected');
    if (failures.length === results.length) throw failures[0]!.reason;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#timer?.stop();
    for (const peer of this.#peers.keys()) peer.close();
    const server = this.#server;
    if (server) await new Promise<void>(done => server.close(() => done()));
  }

  #known() {
    return [...this.#peers].flatMap(([peer, known]) => (known ? [{ peer, ...known }] : []));
  }

  #listen(): void {
    const { path } = this.#options;
    listenAt(path, socket => this.#accept(socket)).then(
      server => this.#listening(server),
      error => this.#failed(error),
    );
  }

  #listening(server: Server): void {
    if (this.#isClosed) return void server.close();
    this.#server = server;
    const line = `listens at ${this.#options.path}`;
    server.on('error', error => this.#causes.tell('accept', 'error', error.message));
    if (this.#causes.isOpen) this.#causes.cured(line);
    else this.#deps.log('info', `UDS ${this.#options.name}: ${line}`);
  }

  #failed(error: NodeJS.ErrnoException): void {
    if (this.#isClosed) return;
    this.#causes.tell(error.code ?? 'error', 'error', `cannot listen: ${error.message}; ${remedy}`);
    this.#timer = this.#deps.clock.after(this.#backoff.next(this.#deps.random), () => this.#listen());
  }

  /** [R-UDS.3] */
  #accept(socket: Socket): void {
    const session = new UdsSession('server', this.#options.endpointId, udsFrameBytesMax);
    const peer = new UdsPeer(socket, session, this.#deps.clock, this);
    const isFull = this.#peers.size >= udsConnectionsMax;
    this.#peers.set(peer, undefined);
    peer.start();
    if (isFull) peer.refuse('too many connections');
  }

  opened(peer: UdsPeer, endpointId: string): void {
    const { connectionsPerEndpointMax = udsConnectionsMax } = this.#options;
    const older = this.#known().filter(known => known.endpointId === endpointId);
    const surplus = Math.max(0, older.length + 1 - connectionsPerEndpointMax);
    for (const known of older.slice(0, surplus)) known.peer.refuse('replaced by a newer connection');
    this.#lastNumber += 1;
    const address = `${this.#options.name}#${this.#lastNumber}`;
    this.#peers.set(peer, { address, endpointId });
    this.#listener!.connected({ address, endpointId });
  }

  received(peer: UdsPeer, record: Uint8Array): Verdict {
    const known = this.#peers.get(peer);
    if (!known) return 'refused';
    const origin: Origin = {
      protocol: 'UDS',
      transport: this.#options.name,
      replyTo: known.address,
      isSecure: false,
      isLoopback: true,
      endpointId: known.endpointId,
    };
    return this.#listener!.received(record, origin);
  }

  closed(peer: UdsPeer, end: SessionEnd): void {
    const known = this.#peers.get(peer);
    this.#peers.delete(peer);
    if (known && !this.#isClosed) this.#listener!.disconnected(end.text, known.address);
  }
}
