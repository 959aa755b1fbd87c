import type { DigestAlgorithm } from '../../drivers/ports.ts';
import { defineObject, keep } from '../define.ts';
import { Fault } from '../errors.ts';
import { certificateRowsMax, credentialRowsMax } from '../limits.ts';
import { onlyBanned } from './roles.ts';

/** LocalAgent.SupportedFingerprintAlgorithms. */
export const fingerprintAlgorithms: readonly DigestAlgorithm[] = ['SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'];

/** Rows come by AddCertificate() and go by Delete(); agent/security/certificates.ts keeps what they stand for. */
export const certificate = defineObject('Device.LocalAgent.Certificate.{i}.', {
  rowsMax: certificateRowsMax,
  params: {
    Alias: keep(),
    Enable: keep(),
    SerialNumber: keep(),
    Issuer: keep(),
  },
  commands: {
    'Delete()': async (row, _, { services }) => (await services.certificates.remove(row.node)) ?? {},
    'GetFingerprint()': async (row, { FingerprintAlgorithm }, { services }) => {
      const fingerprint = services.certificates.fingerprint(row.node, FingerprintAlgorithm as DigestAlgorithm);
      return fingerprint instanceof Fault ? fingerprint : { Fingerprint: fingerprint };
    },
  },
});

export const credential = defineObject('Device.LocalAgent.ControllerTrust.Credential.{i}.', {
  rowsMax: credentialRowsMax,
  params: {
    Alias: keep(),
    Enable: keep(),
    Role: keep(),
    Credential: keep(),
    AllowedUses: keep({ initial: 'MTP-only' }),
  },
  check: row => onlyBanned(row, 'Role'),
});
