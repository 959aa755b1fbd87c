// A Controller on a slow link that more is to be told than the link takes: it is answered all the same.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { queueRecordsPerPeerMax } from '../../agent/mtp/coap/limits.ts';
import { sendsInFlightMax } from '../../agent/notify/limits.ts';
import { me } from '../helpers/world.ts';
import { LossyCoap } from './lossy-coap.ts';

const subscription = { Enable: 'true', ID: 'codes', NotifType: 'ValueChange', ReferenceList: `${me}ProvisioningCode` };
const changes = 200;

for (const NotifRetry of ['true', 'false']) {
  test(`over CoAP, requests are answered while notifications wait, NotifRetry ${NotifRetry} [R-MSG.0]`, async () => {
    const link = { loss: 0, repeated: 0, delayMsMax: 400 };
    const rig = await LossyCoap.start(link, 1, ({ controller }) =>
      controller.added('Device.LocalAgent.Subscription.', { ...subscription, NotifRetry }),
    );
    const { world } = rig;
    const asked: string[] = [];
    for (let i = 0; i < changes; i++) {
      const transaction = world.model.begin();
      transaction.write(world.model.node(me), 'ProvisioningCode', `value ${i}`);
      await transaction.commitNow().durable;
      if (i % 20 === 10) asked.push(rig.send({ get: { param_paths: [`${me}EndpointID`] } }));
      await world.clock.advance(100);
    }
    assert.ok(world.behaviours.outboxes.waiting > sendsInFlightMax, 'the link takes less');
    await world.clock.advance(20_000);
    assert.ok(world.behaviours.outboxes.waiting > 0, 'the link takes less');
    const answered = rig.received.map(({ header }) => header.msg_id).filter(msgId => asked.includes(msgId));
    assert.equal(answered.sort(), asked.sort());
    rig.close();
  });
}

test('a CoAP peer that notifications wait for has as many places left for answers', () => {
  assert.ok(queueRecordsPerPeerMax >= 2 * sendsInFlightMax);
});

test.run();
