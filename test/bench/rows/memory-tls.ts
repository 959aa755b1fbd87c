import { mqttControllerToml } from '../../helpers/agent.ts';
import { freePort, makeCertificates } from '../../helpers/mosquitto.ts';
import { memoryFigures, transportMemory } from '../memory.ts';
import { defineRow } from '../row.ts';
import { capabilitiesToml, withStation } from '../station.ts';

export const row = defineRow({
  floor: 'the same agent over plain MQTT',
  rests: true,
  figures: memoryFigures('over TLS, 20 capabilities'),
  measure: async bench => {
    const { file, remove } = makeCertificates();
    const port = await freePort();
    const brokerLines = [
      `listener ${port} 127.0.0.1`,
      `certfile ${file('server.crt')}`,
      `keyfile ${file('server.key')}`,
    ];
    const toml = mqttControllerToml(port)
      .replace('mqtt://', 'mqtts://')
      .replace('version =', `ca = "${file('ca.crt')}", version =`);
    try {
      return await withStation(bench, capabilitiesToml(20), station => transportMemory(bench, toml, station), {
        brokerLines,
      });
    } finally {
      remove();
    }
  },
});
