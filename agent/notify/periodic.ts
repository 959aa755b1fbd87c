/** Periodic!: each Controller's own, every PeriodicNotifInterval seconds, in step with PeriodicNotifTime. */

import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { isUnknownTime } from '../../datamodel/values/datetime.ts';
import type { Stoppable } from '../../drivers/ports.ts';
import { isThere, rowsIn } from './referenceindex.ts';

const controllerTable = 'Device.LocalAgent.Controller.';
const settings = ['Enable', 'PeriodicNotifInterval', 'PeriodicNotifTime'];

/** By how much wall time may fall behind within a short interval; in a long one, by a hundredth of it. */
const slewMs = 5_000;

export class Periodic {
  readonly #model: DataModel;
  readonly #timers = new Map<ObjectNode, Stoppable>();

  constructor(model: DataModel) {
    this.#model = model;
    model.feed.follow(commit => {
      for (const row of rowsIn(commit, controllerTable, settings)) this.#schedule(row);
    });
    for (const controller of model.table(controllerTable).rows.values()) this.#schedule(controller);
  }

  close(): void {
    for (const timer of this.#timers.values()) timer.stop();
    this.#timers.clear();
  }

  /** `isAfterOne`: a Periodic! has just been raised. */
  #schedule(controller: ObjectNode, isAfterOne = false): void {
    this.#timers.get(controller)?.stop();
    this.#timers.delete(controller);
    if (!isThere(controller) || controller.stored('Enable') !== true) return;
    const { clock } = this.#model.services;
    const intervalMs = Number(controller.stored('PeriodicNotifInterval')) * 1000;
    const untilMs = this.#untilMs(controller, intervalMs);
    // Wall time is slewed: the moment that has just been told of may lie a little ahead of it again.
    const isSame = isAfterOne && untilMs < Math.min(intervalMs / 2, Math.max(slewMs, intervalMs / 100));
    const delayMs = isSame ? untilMs + intervalMs : untilMs;
    const timer = clock.after(delayMs, () => {
      this.#model.raise(this.#model.node('Device.LocalAgent.'), 'Periodic!', {}, controller);
      this.#schedule(controller, true);
    });
    this.#timers.set(controller, timer);
  }

  /** Until the next multiple of the interval from PeriodicNotifTime; from now, while either time is unknown. */
  #untilMs(controller: ObjectNode, intervalMs: number): number {
    const { clock } = this.#model.services;
    const reference = String(controller.stored('PeriodicNotifTime'));
    const isAbsolute = reference.endsWith('Z') && !isUnknownTime(reference);
    if (!isAbsolute || !clock.wallTimeIsKnown()) return intervalMs;
    const sinceMs = clock.wallMs() - Date.parse(reference);
    const intoMs = ((sinceMs % intervalMs) + intervalMs) % intervalMs;
    return intervalMs - intoMs;
  }
}
