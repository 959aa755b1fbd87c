/** LocalAgent.Monitor: changes of parameters, gathered over an interval and told to the Controller that asked. */
import type { Access } from '../../datamodel/access.ts';
import type { Arguments } from '../../datamodel/define.ts';
import type { Change, Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { splitReferences } from '../../datamodel/references.ts';
import type { ParamSchema, Scalar } from '../../datamodel/schema.ts';
import { dateTimeOfMicros } from '../../datamodel/time.ts';
import { formatValue } from '../../datamodel/values.ts';
import type { Clock, Stoppable } from '../../drivers/ports.ts';
import type { Audience } from './audience.ts';
import { monitorChangesMax, monitorValueCharsMax } from './limits.ts';
import { WatchRows } from './watchrows.ts';

const monitorTable = 'Device.LocalAgent.Monitor.';

const unknownMicros = '0001-01-01T00:00:00.000000Z';

/** One element of ChangeSet.{i}.Parameter. */
interface ParameterChange {
  Name: string;
  Value: string;
  OldValue: string;
  ChangeTime: string;
}

/** What a Monitor has gathered and not told yet, by object path. */
interface Gathered {
  changes: Map<string, ParameterChange[]>;
  count: number;
  timer: Stoppable | undefined;
}

export class Monitors {
  readonly #model: DataModel;
  readonly #rows: WatchRows;
  readonly #gathered = new Map<ObjectNode, Gathered>();
  #lastMicros = 0;

  constructor(model: DataModel, audience: Audience) {
    this.#model = model;
    this.#rows = new WatchRows(model, audience, {
      path: monitorTable,
      referencesOf: row => splitReferences(String(row.stored('ReferenceList'))),
    });
    model.feed.listen(commit => {
      this.#onCommit(commit);
      for (const row of this.#rows.follow(commit)) this.#drop(row);
    });
  }

  /** What has been gathered is told before its interval is over: the next run would know nothing of it. */
  close(): void {
    for (const row of [...this.#gathered.keys()]) this.#tell(row);
  }

  #onCommit(commit: Commit): void {
    const changed = new Set<ObjectNode>();
    for (const change of commit) {
      if (change.kind !== 'value') continue;
      for (const { row, access } of this.#rows.watching(change.node, change.slot)) {
        this.#gather(row, change, access);
        changed.add(row);
      }
    }
    for (const row of changed) this.#schedule(row);
  }

  #gather(row: ObjectNode, { node, slot, before, after }: Extract<Change, { kind: 'value' }>, access: Access): void {
    const param = node.schema.params[slot];
    if (!param) return;
    const gathered = this.#gathered.get(row) ?? { changes: new Map(), count: 0, timer: undefined };
    this.#gathered.set(row, gathered);
    const ofObject = gathered.changes.get(node.path) ?? [];
    gathered.changes.set(node.path, ofObject);
    const text = (value: Scalar) => textFor(access, param, value);
    ofObject.push({ Name: param.name, Value: text(after), OldValue: text(before), ChangeTime: this.#changeTime() });
    if (++gathered.count >= monitorChangesMax) this.#tell(row);
  }

  /** Interval 0: at once; else when the interval that the first change began is over. */
  #schedule(row: ObjectNode): void {
    const gathered = this.#gathered.get(row);
    if (!gathered) return;
    const intervalMs = Number(row.stored('Interval')) / 1000;
    if (intervalMs === 0) this.#tell(row);
    else gathered.timer ??= this.#model.services.clock.after(intervalMs, () => this.#tell(row));
  }

  #tell(row: ObjectNode): void {
    const gathered = this.#gathered.get(row);
    this.#drop(row);
    const owner = this.#rows.ownerOf(row);
    if (gathered && owner) this.#model.raise(row, 'OnChange!', argumentsOf(gathered.changes), owner.controller);
  }

  #drop(row: ObjectNode): void {
    this.#gathered.get(row)?.timer?.stop();
    this.#gathered.delete(row);
  }

  /** Never the same twice: a change's key is its name and its time. */
  #changeTime(): string {
    const { clock } = this.#model.services;
    if (!clock.wallTimeIsKnown()) return unknownMicros;
    this.#lastMicros = Math.max(microsNow(clock), this.#lastMicros + 1);
    return dateTimeOfMicros(this.#lastMicros);
  }
}

function microsNow(clock: Clock): number {
  return Math.round(clock.wallMs() * 1000);
}

function textFor(access: Access, param: ParamSchema, value: Scalar): string {
  if (param.hidden || (param.secured && !access.readsSecured)) return '';
  return formatValue(param.type, value).slice(0, monitorValueCharsMax);
}

/** `ChangeSet.1.ObjectPath`, `ChangeSet.1.Parameter.1.Name` and so on. */
function argumentsOf(changes: ReadonlyMap<string, readonly ParameterChange[]>): Arguments {
  const args: Record<string, string> = {};
  for (const [i, [path, parameters]] of [...changes].entries()) {
    args[`ChangeSet.${i + 1}.ObjectPath`] = path;
    for (const [j, parameter] of parameters.entries()) {
      for (const [name, text] of Object.entries(parameter))
        args[`ChangeSet.${i + 1}.Parameter.${j + 1}.${name}`] = text;
    }
  }
  return args;
}
