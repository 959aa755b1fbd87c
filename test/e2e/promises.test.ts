// kill -9 at any moment loses no notification: a controller sets one value after the other, subscribed to them itself, and
// hears each that was acknowledged, under one msg_id, in order, however often the agent dies under it.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { connectUds, type UdsConnection } from '../../agent/mtp/uds-client.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import { type MsgInit, MsgType, type Notify, type RequestInit } from '../../proto/codec.gen.js';
import { bundledProgram } from '../helpers/bundle.ts';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';

const kills = Number(process.env.USPI_KILLS ?? 20);
const seed = Number(process.env.USPI_SEED ?? 1);
const endpointId = 'self::local';
const me = `Device.LocalAgent.Controller.[EndpointID=="${endpointId}"].`;

const settingsOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([param, value]) => ({ param, value, required: true }));

/** A controller that outlives the agent's deaths: what it has heard, and under which msg_ids. */
class Controller {
  readonly heard = new Map<string, Set<string>>();
  /** Whether the next notification is answered. */
  answers: () => boolean = () => true;
  readonly #waiting = new Map<string, () => void>();
  #connection: UdsConnection | undefined;
  #count = 0;

  async connect(socketPath: string): Promise<void> {
    for (let isOpen = false; !isOpen; ) {
      const tried = connectUds(socketPath, endpointId, new HostClock({ trustWallTime: true }));
      isOpen = await tried.then(
        connection => {
          this.#connection = connection;
          return true;
        },
        () => false,
      );
      if (!isOpen) await new Promise(resolve => setTimeout(resolve, 25));
    }
    void this.#listen(this.#connection as UdsConnection).catch(() => {});
  }

  /** Resolves when it is answered; never, when the agent dies first. */
  async request(request: RequestInit): Promise<void> {
    const msgId = `test-${++this.#count}`;
    const answered = new Promise<void>(resolve => this.#waiting.set(msgId, resolve));
    await this.#send(requestMsg(request, msgId));
    await answered;
  }

  async close(): Promise<void> {
    await this.#connection?.close();
  }

  async #listen(connection: UdsConnection): Promise<void> {
    for (;;) {
      const { msg } = opened(await connection.receive(60_000));
      if (!msg) continue;
      const { msg_id: msgId } = msg.header;
      if (msg.body.msg_body === 'request' && msg.body.request.req_type === 'notify') {
        await this.#notified(msg.body.request.notify, msgId);
      } else if (msg.body.msg_body === 'response') this.#waiting.get(msgId)?.();
    }
  }

  async #notified(notify: Notify, msgId: string): Promise<void> {
    if (notify.notification !== 'value_change') return;
    const { param_value: value } = notify.value_change;
    this.heard.set(value, (this.heard.get(value) ?? new Set()).add(msgId));
    if (!this.answers()) return;
    const body = { response: { notify_resp: { subscription_id: notify.subscription_id } } };
    await this.#send({ header: { msg_id: msgId, msg_type: MsgType.NOTIFY_RESP }, body });
  }

  async #send(msg: MsgInit): Promise<void> {
    const { peerEndpointId = '' } = this.#connection ?? {};
    await this.#connection?.send(recordOf(msg, endpointId, peerEndpointId));
  }
}

function startAgent(config: string): ChildProcess {
  return spawn(process.execPath, [bundledProgram(), 'run', '--config', config], { stdio: 'ignore' });
}

async function subscribe(controller: Controller): Promise<void> {
  const values = { Enable: 'true', Persistent: 'true', NotifRetry: 'true', ID: 'codes', NotifType: 'ValueChange' };
  const param_settings = settingsOf({ ...values, ReferenceList: `${me}ProvisioningCode` });
  await controller.request({ add: { create_objs: [{ obj_path: 'Device.LocalAgent.Subscription.', param_settings }] } });
}

test(`${kills} kills lose no notification of what was acknowledged (seed ${seed})`, async () => {
  const directory = temporaryDirectory();
  const config = join(directory, 'uspi.toml');
  const socket = join(directory, 'uspi.sock');
  writeFileSync(config, `[agent]\nstate = "${directory}/state"\nsocket = "${socket}"\n`);
  const { fraction } = seededRandom(seed);
  const controller = new Controller();
  const acknowledged: string[] = [];
  let number = 0;
  for (let i = 0; i <= kills; i++) {
    const agent = startAgent(config);
    const ended = new Promise<void>(resolve => agent.once('exit', () => resolve()));
    await controller.connect(socket);
    if (i === 0) await subscribe(controller);
    controller.answers = () => i === kills || fraction() < 0.5;
    const last = number + Math.floor(fraction() * 30);
    const work = async () => {
      for (;;) {
        // Counted, since a slow machine would change nothing in some milliseconds; then at any moment.
        if (number === last) setTimeout(() => agent.kill('SIGKILL'), fraction() * 10);
        const value = String(++number);
        const update = { obj_path: me, param_settings: settingsOf({ ProvisioningCode: value }) };
        await controller.request({ set: { update_objs: [update] } });
        acknowledged.push(value);
      }
    };
    if (i < kills) {
      await Promise.race([work().catch(() => ended), ended]);
    } else {
      await until('all of it', () => acknowledged.every(value => controller.heard.has(value)));
      agent.kill('SIGTERM');
      await ended;
    }
    await controller.close();
  }
  assert.ok(acknowledged.length > kills, `only ${acknowledged.length} changes were acknowledged`);
  const doubled = [...controller.heard].filter(([, msgIds]) => msgIds.size > 1);
  assert.equal(doubled, [], 'none under another msg_id');
  const order = [...controller.heard.keys()].map(Number);
  assert.equal(
    order,
    [...order].sort((a, b) => a - b),
    'in order',
  );
});

test.run();
