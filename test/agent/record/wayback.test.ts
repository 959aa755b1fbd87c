// The answer goes first, whatever the request that it answers is about to close.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RequestInit } from '../../../proto/codec.gen.js';
import { recordOf, requestMsg } from '../../helpers/controller.ts';
import { agentId } from '../../helpers/services.ts';
import type { Site } from '../../helpers/site.ts';
import { until } from '../../helpers/until.ts';
import { Wired } from '../../helpers/wired.ts';

/** Behind the row of the command line. */
const mtp = 'Device.LocalAgent.Controller.2.MTP.1.';

/** What a controller that names no Response Topic is answered, and where. `after`: what goes on before the agent stops. */
async function answered(request: RequestInit, after = async (_: Site) => {}) {
  const wired = await Wired.start();
  const { site } = wired;
  site.peer?.send({
    ...{ cmd: 'publish', topic: 'usp/agent/1', qos: 0, dup: false, retain: false },
    payload: Buffer.from(recordOf(requestMsg(request, 'last'), 'self::controller', agentId)),
    properties: { contentType: 'usp.msg' },
  });
  await site.clock.settle();
  const answers = wired.published.filter(({ msg }) => msg?.header.msg_id === 'last');
  await after(site);
  await site.stop();
  return answers.map(({ packet, msg }) => {
    const body = msg?.body;
    return `${packet.topic} ${body?.msg_body === 'response' ? body.response.resp_type : body?.msg_body}`;
  });
}

for (const [what, request, kind] of [
  [
    'a Set that disables it',
    { set: { update_objs: [{ obj_path: mtp, param_settings: [{ param: 'Enable', value: 'false' }] }] } },
    'set_resp',
  ],
  ['a Delete of it', { delete: { obj_paths: [mtp] } }, 'delete_resp'],
  ['a Delete of the Controller', { delete: { obj_paths: ['Device.LocalAgent.Controller.2.'] } }, 'delete_resp'],
] as const) {
  test(`an MTP that carries a request answers it before it goes (TR-181): ${what}`, async () => {
    assert.equal(await answered(request as RequestInit), [`usp/controller/1 ${kind}`]);
  });
}

test('ForceReconnect() is answered over its own client, which then connects anew', async () => {
  const operate = { command: 'Device.MQTT.Client.1.ForceReconnect()', send_resp: true };
  const kinds = await answered({ operate }, async site => {
    const { peer } = site;
    await site.pass(1_000);
    await until('the agent to connect anew', () => site.peer !== undefined && site.peer !== peer);
  });
  assert.equal(kinds, ['usp/controller/1 operate_resp']);
});

test.run();
