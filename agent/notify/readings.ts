/** What sensors say all the time. It is not written to the medium: the next reading says it again, and cards wear. */
import type { Arguments } from '../../datamodel/define.ts';
import type { Change, Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';

/**
 * Whether a change of the commit is no more than a reading. A boolean is more, for it tells an alarm from its end; and so
 * is what came with it, such as the time of the change.
 */
export function isReading(change: Change, commit: Commit, model: DataModel): boolean {
  if (change.kind === 'event') return change.name === 'OnChange!' && tellsReadingsAlone(change.arguments, model);
  if (change.kind !== 'value' || !isLive(change.node, change.slot)) return false;
  return !commit.some(each => each.kind === 'value' && each.node === change.node && typeof each.after === 'boolean');
}

function isLive(node: ObjectNode, slot: number): boolean {
  return node.bound.entries[slot]?.word === 'live';
}

/** Of a Monitor's changes: its arguments are `ChangeSet.1.ObjectPath`, `ChangeSet.1.Parameter.1.Name` and so on. */
function tellsReadingsAlone(args: Arguments, model: DataModel): boolean {
  return Object.entries(args).every(([name, text]) => {
    const changeSet = /^(ChangeSet\.\d+\.)Parameter\.\d+\.Name$/.exec(name)?.[1];
    const node = changeSet === undefined ? undefined : model.find(args[`${changeSet}ObjectPath`] ?? '');
    const param = node?.schema.paramByName.get(text);
    return !node || !param || (isLive(node, param.slot) && param.type.kind !== 'boolean');
  });
}
