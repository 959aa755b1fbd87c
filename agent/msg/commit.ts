/** Committing what a message staged, when hardware may refuse some of it. */
import type { Fault } from '../../datamodel/errors.ts';
import type { Transaction } from '../../datamodel/transaction.ts';
import type { Settled, Staged } from './settings.ts';

/** The durability of a commit, or the required setting whose actuator failed; nothing is changed then. */
export type Outcome = { durable: Promise<Fault | undefined> } | { staged: Staged | undefined; fault: Fault };

/**
 * Commits. A setting that may fail and whose actuator does (7009) is dropped, noted among its object's faults, and the
 * rest is committed.
 */
export async function commitSettings(transaction: Transaction, work: readonly Settled[]): Promise<Outcome> {
  for (;;) {
    const committed = await transaction.commit();
    if (!Array.isArray(committed)) return committed;
    const [first] = committed;
    if (!first) throw new Error('a commit failed without a fault');
    const isIt = (s: Staged) => s.node === first.node && s.param.name === first.fault.param;
    const all = work.flatMap(settled => settled.staged.filter(isIt));
    const required = all.find(staged => staged.setting.required);
    if (required || !all[0]) return { staged: required, fault: first.fault };
    transaction.unstage(all[0].node, all[0].param.slot);
    for (const settled of work) {
      const failed = settled.staged.filter(isIt);
      settled.staged = settled.staged.filter(each => !isIt(each));
      settled.faults.push(...failed.map(({ setting }) => ({ setting, fault: first.fault })));
    }
  }
}
