/**
 * What persistent subscriptions were last told of a boolean that a sensor feeds. It is journalled, so that the first
 * reading after a start is compared with it: neither a false alarm nor a lost one.
 */
import type { Change } from '../../datamodel/feed.ts';
import { type Operation, put } from '../../datamodel/journal/operation.ts';
import type { ObjectNode } from '../../datamodel/node.ts';

export const toldNotePrefix = '#told/';

/** Remembers what a notification is about to say, where that is worth it. */
export function toldOperations(change: Change, subscription: ObjectNode): Operation[] {
  if (change.kind !== 'value' || typeof change.after !== 'boolean') return [];
  if (subscription.stored('Persistent') !== true) return [];
  const param = change.node.schema.params[change.slot];
  const isLive = change.node.bound.entries[change.slot]?.word === 'live';
  return param && isLive ? [put(`${toldNotePrefix}${change.node.path}${param.name}`, String(change.after))] : [];
}

/** The notes of an earlier run, by parameter path. */
export function toldBefore(state: ReadonlyMap<string, string>): Map<string, boolean> {
  const told = new Map<string, boolean>();
  for (const [key, text] of state) {
    if (key.startsWith(toldNotePrefix)) told.set(key.slice(toldNotePrefix.length), text === 'true');
  }
  return told;
}
