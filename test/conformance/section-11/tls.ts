// 4.1, 11.3: TLS under the MTP.
import type { Case } from '../bench/case.ts';
import { connected } from '../bench/station.ts';

export const tlsCases: readonly Case[] = [
  {
    number: '4.1',
    station: 'tls',
    shows: ['R-MTP.0'],
    async run({ controller, metric }) {
      const request = { get_supported_protocol: { controller_supported_protocol_versions: '1.3,1.4' } };
      metric(1, 'R-MTP.0').response(await controller.ask(request), 'get_supported_protocol_resp');
    },
  },
  {
    number: '11.3',
    station: 'tls',
    shows: ['R-MQTT.48'],
    async run({ controller, metric, eut }) {
      await eut.restart();
      await connected(controller, eut, 2);
      // The broker's only listener speaks TLS 1.2 or later: whatever comes through it is encrypted.
      metric(1, 'R-MQTT.48').response(await controller.get('Device.DeviceInfo'), 'get_resp');
    },
  },
];
