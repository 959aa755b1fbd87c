/** Keeps the subscriptions of a `watch` that goes on for days. */
import type { Clock, Stoppable } from '../../drivers/ports.ts';
import { TransportError } from '../record/transport.ts';
import type { LocalController } from './controller.ts';
import { watchRenewalSeconds, watchSecondsMax } from './limits.ts';
import { errorLine, errorsOf } from './question.ts';
import type { Terminal } from './verb.ts';

/**
 * Prolongs what has just been added with a TimeToLive of `watchSecondsMax`, again and again until it is stopped. The time
 * counts from the creation (TR-181), so each renewal states their age and as much on top of it. That one fails is told
 * once, until one succeeds; that the agent has gone is noticed elsewhere.
 */
export function keepSubscriptions(
  controller: Pick<LocalController, 'ask'>,
  rows: readonly string[],
  clock: Clock,
  terminal: Pick<Terminal, 'complain'>,
): Stoppable {
  const createdAtMs = clock.monotonicMs();
  let isFailing = false;
  const renew = async () => {
    const ageSeconds = Math.round((clock.monotonicMs() - createdAtMs) / 1000);
    const errors = await prolong(controller, rows, ageSeconds + watchSecondsMax);
    if (!isFailing) for (const error of errors) terminal.complain(`${error}; what it tells ends within a day`);
    isFailing = errors.length > 0;
  };
  let timer: Stoppable;
  const wait = () => {
    timer = clock.after(watchRenewalSeconds * 1000, () => {
      void renew();
      wait();
    });
  };
  wait();
  return { stop: () => timer.stop() };
}

/** Why it failed, a line for each subscription that is not prolonged. */
async function prolong(
  controller: Pick<LocalController, 'ask'>,
  rows: readonly string[],
  timeToLiveSeconds: number,
): Promise<string[]> {
  const settings = [{ param: 'TimeToLive', value: String(timeToLiveSeconds), required: true }];
  const updates = rows.map(row => ({ obj_path: row, param_settings: settings }));
  try {
    const response = await controller.ask({ set: { allow_partial: true, update_objs: updates } });
    const results = response.resp_type === 'set_resp' ? response.set_resp.updated_obj_results : [];
    return results.flatMap(({ requested_path: path, oper_status: status }) => {
      if (status.oper_status === 'oper_success') return [];
      const { err_code: code, err_msg: message } = status.oper_failure;
      return [errorLine({ path, code, message })];
    });
  } catch (cause) {
    if (cause instanceof TransportError) return cause.code === 'closed' ? [] : [`uspi: ${cause.message}`];
    return errorsOf(cause).map(errorLine);
  }
}
