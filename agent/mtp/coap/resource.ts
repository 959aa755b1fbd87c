import type { Origin, Verdict } from '../../record/transport.ts';
import { isLoopbackAddress, joinPath, type Peer, parseCoapUrl, plainAddress } from './address.ts';
import { busySeconds } from './limits.ts';

/** What our CoAP server serves: the USP endpoint, and the list of resources that says where it is. Pure. */

export interface ResourceRequest {
  /** GET or POST. */
  method: string;
  path: string[];
  queries: string[];
  /** As package coap names them: 'application/octet-stream'. */
  contentFormat: unknown;
  accept: unknown;
  payload: Uint8Array;
  peer: Peer;
  /** False for the first block of an upload. */
  isWhole: boolean;
}

export interface ResourceAnswer {
  code: string;
  payload?: string;
  contentFormat?: string;
  maxAgeSeconds?: number;
}

export interface Resource {
  path: string[];
  /** Whether a reply-to may name it, though it is not the sender. */
  isReplyHost(host: string): boolean;
  deliver(record: Uint8Array, from: Pick<Origin, 'replyTo' | 'isLoopback'>): Verdict;
}

const DISCOVERY_PATH = '/.well-known/core'; // RFC 6690 section 4
const LINK_FORMAT = 'application/link-format';
const OCTET_STREAM = 'application/octet-stream'; // [R-COAP.6]
const REPLY_TO = 'reply-to=';

const VERDICTS: Record<Verdict, ResourceAnswer> = {
  accepted: { code: '2.04' }, // [R-COAP.7]
  malformed: { code: '4.00', payload: 'not a USP Record for this endpoint' }, // [R-COAP.13]
  refused: { code: '4.03' },
  busy: { code: '5.03', maxAgeSeconds: busySeconds },
};

export function answerRequest(request: ResourceRequest, resource: Resource): ResourceAnswer {
  const path = joinPath(request.path);
  if (path === DISCOVERY_PATH) return discover(request, resource);
  if (path !== joinPath(resource.path)) return { code: '4.04' };
  if (request.method !== 'POST') return { code: '4.05' }; // [R-COAP.11]
  if (request.contentFormat !== OCTET_STREAM) return { code: '4.15', payload: 'want application/octet-stream' }; // [R-COAP.12]
  const replyTo = readReplyTo(request, resource);
  if ('code' in replyTo) return replyTo;
  if (!request.isWhole) return { code: '2.31' };
  return VERDICTS[
    resource.deliver(request.payload, { ...replyTo, isLoopback: isLoopbackAddress(request.peer.address) })
  ];
}

/** Tells where the endpoint is, and that it is an Agent [R-COAP.1]. */
function discover({ method, accept }: ResourceRequest, { path }: Resource): ResourceAnswer {
  if (method !== 'GET') return { code: '4.05' };
  if (accept !== undefined && accept !== LINK_FORMAT) return { code: '4.06' };
  const link = `<${joinPath(path)}>;rt="bbf.usp.endpoint";if="bbf.usp.a"`;
  return { code: '2.05', payload: link, contentFormat: LINK_FORMAT };
}

/**
 * Where the answer shall go [R-COAP.2, R-COAP.2a]. It must be the sender's own address, else anyone could make us send
 * to anyone; hosts that the configuration names are trusted. A request without it is answered at the Controller's
 * configured URL.
 */
function readReplyTo(
  { queries, peer }: ResourceRequest,
  { isReplyHost }: Resource,
): { replyTo?: string } | ResourceAnswer {
  const query = queries.find(text => text.startsWith(REPLY_TO));
  if (query === undefined) return {};
  const replyTo = query.slice(REPLY_TO.length);
  const url = parseCoapUrl(replyTo);
  if (!url) return { code: '4.00', payload: 'reply-to must be a coap URL' };
  const isOwn = url.host === plainAddress(peer.address);
  const isLocal = url.host === 'localhost' && isLoopbackAddress(peer.address);
  return isOwn || isLocal || isReplyHost(url.host)
    ? { replyTo }
    : { code: '4.03', payload: 'reply-to must be the sender' };
}
