/** A TCP proxy in front of a broker that can go silent: connections stay open and nothing gets through (half-open TCP). */
import * as net from 'node:net';

export interface Proxy {
  port: number;
  /** Connections that are open stay so, and say nothing any more; new ones are well. */
  silence(): void;
  /** Connections made since the beginning. */
  readonly accepted: number;
  close(): Promise<void>;
}

export async function startProxy(targetPort: number): Promise<Proxy> {
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
    near.on('data', chunk => far.write(chunk));
    far.on('data', chunk => near.write(chunk));
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
