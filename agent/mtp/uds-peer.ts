/** One end of a connected UNIX domain socket: performs what its session decides. */
import type { Socket } from 'node:net';
import type { Clock, Stoppable } from '../../drivers/ports.ts';
import { TransportError, type Verdict } from '../record/transport.ts';
import { udsCloseMsMax, udsHandshakeMsMax, udsUnreadBytesMax } from './limits.ts';
import { encodeFrame, tlvTypes } from './uds-frame.ts';
import type { SessionEnd, SessionStep, UdsSession } from './uds-session.ts';

export interface PeerEvents {
  /** The handshake is complete. */
  opened(peer: UdsPeer, endpointId: string): void;
  received(peer: UdsPeer, record: Uint8Array): Verdict;
  /** The last event, once. */
  closed(peer: UdsPeer, end: SessionEnd): void;
}

export class UdsPeer {
  readonly #socket: Socket;
  readonly #session: UdsSession;
  readonly #clock: Clock;
  readonly #events: PeerEvents;
  /** Until the handshake, then until the close. */
  #deadline: Stoppable | undefined;
  #end: SessionEnd = { code: 'closed', text: 'the peer closed the connection' };

  constructor(socket: Socket, session: UdsSession, clock: Clock, events: PeerEvents) {
    this.#socket = socket;
    this.#session = session;
    this.#clock = clock;
    this.#events = events;
    socket.on('data', chunk => this.#perform(session.receive(chunk)));
    socket.on('error', error => {
      this.#end = { code: 'closed', text: error.message };
    });
    socket.once('close', () => {
      this.#deadline?.stop();
      events.closed(this, this.#end);
    });
  }

  /** Begins the handshake, which has a time limit. */
  start(): void {
    this.#deadline = this.#clock.after(udsHandshakeMsMax, () => this.#perform(this.#session.timeout()));
    this.#perform(this.#session.start());
  }

  /** Resolves when the Record is written to the socket. [R-UDS.14], [R-UDS.22] */
  send(record: Uint8Array): Promise<void> {
    const frame = encodeFrame(tlvTypes.record, record);
    const refuse = (error: TransportError) => Promise.reject(error);
    if (!this.#session.isOpen) return refuse(new TransportError('closed', 'the connection is closed'));
    if (frame.length > udsUnreadBytesMax) return refuse(new TransportError('too-large', 'longer than a frame may be'));
    if (this.#socket.writableLength + frame.length > udsUnreadBytesMax) {
      return refuse(new TransportError('queue-full', 'the peer does not read'));
    }
    return new Promise((resolve, reject) => {
      // A write that was under way when the socket was destroyed is reported without an error.
      this.#socket.write(frame, error => {
        if (error || this.#socket.destroyed) reject(new TransportError('closed', 'the connection was closed'));
        else resolve();
      });
    });
  }

  /** Breaks off, and tells the peer why. */
  refuse(text: string): void {
    this.#perform(this.#session.refuse(text));
  }

  /** Closes once everything is sent. */
  close(): void {
    this.#session.leave();
    this.#leave({ code: 'closed', text: 'closed' });
  }

  /** Whether the socket is read; what the peer sends meanwhile waits in the kernel. */
  set isReading(isReading: boolean) {
    if (isReading) this.#socket.resume();
    else this.#socket.pause();
  }

  #perform(step: SessionStep): void {
    for (const frame of step.send) this.#socket.write(frame);
    if (step.peer !== undefined) {
      this.#deadline?.stop();
      this.#events.opened(this, step.peer);
    }
    for (const record of step.records) {
      if (this.#events.received(this, record) !== 'malformed') continue;
      this.refuse('cannot extract the USP Record'); // [R-UDS.23]
      return;
    }
    if (step.end) this.#leave(step.end);
  }

  #leave(end: SessionEnd): void {
    this.#end = end;
    this.#deadline?.stop();
    this.#deadline = this.#clock.after(udsCloseMsMax, () => this.#socket.destroy());
    this.#socket.end();
  }
}
