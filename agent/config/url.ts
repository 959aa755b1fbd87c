/** Places on a network: an MQTT broker, a CoAP endpoint. */
import { closest } from './distance.ts';
import { complain, quote, type Site } from './finding.ts';
import { type Kind, wrongType } from './kinds.ts';
import { textCharsMax } from './limits.ts';

/** A host and how to speak to it. */
export interface NetworkPlace {
  /** A host name or address; an IPv6 address is without its brackets. */
  readonly host: string;
  readonly port: number;
  /** TLS for MQTT, DTLS for CoAP. */
  readonly tls: boolean;
}

/** An MQTT server. */
export interface Broker extends NetworkPlace {
  /** MQTT over WebSocket is not built; in TR-181's words, TransportProtocol is always TCP/IP. */
  readonly webSocket: false;
}

/** A CoAP resource. */
export interface CoapPlace extends NetworkPlace {
  /** Without its leading slash: `usp`. */
  readonly path: string;
}

/** Whether a host is this machine, so that what is sent to it meets no network. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host.toLowerCase());
}

/** The host as it is written in a URL: an IPv6 address in brackets. */
export function urlHost({ host }: NetworkPlace): string {
  return host.includes(':') ? `[${host}]` : host;
}

interface Scheme {
  port: number;
  tls: boolean;
}

interface UrlRules {
  schemes: Readonly<Record<string, Scheme>>;
  expected: string;
  /** Whether a path may follow the port. */
  hasPath: boolean;
}

const shape = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?(\/[^\s?#]*)?$/;

interface ParsedUrl extends NetworkPlace {
  path: string;
}

function parseUrl(raw: unknown, site: Site, rules: UrlRules): ParsedUrl | undefined {
  const { expected, schemes } = rules;
  if (typeof raw !== 'string') return wrongType(raw, site, expected);
  if (raw.length > textCharsMax)
    return complain(site, 'too-large', `this URL has ${raw.length} characters`, { expected });
  const schemeName = /^[^:/]*/.exec(raw)![0];
  if (raw.includes('@')) {
    const message = 'a URL with a user name shows its password wherever it is printed';
    return complain(site, 'bad-value', message, {
      expected: `${expected}; "user" and "password" are keys of their own`,
    });
  }
  if (!Object.hasOwn(schemes, schemeName)) return unknownScheme(raw, site, rules);
  const match = shape.exec(raw);
  const scheme = schemes[schemeName]!;
  const port = match?.[3] === undefined ? scheme.port : Number(match[3]);
  const path = match?.[4] ?? '';
  if (!match || port < 1 || port > 65_535 || (path.length > 1 && !rules.hasPath)) {
    return complain(site, 'bad-value', `${quote(raw)} is not such a URL`, { expected });
  }
  return { host: match[2]!.replace(/^\[|\]$/g, ''), port, tls: scheme.tls, path: path.slice(1) };
}

function unknownScheme(raw: string, site: Site, rules: UrlRules): undefined {
  const names = Object.keys(rules.schemes);
  const end = raw.indexOf('://');
  const near = end < 0 ? names[0] : closest(raw.slice(0, end), names);
  const suggestion = near === undefined ? {} : { suggestion: `"${near}://${end < 0 ? raw : raw.slice(end + 3)}"` };
  const message = `${quote(raw)} begins with no scheme that is known here`;
  return complain(site, 'bad-value', message, { expected: rules.expected, ...suggestion });
}

function schemePattern(rules: UrlRules): string {
  return `^(${Object.keys(rules.schemes).join('|')})://[^\\s@?#]+$`;
}

const brokerRules: UrlRules = {
  schemes: { mqtt: { port: 1883, tls: false }, mqtts: { port: 8883, tls: true } },
  expected: 'mqtt://HOST:PORT, or mqtts://HOST:PORT for TLS',
  hasPath: false,
};

/** The URL of an MQTT server. */
export const brokerUrl: Kind<Broker> = {
  expected: brokerRules.expected,
  schema: { type: 'string', pattern: schemePattern(brokerRules) },
  read(raw, site) {
    const url = parseUrl(raw, site, brokerRules);
    return url && { host: url.host, port: url.port, tls: url.tls, webSocket: false };
  },
};

const coapRules: UrlRules = {
  schemes: { coap: { port: 5683, tls: false }, coaps: { port: 5684, tls: true } },
  expected: 'coap://HOST:PORT/PATH, or coaps://HOST:PORT/PATH for DTLS',
  hasPath: true,
};

/** The URL of a CoAP resource. */
export const coapUrl: Kind<CoapPlace> = {
  expected: coapRules.expected,
  schema: { type: 'string', pattern: schemePattern(coapRules) },
  read(raw, site) {
    const url = parseUrl(raw, site, coapRules);
    return url && { host: url.host, port: url.port, tls: url.tls, path: url.path };
  },
};
