/** The Boot! event, once for each start: its ParameterMap differs by Controller (BootParameter rows). */
import { type Access, paramRights, READ } from '../../datamodel/access.ts';
import type { Arguments } from '../../datamodel/define.ts';
import { Fault } from '../../datamodel/errors.ts';
import type { Change } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import { ObjectNode } from '../../datamodel/node.ts';
import { textOf } from '../../datamodel/readable.ts';
import { bootCauseNote, bootCauseOf, softwareVersionNote } from '../../datamodel/startnotes.ts';

/**
 * Raises Boot! with what the last run has left in the journal's `state`: why it went down, and its software version. The
 * cause is forgotten with it, in one commit: the next start has one of its own. When the medium refuses that, Boot! is told
 * all the same, from memory.
 */
export function raiseBoot(model: DataModel, state: ReadonlyMap<string, string>): void {
  const { softwareVersion } = model.services.identity;
  const before = state.get(softwareVersionNote);
  const isUpdated = before !== undefined && before !== softwareVersion;
  const args = { ...bootCauseOf(model, state), FirmwareUpdated: String(isUpdated) };
  const transaction = model.begin();
  transaction.announce({ kind: 'event', node: model.root, name: 'Boot!', arguments: args });
  if (before !== softwareVersion) transaction.note(softwareVersionNote, softwareVersion);
  if (state.has(bootCauseNote)) transaction.note(bootCauseNote, undefined);
  void transaction.commitNow().durable.then(fault => {
    if (fault) model.raise(model.root, 'Boot!', args);
  });
}

/** The event's arguments with the ParameterMap that this Controller asked for. */
export function bootArguments(change: Change, controller: ObjectNode, model: DataModel, access: Access): Arguments {
  const args = change.kind === 'event' ? change.arguments : {};
  const map: Record<string, string> = {};
  for (const row of controller.tableNamed('BootParameter')?.rows.values() ?? []) {
    if (row.stored('Enable') === true) Object.assign(map, valuesOf(String(row.stored('ParameterName')), model, access));
  }
  return { ...args, ParameterMap: JSON.stringify(map) };
}

/** A BootParameter's ParameterName may be a parameter, an object or a search path. */
function valuesOf(text: string, model: DataModel, access: Access): Record<string, string> {
  const values: Record<string, string> = {};
  const path = model.parse(text);
  if (path instanceof Fault) return values;
  const resolved = model.resolve(path, access);
  if (resolved instanceof Fault) return values;
  for (const node of resolved.nodes) {
    if (!(node instanceof ObjectNode)) continue;
    for (const param of node.schema.params) {
      const isWanted = path.leaf ? param.name === path.leaf.name : true;
      if (!isWanted || !(paramRights(access.of(node), param.slot) & READ)) continue;
      values[node.path + param.name] = textOf(node, param, { model, access });
    }
  }
  return values;
}
