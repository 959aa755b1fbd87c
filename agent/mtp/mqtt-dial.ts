/** Opens the byte stream to a broker, and decides whether its certificate is to be believed. */
import * as net from 'node:net';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import type { Clock } from '../../drivers/ports.ts';
import type { MqttSettings } from './mqtt-options.ts';
import { identityCheckOf, isTrustedButForTime } from './mqtt-trust.ts';

/** A stream that is ready for a CONNECT packet. */
export interface BrokerStream {
  stream: Duplex;
  /** Encrypted, and the certificate chain was verified. */
  isSecure: boolean;
  isLoopback: boolean;
}

/**
 * Rejects with an error whose `code` is errno's name or OpenSSL's. `begun` is called before it returns, with what ends the
 * attempt, and the stream that comes of it.
 */
export type DialBroker = (settings: MqttSettings, begun: (end: () => void) => void) => Promise<BrokerStream>;

export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}

function tlsOptions(settings: MqttSettings, timeIsKnown: boolean): tls.ConnectionOptions {
  const { brokerAddress: host, brokerPort: port, alpn, tls: files } = settings;
  return {
    host,
    port,
    ...(net.isIP(host) === 0 && { servername: host }),
    ...(alpn.length > 0 && { ALPNProtocols: alpn }),
    ...(files?.ca && { ca: Buffer.from(files.ca) }),
    ...(files?.cert && { cert: Buffer.from(files.cert) }),
    ...(files?.key && { key: Buffer.from(files.key) }),
    minVersion: 'TLSv1.2', // [R-MQTT.48]
    // Without the time, Node's verdict needs a second look, which happens before a byte of ours is sent.
    rejectUnauthorized: timeIsKnown, // [R-MTP.1], [R-MTP.3]
    checkServerIdentity: identityCheckOf(settings),
  };
}

function certificateError(socket: tls.TLSSocket): Error {
  return Object.assign(new Error("the broker's certificate is not trusted"), {
    code: String(socket.authorizationError),
  });
}

/** Waits for `event`; whatever ends the socket before it rejects. */
function ready<Socket extends net.Socket>(
  socket: Socket,
  event: string,
  begun: (end: () => void) => void,
): Promise<Socket> {
  begun(() => socket.destroy());
  return new Promise((resolve, reject) => {
    socket.on('error', reject); // stays: an error without a listener would end the process
    socket.once('close', () => reject(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' })));
    socket.once(event, () => resolve(socket));
  });
}

/** Connects by TCP, or TLS over TCP. [R-MQTT.3] */
export function dialWith(clock: Clock): DialBroker {
  return async (settings, begun) => {
    const { brokerAddress: host, brokerPort: port } = settings;
    if (settings.transportProtocol === 'TCP/IP') {
      const socket = await ready(net.connect({ host, port, noDelay: true }), 'connect', begun);
      return { stream: socket, isSecure: false, isLoopback: isLoopbackAddress(socket.remoteAddress) };
    }
    const timeIsKnown = clock.wallTimeIsKnown();
    const socket = await ready(tls.connect(tlsOptions(settings, timeIsKnown)), 'secureConnect', begun);
    if (!socket.authorized && (timeIsKnown || !isTrustedButForTime(socket, settings))) {
      socket.destroy();
      throw certificateError(socket);
    }
    socket.setNoDelay(true);
    return { stream: socket, isSecure: true, isLoopback: isLoopbackAddress(socket.remoteAddress) };
  };
}
