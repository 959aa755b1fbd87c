import { isIP } from 'node:net';
import type { Clock, Random, Stoppable } from '../../../drivers/ports.ts';
import { TransportError } from '../../record/transport.ts';
import { type CoapUrl, type Peer, peerKey } from './address.ts';
import { type CoapMessage, emptyMessage } from './codec.ts';
import { peersCountMax, queueBytesMax, queueRecordsPerPeerMax, recordSentBytesMax } from './limits.ts';
import { type Outcome, type Step, Upload } from './upload.ts';

/** How a peer is reached, and how it reaches us. */
export interface Route {
  peer: Peer;
  /** Our own URL as that peer sees it [R-COAP.2]. */
  replyTo: string;
}

export interface ClientPorts {
  clock: Clock;
  random: Random;
  nextMessageId(): number;
  /** Sends one datagram's message; what gets lost is repeated. */
  transmit(message: CoapMessage, peer: Peer): void;
  /** Rejects with a TransportError when there is no way to the host. */
  locate(url: CoapUrl): Promise<Route>;
}

interface Job {
  record: Uint8Array;
  url: CoapUrl;
  resolve(): void;
  reject(error: TransportError): void;
}

/** The Records for one peer, of which the first is in flight. */
interface Lane {
  jobs: Job[];
  flight?: { upload: Upload; peer: Peer; timer?: Stoppable };
}

const closedReason = 'the CoAP endpoint is closed';

/** Sends Records: one at a time to each peer (NSTART is 1 [RFC 7252 section 4.7]), the others wait. */
export class Client {
  readonly #ports: ClientPorts;
  readonly #lanes = new Map<string, Lane>();
  #bytes = 0;
  #isClosed = false;

  constructor(ports: ClientPorts) {
    this.#ports = ports;
  }

  /** Resolves at 2.04; rejects with a TransportError. */
  send(record: Uint8Array, url: CoapUrl): Promise<void> {
    const key = peerKey({ address: url.host, port: url.port });
    const lane = this.#lanes.get(key) ?? { jobs: [] };
    const error = this.#isClosed ? new TransportError('closed', closedReason) : this.#full(lane, record);
    if (error) return Promise.reject(error);
    this.#lanes.set(key, lane);
    this.#bytes += record.length;
    return new Promise((resolve, reject) => {
      lane.jobs.push({ record, url, resolve, reject });
      if (lane.jobs.length === 1) void this.#begin(key, lane);
    });
  }

  /** Takes an acknowledgement, a reset or a response; answers with what is due to the peer at once. */
  received(message: CoapMessage, peer: Peer): CoapMessage | undefined {
    const sender = peerKey(peer);
    for (const [key, lane] of this.#lanes) {
      const { flight } = lane;
      if (!flight || peerKey(flight.peer) !== sender || !flight.upload.isAnsweredBy(message)) continue;
      this.#perform(key, lane, flight.upload.answered(message, this.#ports.clock.monotonicMs()));
      return message.type === 'CON' ? emptyMessage('ACK', message.messageId) : undefined;
    }
    // A ping, and a response that nobody waits for [RFC 7252 sections 4.2 and 4.3].
    return message.type === 'CON' ? emptyMessage('RST', message.messageId) : undefined;
  }

  /** Rejects everything that waits. */
  close(): void {
    this.#isClosed = true;
    for (const [key, lane] of this.#lanes)
      this.#end(key, lane, { isDone: false, code: 'closed', reason: closedReason });
  }

  #full(lane: Lane, record: Uint8Array): TransportError | undefined {
    if (record.length > recordSentBytesMax)
      return new TransportError('too-large', `${record.length} bytes are more than ${recordSentBytesMax}`);
    if (lane.jobs.length >= queueRecordsPerPeerMax || this.#bytes + record.length > queueBytesMax)
      return new TransportError('queue-full', 'too many records wait for CoAP peers');
    if (lane.jobs.length === 0 && this.#lanes.size >= peersCountMax)
      return new TransportError('queue-full', 'records wait for too many CoAP peers');
    return undefined;
  }

  async #begin(key: string, lane: Lane): Promise<void> {
    const { clock, random, nextMessageId } = this.#ports;
    const [job] = lane.jobs;
    if (!job) return;
    try {
      const { peer, replyTo } = await this.#ports.locate(job.url);
      if (lane.jobs[0] !== job) return; // closed meanwhile
      const uriHost = isIP(job.url.host) === 0 ? job.url.host : undefined;
      const request = { record: job.record, path: job.url.path, uriHost, replyTo };
      const upload = new Upload(request, nextMessageId, random, clock.monotonicMs());
      lane.flight = { upload, peer };
      this.#perform(key, lane, upload.start(clock.monotonicMs()));
    } catch (error) {
      if (lane.jobs[0] === job) this.#end(key, lane, whyNoWay(error));
    }
  }

  #perform(key: string, lane: Lane, step: Step): void {
    const { flight } = lane;
    if (!flight) return;
    flight.timer?.stop();
    if (step.outcome) {
      this.#end(key, lane, step.outcome);
      return;
    }
    const { clock } = this.#ports;
    const elapsed = () => this.#perform(key, lane, flight.upload.elapsed(clock.monotonicMs()));
    flight.timer = clock.after(step.deadlineMs - clock.monotonicMs(), elapsed);
    if (step.send) this.#ports.transmit(step.send, flight.peer);
  }

  #end(key: string, lane: Lane, outcome: Outcome): void {
    lane.flight?.timer?.stop();
    this.#settle(lane, outcome);
    // A peer that did not answer one Record would not answer the next.
    const isAboutRecord = outcome.isDone || outcome.code === 'refused' || outcome.code === 'too-large';
    while (!isAboutRecord && lane.jobs.length > 0) this.#settle(lane, outcome);
    if (lane.jobs.length === 0) this.#lanes.delete(key);
    else void this.#begin(key, lane);
  }

  #settle(lane: Lane, outcome: Outcome): void {
    delete lane.flight;
    const job = lane.jobs.shift();
    if (!job) return;
    this.#bytes -= job.record.length;
    if (outcome.isDone) job.resolve();
    else job.reject(new TransportError(outcome.code, outcome.reason));
  }
}

/** What the layers below say counts as a timeout [R-COAP.9], such as a name that does not resolve. */
function whyNoWay(error: unknown): Outcome {
  if (error instanceof TransportError) return { isDone: false, code: error.code, reason: error.message };
  return { isDone: false, code: 'timeout', reason: error instanceof Error ? error.message : String(error) };
}
