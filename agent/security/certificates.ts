/** X.509 certificates behind LocalAgent.Certificate rows: the rows show what they are, the journal keeps the bytes. */
import { COMMAND_FAILURE, DUPLICATE_KEY, Fault, INVALID_COMMAND_ARGUMENTS } from '../../datamodel/errors.ts';
import { reservedKey } from '../../datamodel/journal/keys.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Certificates } from '../../datamodel/services.ts';
import type { CertificateFacts, DigestAlgorithm } from '../../drivers/ports.ts';

const certificateTable = 'Device.LocalAgent.Certificate.';

/** TR-181: characters of Certificate.{i}.Issuer; a longer name is cut. */
const issuerCharsMax = 256;

const noteOf = (row: ObjectNode) => reservedKey('certificate', row.path);

export class CertificateStore implements Certificates {
  readonly #model: DataModel;
  readonly #state: ReadonlyMap<string, string>;

  /** `state`: what the journal holds, a live view. */
  constructor(model: DataModel, state: ReadonlyMap<string, string>) {
    this.#model = model;
    this.#state = state;
  }

  async add(pem: string, alias: string | undefined): Promise<Fault | undefined> {
    const facts = this.#model.services.crypto.certificate(new TextEncoder().encode(pem));
    if (!facts) return new Fault(INVALID_COMMAND_ARGUMENTS, 'Certificate: not an X.509 certificate in PEM');
    const done = await this.#model.exclusively(async begin => {
      const transaction = begin();
      const row = transaction.add(this.#model.table(certificateTable), { presets: presetsOf(facts) });
      if (row instanceof Fault) return { fault: row };
      const aliasFault = alias === undefined ? undefined : transaction.write(row, 'Alias', alias);
      transaction.fillKeys(row);
      const fault = aliasFault ?? transaction.check(row);
      if (fault) return { fault };
      transaction.note(noteOf(row), pem);
      return { durable: transaction.commitNow().durable };
    });
    if (done instanceof Fault) return done;
    return done.durable ?? asFailure(done.fault);
  }

  /** References to the row go with it. */
  remove(certificate: ObjectNode): Promise<Fault | undefined> {
    return this.#model.commitInTurn(transaction => {
      transaction.delete(certificate);
      transaction.note(noteOf(certificate), undefined);
    });
  }

  fingerprint(certificate: ObjectNode, algorithm: DigestAlgorithm): string | Fault {
    const { crypto } = this.#model.services;
    const pem = this.#state.get(noteOf(certificate));
    const facts = pem === undefined ? undefined : crypto.certificate(new TextEncoder().encode(pem));
    if (!facts) return new Fault(COMMAND_FAILURE, `the certificate of ${certificate.path} is not stored`);
    const digest = crypto.digest(algorithm, facts.der);
    return Array.from(digest, byte => byte.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  }
}

function presetsOf({ serialNumber, issuer }: CertificateFacts) {
  return { Enable: true, SerialNumber: serialNumber, Issuer: issuer.slice(0, issuerCharsMax) };
}

/** What an Operate may be answered with, in place of an Add's codes. */
function asFailure(fault: Fault | undefined): Fault | undefined {
  return fault && fault.code === DUPLICATE_KEY ? new Fault(COMMAND_FAILURE, fault.message) : fault;
}
