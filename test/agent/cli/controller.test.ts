// The Controller behind the verbs, against an agent that does what it should not, or nothing.
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LocalController, Refusal } from '../../../agent/cli/controller.ts';
import { createUdsTransport } from '../../../agent/mtp/uds.ts';
import { type Transport, TransportError } from '../../../agent/record/transport.ts';
import { HostClock } from '../../../drivers/host/clock.ts';
import { hostRandom } from '../../../drivers/host/random.ts';
import { type Msg, type MsgInit, MsgType } from '../../../proto/codec.gen.js';
import { VirtualClock } from '../../helpers/clock.ts';
import { opened, recordOf } from '../../helpers/controller.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';

const agentId = 'self::responder';
const request = { get: { param_paths: ['Device.'] } };

interface Responder {
  socketPath: string;
  received: Msg[];
  /** Sends to the Controller, as a Message or as bytes. */
  send(msg: MsgInit | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** Something that listens on a local socket, and answers as `answer` says. */
async function respond(answer: (msg: Msg, responder: Responder) => void): Promise<Responder> {
  const socketPath = join(temporaryDirectory(), 'responder.sock');
  let isListening = false;
  const log = () => {
    isListening = true;
  };
  const deps = { clock: new HostClock(), random: hostRandom, log };
  const transport: Transport = createUdsTransport({ name: 'responder', endpointId: agentId, path: socketPath }, deps);
  const responder: Responder = {
    socketPath,
    received: [],
    send: msg => transport.send(msg instanceof Uint8Array ? msg : recordOf(msg, agentId, 'self::local'), 'self::local'),
    close: () => transport.close(),
  };
  transport.open({
    received(bytes) {
      const { msg } = opened(bytes);
      if (msg) responder.received.push(msg);
      if (msg) answer(msg, responder);
      return 'accepted';
    },
    connected() {},
    disconnected() {},
  });
  await until('the responder to listen', () => isListening);
  return responder;
}

const response = (msgId: string): MsgInit => ({
  header: { msg_id: msgId, msg_type: MsgType.GET_RESP },
  body: { response: { get_resp: {} } },
});

test('an answer is taken by its msg_id, whatever comes before it', async () => {
  const responder = await respond((msg, { send }) => {
    void send(Uint8Array.of(1, 2, 3));
    void send(response('another'));
    void send(response(msg.header.msg_id));
  });
  const clock = new VirtualClock();
  const controller = await LocalController.connect(responder.socketPath, clock);
  assert.is(controller.agentEndpointId, agentId);
  assert.is((await controller.ask(request)).resp_type, 'get_resp');
  assert.is((await controller.ask(request)).resp_type, 'get_resp');
  const [first, second] = responder.received.map(({ header }) => header.msg_id);
  assert.is.not(first, second);
  await controller.close();
  await controller.closed;
  assert.is(clock.waiting, 0, 'timers that would keep the process alive');
  await responder.close();
});

test('an Error message is a Refusal', async () => {
  const responder = await respond((msg, { send }) => {
    const error = { err_code: 7006, err_msg: 'no' };
    void send({ header: { msg_id: msg.header.msg_id, msg_type: MsgType.ERROR }, body: { error } });
  });
  const controller = await LocalController.connect(responder.socketPath);
  const cause = await controller.ask(request).catch((error: unknown) => error);
  assert.ok(cause instanceof Refusal && cause.error.err_code === 7006);
  await controller.close();
  await responder.close();
});

test('an agent that does not answer is given up after 30 s', async () => {
  const responder = await respond(() => {});
  const clock = new VirtualClock();
  const controller = await LocalController.connect(responder.socketPath, clock);
  let cause: unknown;
  controller.ask(request).catch((error: unknown) => {
    cause = error;
  });
  await clock.advance(29_999);
  assert.is(cause, undefined);
  await clock.advance(1);
  assert.ok(cause instanceof TransportError && cause.code === 'timeout');
  await controller.close();
  await responder.close();
});

test('when the agent goes, what waits for it ends', async () => {
  const responder = await respond(() => void responder.close());
  const controller = await LocalController.connect(responder.socketPath);
  const cause = await controller.ask(request).catch((error: unknown) => error);
  assert.ok(cause instanceof TransportError && cause.code === 'closed');
  await controller.closed;
});

test('a Notify is acknowledged when it asks for that', async () => {
  const responder = await respond(() => {});
  const controller = await LocalController.connect(responder.socketPath);
  const told: string[] = [];
  controller.onNotify = (notify, msgId) => {
    told.push(notify.subscription_id);
    void controller.acknowledge(notify, msgId);
  };
  for (const wantsAnswer of [false, true]) {
    const notify = {
      subscription_id: String(wantsAnswer),
      send_resp: wantsAnswer,
      obj_deletion: { obj_path: 'Device.' },
    };
    const header = { msg_id: `notify-${wantsAnswer}`, msg_type: MsgType.NOTIFY };
    await responder.send({ header, body: { request: { notify } } });
  }
  await until('the acknowledgement', () => responder.received.length > 0);
  assert.equal(told, ['false', 'true']);
  const [answer] = responder.received;
  assert.ok(answer?.header.msg_id === 'notify-true');
  assert.ok(answer.body.msg_body === 'response' && answer.body.response.resp_type === 'notify_resp');
  assert.is(answer.body.response.notify_resp.subscription_id, 'true');
  await controller.close();
  await responder.close();
});

test.run();
