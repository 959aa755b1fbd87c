/**
 * Notifications with NotifRetry that nobody has answered yet, in the journal: they are sent again after a restart, in
 * the order in which they were first sent, under the same msg_id.
 */
import type { Fault } from '../../datamodel/errors.ts';
import { utf8Length } from '../../datamodel/journal/bytes.ts';
import { reservedKey } from '../../datamodel/journal/keys.ts';
import { type Operation, put, remove } from '../../datamodel/journal/operation.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { isRecord, noteOf } from '../../datamodel/notes.ts';
import { MsgType, type NotifyInit } from '../../proto/codec.gen.js';
import { decodeMsg, encodeMsg } from '../../proto/msg.ts';
import {
  removedTogetherMax,
  undeliveredBytesMax,
  undeliveredBytesMaxEach,
  undeliveredBytesUnderWayMax,
} from './limits.ts';

/** A note of the journal; its key is `#outbox/` and the msg_id. */
interface Note {
  controller: string;
  /** The row could be another Controller's by now. */
  endpointId: string;
  notify: NotifyInit;
  /** 0: it does not expire. */
  expirationSeconds: number;
  /** By wall time, where that was known. */
  expiresAtMs?: number;
}

const prefix = reservedKey('outbox', '');

const isNote = (value: unknown): value is Note =>
  isRecord(value) &&
  [value.controller, value.endpointId].every(each => typeof each === 'string') &&
  [value.expirationSeconds, value.expiresAtMs ?? 0].every(each => typeof each === 'number') &&
  isRecord(value.notify) &&
  canBeTold(value.notify as NotifyInit);

/** Whether a Controller could read it: what was written by another version is tried before it is promised. */
function canBeTold(notify: NotifyInit): boolean {
  try {
    const header = { msg_id: 'trial', msg_type: MsgType.NOTIFY };
    const bytes = encodeMsg({ header, body: { request: { notify } } });
    return bytes instanceof Uint8Array && !(decodeMsg(bytes) instanceof Error);
  } catch {
    return false;
  }
}

/** What an earlier run has left. */
export interface Left {
  msgId: string;
  controller: ObjectNode;
  notify: NotifyInit;
  expirationSeconds: number;
}

export class Undelivered {
  readonly #model: DataModel;
  /** UTF-8 bytes by msg_id. */
  readonly #kept = new Map<string, number>();
  #bytes = 0;
  /** Those of them that are on their way to the medium, and how many bytes these are. */
  readonly #underWay = new Set<string>();
  #bytesUnderWay = 0;
  /** Those under way that are over already: removed as soon as they are on the medium, since the put would undo it now. */
  readonly #overUnderWay = new Set<string>();
  /** Those that are over and are to leave the medium. What it would not remove is tried again with the next that is. */
  readonly #over = new Set<string>();
  #isRemoving = false;
  /** What has been logged, and is not cured. What is too large once will be so again: it is logged once. */
  readonly #troubles = new Set<'many' | 'large'>();

  constructor(model: DataModel) {
    this.#model = model;
  }

  /** How the journal is to keep it, together with what it tells of; nothing when it is too large, or too many are kept. */
  keep(msgId: string, controller: ObjectNode, notify: NotifyInit, expirationSeconds: number): Operation[] {
    const { clock } = this.#model.services;
    const expires = expirationSeconds > 0 && clock.wallTimeIsKnown();
    const note: Note = {
      controller: controller.path,
      endpointId: String(controller.stored('EndpointID')),
      notify,
      expirationSeconds,
      ...(expires && { expiresAtMs: clock.wallMs() + expirationSeconds * 1000 }),
    };
    const text = JSON.stringify(note);
    const bytes = utf8Length(text);
    const trouble = this.#troubleWith(bytes);
    if (trouble) {
      this.#complain(trouble);
      return [];
    }
    this.#add(msgId, bytes);
    this.#underWay.add(msgId);
    this.#bytesUnderWay += bytes;
    return [put(prefix + msgId, text)];
  }

  /** What `keep` gave is on the medium. */
  stored(msgId: string): void {
    this.#arrived(msgId);
    if (this.#overUnderWay.delete(msgId)) this.forget(msgId);
  }

  /** What `keep` gave is not on the medium: it was undone, or refused. Whether there was something. */
  lost(msgId: string): boolean {
    this.#arrived(msgId);
    this.#overUnderWay.delete(msgId);
    this.#bytes -= this.#kept.get(msgId) ?? 0;
    // At half, so that it is not said of each.
    const hasRoom = this.#bytes * 2 <= undeliveredBytesMax && this.#bytesUnderWay * 2 <= undeliveredBytesUnderWayMax;
    if (hasRoom && this.#troubles.delete('many')) {
      this.#model.services.log('notice', 'notifications that come now would survive a restart again');
    }
    return this.#kept.delete(msgId);
  }

  /** The journal need not keep it any longer. */
  forget(msgId: string): void {
    if (this.#underWay.has(msgId)) {
      this.#overUnderWay.add(msgId);
      return;
    }
    if (!this.lost(msgId)) return;
    this.#over.add(msgId);
    if (!this.#isRemoving) void this.#removeAll();
  }

  /** Hands the journal what is to leave it. */
  close(): void {
    while (this.#over.size > 0) void this.#removeSome();
  }

  /** One commit at a time, those of one turn together: thousands that are over at once do not fill the journal's queue. */
  async #removeAll(): Promise<void> {
    this.#isRemoving = true;
    await undefined;
    let fault: Fault | undefined;
    while (!fault && this.#over.size > 0) fault = await this.#removeSome();
    this.#isRemoving = false;
  }

  async #removeSome(): Promise<Fault | undefined> {
    const some = [...this.#over].slice(0, removedTogetherMax);
    const transaction = this.#model.begin();
    for (const each of some) {
      this.#over.delete(each);
      transaction.note(prefix + each, undefined);
    }
    const fault = await transaction.commitNow().durable;
    if (fault) for (const each of some) this.#over.add(each);
    return fault;
  }

  /** How the journal is to let go of them together with what they go with: `lost` then says that it has. */
  removals(msgIds: readonly string[]): Operation[] {
    return msgIds.filter(msgId => this.#kept.has(msgId)).map(msgId => remove(prefix + msgId));
  }

  /** What is still to be sent; what has expired, or whose Controller is gone, is forgotten. */
  *read(state: ReadonlyMap<string, string>): Generator<Left> {
    for (const [key, text] of [...state]) {
      if (!key.startsWith(prefix)) continue;
      const msgId = key.slice(prefix.length);
      this.#add(msgId, utf8Length(text));
      const note = noteOf(this.#model, state, key, isNote);
      if (!note) {
        this.lost(msgId);
        continue;
      }
      const controller = this.#model.find(note.controller);
      const expirationSeconds = this.#secondsLeft(note);
      if (controller?.stored('EndpointID') === note.endpointId && expirationSeconds !== undefined) {
        yield { msgId, controller, notify: note.notify, expirationSeconds };
      } else this.forget(msgId);
    }
  }

  /** Undefined when its time is over. Where wall time is unknown, its time begins anew. */
  #secondsLeft({ expirationSeconds, expiresAtMs }: Note): number | undefined {
    const { clock } = this.#model.services;
    if (expiresAtMs === undefined || !clock.wallTimeIsKnown()) return expirationSeconds;
    const seconds = Math.min((expiresAtMs - clock.wallMs()) / 1000, expirationSeconds);
    return seconds > 0 ? seconds : undefined;
  }

  #arrived(msgId: string): void {
    if (this.#underWay.delete(msgId)) this.#bytesUnderWay -= this.#kept.get(msgId) ?? 0;
  }

  #troubleWith(bytes: number): 'many' | 'large' | undefined {
    if (bytes > undeliveredBytesMaxEach) return 'large';
    const hasRoom = this.#bytes + bytes <= undeliveredBytesMax;
    return hasRoom && this.#bytesUnderWay + bytes <= undeliveredBytesUnderWayMax ? undefined : 'many';
  }

  #add(msgId: string, bytes: number): void {
    this.#kept.set(msgId, bytes);
    this.#bytes += bytes;
  }

  #complain(trouble: 'many' | 'large'): void {
    if (this.#troubles.has(trouble)) return;
    this.#troubles.add(trouble);
    this.#model.services.log('warning', `notifications wait that would not survive a restart: too ${trouble}`);
  }
}
