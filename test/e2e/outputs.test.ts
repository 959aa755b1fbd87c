// What outputs have when the agent ends: their safe state after a signal, what they had after a kill, and their initial
// state again at the next start. test/hil shows the same of GPIO lines on real kernels.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { Mcp23017Model } from '../../drivers/sim/models/mcp23017.ts';
import { Pca9685Model } from '../../drivers/sim/models/pca9685.ts';
import { Pcf8574Model } from '../../drivers/sim/models/pcf8574.ts';
import { PwmModel } from '../../drivers/sim/models/pwm.ts';
import { startTestAgent } from '../helpers/agent.ts';
import { bundledProgram } from '../helpers/bundle.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';

const output = (name: string, lines: string) => `\n[[capability]]\nname = "${name}"\n${lines}\n`;

async function set(controller: LocalController, name: string, shown: string, value: string): Promise<void> {
  const settings = [{ param: 'Value', value, required: true }];
  const path = `Device.IoTCapability.[Name=="${name}"].${shown}.`;
  const response = await controller.request({ set: { update_objs: [{ obj_path: path, param_settings: settings }] } });
  assert.is(response.resp_type, 'set_resp', JSON.stringify(response));
}

test('a stop gives every kind of output its initial value', async () => {
  const hardware = new SimHardware(new HostClock());
  const [relay, lamp] = [hardware.gpio('pin 11'), hardware.gpio('pin 13')];
  const [lines, dimmer, weak] = [new Mcp23017Model(), new Pca9685Model(), new Pcf8574Model()];
  for (const [address, model] of [
    [0x20, lines],
    [0x40, dimmer],
    [0x21, weak],
  ] as const)
    hardware.i2c('i2c-1').attach(address, model);
  const pwm = new PwmModel(hardware.files, '/sys/class/pwm/pwmchip0', 0);
  hardware.files.texts.set('/run/mode', '\n');
  const agent = await startTestAgent(
    [
      output('relay', 'driver = "relay"\nat = "pin 11"'),
      output('lamp', 'driver = "gpio-output"\nat = "pin 13"\ninitial = true'),
      output('line', 'driver = "mcp23017"\nchannel = "out-b7"\nat = "i2c-1:0x20"'),
      output('dimmer', 'driver = "pca9685"\nchannel = "level3"\nat = "i2c-1:0x40"\ninitial = 10'),
      output('weak', 'driver = "pcf8574"\nchannel = "out-p0"\nat = "i2c-1:0x21"'),
      output('motor', 'driver = "pwm"\nchannel = "level"\nat = "/sys/class/pwm/pwmchip0/pwm0"'),
      output('mode', 'driver = "file-output"\nchannel = "word"\nat = "/run/mode"\nvalues = ["Off", "On"]'),
    ].join(''),
    { hardware },
  );
  const controller = await LocalController.connect(agent.socketPath);
  for (const name of ['relay', 'line', 'weak']) await set(controller, name, 'BinaryControl', 'true');
  await set(controller, 'lamp', 'BinaryControl', 'false');
  for (const name of ['dimmer', 'motor']) await set(controller, name, 'LevelControl', '80');
  await set(controller, 'mode', 'EnumControl', 'On');
  const state = () => [
    ...[!relay.wireIsHigh, lamp.wireIsHigh, lines.level(15), Math.round(100 * dimmer.duty(3)), (weak.latch & 1) === 0],
    ...[pwm.dutyNs / 10_000, hardware.files.texts.get('/run/mode')],
  ];
  assert.equal(state(), [true, false, true, 80, true, 80, 'On']);
  await controller.close();
  await agent.stop();
  assert.equal(state(), [false, true, false, 10, false, 0, 'Off']);
});

const children: ChildProcess[] = [];
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

test('a process drives an output to its safe state at SIGTERM, leaves it at kill -9, and begins with it', async () => {
  const directory = temporaryDirectory();
  const [config, valve, socket] = ['uspi.toml', 'valve', 'uspi.sock'].map(name => join(directory, name)) as [
    string,
    string,
    string,
  ];
  const places = `[agent]\nstate = "${directory}/state"\nsocket = "${socket}"\n`;
  writeFileSync(config, places + output('valve', 'driver = "file-output"\nchannel = "switch"\nat = "valve"'));
  writeFileSync(valve, '\n');
  const has = (text: string) => readFileSync(valve, 'utf8').trim() === text;
  const startAndOpen = async () => {
    const child = spawn(process.execPath, [bundledProgram(), 'run', '--config', config], { stdio: 'ignore' });
    children.push(child);
    await until('the safe state at the start', () => has('0') && existsSync(socket));
    const controller = await LocalController.connect(socket);
    await set(controller, 'valve', 'BinaryControl', 'true');
    assert.ok(has('1'));
    await controller.close();
    return child;
  };
  const ended = (child: ChildProcess, signal: NodeJS.Signals) => {
    const exit = new Promise(done => child.once('exit', done));
    child.kill(signal);
    return exit;
  };
  await ended(await startAndOpen(), 'SIGKILL');
  assert.ok(has('1'), 'nobody is left to close it');
  rmSync(socket, { force: true });
  assert.is(await ended(await startAndOpen(), 'SIGTERM'), 0);
  assert.ok(has('0'));
});

test.run();
