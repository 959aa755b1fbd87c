/**
 * LocalAgent.Watchdog: an event when something has not been written for too long, with a new value or with the one that
 * it had, for the Controller that asked.
 */
import { type Access, paramRights, READ } from '../../datamodel/access.ts';
import { Fault } from '../../datamodel/errors.ts';
import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import { ObjectNode } from '../../datamodel/node.ts';
import { splitReferences } from '../../datamodel/references.ts';
import type { Watchdogs as WatchdogService } from '../../datamodel/services.ts';
import type { Stoppable } from '../../drivers/ports.ts';
import type { Audience } from './audience.ts';
import { compileReference } from './reference.ts';
import { isThere, rowsIn } from './referenceindex.ts';
import { WatchRows } from './watchrows.ts';

const watchdogTable = 'Device.LocalAgent.Watchdog.';

/** A watchdog that runs. */
interface Running {
  endMs: number;
  timer: Stoppable;
  /** What it refers to and has been written since it was last reloaded. */
  written: Set<string>;
}

export class Watchdogs implements WatchdogService {
  readonly #model: DataModel;
  readonly #rows: WatchRows;
  readonly #running = new Map<ObjectNode, Running>();
  /** What a disabled one that was reset shows. */
  readonly #still = new WeakMap<ObjectNode, number>();

  constructor(model: DataModel, audience: Audience) {
    this.#model = model;
    this.#rows = new WatchRows(model, audience, { path: watchdogTable, referencesOf });
    for (const row of this.#rows.all()) this.#begin(row);
    model.feed.listen(commit => this.#onCommit(commit));
    model.feed.listenToUndone(commit => this.#onUndone(commit));
    model.feed.listenToWrites((node, slot) => this.#onWrite(node, slot));
  }

  close(): void {
    for (const row of [...this.#running.keys()]) this.#halt(row);
  }

  remainingSeconds(watchdog: ObjectNode): number {
    const running = this.#running.get(watchdog);
    if (!running) return this.#still.get(watchdog) ?? 0;
    return Math.max(0, Math.ceil((running.endMs - this.#model.services.clock.monotonicMs()) / 1000));
  }

  reset(watchdog: ObjectNode): void {
    this.#begin(watchdog);
    if (watchdog.stored('Enable') !== true) this.#still.set(watchdog, Number(watchdog.stored('ReloadTimerValue')));
  }

  #onCommit(commit: Commit): void {
    this.#rows.follow(commit);
    for (const change of commit) {
      const { node } = change;
      if (node.table?.path !== watchdogTable) continue;
      if (change.kind === 'deleted') this.#halt(node);
      else if (change.kind === 'created') this.#begin(node);
      else if (change.kind === 'value' && isSetting(node.schema.params[change.slot]?.name)) this.#begin(node);
    }
  }

  /** One that an earlier commit, told meanwhile, has begun or halted by what was undone now. */
  #onUndone(commit: Commit): void {
    for (const row of rowsIn(commit, watchdogTable)) {
      const isEnabled = isThere(row) && row.stored('Enable') === true;
      if (isEnabled === (row.stored('Status') === 'Inactive')) this.#begin(row);
    }
  }

  /** From its full time on, if it is enabled. */
  #begin(row: ObjectNode): void {
    this.#halt(row);
    this.#still.delete(row);
    const isEnabled = isThere(row) && row.stored('Enable') === true;
    if (isEnabled) this.#reload(row);
    this.#model.update(row, { Status: isEnabled ? 'Active' : 'Inactive' });
  }

  #reload(row: ObjectNode): void {
    this.#halt(row);
    const { clock } = this.#model.services;
    const delayMs = Number(row.stored('ReloadTimerValue')) * 1000;
    const timer = clock.after(delayMs, () => this.#expire(row));
    this.#running.set(row, { endMs: clock.monotonicMs() + delayMs, timer, written: new Set() });
  }

  #halt(row: ObjectNode): void {
    this.#running.get(row)?.timer.stop();
    this.#running.delete(row);
  }

  /** It stays at 0 until it is reset. */
  #expire(row: ObjectNode): void {
    this.#running.delete(row);
    this.#model.update(row, { Status: 'Expired' });
    const owner = this.#rows.ownerOf(row);
    if (!owner) return;
    const args = {
      Reference: String(row.stored('Reference')),
      ReloadTimerValue: String(row.stored('ReloadTimerValue')),
      SeverityIndication: String(row.stored('SeverityIndication')),
    };
    this.#model.raise(row, 'Watchdog!', args, owner.controller);
  }

  #onWrite(node: ObjectNode, slot: number): void {
    const name = node.schema.params[slot]?.name ?? '';
    for (const { row, access } of this.#rows.watching(node, slot)) {
      const running = this.#running.get(row);
      if (!running) continue;
      const elements = referencesOf(row).flatMap(text => this.#elementsOf(text, access));
      for (const element of elements) if (isIn(element, node, name)) running.written.add(element);
      if (elements.every(element => running.written.has(element))) this.#reload(row);
    }
  }

  /**
   * What a path names now, as paths: objects, and parameters that the Controller may read. TR-181: a watchdog is reloaded
   * once each of them has been written.
   */
  #elementsOf(text: string, access: Access): string[] {
    const leaf = compileReference(text, this.#model)?.leaf;
    const path = this.#model.parse(leaf === undefined && !text.endsWith('.') ? `${text}.` : text);
    const resolved = path instanceof Fault ? path : this.#model.resolve(path, access);
    if (resolved instanceof Fault) return [];
    if (leaf === undefined) return resolved.nodes.map(node => node.path);
    return resolved.nodes.flatMap(node => {
      const slot = node.schema.paramByName.get(leaf)?.slot;
      const mayRead = node instanceof ObjectNode && slot !== undefined && paramRights(access.of(node), slot) & READ;
      return mayRead ? [node.path + leaf] : [];
    });
  }
}

const referencesOf = (row: ObjectNode) => splitReferences(String(row.stored('Reference')));

/** An object is written with anything in it. */
function isIn(element: string, node: ObjectNode, name: string): boolean {
  return element.endsWith('.') ? node.path.startsWith(element) : element === node.path + name;
}

/** A new ReloadTimerValue counts from the next reload on. */
function isSetting(name: string | undefined): boolean {
  return name === 'Enable' || name === 'Reference';
}
