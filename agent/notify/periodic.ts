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

/** How often the time that is left is looked at, for wall time may jump; and while it is not known. */
const lookAgainMs = 3_600_000;
const lookForTimeMs = 60_000;

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
    const intervalMs = intervalMsOf(controller);
    const untilMs = this.#untilMs(controller) ?? intervalMs;
    // Wall time is slewed: the moment that has just been told of may lie a little ahead of it again.
    const isSame = isAfterOne && untilMs < Math.min(intervalMs / 2, Math.max(slewMs, intervalMs / 100));
    this.#wait(controller, isSame ? untilMs + intervalMs : untilMs);
  }

  /** Not all at once: wall time may jump meanwhile, or become known. */
  #wait(controller: ObjectNode, delayMs: number): void {
    const { clock } = this.#model.services;
    const stepMs = Math.min(delayMs, clock.wallTimeIsKnown() ? lookAgainMs : lookForTimeMs);
    const timer = clock.after(stepMs, () => {
      if (stepMs < delayMs) {
        this.#wait(controller, this.#untilMs(controller) ?? delayMs - stepMs);
        return;
      }
      this.#model.raise(this.#model.node('Device.LocalAgent.'), 'Periodic!', {}, controller);
      this.#schedule(controller, true);
    });
    this.#timers.set(controller, timer);
  }

  /** Until the next multiple of the interval from PeriodicNotifTime; undefined while either time is unknown. */
  #untilMs(controller: ObjectNode): number | undefined {
    const { clock } = this.#model.services;
    const reference = String(controller.stored('PeriodicNotifTime'));
    const isAbsolute = reference.endsWith('Z') && !isUnknownTime(reference);
    if (!isAbsolute || !clock.wallTimeIsKnown()) return undefined;
    const intervalMs = intervalMsOf(controller);
    const sinceMs = clock.wallMs() - Date.parse(reference);
    const intoMs = ((sinceMs % intervalMs) + intervalMs) % intervalMs;
    return intervalMs - intoMs;
  }
}

function intervalMsOf(controller: ObjectNode): number {
  return Number(controller.stored('PeriodicNotifInterval')) * 1000;
}
