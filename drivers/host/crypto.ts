/** Hashes and certificates on a real machine. */
import { createHash, X509Certificate } from 'node:crypto';
import type { CertificateFacts, Crypto, DigestAlgorithm } from '../ports.ts';

/** Node's names are TR-181's without the hyphen. */
const digest = (algorithm: DigestAlgorithm, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash(algorithm.replace('-', '')).update(bytes).digest());

const sha256 = (bytes: Uint8Array): Uint8Array => digest('SHA-256', bytes);

/**
 * The names of Node's list `DNS:a.example, URI:urn:x, ...`, each with its kind. A name with special characters comes
 * as a JSON string with its commas escaped, so that no name can smuggle a second one into the list.
 */
function splitAltNames(list: string | undefined): string[] {
  return (list?.split(', ') ?? []).map(name => {
    const [, kind, value] = /^([^:]*):(.*)$/s.exec(name) ?? ['', '', name];
    return `${kind}:${value!.startsWith('"') ? JSON.parse(value!) : value}`;
  });
}

/** The first certificate of the bytes. Distinguished names are `KEY=value` parts, joined by a comma and a space. */
function readFacts(pemOrDer: Uint8Array): CertificateFacts {
  const certificate = new X509Certificate(pemOrDer);
  return {
    subject: certificate.subject?.split('\n').join(', ') ?? '',
    issuer: certificate.issuer?.split('\n').join(', ') ?? '',
    serialNumber: certificate.serialNumber,
    notBeforeMs: Date.parse(certificate.validFrom),
    notAfterMs: Date.parse(certificate.validTo),
    subjectAltNames: splitAltNames(certificate.subjectAltName),
    der: new Uint8Array(certificate.raw),
  };
}

export const hostCrypto: Crypto = {
  sha256,
  digest,
  certificate(pemOrDer) {
    try {
      return readFacts(pemOrDer);
    } catch {
      return undefined;
    }
  },
};
