/** To whom a connected transport has introduced us: a Connect Record goes before any other [R-MTP.8]. */
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Route } from './routes.ts';
import type { Transport } from './transport.ts';

/** How a connected transport introduces us (TransportListener.connected). */
export interface ConnectDetails {
  mqttVersion?: '3.1.1' | '5.0';
  subscribedTopic?: string;
}

export class Introductions {
  /** `at`: the last place that each Controller was told at. */
  readonly #known = new WeakMap<Transport, { details: ConnectDetails; at: WeakMap<ObjectNode, string> }>();

  /** With a new connection to a broker nobody knows us any more. Of UDS it is one of several, each with a peer of its own. */
  connected(transport: Transport, details: ConnectDetails): void {
    if (transport.protocol === 'UDS' && this.#known.has(transport)) return;
    this.#known.set(transport, { details, at: new WeakMap() });
  }

  /** What a Connect Record is to say; undefined while the transport has not been connected. */
  detailsOf(transport: Transport): ConnectDetails | undefined {
    return this.#known.get(transport)?.details;
  }

  /** Whether the Controller has been told, at whatever place. */
  isKnownTo(to: ObjectNode, transport: Transport): boolean {
    return this.#known.get(transport)?.at.has(to) ?? false;
  }

  /** Whether it was told at this place last. An Endpoint on the local socket is told at all of its connections. */
  isKnownAt(to: ObjectNode, { transport, address }: Route): boolean {
    const place = this.#known.get(transport)?.at.get(to);
    return transport.protocol === 'UDS' ? place !== undefined : place === address;
  }

  told(to: ObjectNode, { transport, address }: Route): void {
    this.#known.get(transport)?.at.set(to, address);
  }

  /** After a Disconnect Record it is to be told anew. */
  forget(to: ObjectNode, transport: Transport): void {
    this.#known.get(transport)?.at.delete(to);
  }
}
