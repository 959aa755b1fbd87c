/**
 * GetSupportedDM answers as bytes, each built once. An answer follows from the literals, from rights, and from which
 * objects there are (what a mount point's instances have, and instances that a path names): it is kept until an object comes
 * or goes. Where rights look at single instances, every change may bear on them, and nothing is kept.
 */
import type { Access } from '../../datamodel/access.ts';
import type { ChangeFeed, Commit } from '../../datamodel/feed.ts';
import { discriminatorSlot } from '../../datamodel/tree.ts';
import type { GetSupportedDM } from '../../proto/codec.gen.js';
import { supportedAnswersBytesMax } from './limits.ts';

export class SupportedAnswers {
  /** A changed role makes a new Access, so that what it had before is found no more. */
  #byAccess = new WeakMap<Access, Map<string, Uint8Array>>();
  #bytes = 0;

  constructor(feed: ChangeFeed) {
    const look = (commit: Commit) => {
      if (commit.some(changesObjects)) this.#forget();
    };
    feed.follow(look);
    // What is on its way to the medium is in the tree already, and Get shows it.
    feed.anticipate(commit => void look(commit));
  }

  /** The body of the answer: as it was built before, or by `build` now. */
  of(request: GetSupportedDM, access: Access, build: () => Uint8Array): Uint8Array {
    if (!access.isBySchema) return build();
    const key = JSON.stringify(request);
    const known = this.#byAccess.get(access)?.get(key);
    if (known) return known;
    const body = build();
    this.#keep(access, key, body);
    return body;
  }

  #keep(access: Access, key: string, body: Uint8Array): void {
    const bytes = key.length + body.length;
    if (bytes > supportedAnswersBytesMax) return;
    if (this.#bytes + bytes > supportedAnswersBytesMax) this.#forget();
    const own = this.#byAccess.get(access) ?? new Map<string, Uint8Array>();
    this.#byAccess.set(access, own.set(key, body));
    this.#bytes += bytes;
  }

  #forget(): void {
    this.#byAccess = new WeakMap();
    this.#bytes = 0;
  }
}

/** Rows come and go by themselves, members of a union with the discriminator beside them. */
function changesObjects(change: Commit[number]): boolean {
  if (change.kind !== 'value') return change.kind === 'created' || change.kind === 'deleted';
  for (const child of change.node.bound.children.values()) {
    if (discriminatorSlot(change.node, child) === change.slot) return true;
  }
  return false;
}
