import { mqttControllerToml } from '../../helpers/agent.ts';
import { freePort, makeCertificates } from '../../helpers/mosquitto.ts';
import { memoryFigures, restingMemory, transportMemory } from '../memory.ts';
import { ended, spawnConnected } from '../processes.ts';
import { defineRow } from '../row.ts';
import { capabilitiesToml, type Station, withStation } from '../station.ts';

export const row = defineRow({
  floor: 'the same agent over plain MQTT',
  figures: {
    ...memoryFigures('over TLS, 20 capabilities'),
    tls: { what: 'private dirty of TLS; the floor: of the TLS of a bare node with such a connection', unit: 'MB' },
  },
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
    const measure = async (station: Station) => {
      const bare = [spawnConnected(port, file('ca.crt')), spawnConnected(station.broker.port)];
      const memory = await transportMemory(bench, toml, station);
      const [tls, plain] = await restingMemory(...bare);
      for (const each of bare) await ended(each);
      const { value, floor } = memory.privateDirty as { value: number; floor: number };
      return { ...memory, tls: { value: value - floor, floor: tls!.privateDirty - plain!.privateDirty } };
    };
    try {
      return await withStation(bench, capabilitiesToml(20), measure, { brokerLines });
    } finally {
      remove();
    }
  },
});
