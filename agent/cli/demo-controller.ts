import { setTimeout as sleep } from 'node:timers/promises';
import type { Notify } from '../../proto/codec.gen.js';
import { TransportError } from '../record/transport.ts';
import { goneAgent, LocalController } from './controller.ts';
import { demoConnectMsMax } from './limits.ts';
import { notificationLine, readNotification } from './notification.ts';
import { subscribe, type Wanted } from './subscriptions.ts';
import { columns } from './text.ts';
import { exitCodes, type Terminal, type Verb } from './verb.ts';

const capabilities = 'Device.IoTCapability.';

const wanted: readonly Wanted[] = [
  { id: 'too-hot', type: 'ValueChange', path: `${capabilities}*.LevelSensor.HighLevel` },
  { id: 'door', type: 'ValueChange', path: `${capabilities}*.BinarySensor.Value` },
  { id: 'fan', type: 'ValueChange', path: `${capabilities}*.BinaryControl.Value` },
];

/** The demo's second process: a USP Controller of its own, behind a real socket. */
export const verb: Verb = {
  words: '',
  help: ['The controller of `uspi demo`, which starts it.'],
  options: {
    socket: { value: 'PATH', help: "the demo agent's local socket", isRequired: true },
    once: { help: 'ends after the first Notify' },
  },
  async run(_, options, terminal) {
    const ending = terminal.ending('SIGINT', 'SIGTERM', 'SIGHUP');
    const controller = await connect(String(options.socket));
    const enough = new Promise<'enough'>(resolve => {
      let isOver = false;
      controller.onNotify = (notify, msgId) => {
        if (isOver) return;
        printNotify(notify, msgId, terminal);
        isOver = options.once === true;
        if (isOver) resolve('enough');
      };
    });
    for (const line of await introduce(controller)) terminal.print(line);
    await subscribe(controller, wanted, 0);
    const end = await Promise.race([enough, ending, controller.closed]);
    if (!end) return goneAgent(terminal);
    await controller.close();
    return exitCodes.ok;
  },
};

/** The agent's socket may not be there yet. */
async function connect(socketPath: string): Promise<LocalController> {
  const deadlineMs = performance.now() + demoConnectMsMax;
  for (;;) {
    try {
      return await LocalController.connect(socketPath);
    } catch (cause) {
      const isEarly = cause instanceof TransportError && cause.code === 'not-connected';
      if (!isEarly || performance.now() > deadlineMs) throw cause;
      await sleep(50);
    }
  }
}

/** What the controller finds at the agent. */
async function introduce(controller: LocalController): Promise<string[]> {
  const response = await controller.ask({ get: { param_paths: [`${capabilities}*.Name`, `${capabilities}*.Class`] } });
  const results = response.resp_type === 'get_resp' ? response.get_resp.req_path_results : [];
  const [names, classes] = results.map(result => result.resolved_path_results);
  const rows = (names ?? []).map(({ resolved_path: path, result_params: params }, index) => {
    return [`  ${path}`, classes?.[index]?.result_params.Class ?? '', params.Name ?? ''];
  });
  return [
    `The controller (process ${process.pid}) has found ${controller.agentEndpointId}, which has`,
    ...columns(rows),
  ];
}

function printNotify(notify: Notify, msgId: string, terminal: Terminal): void {
  const notification = readNotification(notify);
  if (!notification) return;
  const ids = `msg_id=${msgId} subscription_id=${notify.subscription_id}`;
  terminal.print(`Notify ${ids} ${notificationLine(notification)}`);
}
