// A program's output as a reading, through the whole agent.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { startTestAgent } from '../../helpers/agent.ts';
import { LocalController } from '../../helpers/local-controller.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';

const toml = (program: string) => `
[agent]
endpoint = "os::012345-test"
allow-exec = true

[[capability]]
name = "tank"
driver = "exec"
channel = "level"
command = ["${program}", "--percent"]
type = "Volume"
unit = "%"
poll = "1s"
options = { factor = 0.1, timeoutMs = 9000 }
`;

/** In one go: it may be run at any moment. */
function writeProgram(path: string, lines: string): void {
  writeFileSync(`${path}.new`, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  renameSync(`${path}.new`, path);
}

test('a program is read; what it prints in place of a number is told once and is none', async () => {
  const program = join(temporaryDirectory(), 'tank');
  writeProgram(program, '[ "$1" = --percent ] && echo 425');
  const clock = new HostClock({ trustWallTime: true });
  const agent = await startTestAgent(toml(program), { hardware: new HostHardware({ clock }) });
  const controller = await LocalController.connect(agent.socketPath);
  const value = async () => {
    const response = await controller.request({ get: { param_paths: ['Device.IoTCapability.1.LevelSensor.Value'] } });
    assert.ok(response.resp_type === 'get_resp');
    return response.get_resp.req_path_results[0]?.resolved_path_results[0]?.result_params.Value;
  };
  try {
    while ((await value()) !== '42.5');
    writeProgram(program, 'echo out of order');
    await until('a warning', () => agent.log.some(line => line.includes('"out of order" is no number')));
    assert.is(await value(), '42.5');
    writeProgram(program, 'echo 500');
    while ((await value()) !== '50');
    assert.is(agent.log.filter(line => line.includes('is no number')).length, 1);
  } finally {
    await controller.close();
    await agent.stop();
  }
});

test('where there are no programs, none is run', async () => {
  const hardware = new SimHardware(new HostClock({ trustWallTime: true }));
  const agent = await startTestAgent(toml('/bin/false'), { hardware });
  await until('the warning', () => agent.log.some(line => line.includes('there are no programs here')));
  await agent.stop();
});

test.run();
