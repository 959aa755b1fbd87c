import { isIP } from 'node:net';
import { uriOptionBytesMax, uriPathSegmentsMax, urlCharactersMax } from './limits.ts';

/** coap:// URLs and UDP addresses. */

/** One end of UDP, as the socket names it. */
export interface Peer {
  address: string;
  port: number;
}

export interface CoapUrl {
  /** A host name, or an address without brackets. */
  host: string;
  port: number;
  /** Decoded Uri-Path segments; empty for the root. */
  path: string[];
}

/** CoAP's port [RFC 7252 section 6.1]. */
const DEFAULT_PORT = 5683;
const HOST_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Undefined unless it is a coap URL without user, query and fragment [RFC 7252 section 6.1, R-COAP.2]. */
export function parseCoapUrl(text: string): CoapUrl | undefined {
  if (text.length > urlCharactersMax || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'coap:' || url.username || url.password || url.search || url.hash) return undefined;
  const host = plainAddress(url.hostname.replace(/^\[|\]$/g, ''));
  const port = url.port === '' ? DEFAULT_PORT : Number(url.port);
  const path = splitPath(url.pathname);
  if (!path || port === 0 || (isIP(host) === 0 && !HOST_NAME.test(host))) return undefined;
  return { host, port, path };
}

/** Uri-Path segments of "/usp" or "usp/agent"; undefined when they could not be options. */
export function splitPath(pathname: string): string[] | undefined {
  const trimmed = pathname.replace(/^\//, '');
  if (trimmed === '') return [];
  try {
    const segments = trimmed.split('/').map(decodeURIComponent);
    const fits = (segment: string) => new TextEncoder().encode(segment).length <= uriOptionBytesMax;
    return segments.length <= uriPathSegmentsMax && segments.every(fits) ? segments : undefined;
  } catch {
    return undefined; // a lone % or bytes that are no UTF-8
  }
}

export function joinPath(path: readonly string[]): string {
  return `/${path.map(encodeURIComponent).join('/')}`;
}

export function formatCoapUrl({ host, port, path }: CoapUrl): string {
  return `coap://${host.includes(':') ? `[${host}]` : host}:${port}${joinPath(path)}`;
}

/** An address as people write it: lower case, without zone, and IPv4 where it is mapped into IPv6. */
export function plainAddress(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, '');
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (dotted) return dotted[1]!;
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(plain);
  if (!mapped) return plain;
  const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

export function isLoopbackAddress(address: string): boolean {
  const plain = plainAddress(address);
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** The key of a peer in tables. */
export function peerKey({ address, port }: Peer): string {
  return `${plainAddress(address)} ${port}`;
}
