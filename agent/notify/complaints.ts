/** What goes wrong with notifications, for the log: a line for each cause, and how often it was when it is over. */
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Log } from '../../drivers/ports.ts';
import type { DropReason } from './outbox.ts';

const whys: Readonly<Record<DropReason, string>> = {
  full: 'too many wait',
  expired: 'they have expired',
  'too-large': 'they are too large for the transport',
  'not-taken': 'the transport has not taken them, and they are not to be tried again',
};

export class Complaints {
  readonly #log: Log;
  /** How many notifications have been given up, by Controller and reason, since it last had answered them all. */
  readonly #drops = new Map<ObjectNode, Map<DropReason, number>>();
  readonly #refusing = new Set<ObjectNode>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** A notification to the Controller is given up. */
  dropped(controller: ObjectNode, reason: DropReason): void {
    const counts = this.#drops.get(controller) ?? new Map<DropReason, number>();
    this.#drops.set(controller, counts);
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    if (count === 1) this.#log('warning', `notifications to ${nameOf(controller)} are given up: ${whys[reason]}`);
  }

  /** So many notifications to the Controller wait no more. */
  gone(controller: ObjectNode, count: number, why: string): void {
    if (count > 0) this.#log('notice', `notifications to ${nameOf(controller)} that were given up: ${count}: ${why}`);
  }

  /** The Controller answers a notification with an Error. */
  refused(controller: ObjectNode, code: number): void {
    if (this.#refusing.has(controller)) return;
    this.#refusing.add(controller);
    const line = `${nameOf(controller)} answers a notification with error ${code}: it is sent again`;
    this.#log('warning', line);
  }

  /** The Controller has answered all that it was sent, or nothing more is sent to it. */
  cure(controller: ObjectNode): void {
    for (const [reason, count] of this.#drops.get(controller) ?? []) this.gone(controller, count, whys[reason]);
    this.#drops.delete(controller);
    this.#refusing.delete(controller);
  }
}

const nameOf = (controller: ObjectNode) => String(controller.stored('EndpointID'));
