/**
 * Wrong values for challenges, and for how long these are locked because of them [R-SEC.16, R-SEC.17]. The journal knows
 * both, so that pulling the plug neither gives new tries nor ends a lockout.
 *
 * A lockout is journalled as its length, and as its end by wall time where that is known. After a restart that end decides;
 * where wall time was or is not known, the lockout begins anew: it may last longer than it should, never shorter.
 */
import { reservedKey } from '../../datamodel/journal/keys.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { isRecord, noteOf } from '../../datamodel/notes.ts';

/** A note of the journal; its key is `#challenge/` and the path of the challenge. */
interface Note {
  failed: number;
  /** 0: it is not locked. */
  lockedSeconds: number;
  /** By wall time, where that was known. */
  lockedUntilMs?: number;
}

interface Count {
  failed: number;
  /** Monotonic; undefined while it is not locked. */
  lockedUntilMs: number | undefined;
}

const isNote = (value: unknown): value is Note =>
  isRecord(value) &&
  [value.failed, value.lockedSeconds, value.lockedUntilMs ?? 0].every(each => typeof each === 'number');

const keyOf = (challenge: ObjectNode) => reservedKey('challenge', challenge.path);

export class Tries {
  readonly #model: DataModel;
  readonly #counts = new Map<ObjectNode, Count>();

  /** `state`: what the journal has from an earlier run. */
  constructor(model: DataModel, state: ReadonlyMap<string, string>) {
    this.#model = model;
    for (const challenge of model.table('Device.LocalAgent.ControllerTrust.Challenge.').rows.values()) {
      const note = noteOf(model, state, keyOf(challenge), isNote);
      if (note) this.#counts.set(challenge, this.#countOf(note));
    }
  }

  isLocked(challenge: ObjectNode): boolean {
    const untilMs = this.#counts.get(challenge)?.lockedUntilMs;
    if (untilMs === undefined) return false;
    if (this.#model.services.clock.monotonicMs() < untilMs) return true;
    void this.forget(challenge);
    return false;
  }

  /** Counts a wrong value; with `lockedSeconds` if it was one too many. Resolves when that is on the medium, or refused. */
  async fail(challenge: ObjectNode): Promise<{ failed: number; lockedSeconds?: number }> {
    const failed = (this.#counts.get(challenge)?.failed ?? 0) + 1;
    const isLast = failed >= Number(challenge.stored('Retries'));
    const lockedSeconds = Number(challenge.stored('LockoutPeriod'));
    if (isLast && lockedSeconds === 0) await this.forget(challenge);
    else await this.#set(challenge, failed, isLast ? lockedSeconds : 0);
    return { failed, ...(isLast && { lockedSeconds }) };
  }

  /** It has been met, its lockout is over, or it is gone. Resolves when that is on the medium, or refused. */
  async forget(challenge: ObjectNode): Promise<void> {
    if (this.#counts.delete(challenge)) await this.#note(challenge, undefined);
  }

  async #set(challenge: ObjectNode, failed: number, lockedSeconds: number): Promise<void> {
    const { clock } = this.#model.services;
    const lockedMs = lockedSeconds * 1000;
    const lockedUntilMs = lockedSeconds > 0 ? clock.monotonicMs() + lockedMs : undefined;
    this.#counts.set(challenge, { failed, lockedUntilMs });
    const hasEnd = lockedSeconds > 0 && clock.wallTimeIsKnown();
    const note: Note = { failed, lockedSeconds, ...(hasEnd && { lockedUntilMs: clock.wallMs() + lockedMs }) };
    await this.#note(challenge, JSON.stringify(note));
  }

  async #note(challenge: ObjectNode, text: string | undefined): Promise<void> {
    const transaction = this.#model.begin();
    transaction.note(keyOf(challenge), text);
    await transaction.commitNow().durable;
  }

  #countOf({ failed, lockedSeconds, lockedUntilMs }: Note): Count {
    const { clock } = this.#model.services;
    if (lockedSeconds === 0) return { failed, lockedUntilMs: undefined };
    const isKnown = lockedUntilMs !== undefined && clock.wallTimeIsKnown();
    // A clock that has gone back does not make it longer than it was.
    const leftMs = isKnown ? Math.min(lockedUntilMs - clock.wallMs(), lockedSeconds * 1000) : lockedSeconds * 1000;
    return { failed, lockedUntilMs: clock.monotonicMs() + leftMs };
  }
}
