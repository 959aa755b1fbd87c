/**
 * Whether a device behind the board is there (ProxiedDevice Online, LastTimeContacted): it is while anything of it
 * answers. Several supervisors may speak with one device, a register each, say.
 */
import type { Clock } from '../../drivers/ports.ts';
import { contactMsMin } from './limits.ts';
import { wallTimeText } from './values.ts';

/** What one supervisor tells of the device. */
export interface Contact {
  /** It has answered. */
  answered(): void;
  /** It has been asked in vain, often enough to be given up; or it is no longer asked. */
  silent(): void;
}

/** Changed parameters, under their TR-181 names. */
export interface PresenceValues {
  Online: boolean;
  LastTimeContacted?: string;
}

export class Presence {
  readonly #clock: Clock;
  readonly #tell: (values: PresenceValues) => void;
  readonly #answering = new Set<Contact>();
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, tell: (values: PresenceValues) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** For one more supervisor. */
  contact(): Contact {
    const contact: Contact = {
      answered: () => this.#answered(contact),
      silent: () => this.#silent(contact),
    };
    return contact;
  }

  /** The time alone is told not too often, as that of a capability is. */
  #answered(contact: Contact): void {
    const isBack = this.#answering.size === 0;
    this.#answering.add(contact);
    const nowMs = this.#clock.monotonicMs();
    if (!isBack && nowMs - this.#toldMs < contactMsMin) return;
    this.#toldMs = nowMs;
    this.#tell({ Online: true, LastTimeContacted: wallTimeText(this.#clock) });
  }

  #silent(contact: Contact): void {
    if (this.#answering.delete(contact) && this.#answering.size === 0) this.#tell({ Online: false });
  }
}
