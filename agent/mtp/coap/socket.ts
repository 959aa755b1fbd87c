import { createSocket, type Socket, type SocketType } from 'node:dgram';
import { isIP } from 'node:net';
import { TransportError } from '../../record/transport.ts';
import { type CoapUrl, formatCoapUrl, type Peer, plainAddress } from './address.ts';
import type { Route } from './client.ts';

/** The UDP socket, and the way from it to a peer. */

const WILDCARDS: readonly string[] = ['0.0.0.0', '::'];

/** A bound socket. Rejects with errno's Error; port 0 lets the kernel choose. */
export function bindSocket(host: string, port: number): Promise<Socket> {
  const socket = createSocket(socketType(host));
  return new Promise((resolve, reject) => {
    socket.once('error', error => {
      socket.close();
      reject(error);
    });
    socket.bind({ address: host, port, exclusive: true }, () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}

export function closeSocket(socket: Socket): Promise<void> {
  return new Promise(resolve => socket.close(resolve));
}

/**
 * Finds a host's address, and the URL under which that host reaches us: `replyTo` when it is configured, else the
 * address that `socket` is bound to, else the one that the kernel would send from.
 */
export async function locate(
  socket: Socket,
  url: CoapUrl,
  path: string[],
  replyTo: string | undefined,
): Promise<Route> {
  const bound = socket.address();
  const isIPv6 = socketType(bound.address) === 'udp6';
  const family = isIP(url.host);
  if (family === 6 && !isIPv6)
    throw new TransportError('bad-address', 'an IPv6 peer needs an endpoint that listens on IPv6');
  const own = (host: string) => replyTo ?? formatCoapUrl({ host: plainAddress(host), port: bound.port, path });
  const at = (host: string): Peer => ({
    address: isIPv6 && isIP(host) === 4 ? `::ffff:${host}` : host,
    port: url.port,
  });
  const isFixed = !WILDCARDS.includes(bound.address) || replyTo !== undefined;
  if (family !== 0 && isFixed) return { peer: at(url.host), replyTo: own(bound.address) };
  const { local, remote } = await probe(url, family === 4 || !isIPv6 ? ['udp4'] : ['udp6', 'udp4']);
  return { peer: at(remote), replyTo: own(isFixed ? bound.address : local) };
}

/** Connects a socket without sending anything: that resolves the name and chooses the address to send from. */
async function probe(url: CoapUrl, types: SocketType[]): Promise<{ local: string; remote: string }> {
  let failure: unknown;
  for (const type of types) {
    const socket = createSocket(type);
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject);
        socket.connect(url.port, url.host, () => resolve());
      });
      return { local: socket.address().address, remote: socket.remoteAddress().address };
    } catch (error) {
      failure = error;
    } finally {
      socket.close();
    }
  }
  throw failure;
}

function socketType(host: string): SocketType {
  return isIP(host) === 6 ? 'udp6' : 'udp4';
}
