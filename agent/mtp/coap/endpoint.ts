import type { Clock, Random, Stoppable } from '../../../drivers/ports.ts';
import type { CoapUrl, Peer } from './address.ts';
import { Client, type Route } from './client.ts';
import { decodeMessage, emptyMessage, encodeMessage, isFormatError } from './codec.ts';
import { Guard, type Serve } from './guard.ts';
import { transmitWaitMsMax } from './limits.ts';
import { isRequest } from './options.ts';

export interface EndpointPorts {
  clock: Clock;
  random: Random;
  /** Sends a datagram; it may get lost. */
  transmit(datagram: Uint8Array, peer: Peer): void;
  locate(url: CoapUrl): Promise<Route>;
  serve: Serve;
}

/** Server and client on one port, as RFC 7252 has it: what is a request goes to the guard, all else to the client. */
export class Endpoint {
  readonly client: Client;
  readonly guard: Guard;
  readonly #ports: EndpointPorts;
  #sweep: Stoppable | undefined;

  constructor(ports: EndpointPorts) {
    const { clock, random, locate, serve } = ports;
    let messageId = Math.floor(random.fraction() * 0x10000);
    const nextMessageId = () => {
      messageId = (messageId + 1) & 0xffff;
      return messageId;
    };
    this.#ports = ports;
    this.guard = new Guard(serve, nextMessageId);
    this.client = new Client({
      clock,
      random,
      nextMessageId,
      locate,
      transmit: (message, peer) => ports.transmit(encodeMessage(message), peer),
    });
  }

  /** Takes any datagram. What is due at once goes back to its sender. */
  received(datagram: Uint8Array, peer: Peer): void {
    const reply = this.#reply(datagram, peer);
    if (reply) this.#ports.transmit(reply, peer);
    this.#sweepLater();
  }

  close(): void {
    this.#sweep?.stop();
    this.client.close();
  }

  #reply(datagram: Uint8Array, peer: Peer): Uint8Array | undefined {
    const message = decodeMessage(datagram);
    if (isFormatError(message)) {
      const { resetMessageId } = message;
      return resetMessageId === undefined ? undefined : encodeMessage(emptyMessage('RST', resetMessageId));
    }
    if (isRequest(message.code)) {
      const isAsked = message.type === 'CON' || message.type === 'NON';
      return isAsked ? this.guard.request(message, datagram, peer, this.#ports.clock.monotonicMs()) : undefined;
    }
    const reply = this.client.received(message, peer);
    return reply && encodeMessage(reply);
  }

  /** Frees memory in time even when no datagram comes any more. */
  #sweepLater(): void {
    const { uploads, exchanges } = this.guard.held;
    if (this.#sweep || uploads + exchanges === 0) return;
    this.#sweep = this.#ports.clock.after(transmitWaitMsMax, () => {
      this.#sweep = undefined;
      this.guard.expire(this.#ports.clock.monotonicMs());
      this.#sweepLater();
    });
  }
}
