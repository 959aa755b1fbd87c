/**
 * A TCP proxy in front of a broker. It can go silent: connections stay open and nothing gets through (half-open TCP). It
 * can hold back what it carries, in its order: so packets that are lost look to those who use TCP.
 */
import * as net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TcpProxy {
  port: number;
  /** Connections that are open stay so, and say nothing any more; new ones are well. */
  silence(): void;
  /** Those that were silenced are gone for good. */
  drop(): void;
  /** Connections made since the beginning. */
  readonly accepted: number;
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** How long a chunk is held back after the one before it. */
  holdMs?: () => number;
  /** Waits so long; absent: in real time. */
  wait?: (ms: number) => Promise<unknown>;
}

/** Passes chunks on, in order. */
function carry(from: net.Socket, to: net.Socket, { holdMs = () => 0, wait = sleep }: ProxyOptions): void {
  let last = Promise.resolve();
  from.on('data', chunk => {
    const ms = holdMs();
    last = last.then(async () => {
      if (ms > 0) await wait(ms);
      to.write(chunk);
    });
  });
}

export async function startProxy(targetPort: number, options: ProxyOptions = {}): Promise<TcpProxy> {
  const speaking = new Set<net.Socket>();
  const silent = new Set<net.Socket>();
  let accepted = 0;
  const join = (socket: net.Socket, other: net.Socket) => {
    speaking.add(socket);
    socket.setNoDelay(true); // What holds packets back is the test.
    socket.on('error', () => {});
    socket.once('close', () => {
      speaking.delete(socket);
      silent.delete(socket);
      other.destroy();
    });
    carry(socket, other, options);
  };
  const destroy = (sockets: Set<net.Socket>) => {
    for (const socket of sockets) socket.destroy();
  };
  const server = net.createServer(near => {
    accepted++;
    const far = net.connect(targetPort, '127.0.0.1');
    join(near, far);
    join(far, near);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as net.AddressInfo).port,
    silence: () => {
      for (const socket of speaking) silent.add(socket.removeAllListeners('data').pause());
      speaking.clear();
    },
    drop: () => destroy(silent),
    get accepted() {
      return accepted;
    },
    close: () => {
      destroy(speaking);
      destroy(silent);
      return new Promise(done => server.close(() => done()));
    },
  };
}
