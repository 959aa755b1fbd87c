/** Messages into Records, Records onto the way to their Controller. */

import type { ObjectNode } from '../../datamodel/node.ts';
import type { Log } from '../../drivers/ports.ts';
import { MQTTVersion, type MsgInit, MsgType, type RecordInit } from '../../proto/codec.gen.js';
import { ProtoError } from '../../proto/errors.ts';
import { encodeAround, encodeEnvelope } from '../../proto/outgoing.ts';
import { encodeRecord } from '../../proto/record.ts';
import type { Reply } from '../msg/dispatch.ts';
import { RESOURCES_EXCEEDED, SESSION_CONTEXT_NOT_ALLOWED, SESSION_CONTEXT_TERMINATED } from './errors.ts';
import { type ConnectDetails, Introductions } from './introductions.ts';
import { envelopesKeptMax } from './limits.ts';
import type { Route, Routes } from './routes.ts';
import { type Origin, type Transport, TransportError } from './transport.ts';

/** TR-369 version in our Records. */
const recordVersion = '1.4';

export class Outbound {
  readonly #endpointId: string;
  readonly #routes: Routes;
  readonly #log: Log;
  /** By Endpoint ID. */
  readonly #envelopes = new Map<string, Uint8Array>();
  readonly #introductions = new Introductions();

  constructor(endpointId: string, routes: Routes, log: Log) {
    this.#endpointId = endpointId;
    this.#routes = routes;
    this.#log = log;
  }

  /**
   * Answers on the way that the request came: the one that there was then, or that there is now. After a Disconnect Record,
   * or to one that has never been told, a Connect Record goes first.
   */
  async reply(msg: Reply, to: ObjectNode, origin: Origin, wayThen?: Route): Promise<void> {
    const way = wayThen ?? this.wayBack(to, origin);
    if (!way) {
      this.#log('debug', `no way back to ${to.path}: it named no place to answer and has none configured`);
      return;
    }
    if (!this.#introductions.isKnownTo(to, way.transport)) this.#introduce(to, way);
    const failure = await this.#answer(msg, to, way);
    if (failure?.code === 'too-large') await this.#answer(tooLarge(msg, failure), to, way);
  }

  /** Why it did not go out: no Record can hold it, or the transport cannot take it. */
  #answer(msg: Reply, to: ObjectNode, way: Route): ProtoError | Promise<TransportError | undefined> {
    const record = encodeAround(this.#envelopeTo(to), msg);
    if (record instanceof ProtoError) return record;
    const isResponse = msg.header.msg_type !== MsgType.ERROR;
    const isRetained = isResponse && this.#routes.retains?.(to, way.transport, 'PublishRetainResponse');
    return this.#attempt(way.transport, record, way.address, isRetained);
  }

  /** Tells a Controller that no session context can be had [R-E2E.6a]. */
  async refuseSession(to: ObjectNode, origin: Origin): Promise<void> {
    const way = this.wayBack(to, origin);
    const reason = 'session contexts are not supported';
    if (!way) return;
    const sent = this.#disconnect(to, way, reason, SESSION_CONTEXT_NOT_ALLOWED);
    this.#introductions.forget(to, way.transport);
    await sent;
  }

  /** A Disconnect Record of the Controller has come in. */
  disconnected(by: ObjectNode, origin: Origin): void {
    const transport = this.#routes.named(origin.transport);
    if (transport) this.#introductions.forget(by, transport);
  }

  /** Where the answer to what came from there goes: to the place that it named, or the Controller's configured one. */
  wayBack(to: ObjectNode, origin: Origin): Route | undefined {
    const transport = this.#routes.named(origin.transport);
    const address = origin.replyTo ?? this.#routes.to(to).find(route => route.transport === transport)?.address;
    return transport && address !== undefined ? { transport, address } : undefined;
  }

  /**
   * Sends a Notify to a Controller by its first way that is connected, and by the next where that one fails (TR-181
   * Controller.{i}.MTP.{i}.Order). Rejects with a TransportError; with 'too-large' only where no way can take it.
   */
  async send(msg: MsgInit, to: ObjectNode): Promise<void> {
    const record = encodeAround(this.#envelopeTo(to), msg);
    if (record instanceof ProtoError) throw new TransportError('too-large', record.message);
    const failures: unknown[] = [];
    for (const route of this.#routes.to(to)) {
      if (!route.transport.isConnected()) continue;
      try {
        return await this.#notify(record, to, route);
      } catch (cause) {
        failures.push(cause);
      }
    }
    const isTemporary = (cause: unknown) => !(cause instanceof TransportError) || cause.code !== 'too-large';
    const none = new TransportError('not-connected', 'no transport to the controller is connected');
    throw failures.find(isTemporary) ?? failures[0] ?? none;
  }

  async #notify(record: Uint8Array, to: ObjectNode, route: Route): Promise<void> {
    if (!this.#introductions.isKnownAt(to, route)) this.#introduce(to, route);
    const isRetained = this.#routes.retains?.(to, route.transport, 'PublishRetainNotify');
    await route.transport.send(record, route.address, isRetained);
  }

  /**
   * A Controller that was added, or moved to another topic, while the connection was there is told of it first [R-MTP.8].
   * Nothing waits for that to have gone out: what is sent over a transport leaves in order.
   */
  #introduce(to: ObjectNode, { transport, address }: Route): void {
    const isSocket = transport.protocol === 'UDS';
    void this.connect(to, { transport, address: isSocket ? String(to.stored('EndpointID')) : address });
  }

  /** A transport is there: from now on Controllers can be told of it. */
  connected(transport: Transport, details: ConnectDetails): void {
    this.#introductions.connected(transport, details);
  }

  /** Tells a Controller that we are there, before anything else [R-MTP.6, R-MTP.8]. CoAP has no such Record. */
  async connect(to: ObjectNode, route: Route): Promise<void> {
    const { transport, address } = route;
    const details = this.#introductions.detailsOf(transport);
    if (!details || transport.protocol === 'CoAP') return;
    this.#introductions.told(to, route);
    const envelope = this.#envelope(String(to.stored('EndpointID')));
    const record: RecordInit =
      transport.protocol === 'UDS'
        ? { ...envelope, uds_connect: {} }
        : {
            ...envelope,
            mqtt_connect: {
              version: details.mqttVersion === '3.1.1' ? MQTTVersion.V3_1_1 : MQTTVersion.V5,
              subscribed_topic: details.subscribedTopic,
            },
          };
    const failure = await this.#attempt(transport, encodeRecord(record), address);
    if (failure) this.#introductions.forget(to, transport);
  }

  /** Tells a Controller that we are about to go [R-MTP.7, R-MTP.9]. */
  disconnect(to: ObjectNode, route: Route, reason: string): Promise<void> {
    return this.#disconnect(to, route, reason, SESSION_CONTEXT_TERMINATED);
  }

  async #disconnect(to: ObjectNode, { transport, address }: Route, reason: string, code: number): Promise<void> {
    const record: RecordInit = {
      ...this.#envelope(String(to.stored('EndpointID'))),
      disconnect: { reason, reason_code: code },
    };
    await this.#attempt(transport, encodeRecord(record), address);
  }

  /** What fails is told in the log, and to whoever can mend it. */
  async #attempt(
    transport: Transport,
    bytes: Uint8Array,
    address: string,
    isRetained = false,
  ): Promise<TransportError | undefined> {
    try {
      await transport.send(bytes, address, isRetained);
      return undefined;
    } catch (cause) {
      this.#log('debug', `record to ${address} was not sent: ${reasonOf(cause)}`);
      return cause instanceof TransportError ? cause : undefined;
    }
  }

  #envelope(toId: string) {
    return { version: recordVersion, to_id: toId, from_id: this.#endpointId } as const;
  }

  /** Of the Records that carry Messages: the same bytes each time. */
  #envelopeTo(to: ObjectNode): Uint8Array {
    const toId = String(to.stored('EndpointID'));
    let envelope = this.#envelopes.get(toId);
    if (!envelope) {
      if (this.#envelopes.size >= envelopesKeptMax) this.#envelopes.clear();
      envelope = encodeEnvelope(this.#envelope(toId));
      this.#envelopes.set(toId, envelope);
    }
    return envelope;
  }
}

/** An answer that is too large for any Record, or for its transport, becomes an Error that says so. */
function tooLarge(msg: Reply, { message }: Error): MsgInit {
  const error = { err_code: RESOURCES_EXCEEDED, err_msg: `the answer is too large: ${message}` };
  return { header: { msg_id: msg.header.msg_id, msg_type: MsgType.ERROR }, body: { error } };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
