/**
 * OnBoardRequest: sent to a Controller whose OnBoardingComplete is false, until it is answered [R-NOT.5, R-NOT.6a], and
 * anew some time after each answer while that stays so (OnBoardingRestartTime).
 */
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Onboarding as OnboardingService } from '../../datamodel/services.ts';
import type { Stoppable } from '../../drivers/ports.ts';
import type { Outboxes } from './outboxes.ts';
import { isThere, rowsIn } from './referenceindex.ts';

const controllerTable = 'Device.LocalAgent.Controller.';

export class Onboarding implements OnboardingService {
  readonly #model: DataModel;
  readonly #outboxes: Outboxes;
  readonly #protocolVersions: string;
  /** msg_id of the request that is on its way. */
  readonly #requests = new Map<ObjectNode, string>();
  /** Until the next request, after one has been answered. */
  readonly #timers = new Map<ObjectNode, Stoppable>();

  /** `protocolVersions`: as in GetSupportedProtocol's answer. */
  constructor(model: DataModel, outboxes: Outboxes, protocolVersions: string) {
    this.#model = model;
    this.#outboxes = outboxes;
    this.#protocolVersions = protocolVersions;
    model.feed.follow(commit => {
      for (const row of rowsIn(commit, controllerTable, ['OnBoardingComplete', 'Enable'])) this.#look(row);
    });
  }

  /** Whether a Message is the request to this Controller. */
  awaits(controller: ObjectNode, msgId: string): boolean {
    return this.#requests.get(controller) === msgId;
  }

  /** Sends what an earlier run may not have got through. */
  open(): void {
    for (const controller of this.#model.table(controllerTable).rows.values()) this.#look(controller);
  }

  close(): void {
    for (const timer of this.#timers.values()) timer.stop();
    this.#timers.clear();
  }

  /** A new request takes the place of one that is still on its way. */
  request(controller: ObjectNode): void {
    this.#cancelTimer(controller);
    const pending = this.#requests.get(controller);
    if (pending !== undefined) this.#outboxes.withdraw(controller, pending);
    this.#requests.delete(controller);
    if (!isThere(controller) || controller.stored('Enable') !== true) return;
    const { identity } = this.#model.services;
    const notify = {
      subscription_id: '', // [R-NOT.7]
      send_resp: true, // [R-NOT.6]
      on_board_req: {
        oui: identity.manufacturerOui,
        product_class: identity.productClass,
        serial_number: identity.serialNumber,
        agent_supported_protocol_versions: this.#protocolVersions,
      },
    };
    // The journal need not keep it: OnBoardingComplete, which it keeps, says that it is wanted.
    const answered = () => this.#answered(controller);
    const delivery = { isRetried: true, expirationSeconds: 0, answered };
    this.#requests.set(controller, this.#outboxes.send(controller, notify, delivery));
  }

  /** Asks where it is due; else ends what is under way, but for a request that still waits for its answer. */
  #look(controller: ObjectNode): void {
    if (!isThere(controller)) this.#requests.delete(controller);
    if (isThere(controller) && controller.stored('OnBoardingComplete') === false) this.request(controller);
    else this.#cancelTimer(controller);
  }

  #answered(controller: ObjectNode): void {
    this.#requests.delete(controller);
    const seconds = Number(controller.stored('OnBoardingRestartTime'));
    if (seconds === 0 || controller.stored('OnBoardingComplete') !== false) return;
    const timer = this.#model.services.clock.after(seconds * 1000, () => this.request(controller));
    this.#timers.set(controller, timer);
  }

  #cancelTimer(controller: ObjectNode): void {
    this.#timers.get(controller)?.stop();
    this.#timers.delete(controller);
  }
}
