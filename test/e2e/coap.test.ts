// The main job over CoAP: requests uploaded block by block by libcoap's client, a second program; answers and Notify
// requests taken by a CoAP server of this test.
import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer, request } from 'coap';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import type { Msg, RequestInit } from '../../proto/codec.gen.js';
import { startTestAgent } from '../helpers/agent.ts';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';
import { notRun } from '../helpers/not-run.ts';
import { freeUdpPort } from '../helpers/ports.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';

const names = ['coap-client-notls', 'coap-client', 'coap-client-openssl', 'coap-client-gnutls'];
const libcoap = names.find(name => spawnSync(name, ['-?']).error === undefined);

const toml = (agentPort: number, controllerPort: number) => `
[agent]
endpoint = "os::012345-test"

[coap]
listen = "coap://127.0.0.1:${agentPort}/usp"

[[controller]]
endpoint = "self::lan-controller"
role = "Full Access"
coap = { url = "coap://127.0.0.1:${controllerPort}/usp" }

[[capability]]
name = "cellar door"
driver = "gpio-input"
at = "gpiochip0:17"
type = "DoorOpen"
`;

/** Takes Records at a CoAP resource, and sends requests through libcoap or, where it is not installed, package coap. */
class CoapController {
  readonly messages: Msg[] = [];
  readonly #server = createServer({ type: 'udp4' });
  readonly #agentPort: number;
  readonly #directory = temporaryDirectory();
  port = 0;

  constructor(agentPort: number) {
    this.#agentPort = agentPort;
  }

  async listen(): Promise<void> {
    this.#server.on('request', (incoming, answer) => {
      const { msg } = opened(incoming.payload);
      if (msg) this.messages.push(msg);
      answer.code = '2.04';
      answer.end();
    });
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', () => resolve()));
    const socket = (this.#server as unknown as { _sock: { address(): AddressInfo } })._sock;
    this.port = socket.address().port;
  }

  async request(body: RequestInit, msgId: string): Promise<Msg> {
    const bytes = recordOf(requestMsg(body, msgId), 'self::lan-controller', 'os::012345-test');
    const query = `reply-to=coap://127.0.0.1:${this.port}/usp`;
    if (libcoap) await this.#upload(libcoap, bytes, query);
    else this.#post(bytes, query);
    let answer: Msg | undefined;
    await until(`the answer to ${msgId}`, () => {
      answer = this.messages.find(msg => msg.header.msg_id === msgId);
      return answer !== undefined;
    });
    return answer as Msg;
  }

  close(): Promise<void> {
    return new Promise(resolve => void this.#server.close(() => resolve()));
  }

  #upload(program: string, bytes: Uint8Array, query: string): Promise<void> {
    const file = join(this.#directory, 'record');
    writeFileSync(file, bytes);
    const args = ['-B', '10', '-m', 'post', '-t', '42', '-b', '64', '-f', file];
    return new Promise((resolve, reject) =>
      execFile(program, [...args, `coap://127.0.0.1:${this.#agentPort}/usp?${query}`], error =>
        error ? reject(error) : resolve(),
      ),
    );
  }

  #post(bytes: Uint8Array, query: string): void {
    const post = request({ host: '127.0.0.1', port: this.#agentPort, pathname: '/usp', method: 'POST', query });
    post.setOption('Content-Format', Buffer.from([42]));
    post.end(Buffer.from(bytes));
  }
}

if (!libcoap) notRun('uploads by libcoap: coap-client of libcoap3-bin is not installed');

test('a controller on the local network subscribes, and hears of the door', async () => {
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  const door = hardware.gpio('gpiochip0:17');
  const agentPort = await freeUdpPort();
  const controller = new CoapController(agentPort);
  await controller.listen();
  const agent = await startTestAgent(toml(agentPort, controller.port), { hardware });
  try {
    const path = 'Device.IoTCapability.*.BinarySensor.Value';
    const values = { Enable: 'true', ID: 'door', NotifType: 'ValueChange', ReferenceList: path };
    const settings = Object.entries(values).map(([param, value]) => ({ param, value, required: true }));
    const added = await controller.request(
      { add: { create_objs: [{ obj_path: 'Device.LocalAgent.Subscription.', param_settings: settings }] } },
      'coap-1',
    );
    assert.is(added.body.msg_body, 'response');
    door.setWire(true);
    await until('the Notify', () => controller.messages.some(msg => msg.body.msg_body === 'request'));
    const notify = controller.messages.find(msg => msg.body.msg_body === 'request')?.body;
    assert.ok(notify?.msg_body === 'request' && notify.request.req_type === 'notify');
    assert.is(notify.request.notify.subscription_id, 'door');
    assert.ok(notify.request.notify.notification === 'value_change');
    assert.is(notify.request.notify.value_change.param_value, 'true');
  } finally {
    await agent.stop();
    await controller.close();
  }
});

test.run();
