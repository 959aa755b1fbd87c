/** What one run of the agent leaves for the next: why it starts, and whether it begins anew. */
import { reservedKey } from './journal/keys.ts';
import { type Operation, remove, removeSubtree } from './journal/operation.ts';
import type { DataModel } from './model.ts';
import { isTexts, noteOf } from './notes.ts';

/** The arguments of the next Boot!, as JSON, once a command has asked for a restart. */
export const bootCauseNote = reservedKey('boot', 'cause');
/** The software version that ran before. */
export const softwareVersionNote = reservedKey('boot', 'version');
/** FactoryReset() has been called. */
export const factoryResetNote = reservedKey('boot', 'factory-reset');

/** Arguments of Boot! that a command decides. */
export interface BootCause {
  Cause: string;
  Reason: string;
  CommandKey: string;
}

/** Nobody has asked: power came back, the program was restarted. */
const unasked: BootCause = { Cause: 'LocalReboot', Reason: 'Unknown', CommandKey: '' };

const isBootCause = (value: unknown): value is BootCause & Record<string, string> =>
  isTexts(value) && Object.keys(unasked).every(name => name in value);

export function bootCauseOf(model: DataModel, state: ReadonlyMap<string, string>): BootCause {
  return noteOf(model, state, bootCauseNote, isBootCause) ?? unasked;
}

/**
 * What a factory reset takes out of the journal: all that controllers have set and were promised, and what the
 * configuration last said, so that it speaks again. Who the agent is and which instance numbers have been given stay.
 */
export function factoryResetOperations(): Operation[] {
  const kinds = ['seed', 'told', 'request', 'outbox', 'challenge', 'certificate'] as const;
  const prefixes = ['Device.', ...kinds.map(kind => reservedKey(kind, ''))];
  return [...prefixes.map(removeSubtree), remove(factoryResetNote)];
}
