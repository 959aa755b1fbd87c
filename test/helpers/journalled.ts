/** Persistence as MemoryPersistence has it, through a real journal: what it costs to encode and to wait is paid. */
import { type Journal, openJournal } from '../../datamodel/journal/journal.ts';
import type { Operation } from '../../datamodel/journal/operation.ts';
import type { Store } from '../../drivers/ports.ts';
import { MemoryPersistence } from './persistence.ts';

export class JournalledPersistence extends MemoryPersistence {
  readonly #journal: Journal;
  override readonly state: Map<string, string>;

  static async open(store: Store): Promise<JournalledPersistence> {
    return new JournalledPersistence(await openJournal(store, { log: () => {} }));
  }

  private constructor(journal: Journal) {
    super();
    this.#journal = journal;
    this.state = journal.state as Map<string, string>;
  }

  override commit(operations: readonly Operation[]): Promise<void> {
    return this.#journal.commit(operations);
  }
}
