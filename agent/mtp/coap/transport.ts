import type { Socket } from 'node:dgram';
import { isIP } from 'node:net';
import type { Clock, Log, Random, Stoppable } from '../../../drivers/ports.ts';
import { type Origin, type Transport, TransportError, type TransportListener } from '../../record/transport.ts';
import { Backoff } from '../retry.ts';
import { formatCoapUrl, type Peer, parseCoapUrl, peerKey, plainAddress, splitPath } from './address.ts';
import { Endpoint } from './endpoint.ts';
import { bindRetry, causesLoggedMax } from './limits.ts';
import { answerRequest } from './resource.ts';
import { type PackageServer, startServer } from './server.ts';
import { bindSocket, closeSocket, locate } from './socket.ts';

/**
 * The CoAP MTP of TR-369 Amendment 2, for local networks: server and client on one UDP port, without DTLS (NoSec).
 */

export interface CoapOptions {
  /** The transport's name in `Origin.transport`. */
  name: string;
  /** An address of this machine, without brackets; 0.0.0.0 or :: for all of them. */
  host: string;
  /** 0 lets the kernel choose. */
  port: number;
  /** Where the USP endpoint is on this server, such as '/usp' [R-COAP.1]. */
  path: string;
  /** Our URL for `reply-to`, where peers cannot reach the address that we send from. */
  replyTo?: string;
  /** Hosts, besides a request's sender, that its `reply-to` may name by now: those of the configured controllers. */
  replyHosts?: () => Iterable<string>;
}

export interface CoapPorts {
  clock: Clock;
  random: Random;
  log: Log;
}

export interface CoapTransport extends Transport {
  /** Our URL with the port that the kernel gave; undefined while not bound. */
  url(): string | undefined;
}

/** Says what to do instead; the configuration's check says the same. */
export const coapsRemedy =
  'coaps:// needs DTLS, which this build does not have: use coap:// on a trusted network, or MQTT over TLS';

/** Throws a TransportError 'bad-address' when an option is no address, path or URL. */
export function createCoapTransport(options: CoapOptions, ports: CoapPorts): CoapTransport {
  return new UdpTransport(options, ports);
}

class UdpTransport implements CoapTransport {
  readonly protocol = 'CoAP';
  readonly #options: CoapOptions;
  readonly #ports: CoapPorts;
  readonly #path: string[];
  readonly #backoff = new Backoff(bindRetry);
  readonly #logged = new Set<string>();
  #listener: TransportListener | undefined;
  #server: PackageServer | undefined;
  #endpoint: Endpoint | undefined;
  #socket: Socket | undefined;
  #retry: Stoppable | undefined;
  #binding: Promise<void> | undefined;
  #isBindErrorLogged = false;
  #isClosed = false;

  constructor(options: CoapOptions, ports: CoapPorts) {
    const path = splitPath(options.path);
    if (!path) throw new TransportError('bad-address', `${options.path} is no path for CoAP`);
    if (isIP(options.host) === 0) throw new TransportError('bad-address', `${options.host} is no address to listen on`);
    if (options.replyTo !== undefined && !parseCoapUrl(options.replyTo)) throw badUrl(options.replyTo);
    this.#path = path;
    this.#options = options;
    this.#ports = ports;
  }

  open(listener: TransportListener): void {
    this.#listener = listener;
    this.#binding = this.#bind();
  }

  isConnected(): boolean {
    return this.#socket !== undefined;
  }

  url(): string | undefined {
    if (!this.#socket) return undefined;
    const { address, port } = this.#socket.address();
    return formatCoapUrl({ host: plainAddress(address), port, path: this.#path });
  }

  async send(record: Uint8Array, address: string): Promise<void> {
    const url = parseCoapUrl(address);
    if (!url) throw badUrl(address);
    if (this.#isClosed) throw new TransportError('closed', 'the CoAP endpoint is closed');
    if (!this.#socket || !this.#endpoint) throw new TransportError('not-connected', 'the CoAP endpoint is not bound');
    await this.#endpoint.client.send(record, url);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#retry?.stop();
    this.#endpoint?.close();
    await this.#binding;
    this.#server?.close();
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket) await closeSocket(socket);
  }

  /** Loads what is needed, binds, and goes on trying. */
  async #bind(): Promise<void> {
    const { host, port } = this.#options;
    try {
      this.#server ??= await this.#startServer();
      this.#endpoint ??= this.#createEndpoint(this.#server);
      const socket = await bindSocket(host, port);
      if (this.#isClosed) socket.close();
      else this.#bound(socket, this.#endpoint);
    } catch (error) {
      this.#rebind(error);
    }
  }

  #bound(socket: Socket, endpoint: Endpoint): void {
    this.#socket = socket;
    socket.on('message', (datagram, { address, port }) => this.#received(endpoint, datagram, { address, port }));
    socket.on('error', error => this.#lost(socket, error));
    this.#isBindErrorLogged = false;
    this.#backoff.connected(this.#ports.clock.monotonicMs());
    this.#ports.log('notice', `CoAP listens on ${this.url()}`);
    this.#listener?.connected({});
  }

  #lost(socket: Socket, error: Error): void {
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    socket.close();
    this.#backoff.lost(this.#ports.clock.monotonicMs());
    this.#listener?.disconnected(error.message);
    this.#rebind(error);
  }

  #rebind(error: unknown): void {
    if (this.#isClosed) return;
    const { host, port } = this.#options;
    const line = `CoAP cannot listen on ${host} port ${port}: ${text(error)}`;
    if (!this.#isBindErrorLogged) this.#ports.log('error', line);
    this.#isBindErrorLogged = true;
    this.#retry = this.#ports.clock.after(this.#backoff.next(this.#ports.random), () => {
      this.#binding = this.#bind();
    });
  }

  /** Nothing that comes from the network may end the process. */
  #received(endpoint: Endpoint, datagram: Uint8Array, peer: Peer): void {
    try {
      endpoint.received(datagram, peer);
    } catch (error) {
      this.#logFailure(error);
    }
  }

  #logFailure(error: unknown): void {
    this.#logOnce(`failure ${text(error)}`, `CoAP failed at a datagram: ${text(error)}`);
  }

  #createEndpoint({ serve }: PackageServer): Endpoint {
    return new Endpoint({
      ...this.#ports,
      serve,
      transmit: (datagram, peer) => this.#transmit(datagram, peer),
      locate: url => {
        if (!this.#socket) throw new TransportError('not-connected', 'the CoAP endpoint is not bound');
        return locate(this.#socket, url, this.#path, this.#options.replyTo);
      },
    });
  }

  #transmit(datagram: Uint8Array, peer: Peer): void {
    this.#socket?.send(datagram, peer.port, peer.address, error => {
      const cause = peerKey(peer);
      if (!error) this.#logged.delete(cause);
      else this.#logOnce(cause, `CoAP cannot send to ${peer.address} port ${peer.port}: ${text(error)}`);
    });
  }

  #logOnce(cause: string, line: string): void {
    if (this.#logged.has(cause) || this.#logged.size >= causesLoggedMax) return;
    this.#logged.add(cause);
    this.#ports.log('warning', line);
  }

  #startServer(): Promise<PackageServer> {
    const { name, replyHosts = () => [] } = this.#options;
    const resource = {
      path: this.#path,
      isReplyHost: (host: string) => Array.from(replyHosts(), plainAddress).includes(host),
      deliver: (record: Uint8Array, from: Pick<Origin, 'replyTo' | 'isLoopback'>) =>
        this.#listener?.received(record, { protocol: 'CoAP', transport: name, isSecure: false, ...from }) ?? 'busy',
    };
    return startServer(
      request => answerRequest(request, resource),
      error => this.#logFailure(error),
    );
  }
}

function badUrl(address: string): TransportError {
  const reason = address.startsWith('coaps:') ? coapsRemedy : 'not a coap URL such as coap://192.0.2.1:5683/usp';
  return new TransportError('bad-address', reason);
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
