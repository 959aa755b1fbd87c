// TR-181 Controller.{i}.MTP.{i}.MQTT.PublishRetainResponse and PublishRetainNotify: which packets a broker is to keep.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Wired } from '../../helpers/wired.ts';

const me = 'Device.LocalAgent.Controller.[EndpointID=="self::controller"].';

/** Whether each kind of Record that the agent publishes from now on is retained, where `values` are set. */
async function retained(values: Record<string, string>, retainAvailable?: boolean) {
  const wired = await Wired.start();
  const { site, published } = wired;
  const controller = wired.controller();
  const subscription = { Enable: 'true', NotifType: 'ValueChange', ReferenceList: `${me}ProvisioningCode` };
  await controller.added('Device.LocalAgent.Subscription.', subscription);
  if (retainAvailable !== undefined) {
    site.script.connack = () => ({ properties: { retainAvailable } });
    site.peer?.socket.destroy();
    await site.clock.settle();
    await site.passUntil(() => site.peer !== undefined, 60_000);
  }
  await controller.set({ [`${me}MTP.1.MQTT.`]: values });
  published.length = 0;
  await controller.set({ [me]: { ProvisioningCode: 'new' } });
  await controller.operate('Device.Nothing()');
  await site.clock.settle();
  await site.stop();
  return Object.fromEntries(
    published.map(({ packet, record, msg }) => {
      const what = msg?.body.msg_body ?? record.record_type;
      return [what, packet.retain];
    }),
  );
}

test('nothing is retained by itself', async () => {
  assert.equal(await retained({}), { response: false, request: false, error: false, disconnect: false });
});

test('Responses alone, where PublishRetainResponse says so', async () => {
  const packets = await retained({ PublishRetainResponse: 'true' });
  assert.equal(packets, { response: true, request: false, error: false, disconnect: false });
});

test('Notify Messages alone, where PublishRetainNotify says so', async () => {
  const packets = await retained({ PublishRetainNotify: 'true' });
  assert.equal(packets, { response: false, request: true, error: false, disconnect: false });
});

test('nothing, where the broker keeps nothing', async () => {
  const both = { PublishRetainResponse: 'true', PublishRetainNotify: 'true' };
  assert.equal(await retained(both, false), { response: false, request: false, error: false, disconnect: false });
  assert.is((await retained(both, true)).response, true);
});

test.run();
