// 3.1: Records.
import type { Case } from '../bench/case.ts';
import type { HeardRecord } from '../bench/controller.ts';
import { agent, valueAt } from '../bench/steps.ts';
import { encodeRecord, encodeRequest } from '../bench/wire.ts';

const get = encodeRequest({ get: { param_paths: [agent] } }, 'malformed');

/** An Error message or a Disconnect with one of the codes of Records. */
function isRecordError({ record, message }: HeardRecord): boolean {
  const code = message?.body.error?.err_code ?? record.disconnect?.reason_code ?? 0;
  return code >= 7100 && code <= 7199;
}

export const recordCases: readonly Case[] = [
  {
    number: '3.1',
    station: 'alone',
    shows: ['R-ENC.4', 'R-MTP.5'],
    async run({ controller, metric, seconds }) {
      const { agentId: to_id, endpointId: from_id } = controller;
      const whole = encodeRecord({ version: '1.4', to_id, from_id, no_session_context: { payload: get } });
      const before = controller.records.length;
      const heard = async () => {
        await controller.heard(each => controller.records.indexOf(each) >= before, seconds(5, 1) * 1000);
        return controller.records.slice(before);
      };
      controller.sendRecord(whole.subarray(0, whole.length - 7));
      controller.sendRecord(Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 256));
      metric(1, 'R-MTP.5').ok((await heard()).every(isRecordError), 'nothing comes but Record errors');
      controller.sendRecord(encodeRecord({ version: '1.4', to_id, from_id }));
      metric(1, 'R-ENC.4').ok((await heard()).every(isRecordError), 'nothing comes but Record errors');
      metric(1).equal(await valueAt(controller, `${agent}EndpointID`), to_id, 'EndpointID, asked for afterwards');
    },
  },
];
