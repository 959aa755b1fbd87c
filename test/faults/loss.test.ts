// Networks that lose 30 % of all packets: what is answered has happened, and once; every notification with NotifRetry
// arrives, each value under one msg_id; and nothing is held for long.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Msg } from '../../proto/codec.gen.js';
import { me } from '../helpers/world.ts';
import { LossyCoap } from './lossy-coap.ts';

const table = 'Device.LocalAgent.Subscription.';
const hourMs = 3_600_000;
const exchanges = 40;
const settingsOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([param, value]) => ({ param, value, required: true }));

const addOf = (values: Readonly<Record<string, string>>) => ({
  add: { create_objs: [{ obj_path: table, param_settings: settingsOf(values) }] },
});

/** Path of the row that was added, by the msg_id of the request. */
function addedIn(messages: readonly Msg[]): Map<string, string> {
  return new Map(
    messages.flatMap(({ header, body }): [string, string][] => {
      const response = body.msg_body === 'response' ? body.response : undefined;
      const results = response?.resp_type === 'add_resp' ? response.add_resp.created_obj_results : [];
      const status = results[0]?.oper_status;
      if (status?.oper_status !== 'oper_success') return [];
      return [[header.msg_id, status.oper_success.instantiated_path]];
    }),
  );
}

/** Value and msg_id of each ValueChange, as often as it came. */
function valuesIn(messages: readonly Msg[]): [string, string][] {
  return messages.flatMap(({ header, body }): [string, string][] => {
    const notify = body.msg_body === 'request' && body.request.req_type === 'notify' && body.request.notify;
    return notify && notify.notification === 'value_change' ? [[notify.value_change.param_value, header.msg_id]] : [];
  });
}

const subscription = {
  Enable: 'true',
  ID: 'codes',
  NotifType: 'ValueChange',
  ReferenceList: `${me}ProvisioningCode`,
  NotifRetry: 'true',
};

/** Every fourth is longer than a block. */
function references(number: number): string {
  return Array.from({ length: number % 4 === 0 ? 30 : 1 }, (_, i) => `${me}MTP.${i + 1}.Enable`).join();
}

for (const seed of [1, 2, 3]) {
  test(`CoAP on a link that loses 30 %, repeats 10 % and lets overtake, seed ${seed}`, async () => {
    const link = { loss: 0.3, repeated: 0.1, delayMsMax: 400 };
    const rig = await LossyCoap.start(link, seed, ({ controller }) => controller.added(table, subscription));
    const { world } = rig;
    const requests: { msgId: string; id: string }[] = [];
    for (let i = 0; i < exchanges; i++) {
      const id = `row-${i}`;
      requests.push({ id, msgId: rig.send(addOf({ ID: id, ReferenceList: references(i) })) });
      const transaction = world.model.begin();
      transaction.write(world.model.node(me), 'ProvisioningCode', `value ${i}`);
      await transaction.commitNow().durable;
      await world.clock.advance(60_000);
    }
    await world.clock.advance(24 * hourMs);

    const rows = new Map([...world.model.table(table).rows.values()].map(row => [row.path, row.stored('ID')]));
    const added = addedIn(rig.received);
    for (const { msgId, id } of requests) {
      assert.ok((rig.arrivals.get(msgId) ?? 0) <= 1, `${msgId} came to the agent ${rig.arrivals.get(msgId)} times`);
      if (added.has(msgId)) assert.is(rows.get(added.get(msgId)!), id, 'what was answered has happened');
    }
    assert.ok(added.size > requests.length / 2, `${added.size} of ${requests.length} answered`);
    const values = valuesIn(rig.received);
    const expected = requests.map((_, i) => `value ${i}`);
    assert.equal([...new Set(values.map(([value]) => value))].sort(), expected.sort());
    assert.is(new Set(values.map(pair => pair.join())).size, exchanges, 'each under one msg_id');
    assert.is(world.behaviours.outboxes.waiting, 0);
    assert.equal(rig.agent.guard.held, { uploads: 0, uploadBytes: 0, exchanges: 0 });
    assert.is(rig.failures, 0);
    rig.close();
  });
}

test.run();
