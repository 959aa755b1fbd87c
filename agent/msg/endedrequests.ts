/**
 * Request rows of commands that have ended, and been told of, when the journal would not let the rows go: they are
 * removed as soon as it does, at the latest when the agent stops. Where even that is refused, the next run cannot know that
 * they have ended, and tells of their end again.
 */
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Transaction } from '../../datamodel/transaction.ts';
import type { Stoppable } from '../../drivers/ports.ts';
import { endedRetryMsMax, endedRetryMsMin } from './limits.ts';

export class EndedRequests {
  readonly #model: DataModel;
  readonly #stage: (transaction: Transaction, row: ObjectNode) => void;
  readonly #rows = new Set<ObjectNode>();
  #delayMs = endedRetryMsMin;
  #timer: Stoppable | undefined;
  #isClosed = false;

  /** `stage`: stages the removal of a row and of what the journal remembers with it. */
  constructor(model: DataModel, stage: (transaction: Transaction, row: ObjectNode) => void) {
    this.#model = model;
    this.#stage = stage;
  }

  /** Takes in a row whose removal has been refused. */
  add(row: ObjectNode): void {
    this.#rows.add(row);
    this.#arm();
  }

  /** The last try: whoever stops the agent waits for what is on its way to the medium. */
  close(): void {
    this.#isClosed = true;
    this.#timer?.stop();
    const transaction = this.#model.begin();
    this.#remove([...this.#rows], transaction);
    transaction.commitNow();
  }

  #arm(): void {
    if (this.#isClosed) return;
    this.#timer ??= this.#model.services.clock.after(this.#delayMs, () => void this.#retry());
  }

  async #retry(): Promise<void> {
    const rows = [...this.#rows];
    const fault = await this.#model.commitInTurn(transaction => this.#remove(rows, transaction));
    this.#timer = undefined;
    this.#delayMs = fault ? Math.min(this.#delayMs * 2, endedRetryMsMax) : endedRetryMsMin;
    if (!fault) for (const row of rows) this.#rows.delete(row);
    if (this.#rows.size > 0) this.#arm();
  }

  /** Those that an earlier try has taken out, and whose removal is under way, are not in their table. */
  #remove(rows: readonly ObjectNode[], transaction: Transaction): void {
    for (const row of rows) if (row.table?.rows.has(row.instance)) this.#stage(transaction, row);
  }
}
