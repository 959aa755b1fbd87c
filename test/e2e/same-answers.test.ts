// MQTT, CoAP and the local socket give the same answers to the same requests, byte for byte in the Message: each asks an agent
// of its own that has never been asked, so that what succeeds, instance numbers and keys too, can be compared.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { request as coapRequest, createServer } from 'coap';
import { connectAsync } from 'mqtt';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { connectUds } from '../../agent/mtp/uds-client.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import type { RequestInit } from '../../proto/codec.gen.js';
import { decodeMsg } from '../../proto/msg.ts';
import { decodeRecord } from '../../proto/record.ts';
import { mqttControllerOptions, mqttControllerToml, startTestAgent } from '../helpers/agent.ts';
import { recordOf, requestMsg } from '../helpers/controller.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { freeUdpPort } from '../helpers/ports.ts';
import { seededRandom } from '../helpers/random.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';

const requests = 200;
const seed = Number(process.env.USPI_SEED ?? 1);
const agentId = 'os::012345-test';

/** A way to the agent: takes a request's Message, resolves to the bytes of the answer's. */
interface Way {
  ask(request: RequestInit, msgId: string): Promise<Uint8Array>;
  close(): Promise<unknown>;
}

/** Payloads that have come in, by their msg_id. */
class Answers {
  readonly #payloads = new Map<string, Uint8Array>();

  take(bytes: Uint8Array): void {
    const record = decodeRecord(bytes);
    if (record instanceof Error || record.record_type !== 'no_session_context') return;
    const { payload } = record.no_session_context;
    const msg = decodeMsg(payload);
    if (!(msg instanceof Error)) this.#payloads.set(msg.header.msg_id, payload);
  }

  async to(msgId: string): Promise<Uint8Array> {
    await until(`the answer to ${msgId}`, () => this.#payloads.has(msgId));
    return this.#payloads.get(msgId) as Uint8Array;
  }
}

async function mqttWay(port: number): Promise<Way> {
  const { agentTopic, controllerTopic, endpointId } = mqttControllerOptions(port);
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 5, reconnectPeriod: 0 });
  const answers = new Answers();
  client.on('message', (_, payload) => answers.take(payload));
  await client.subscribeAsync(controllerTopic, { qos: 1 });
  return {
    ask(request, msgId) {
      const properties = { responseTopic: controllerTopic, contentType: 'usp.msg' };
      const record = Buffer.from(recordOf(requestMsg(request, msgId), endpointId, agentId));
      client.publish(agentTopic, record, { qos: 1, properties });
      return answers.to(msgId);
    },
    close: () => client.endAsync(true),
  };
}

async function coapWay(agentPort: number, port: number): Promise<Way> {
  const answers = new Answers();
  const server = createServer({ type: 'udp4' });
  server.on('request', (incoming, answer) => {
    answers.take(incoming.payload);
    answer.code = '2.04';
    answer.end();
  });
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    ask(request, msgId) {
      const query = `reply-to=coap://127.0.0.1:${port}/usp`;
      const post = coapRequest({ host: '127.0.0.1', port: agentPort, pathname: '/usp', method: 'POST', query });
      post.setOption('Content-Format', Buffer.from([42]));
      post.end(Buffer.from(recordOf(requestMsg(request, msgId), 'self::lan-controller', agentId)));
      return answers.to(msgId);
    },
    close: () => new Promise<void>(resolve => void server.close(() => resolve())),
  };
}

async function socketWay(path: string): Promise<Way> {
  const connection = await connectUds(path, 'self::local', new HostClock({ trustWallTime: true }));
  const answers = new Answers();
  const listen = async () => {
    for (;;) answers.take(await connection.receive(60_000));
  };
  listen().catch(() => {});
  return {
    async ask(request, msgId) {
      await connection.send(recordOf(requestMsg(request, msgId), 'self::local', agentId));
      return answers.to(msgId);
    },
    close: () => connection.close(),
  };
}

/** Paths whose values do not move by themselves, good and bad. */
const paths = [
  ...[
    'Device.LocalAgent.EndpointID',
    'Device.LocalAgent.Controller.',
    'Device.LocalAgent.Controller.1.',
    'Device.MQTT.Capabilities.',
  ],
  ...['Device.LocalAgent.Controller.*.EndpointID', 'Device.LocalAgent.ControllerTrust.', 'Device.Nope.', 'Device..'],
  ...[
    'Device.LocalAgent.Controller.[Enable==true].MTP.*.',
    'Device.IoTCapability.',
    'Device.LocalAgent.Controller.99.',
  ],
  ...['Device.LocalAgent.Controller.[EndpointID=="self::local"].', 'Device.LocalAgent.Controller.[Enable=="x"].Alias'],
  ...['Device.DeviceInfo.FirmwareImage.', 'Device.UnixDomainSockets.', 'Device.LocalAgent.MTP.*.Protocol'],
];

const roles = 'Device.LocalAgent.ControllerTrust.Role.';

const settingsOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([param, value]) => ({ param, value, required: true }));

const setOf = (path: string, values: Readonly<Record<string, string>>): RequestInit => ({
  set: { update_objs: [{ obj_path: path, param_settings: settingsOf(values) }] },
});

const addOf = (partial: boolean, path: string, values: Readonly<Record<string, string>>): RequestInit => ({
  add: { allow_partial: partial, create_objs: [{ obj_path: path, param_settings: settingsOf(values) }] },
});

/** Requests that succeed and that fail, of every kind; what they add and change is what later ones meet. */
function requestOf(random: () => number): RequestInit {
  const some = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const few = () => Array.from({ length: 1 + Math.floor(random() * 3) }, () => some(paths));
  const kinds: (() => RequestInit)[] = [
    () => ({ get: { param_paths: few(), max_depth: Math.floor(random() * 4) } }),
    () => ({ get_instances: { obj_paths: few(), first_level_only: random() < 0.5 } }),
    () => ({ get_supported_dm: { obj_paths: few(), return_params: true, return_commands: random() < 0.5 } }),
    () => ({
      set: {
        update_objs: [{ obj_path: some(paths), param_settings: [{ param: 'Nope', value: '1', required: true }] }],
      },
    }),
    () => setOf(`${roles}[Name!="Full Access"].`, { Enable: String(random() < 0.5) }),
    () => setOf(`${roles}1.`, { Name: 'Full Access' }),
    () => addOf(random() < 0.5, 'Device.LocalAgent.Nope.', {}),
    () => addOf(random() < 0.5, roles, { Name: `role ${random()}` }),
    () =>
      addOf(true, some([`${roles}2.Permission.`, `${roles}4.Permission.`]), {
        Order: String(Math.floor(random() * 1e9)),
      }),
    () => ({
      delete: { obj_paths: ['Device.LocalAgent.Controller.99.', some(['Device.Nope.', 'Device.LocalAgent.'])] },
    }),
    () => ({ delete: { obj_paths: [`${roles}${4 + Math.floor(random() * 20)}.`] } }),
    () => ({ operate: { command: 'Device.LocalAgent.Nope()', send_resp: true } }),
    () => ({ operate: { command: 'Device.IoTCapability.1.BinaryControl.Toggle()', send_resp: true } }),
  ];
  return some(kinds)();
}

/** What must be the same for all ways: the addresses, and the directory of the state and the socket. */
interface Place {
  brokerPort: number;
  agentPort: number;
  controllerPort: number;
  directory: string;
}

function tomlOf({ brokerPort, agentPort, controllerPort }: Place): string {
  return `${mqttControllerToml(brokerPort)}
[coap]
listen = "coap://127.0.0.1:${agentPort}/usp"

[[controller]]
endpoint = "self::lan-controller"
role = "Full Access"
coap = { url = "coap://127.0.0.1:${controllerPort}/usp" }

[[capability]]
name = "lamp"
driver = "gpio-output"
at = "gpiochip0:17"
`;
}

const wayNames = ['mqtt', 'coap', 'socket'] as const;

/** The answers of a fresh agent that is asked everything by one of the ways, while all of them are open. */
async function answersBy(name: (typeof wayNames)[number], asked: readonly RequestInit[], place: Place) {
  rmSync(join(place.directory, 'state'), { recursive: true, force: true });
  const agent = await startTestAgent(tomlOf(place), { directory: place.directory });
  await until('the connection', () => agent.log.some(line => line.includes('connected to 127.0.0.1')));
  await until('the socket', () => existsSync(agent.socketPath));
  const ways = {
    mqtt: await mqttWay(place.brokerPort),
    coap: await coapWay(place.agentPort, place.controllerPort),
    socket: await socketWay(agent.socketPath),
  };
  try {
    const answers: Uint8Array[] = [];
    for (const [i, request] of asked.entries()) answers.push(await ways[name].ask(request, `same-${i}`));
    return answers;
  } finally {
    for (const way of Object.values(ways)) await way.close();
    await agent.stop();
  }
}

/** `add_resp` and the like for an answer in which something succeeded, `error` and the like for the others. */
function kindOf(answer: Uint8Array): string {
  const msg = decodeMsg(answer);
  if (msg instanceof Error || msg.body.msg_body !== 'response') return 'error';
  const { response } = msg.body;
  const isSuccess = /"(oper_success|req_output_args|req_obj_path)"/.test(JSON.stringify(response));
  return isSuccess ? response.resp_type : `${response.resp_type} without success`;
}

test(`${requests} requests have one answer each, whichever way they come (seed ${seed})`, async () => {
  if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
  const broker = await startMosquitto();
  const ports = { agentPort: await freeUdpPort(), controllerPort: await freeUdpPort() };
  const place = { ...ports, brokerPort: broker.port, directory: temporaryDirectory() };
  const random = seededRandom(seed).fraction;
  const asked = Array.from({ length: requests }, () => requestOf(random));
  try {
    const byMqtt = await answersBy('mqtt', asked, place);
    for (const name of wayNames.slice(1)) {
      for (const [i, answer] of (await answersBy(name, asked, place)).entries()) {
        const text = `${name}: ${JSON.stringify(asked[i])}`;
        assert.equal(Buffer.from(answer).toString('latin1'), Buffer.from(byMqtt[i] ?? []).toString('latin1'), text);
      }
    }
    const kinds = byMqtt.map(kindOf);
    for (const kind of ['set_resp', 'add_resp', 'delete_resp', 'operate_resp']) {
      const count = kinds.filter(one => one === kind).length;
      assert.ok(count >= 5, `only ${count} successes in ${kind}`);
    }
  } finally {
    await broker.remove();
  }
});

test.run();
