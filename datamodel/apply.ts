/** The stage in which hardware is written: in order, each with a deadline, undone in reverse when one fails. */
import { Fault, PARAMETER_ACTION_FAILED } from './errors.ts';
import { applyMsMax } from './limits.ts';
import type { Scalar } from './schema.ts';
import type { Services } from './services.ts';
import type { NodeFault, StagedValue, Transaction } from './transaction.ts';

/** What came of it: the fault of the first that failed, or all that were written and have a new value. */
export interface Applied {
  faults: NodeFault[];
  written: readonly StagedValue[];
}

/**
 * Writes every staged value whose entry says `apply`, also one that the tree has already: the answer says that the
 * hardware has it, and the tree alone cannot know that, before an output is open for instance. Faults: 7009, for the
 * first that failed.
 */
export async function applyAll(transaction: Transaction, services: Services): Promise<Applied> {
  const written: StagedValue[] = [];
  for (const staged of transaction.stagedValues()) {
    if (staged.node.bound.entries[staged.slot]?.word !== 'apply') continue;
    const fault = await applyOne(transaction, staged, staged.after, services);
    if (fault) {
      await reapply(transaction, written, services);
      return { faults: [{ node: staged.node, fault }], written: [] };
    }
    if (staged.before !== staged.after) written.push(staged);
  }
  return { faults: [], written };
}

/**
 * Gives actuators the values that the tree has, last first. Those are not the ones of before the transaction when that
 * came on top of another which was undone as well. What fails now is logged: there is no one left to tell.
 */
export async function reapply(
  transaction: Transaction,
  written: readonly StagedValue[],
  services: Services,
): Promise<void> {
  for (const staged of [...written].reverse()) {
    const held = staged.node.values[staged.slot] as Scalar;
    const fault = await applyOne(transaction, staged, held, services);
    if (fault) services.log('error', `${staged.node.path} could not be set back: ${fault.message}`);
  }
}

async function applyOne(
  transaction: Transaction,
  { node, slot }: StagedValue,
  value: Scalar,
  services: Services,
): Promise<Fault | undefined> {
  const entry = node.bound.entries[slot];
  if (entry?.word !== 'apply') return undefined;
  const name = node.schema.params[slot]?.name ?? '';
  const write = async () => entry.apply(value, transaction.row(node), services);
  const fault = await withDeadline(write(), services);
  return fault && new Fault(PARAMETER_ACTION_FAILED, fault.message, name);
}

function withDeadline(write: Promise<Fault | undefined>, services: Services): Promise<Fault | undefined> {
  return new Promise(resolve => {
    const timer = services.clock.after(applyMsMax, () => {
      resolve(new Fault(PARAMETER_ACTION_FAILED, `the actuator did not answer within ${applyMsMax} ms`));
    });
    const settle = (fault: Fault | undefined) => {
      timer.stop();
      resolve(fault);
    };
    write.then(settle, cause => settle(new Fault(PARAMETER_ACTION_FAILED, String(cause))));
  });
}
