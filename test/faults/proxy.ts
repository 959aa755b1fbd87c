/**
 * A TCP proxy in front of a broker. It can go silent: connections stay open and nothing gets through (half-open TCP). It
 * can hold back what it carries, in its order: so packets that are lost look to those who use TCP.
 */
import * as net from 'node:net';

export interface Proxy {
  port: number;
  /** Connections that are open stay so, and say nothing any more; new ones are well. */
  silence(): void;
  /** Connections made since the beginning. */
  readonly accepted: number;
  close(): Promise<void>;
}

/** Passes chunks on, in order, each held back for `holdMs()` after the one before it. */
function carry(from: net.Socket, to: net.Socket, holdMs: () => number): void {
  let last = Promise.resolve();
  from.on('data', chunk => {
    const ms = holdMs();
    last = last.then(async () => {
      if (ms > 0) await new Promise(resolve => setTimeout(resolve, ms));
      to.write(chunk);
    });
  });
}

export async function startProxy(targetPort: number, holdMs: () => number = () => 0): Promise<Proxy> {
  const sockets = new Set<net.Socket>();
  const open: (() => void)[] = [];
  let accepted = 0;
  const server = net.createServer(near => {
    accepted++;
    const far = net.connect(targetPort, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    carry(near, far, holdMs);
    carry(far, near, holdMs);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    open.push(() => {
      for (const socket of [near, far]) socket.removeAllListeners('data').pause();
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as net.AddressInfo).port,
    silence: () => {
      for (const stop of open.splice(0)) stop();
    },
    get accepted() {
      return accepted;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise(done => server.close(() => done()));
    },
  };
}
