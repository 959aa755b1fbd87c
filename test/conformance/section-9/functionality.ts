// 9.2, 9.9 to 9.11: certificates, a new controller, Boot!, ScheduleTimer().
import { readFileSync } from 'node:fs';
import { makeCertificates } from '../../helpers/mosquitto.ts';
import type { Case } from '../bench/case.ts';
import { object } from '../bench/controller.ts';
import type { Notify } from '../bench/messages.ts';
import { connected } from '../bench/station.ts';
import { added, agent, controllers, objectsAt, subscribed, subscriptions, valueAt } from '../bench/steps.ts';

const timer = 'Device.ScheduleTimer()';
const bootImage = 'Device.DeviceInfo.BootFirmwareImage';

const isEvent =
  (name: string) =>
  ({ event }: Notify): boolean =>
    event?.event_name === name;

/** A certificate that no agent has seen. */
function freshCertificate(): string {
  const certificates = makeCertificates();
  const text = readFileSync(certificates.file('client.crt'), 'utf8');
  certificates.remove();
  return text;
}

export const functionalityCases: readonly Case[] = [
  {
    number: '9.2',
    station: 'alone',
    needs: [`${agent}AddCertificate()`, `${agent}Certificate.{i}.Delete()`],
    shows: ['R-SEC.2'],
    async run({ controller, metric, stranger }) {
      const input = { Alias: 'addedCert', Certificate: freshCertificate() };
      const { operation_results: results } = metric(1).response(
        await controller.operate(`${agent}AddCertificate()`, input),
        'operate_resp',
      );
      metric(1).equal(metric(1).one(results, 'result').cmd_failure, undefined, 'the failure');
      // Over a broker, a controller's own connection does not reach the agent: a new one is a new session with the broker.
      const { controller: again } = await stranger();
      metric(2).ok(
        (await again.get(agent)).body.msg_body === 'response',
        'a controller with a new connection is answered',
      );
      const rows = Object.entries(await objectsAt(controller, `${agent}Certificate.`));
      const row = rows.find(([, { Alias }]) => Alias === 'addedCert')?.[0];
      const path = metric(3, 'R-SEC.2').found(row, 'there is a Certificate by the Alias');
      const answer = await controller.operate(`${path}Delete()`);
      metric(4).equal(
        metric(4).one(metric(4).response(answer, 'operate_resp').operation_results, 'result').cmd_failure,
        undefined,
        'the failure',
      );
      metric(4).ok(!(path in (await objectsAt(controller, `${agent}Certificate.`))), 'the Certificate is gone');
    },
  },
  {
    number: '9.9',
    station: 'alone',
    overMqttAlone: true,
    needs: ['Device.LocalAgent.Controller.{i}.SendOnBoardRequest()'],
    shows: ['R-DIS.0', 'R-MTP.8', 'R-NOT.5'],
    async run({ controller, metric, row, stranger }) {
      const { controller: secondary, address } = await stranger();
      const role = (await valueAt(controller, `${row}AssignedRole`)) ?? '';
      const path = await added(controller, controllers, {
        Alias: 'usp-111-Controller',
        EndpointID: secondary.endpointId,
        Enable: 'true',
        AssignedRole: role,
      });
      const reference = (await valueAt(controller, `${row}MTP.1.MQTT.AgentMTPReference`)) ?? '';
      const mtp = { Enable: 'true', Protocol: 'MQTT', 'MQTT.Topic': address, 'MQTT.AgentMTPReference': reference };
      await added(controller, `${path}MTP.`, mtp);
      controller.operateSilently(`${path}SendOnBoardRequest()`);
      const isOnBoarding = ({ on_board_req: request }: Notify) => request !== undefined;
      const heard = metric(2).found(await secondary.notified(isOnBoarding), 'an OnBoardRequest comes');
      metric(2, 'R-DIS.0', 'R-NOT.5').ok(heard.notify.on_board_req?.serial_number !== '', 'it names the device');
      const [first] = secondary.records;
      metric(1, 'R-MTP.8').ok(first?.record.mqtt_connect !== undefined, 'the first Record is a Connect', first?.record);
    },
  },
  {
    number: '9.10',
    station: 'alone',
    needs: ['Device.Reboot()', bootImage],
    shows: ['R-NOT.0', 'R-OPR.7'],
    async run({ controller, metric, row, eut }) {
      // The plan leaves Persistent out; without it, TR-181 has the Subscription removed by the restart.
      const boot = { NotifType: 'Event', ReferenceList: 'Device.Boot!', Enable: 'true', Persistent: 'true' };
      const parameter = { Enable: 'true', ParameterName: bootImage };
      const answer = await controller.add([object(subscriptions, boot), object(`${row}BootParameter.`, parameter)]);
      const { created_obj_results: results } = metric(1).response(answer, 'add_resp');
      for (const result of results) metric(1).success(result);
      const image = await valueAt(controller, bootImage);
      await controller.operate('Device.Reboot()');
      await connected(controller, eut, 2);
      const { event } = metric(1).found(await controller.notified(isEvent('Boot!')), 'a Boot! comes').notify;
      const map = JSON.parse(event?.params.ParameterMap ?? '{}') as Record<string, string>;
      metric(1, 'R-NOT.0').equal(map[bootImage], image, `${bootImage} in its ParameterMap`);
      metric(1, 'R-OPR.7').equal(event?.params.Cause, 'RemoteReboot', 'its Cause, which the command was not told');
    },
  },
  {
    number: '9.11',
    station: 'alone',
    needs: [timer],
    shows: ['R-OPR.0'],
    async run({ controller, metric, seconds }) {
      await subscribed(controller, 'timer911', { NotifType: 'OperationComplete', ReferenceList: timer });
      const delay = seconds(60, 2);
      const begun = performance.now();
      const answer = await controller.operate(timer, { DelaySeconds: String(delay) });
      const result = metric(1).one(metric(1).response(answer, 'operate_resp').operation_results, 'result');
      metric(1, 'R-OPR.0').equal(result.executed_command, timer, 'the executed_command');
      const isIt = ({ oper_complete: completion }: Notify) => completion?.command_name === 'ScheduleTimer()';
      const heard = metric(2).found(await controller.notified(isIt, (delay + 5) * 1000), 'an OperationComplete comes');
      metric(2).within((heard.atMs - begun) / 1000, delay - 0.1, delay + 2, 'seconds until it came');
    },
  },
];
