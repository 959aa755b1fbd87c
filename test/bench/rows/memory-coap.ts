import { mqttControllerToml } from '../../helpers/agent.ts';
import { freeUdpPort } from '../../helpers/ports.ts';
import { memoryFigures, transportMemory } from '../memory.ts';
import { defineRow } from '../row.ts';
import { capabilitiesToml, withStation } from '../station.ts';

export const row = defineRow({
  floor: 'the same agent over plain MQTT alone',
  rests: true,
  figures: memoryFigures('over MQTT and CoAP, 20 capabilities'),
  measure: bench =>
    withStation(bench, capabilitiesToml(20), async station => {
      const [own, theirs] = [await freeUdpPort(), await freeUdpPort()];
      const coap = `
[coap]
listen = "coap://127.0.0.1:${own}/usp"

[[controller]]
endpoint = "self::lan"
role = "Full Access"
coap = { url = "coap://127.0.0.1:${theirs}/usp" }
`;
      return transportMemory(bench, mqttControllerToml(station.broker.port) + coap, station);
    }),
});
