/** What acts behind the rows of the data model: notifications, watchers, timers, trust. */
import type { DataModel } from '../../datamodel/model.ts';
import { configure } from '../msg/configure.ts';
import { supportedProtocolVersions } from '../msg/getsupportedprotocol.ts';
import type { Requests } from '../msg/requests.ts';
import { Audience } from '../notify/audience.ts';
import { Lifetimes } from '../notify/lifetimes.ts';
import { Monitors } from '../notify/monitors.ts';
import { Notifier } from '../notify/notifier.ts';
import { Onboarding } from '../notify/onboarding.ts';
import { type NotifySender, Outboxes, type OutboxLimits } from '../notify/outboxes.ts';
import { Periodic } from '../notify/periodic.ts';
import { Thresholds } from '../notify/thresholds.ts';
import { forgetGone } from '../notify/told.ts';
import { TriggerActions } from '../notify/triggeractions.ts';
import { Watchdogs } from '../notify/watchdogs.ts';
import type { AccessControl } from '../security/access.ts';
import { CertificateStore } from '../security/certificates.ts';
import { ChallengeDesk } from '../security/challenges.ts';
import type { Caller } from '../security/controllers.ts';

export interface BehaviourParts {
  model: DataModel;
  /** What the journal holds, a live view. */
  state: ReadonlyMap<string, string>;
  accessControl: AccessControl;
  requests: Requests;
  sender: NotifySender;
  /** What the configuration says of notifications that wait; absent: the defaults. */
  outboxLimits?: OutboxLimits | undefined;
}

export class Behaviours {
  readonly outboxes: Outboxes;
  readonly #parts: BehaviourParts;
  readonly #onboarding: Onboarding;
  readonly #closers: { close(): void }[];

  /** Also completes the services that the data model's commands use. */
  constructor(parts: BehaviourParts) {
    this.#parts = parts;
    const { model, state, accessControl, requests, sender } = parts;
    const audience = new Audience(model, accessControl.of.bind(accessControl));
    const permitted: NotifySender = {
      ...sender,
      isConnected: to => !accessControl.isBanned(to) && sender.isConnected(to),
    };
    this.outboxes = new Outboxes(model, permitted, parts.outboxLimits);
    const triggers = new TriggerActions(model, (settings, { controller, access }) =>
      configure(settings, { model, access, controller, requests }),
    );
    const lifetimes = new Lifetimes(model);
    // Told of a commit before whoever raises something because of it; what they raise is told after it.
    new Notifier(model, state, audience, this.outboxes, lifetimes, hit => void triggers.run(hit));
    const watchdogs = new Watchdogs(model, audience);
    this.#onboarding = new Onboarding(model, this.outboxes, supportedProtocolVersions);
    const others = [new Thresholds(model, audience), new Monitors(model, audience), lifetimes, new Periodic(model)];
    this.#closers = [requests, ...others, watchdogs, this.#onboarding, this.outboxes];
    const challenges = new ChallengeDesk(model, state);
    const certificates = new CertificateStore(model, state);
    Object.assign(model.services, { onboarding: this.#onboarding, watchdogs, challenges, certificates });
  }

  /** Takes up what the last run has left: notifications, asynchronous commands, onboarding. */
  async open(): Promise<void> {
    const { model, requests, state } = this.#parts;
    forgetGone(model, state);
    this.outboxes.replay(state);
    await requests.resume(state);
    this.#onboarding.open();
  }

  /** A NotifyResp for the Notify with this msg_id has come. */
  acknowledged(caller: Caller, msgId: string): void {
    if (this.#mayAnswer(caller, msgId)) this.outboxes.acknowledged(caller.controller, msgId);
  }

  /** An Error has come, for a Notify with this msg_id or for nothing that we know. */
  refused(caller: Caller, msgId: string, code: number): void {
    if (this.#mayAnswer(caller, msgId)) this.outboxes.refused(caller.controller, msgId, code);
  }

  /** A Controller whose word is not taken for its own may have come on board all the same: that is where trust begins. */
  #mayAnswer({ controller, isTrusted }: Caller, msgId: string): boolean {
    return isTrusted || this.#onboarding.awaits(controller, msgId);
  }

  /** Ends every timer; what goes on after a restart is left as it is. */
  close(): void {
    for (const each of this.#closers) each.close();
  }
}
