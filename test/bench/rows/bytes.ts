import type { IPublishPacket } from 'mqtt-packet';
import { generate } from 'mqtt-packet';
import { HostClock } from '../../../drivers/host/clock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { mqttControllerToml, startTestAgent } from '../../helpers/agent.ts';
import { startBroker } from '../../helpers/broker.ts';
import { opened, recordOf, requestMsg } from '../../helpers/controller.ts';
import { agentId } from '../../helpers/services.ts';
import { add } from '../../soak/chores.ts';
import { defineRow } from '../row.ts';
import { soon } from '../station.ts';
import { subscriptions } from '../subscriptions.ts';

const door = '\n[[capability]]\nname = "door"\ndriver = "gpio-input"\nat = "gpiochip0:17"\n';
const topic = 'usp/controller/1';

/** What nobody can leave out of a ValueChange: who, to whom, which, what; each with the two bytes of its field. */
function leastBytes({ payload }: IPublishPacket): number {
  const { record, msg } = opened(payload as Buffer);
  if (msg?.body.msg_body !== 'request' || msg.body.request.req_type !== 'notify') return Number.NaN;
  const { notify } = msg.body.request;
  if (notify.notification !== 'value_change') return Number.NaN;
  const { param_path, param_value } = notify.value_change;
  const texts = [
    topic,
    record.to_id,
    record.from_id,
    msg.header.msg_id,
    notify.subscription_id,
    param_path,
    param_value,
  ];
  return texts.reduce((bytes, text) => bytes + Buffer.byteLength(text) + 2, 0);
}

export const row = defineRow({
  floor: 'the texts in it alone',
  once: 'it does not vary',
  figures: { bytes: { what: 'a ValueChange on the wire, the whole PUBLISH', unit: 'B' } },
  measure: async () => {
    const published: IPublishPacket[] = [];
    const broker = await startBroker({ sees: packet => void (packet.cmd === 'publish' && published.push(packet)) });
    const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
    const line = hardware.gpio('gpiochip0:17');
    const agent = await startTestAgent(mqttControllerToml(broker.port) + door, { hardware });
    await soon('the Connect record', () => published.length > 0);
    const values = {
      Enable: 'true',
      ID: 'door',
      NotifType: 'ValueChange',
      ReferenceList: 'Device.IoTCapability.*.BinarySensor.Value',
    };
    const request = requestMsg(add(subscriptions, values), 'add');
    const peer = await broker.peer();
    const properties = { responseTopic: topic };
    const payload = Buffer.from(recordOf(request, 'self::controller', agentId));
    peer.send({ cmd: 'publish', topic: 'usp/agent/1', payload, qos: 0, dup: false, retain: false, properties });
    await soon('the answer', () => published.length > 1);
    line.setWire(true);
    await soon('the ValueChange', () => published.length > 2);
    await agent.stop();
    await broker.stop();
    const notify = published[2]!;
    return { bytes: { value: generate(notify, { protocolVersion: 5 }).length, floor: leastBytes(notify) } };
  },
});
