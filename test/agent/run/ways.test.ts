// Ways to a Controller that open while the connection stands: what waits for it goes out at once.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Wired } from '../../helpers/wired.ts';

const controllers = 'Device.LocalAgent.Controller.';
const trust = 'Device.LocalAgent.ControllerTrust.';
const mqtt = { Protocol: 'MQTT', Enable: 'true' };
const minuteMs = 60_000;

/** An agent that is to ask another Controller to come on board, and for a while has had no way to it. */
async function withOther() {
  const wired = await Wired.start();
  const controller = wired.controller();
  const other = await controller.added(controllers, { EndpointID: 'self::other', Enable: 'true' });
  await wired.site.pass(minuteMs);
  const set = (path: string, values: Record<string, string>) => controller.set({ [path]: values });
  /** That there is a way from now on, and that it is one at once. */
  const opens = async (what: string, open: () => Promise<unknown>) => {
    const before = wired.notifications;
    await open();
    await wired.site.pass(1);
    const after = wired.notifications;
    const connections = wired.site.peers.length;
    await wired.site.stop();
    assert.equal(before, [], `before ${what}`);
    assert.equal(after, ['on_board_req to self::other'], what);
    assert.is(connections, 1, 'over the connection that there was');
  };
  return { wired, controller, other, set, opens };
}

test('R-NOT.5, R-NOT.6a: a Controller is asked to come on board as soon as it has an MTP', async () => {
  const { controller, other, set, opens } = await withOther();
  await controller.added(`${other}MTP.`, mqtt);
  await opens('it has a Topic', () => set(`${other}MTP.1.MQTT.`, { Topic: 'usp/controller/2' }));
});

test('R-NOT.6a: ... its MTP is enabled', async () => {
  const { controller, other, set, opens } = await withOther();
  const mtp = await controller.added(`${other}MTP.`, { Protocol: 'MQTT' });
  await set(`${mtp}MQTT.`, { Topic: 'usp/controller/2' });
  await opens('it is enabled', () => set(mtp, { Enable: 'true' }));
});

test('R-NOT.6a: ... it is banned no more, or its role is no more the banned one', async () => {
  for (const isItsRole of [true, false]) {
    const { wired, controller, other, set, opens } = await withOther();
    const role = (await controller.added(`${trust}Role.`, { Enable: 'true', Name: 'Nobody' })).slice(0, -1);
    await set(trust, { BannedRole: role });
    await set(other, { AssignedRole: role });
    await set(`${await controller.added(`${other}MTP.`, mqtt)}MQTT.`, { Topic: 'usp/controller/2' });
    await wired.site.pass(minuteMs);
    await opens('the ban is lifted', () =>
      isItsRole ? set(other, { AssignedRole: '' }) : set(trust, { BannedRole: '' }),
    );
  }
});

test('R-NOT.6a: ... the MTP that its own refers to leads to a connection that is there', async () => {
  const { wired, controller, other, set, opens } = await withOther();
  const agentMtp = await controller.added('Device.LocalAgent.MTP.', mqtt);
  const mtp = await controller.added(`${other}MTP.`, mqtt);
  const AgentMTPReference = agentMtp.slice(0, -1);
  await set(`${mtp}MQTT.`, { Topic: 'usp/controller/2', AgentMTPReference });
  await wired.site.pass(minuteMs);
  await opens('it refers to the client', () => set(`${agentMtp}MQTT.`, { Reference: 'Device.MQTT.Client.1' }));
});

test.run();
