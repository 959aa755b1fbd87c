/**
 * Facts of the journal that are JSON, as the next start reads them. A checksum proves what was written, not that this
 * version can read it: what it cannot is dropped, since an agent that nobody is near must start whatever it finds.
 */
import type { DataModel } from './model.ts';

/**
 * What the note under the reserved `key` says; undefined when there is none. One that is no JSON, or not of the shape,
 * is dropped with a warning that names it. No transaction may be open.
 */
export function noteOf<T>(
  model: DataModel,
  state: ReadonlyMap<string, string>,
  key: string,
  isShape: (value: unknown) => value is T,
): T | undefined {
  const text = state.get(key);
  if (text === undefined) return undefined;
  const value = parsed(text);
  if (isShape(value)) return value;
  model.services.log('warning', `${key} in the journal cannot be read: it is dropped`);
  const transaction = model.begin();
  transaction.note(key, undefined);
  transaction.commitNow();
  return undefined;
}

/** Undefined, which JSON does not have, when the text is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object whose values are all texts. */
export function isTexts(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every(each => typeof each === 'string');
}
