/** The Controller's side of the local socket, for the command line. */
import * as net from 'node:net';
import type { Clock, Random } from '../../drivers/ports.ts';
import { TransportError, type Verdict } from '../record/transport.ts';
import { udsReceivedMax, udsUnreadBytesMax } from './limits.ts';
import { UdsPeer } from './uds-peer.ts';
import { type SessionEnd, UdsSession } from './uds-session.ts';

export interface UdsConnection {
  /** Who answers: the agent's Endpoint ID. */
  readonly peerEndpointId: string;
  /** Resolves when the Record is written to the socket; rejects with a TransportError. */
  send(record: Uint8Array): Promise<void>;
  /**
   * The next Record, in the order of their coming; one call at a time. Rejects with a TransportError: 'timeout' after
   * `timeoutMs`, 'closed' or 'refused' when the connection has ended and no Record is left.
   */
  receive(timeoutMs: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Connects to the agent that listens at `path` and exchanges handshakes [R-UDS.4]. Rejects with a TransportError:
 * 'not-connected' (nobody listens), 'refused' (no permission, or the agent said so), 'timeout' [R-UDS.18], 'closed'.
 */
export function connectUds(path: string, endpointId: string, clock: Clock): Promise<UdsConnection> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(path);
    socket.once('error', error => reject(connectError(path, error)));
    socket.once('connect', () => new ClientConnection(socket, endpointId, clock, resolve, reject));
  });
}

/** [R-UDS.5] How long a client waits before it connects again. */
export function udsRetryMs(random: Random): number {
  return 1_000 + random.fraction() * 4_000;
}

function connectError(path: string, error: NodeJS.ErrnoException): TransportError {
  const isForbidden = error.code === 'EACCES' || error.code === 'EPERM';
  return isForbidden
    ? new TransportError('refused', `no permission to use ${path}`)
    : new TransportError('not-connected', `no agent listens at ${path} (${error.code})`);
}

interface Waiter {
  resolve(record: Uint8Array): void;
  reject(error: TransportError): void;
}

class ClientConnection implements UdsConnection {
  peerEndpointId = '';
  readonly #peer: UdsPeer;
  readonly #clock: Clock;
  readonly #records: Uint8Array[] = [];
  #waiter: Waiter | undefined;
  #end: SessionEnd | undefined;
  #gone: () => void = () => {};

  constructor(
    socket: net.Socket,
    endpointId: string,
    clock: Clock,
    ready: (connection: UdsConnection) => void,
    failed: (error: TransportError) => void,
  ) {
    this.#clock = clock;
    const session = new UdsSession('client', endpointId, udsUnreadBytesMax);
    this.#peer = new UdsPeer(socket, session, clock, {
      opened: (_peer, agentId) => {
        this.peerEndpointId = agentId;
        ready(this);
      },
      received: (_peer, record) => this.#received(record),
      closed: (_peer, end) => {
        this.#end = end;
        this.#gone();
        const error = new TransportError(end.code, end.text);
        this.#waiter?.reject(error);
        failed(error);
      },
    });
    this.#peer.start();
  }

  send(record: Uint8Array): Promise<void> {
    return this.#peer.send(record);
  }

  receive(timeoutMs: number): Promise<Uint8Array> {
    const record = this.#records.shift();
    if (record && !this.#end) this.#peer.isReading = this.#records.length < udsReceivedMax;
    if (record) return Promise.resolve(record);
    if (this.#end) return Promise.reject(new TransportError(this.#end.code, this.#end.text));
    return new Promise((resolve, reject) => {
      const settle = () => {
        timer.stop();
        this.#waiter = undefined;
      };
      const timer = this.#clock.after(timeoutMs, () => {
        settle();
        reject(new TransportError('timeout', 'no answer in time'));
      });
      this.#waiter = {
        resolve: next => {
          settle();
          resolve(next);
        },
        reject: error => {
          settle();
          reject(error);
        },
      };
    });
  }

  close(): Promise<void> {
    if (this.#end) return Promise.resolve();
    return new Promise(resolve => {
      this.#gone = resolve;
      this.#peer.close();
    });
  }

  #received(record: Uint8Array): Verdict {
    if (this.#waiter) this.#waiter.resolve(record);
    else this.#records.push(record);
    if (this.#records.length >= udsReceivedMax) this.#peer.isReading = false;
    return 'accepted';
  }
}
