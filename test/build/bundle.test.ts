// The bundle speaks as the sources do: a request over CoAP, whose package it has with parts of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, request } from 'coap';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Msg } from '../../proto/codec.gen.js';
import { bundledProgram } from '../helpers/bundle.ts';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';
import { freeUdpPort } from '../helpers/ports.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';

const agentId = 'os::012345-bundle';
const controllerId = 'self::lan-controller';

function spawnAgent(agentPort: number, controllerPort: number): ChildProcess {
  const directory = temporaryDirectory();
  const config = join(directory, 'uspi.toml');
  const toml = `
[agent]
endpoint = "${agentId}"
state = "${directory}/state"
socket = "${directory}/uspi.sock"

[coap]
listen = "coap://127.0.0.1:${agentPort}/usp"

[[controller]]
endpoint = "${controllerId}"
role = "Full Access"
coap = { url = "coap://127.0.0.1:${controllerPort}/usp" }
`;
  writeFileSync(config, toml);
  return spawn(process.execPath, [bundledProgram(), 'run', '--config', config], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

test('the bundled agent answers over CoAP', async () => {
  const [agentPort, controllerPort] = [await freeUdpPort(), await freeUdpPort()];
  const received: Msg[] = [];
  const server = createServer({ type: 'udp4' }, (incoming, answer) => {
    const { msg } = opened(incoming.payload);
    if (msg) received.push(msg);
    answer.code = '2.04';
    answer.end();
  });
  await new Promise<void>(done => server.listen(controllerPort, '127.0.0.1', () => done()));
  const agent = spawnAgent(agentPort, controllerPort);
  let log = '';
  agent.stderr?.on('data', chunk => {
    log += chunk;
  });
  const answer = () => received.find(({ header }) => header.msg_id === 'bundle-1');
  try {
    await until('the agent to run', () => /listens at/.test(log));
    const get = requestMsg({ get: { param_paths: ['Device.LocalAgent.EndpointID'] } }, 'bundle-1');
    const query = `reply-to=coap://127.0.0.1:${controllerPort}/usp`;
    const post = request({ host: '127.0.0.1', port: agentPort, pathname: '/usp', method: 'POST', query });
    post.setOption('Content-Format', Buffer.from([42]));
    post.end(Buffer.from(recordOf(get, controllerId, agentId)));
    await until('the answer', () => answer() !== undefined);
  } finally {
    agent.kill('SIGKILL');
    await new Promise<void>(done => void server.close(() => done()));
  }
  assert.match(JSON.stringify(answer()?.body), agentId);
});

test.run();
