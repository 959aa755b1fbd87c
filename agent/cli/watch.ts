import { randomBytes } from 'node:crypto';
import { HostClock } from '../../drivers/host/clock.ts';
import type { Notify } from '../../proto/codec.gen.js';
import { goneAgent, type LocalController, socketOption, withController } from './controller.ts';
import { watchSecondsMax } from './limits.ts';
import { type NotifType, notificationLine, notifTypes, readNotification } from './notification.ts';
import { errorLine, errorsOf, type PathError } from './question.ts';
import { keepSubscriptions } from './renewal.ts';
import { subscribe, unsubscribe, type Wanted } from './subscriptions.ts';
import { exitCodes, type Options, type Terminal, UsageError, type Verb } from './verb.ts';

export const verb: Verb = {
  words: 'PATH...',
  help: [
    'Subscribes to changes, prints each notification as it comes, and takes the subscription back at the end (Ctrl-C). A',
    'path that ends with ! is an event, one with () a command whose end is told; of the rest, changes of values are. What',
    'is computed when it is read, such as UpTime, is not notified.',
  ],
  options: {
    type: { value: 'TYPE', help: `one of ${notifTypes.join(', ')}` },
    count: { value: 'N', help: 'ends after so many notifications' },
    socket: socketOption,
    json: { help: 'for programs: one JSON document a line' },
  },
  async run(words, options, terminal) {
    const wanted = readWanted(words, options);
    const countMax = readCount(options);
    return withController(options, terminal, async controller => {
      try {
        return await watch(controller, wanted, countMax, options, terminal);
      } catch (cause) {
        for (const error of errorsOf(cause)) terminal.complain(errorLine(error));
        return exitCodes.failed;
      }
    });
  },
};

function readWanted(words: readonly string[], { type }: Options): Wanted[] {
  if (words.length === 0)
    throw new UsageError('which path? `uspi watch Device.IoTCapability.` tells of the sensors and actuators');
  const wantedType = notifTypes.find(each => each === type);
  if (type !== undefined && !wantedType) throw new UsageError(`--type ${type}: one of ${notifTypes.join(', ')}`);
  const run = randomBytes(6).toString('hex');
  return words.map((path, index) => ({ id: `watch-${run}-${index + 1}`, type: wantedType ?? typeOf(path), path }));
}

function typeOf(path: string): NotifType {
  if (path.endsWith('!')) return 'Event';
  return path.endsWith('()') ? 'OperationComplete' : 'ValueChange';
}

function readCount({ count: text }: Options): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,8}$/.test(String(text))) throw new UsageError(`--count ${text}: expected a number from 1`);
  return Number(text);
}

async function watch(
  controller: LocalController,
  wanted: readonly Wanted[],
  countMax: number,
  options: Options,
  terminal: Terminal,
): Promise<number> {
  const errors = await missing(controller, wanted);
  for (const error of errors) terminal.complain(errorLine(error));
  if (errors.length > 0) return exitCodes.failed;
  const ending = terminal.ending('SIGINT', 'SIGTERM', 'SIGHUP');
  const enough = new Promise<'enough'>(resolve => {
    let count = 0;
    controller.onNotify = (notify, msgId) => {
      if (!wanted.some(({ id }) => id === notify.subscription_id) || count >= countMax) return;
      // A connection that is gone is noticed below.
      controller.acknowledge(notify, msgId).catch(() => {});
      printNotify(notify, msgId, options, terminal);
      if (++count >= countMax) resolve('enough');
    };
  });
  const rows = await subscribe(controller, wanted, watchSecondsMax);
  terminal.complain(`watching ${wanted.map(({ path }) => path).join(' ')}; Ctrl-C ends it`);
  const renewal = keepSubscriptions(controller, rows, new HostClock(), terminal);
  const end = await Promise.race([enough, ending, controller.closed]);
  renewal.stop();
  if (!end) return goneAgent(terminal);
  await unsubscribe(controller, rows);
  return exitCodes.ok;
}

/** A subscription may name what is not there yet; on a terminal that is a slip of the pen, and would wait for ever. */
async function missing(controller: LocalController, wanted: readonly Wanted[]): Promise<PathError[]> {
  const paths = wanted.filter(({ type }) => type === 'ValueChange').map(({ path }) => path);
  if (paths.length === 0) return [];
  const response = await controller.ask({ get: { param_paths: paths, max_depth: 1 } });
  const results = response.resp_type === 'get_resp' ? response.get_resp.req_path_results : [];
  return results
    .filter(({ err_code: code }) => code !== 0)
    .map(({ requested_path: path, err_code: code, err_msg: message }) => ({ path, code, message }));
}

function printNotify(notify: Notify, msgId: string, { json }: Options, terminal: Terminal): void {
  const notification = readNotification(notify);
  if (!notification) return;
  const time = new Date().toISOString();
  const common = { time, msgId, subscriptionId: notify.subscription_id };
  terminal.print(json ? JSON.stringify({ ...common, ...notification }) : `${time}  ${notificationLine(notification)}`);
}
