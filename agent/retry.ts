/** TR-369's one retry algorithm, for notifications [R-NOT.1] and for the transports. Time and chance are arguments. */
import type { Random } from '../drivers/ports.ts';
import type { RetryParameters } from './record/transport.ts';

/** TR-369's tables end at the tenth retry; every later one uses its interval [R-NOT.2]. */
const retryCountMax = 10;

/** Milliseconds before try number `attempt` (1 is the first): a random one in the range of the standard's table. */
export function retryIntervalMs(parameters: RetryParameters, attempt: number, random: Random): number {
  const { minimumWaitIntervalSeconds, intervalMultiplier, maximumIntervalSeconds } = parameters;
  const factor = intervalMultiplier / 1000;
  const low = minimumWaitIntervalSeconds * factor ** (Math.min(attempt, retryCountMax) - 1);
  const seconds = low + random.fraction() * (low * factor - low);
  return Math.min(seconds, maximumIntervalSeconds || Number.POSITIVE_INFINITY) * 1000;
}
