/**
 * Which certificates of a broker are believed, beyond what node:tls decides by itself.
 *
 * On a machine that does not know the time, the dates in a certificate must be ignored [R-MTP.2]. OpenSSL's result is
 * not enough for that: it names the last error alone, and the dates are looked at last, so that a stranger's expired
 * certificate reports its dates and not its unknown issuer. Hence the chain is walked again here, without the dates;
 * only towards authorities that the configuration names: for public ones, waiting for the time is the better answer.
 */
import { X509Certificate } from 'node:crypto';
import * as tls from 'node:tls';
import { certificateChainMax } from './limits.ts';
import type { MqttSettings } from './mqtt-options.ts';

type IdentityCheck = (host: string, certificate: tls.PeerCertificate) => Error | undefined;

const serverAuthentication = '1.3.6.1.5.5.7.3.1';
const timeErrors = ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'];

/**
 * Compares the broker's name with the one in its certificate. Names under .local and .home.arpa pass [R-MTP.4], for no
 * authority can vouch for them; yet only towards authorities that the configuration names, since a public one signs
 * for any stranger.
 */
export function identityCheckOf(settings: MqttSettings): IdentityCheck {
  const isLocal = /\.(local|home\.arpa)\.?$/i.test(settings.brokerAddress);
  return isLocal && settings.tls?.ca ? () => undefined : tls.checkServerIdentity;
}

/** Every certificate of a PEM file. Throws when one of them is no certificate. */
function certificatesOf(pem: Uint8Array): X509Certificate[] {
  const blocks = new TextDecoder().decode(pem).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  return (blocks ?? []).map(block => new X509Certificate(block));
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/** Whether each certificate is signed by the next, up to one that an authority of ours has signed. No date is read. */
export function chainLeadsTo(chain: X509Certificate[], authorities: X509Certificate[]): boolean {
  for (const [index, certificate] of chain.slice(0, certificateChainMax).entries()) {
    if (authorities.some(authority => isIssuedBy(certificate, authority))) return true;
    const next = chain[index + 1];
    if (!next || !isIssuedBy(certificate, next)) return false;
  }
  return false;
}

/** The peer's certificates, its own first. */
function peerChain(peer: tls.DetailedPeerCertificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let at = peer; at?.raw && chain.length < certificateChainMax; at = at.issuerCertificate) {
    chain.push(new X509Certificate(at.raw));
    if (at.issuerCertificate === at) break;
  }
  return chain;
}

/** Whether the dates are the only fault of the broker's certificate. */
export function isTrustedButForTime(socket: tls.TLSSocket, settings: MqttSettings): boolean {
  const authorities = settings.tls?.ca;
  if (!authorities || !timeErrors.includes(String(socket.authorizationError))) return false;
  const peer = socket.getPeerCertificate(true);
  const chain = peerChain(peer);
  const uses = chain[0]?.keyUsage; // the extended key usage, by Node's name for it
  if (uses !== undefined && !uses.includes(serverAuthentication)) return false;
  if (identityCheckOf(settings)(settings.brokerAddress, peer) !== undefined) return false;
  return chainLeadsTo(chain, certificatesOf(authorities));
}
