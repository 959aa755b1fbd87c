// The whole agent restarts as a controller asks: the answer first, then what was promised, then why it started.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { OperateResp, RequestInit } from '../../proto/codec.gen.js';
import { startTestAgent, type TestAgent } from '../helpers/agent.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

const toml = '[agent]\nendpoint = "os::012345-test"\n';

async function ask(agent: TestAgent, request: RequestInit) {
  const controller = await LocalController.connect(agent.socketPath);
  try {
    return await controller.request(request);
  } finally {
    await controller.close();
  }
}

async function operate(agent: TestAgent, command: string): Promise<OperateResp.OperationResult | undefined> {
  const answer = await ask(agent, { operate: { command, command_key: 'e2e', send_resp: true } });
  return answer.resp_type === 'operate_resp' ? answer.operate_resp.operation_results[0] : undefined;
}

async function value(agent: TestAgent, path: string): Promise<string | undefined> {
  const answer = await ask(agent, { get: { param_paths: [path], max_depth: 0 } });
  const [result] = answer.resp_type === 'get_resp' ? answer.get_resp.req_path_results : [];
  return Object.values(result?.resolved_path_results[0]?.result_params ?? {})[0];
}

const local = 'Device.LocalAgent.Controller.[EndpointID=="self::local"].';

async function setCode(agent: TestAgent, code: string): Promise<void> {
  const settings = [{ param: 'ProvisioningCode', value: code, required: true }];
  await ask(agent, { set: { allow_partial: false, update_objs: [{ obj_path: local, param_settings: settings }] } });
}

/** What its owner does when it is asked for. */
async function restarted(agent: TestAgent): Promise<TestAgent> {
  assert.is(await agent.restartAsked, 'restart');
  await agent.stop();
  return startTestAgent(toml, { directory: agent.directory });
}

test('Reboot(), then FactoryReset(): each is answered before the agent goes down', async () => {
  const first = await startTestAgent(toml, { directory: temporaryDirectory() });
  await setCode(first, 'mine');
  const reboot = await operate(first, 'Device.Reboot()');
  assert.is(reboot?.operation_resp, 'req_output_args');
  const second = await restarted(first);
  assert.is(await value(second, `${local}ProvisioningCode`), 'mine');
  const reset = await operate(second, 'Device.FactoryReset()');
  assert.is(reset?.operation_resp, 'req_output_args');
  const third = await restarted(second);
  assert.is(await value(third, `${local}ProvisioningCode`), '');
  assert.is(await value(third, 'Device.LocalAgent.EndpointID'), 'os::012345-test');
  assert.is(third.log.filter(line => line.includes('factory reset')).length, 1);
  await third.stop();
});

test.run();
