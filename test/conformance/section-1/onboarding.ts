// 1.60, 1.101 to 1.103: OnBoardRequest.
import type { AgentBench, Case } from '../bench/case.ts';
import type { HeardNotify } from '../bench/controller.ts';
import { required } from '../bench/controller.ts';
import type { Notify } from '../bench/messages.ts';
import { changed, valueAt } from '../bench/steps.ts';

const command = 'Device.LocalAgent.Controller.{i}.SendOnBoardRequest()';
const complete = 'Device.LocalAgent.Controller.{i}.OnBoardingComplete';
const restartTime = 'Device.LocalAgent.Controller.{i}.OnBoardingRestartTime';

const isOnBoarding = ({ on_board_req: request }: Notify) => request !== undefined;

/** Sends the command; the first OnBoardRequest. */
async function asks({ controller, row }: AgentBench, key: string): Promise<HeardNotify | undefined> {
  controller.operateSilently(`${row}SendOnBoardRequest()`, {}, key);
  return controller.notified(isOnBoarding);
}

export const onboardingCases: readonly Case[] = [
  {
    number: '1.60',
    station: 'alone',
    needs: [command],
    shows: ['R-NOT.5', 'R-NOT.6', 'R-NOT.7'],
    async run(bench) {
      const { controller, metric } = bench;
      const { notify } = metric(1, 'R-NOT.5').found(await asks(bench, 'test60'), 'an OnBoardRequest comes');
      metric(1, 'R-NOT.7').equal(notify.subscription_id, '', 'its subscription_id');
      metric(1, 'R-NOT.6').equal(notify.send_resp, true, 'its send_resp');
      const info = async (name: string) => (await valueAt(controller, `Device.DeviceInfo.${name}`)) ?? '';
      const { oui, product_class, serial_number, agent_supported_protocol_versions } = notify.on_board_req ?? {};
      metric(1).equal(oui, await info('ManufacturerOUI'), 'its oui');
      metric(1).equal(product_class, await info('ProductClass'), 'its product_class');
      metric(1).equal(serial_number, await info('SerialNumber'), 'its serial_number');
      metric(1).matches(agent_supported_protocol_versions ?? '', /^\d+\.\d+(, ?\d+\.\d+)*$/, 'the protocol versions');
    },
  },
  {
    number: '1.101',
    station: 'alone',
    needs: [command, complete, restartTime],
    shows: ['R-NOT.5'],
    async run(bench) {
      const { controller, metric, row } = bench;
      metric(1, 'R-NOT.5').found(await asks(bench, 'test101'), 'an OnBoardRequest comes');
      metric(2).equal(await valueAt(controller, `${row}OnBoardingComplete`), 'false', 'OnBoardingComplete');
      await changed(controller, row, { OnBoardingComplete: required('true') });
    },
  },
  {
    number: '1.102',
    station: 'alone',
    needs: [command, complete, restartTime],
    shows: ['R-NOT.5'],
    async run(bench) {
      const { controller, metric, row, seconds } = bench;
      const restart = seconds(60, 3);
      await changed(controller, row, { OnBoardingRestartTime: required(String(restart)) });
      const first = metric(1, 'R-NOT.5').found(await asks(bench, 'test102'), 'an OnBoardRequest comes');
      const second = await controller.notified(isOnBoarding, (restart + 5) * 1000, 2);
      const waited = (metric(2).found(second, 'a second OnBoardRequest comes').atMs - first.atMs) / 1000;
      metric(2, 'R-NOT.5').within(waited, restart - 0.5, restart + seconds(4, 1), 'seconds between the two');
      await changed(controller, row, { OnBoardingComplete: required('true') });
      const third = await controller.notified(isOnBoarding, restart * 1000 + 1000, 3);
      metric(3, 'R-NOT.5').ok(third === undefined, 'no third OnBoardRequest comes');
    },
  },
  {
    number: '1.103',
    station: 'alone',
    needs: [command, complete, restartTime],
    shows: ['R-NOT.5'],
    async run(bench) {
      const { controller, metric, row, seconds } = bench;
      await changed(controller, row, { OnBoardingRestartTime: required('0') });
      metric(1, 'R-NOT.5').found(await asks(bench, 'test103'), 'an OnBoardRequest comes');
      const second = await controller.notified(isOnBoarding, seconds(60, 4) * 1000, 2);
      metric(2, 'R-NOT.5').ok(second === undefined, 'no second OnBoardRequest comes');
    },
  },
];
