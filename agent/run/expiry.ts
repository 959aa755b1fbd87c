/** Certificates end silently: nobody is near the board on that day. The log tells of them, and `check`. */
import { readFileSync } from 'node:fs';
import { isoTime } from '../../datamodel/values/isotime.ts';
import type { Clock, Crypto, Log, Stoppable } from '../../drivers/ports.ts';
import { resolveBeside } from '../config/paths.ts';
import type { Config } from '../config/types.ts';
import { certificateLookMs, certificateWarningMs } from './limits.ts';

export interface Ending {
  path: string;
  notAfterMs: number;
  /** What to tell of it. */
  line: string;
}

/**
 * The certificates in the files that the configuration names which end soon, or have ended. Of a file with several, the
 * first: a client's own comes before those that signed it. What cannot be read is told by whoever needs it.
 */
export function endingCertificates(config: Config, configFile: string, crypto: Crypto, nowMs: number): Ending[] {
  const paths = new Set(certificatesOf(config).map(path => resolveBeside(configFile, path)));
  return [...paths].flatMap(path => {
    const notAfterMs = endOf(path, crypto);
    if (notAfterMs === undefined || notAfterMs - nowMs > certificateWarningMs) return [];
    const when = `${notAfterMs < nowMs ? 'ended' : 'ends'} on ${isoTime(notAfterMs).slice(0, 10)}`;
    return [{ path, notAfterMs, line: `the certificate in ${path} ${when}: put a new one there` }];
  });
}

function certificatesOf({ controllers }: Config): string[] {
  return controllers.flatMap(({ mqtt }) => [mqtt?.cert, mqtt?.ca].flatMap(path => path ?? []));
}

function endOf(path: string, crypto: Crypto): number | undefined {
  try {
    return crypto.certificate(readFileSync(path))?.notAfterMs;
  } catch {
    return undefined;
  }
}

/** Looks at the start and once a day, while the time is known; tells of each certificate once, until there is another. */
export class CertificateWatch {
  readonly #parts: { clock: Clock; crypto: Crypto; log: Log; configFile: string };
  readonly #told = new Map<string, number>();
  #timer: Stoppable | undefined;

  constructor(parts: { clock: Clock; crypto: Crypto; log: Log; configFile: string }) {
    this.#parts = parts;
  }

  /** `config`: as it is by now. */
  look(config: Config): void {
    this.close();
    if (certificatesOf(config).length === 0) return;
    const { clock, crypto, log, configFile } = this.#parts;
    const isKnown = clock.wallTimeIsKnown();
    for (const { path, notAfterMs, line } of isKnown
      ? endingCertificates(config, configFile, crypto, clock.wallMs())
      : []) {
      if (this.#told.get(path) !== notAfterMs) log('warning', line);
      this.#told.set(path, notAfterMs);
    }
    this.#timer = clock.after(isKnown ? certificateLookMs : certificateLookMs / 24, () => this.look(config));
  }

  close(): void {
    this.#timer?.stop();
  }
}
