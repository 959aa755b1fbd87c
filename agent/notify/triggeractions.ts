/**
 * Subscription.{i}.TriggerAction: what a subscription changes here when it is triggered, with its Recipient's rights.
 *
 * Subscriptions may trigger each other in a ring. Therefore none is triggered by what it does itself, nor more often
 * than its limit says.
 */
import { Fault } from '../../datamodel/errors.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { parseTriggerSetting, type TriggerSetting } from '../../datamodel/triggersetting.ts';
import { splitList } from '../../datamodel/values/list.ts';
import { triggersMax, triggersWindowMs } from './limits.ts';
import type { Hit } from './subscriptions.ts';

/** Sets parameters as a Set of the hit's Controller would: all of them or none. */
export type Configure = (settings: readonly TriggerSetting[], hit: Hit) => Promise<Fault | undefined>;

interface Action {
  isRunning: boolean;
  /** Monotonic times of the latest ones, oldest first. */
  startedAtMs: number[];
  /** Its trouble has been logged, and has not been cured since. */
  isInTrouble: boolean;
}

export class TriggerActions {
  readonly #model: DataModel;
  readonly #configure: Configure;
  readonly #actions = new WeakMap<ObjectNode, Action>();

  constructor(model: DataModel, configure: Configure) {
    this.#model = model;
    this.#configure = configure;
  }

  async run(hit: Hit): Promise<void> {
    const { subscription } = hit;
    const action = this.#actions.get(subscription) ?? { isRunning: false, startedAtMs: [], isInTrouble: false };
    this.#actions.set(subscription, action);
    if (action.isRunning) return;
    if (!this.#isInTime(action)) {
      this.#complain(action, subscription, `more than ${triggersMax} times within ${triggersWindowMs / 1000} s`);
      return;
    }
    action.isRunning = true;
    const fault = await this.#configure(settingsOf(subscription), hit);
    action.isRunning = false;
    if (fault) this.#complain(action, subscription, fault.message);
    else action.isInTrouble = false;
  }

  /** Notes another start, unless there have been too many of late. */
  #isInTime(action: Action): boolean {
    const nowMs = this.#model.services.clock.monotonicMs();
    action.startedAtMs = action.startedAtMs.filter(ms => nowMs - ms < triggersWindowMs);
    if (action.startedAtMs.length >= triggersMax) return false;
    action.startedAtMs.push(nowMs);
    return true;
  }

  #complain(action: Action, subscription: ObjectNode, why: string): void {
    if (!action.isInTrouble) this.#model.services.log('warning', `${subscription.path}: not triggered: ${why}`);
    action.isInTrouble = true;
  }
}

function settingsOf(subscription: ObjectNode): TriggerSetting[] {
  return splitList(String(subscription.stored('TriggerConfigSettings'))).flatMap(entry => {
    const setting = parseTriggerSetting(entry);
    return setting instanceof Fault ? [] : [setting];
  });
}
