// `watch`: a subscription of its own, each Notify as it comes, and nothing left behind.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { uspi } from '../../../agent/cli/uspi.ts';
import { HostClock } from '../../../drivers/host/clock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import type { TestAgent } from '../../helpers/agent.ts';
import { until } from '../../helpers/until.ts';
import { commandLine, startListeningAgent, TestTerminal } from './terminal.ts';

const configuration = `
[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
type = "DoorOpen"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"
`;

const hardware = new SimHardware(new HostClock());
const door = hardware.gpio('pin 11');
hardware.gpio('pin 13');
const agent = await startListeningAgent(configuration, { hardware });
const doorValue = 'Device.IoTCapability.1.BinarySensor.Value';
const fanPath = 'Device.IoTCapability.2.BinaryControl.';

async function subscriptionCount(): Promise<number> {
  const { out } = await commandLine('instances', 'Device.LocalAgent.Subscription.', '--socket', agent.socketPath);
  return out === '' ? 0 : out.split('\n').length;
}

/** Begins to watch, and waits until every later change is told. */
async function watching(of: TestAgent, ...args: string[]): Promise<{ terminal: TestTerminal; code: Promise<number> }> {
  const terminal = new TestTerminal();
  const code = uspi(['watch', ...args, '--socket', of.socketPath], terminal);
  await until('the subscription', () => terminal.err.length > 0);
  assert.match(terminal.err[0]!, /^watching /);
  return { terminal, code };
}

test('a change is printed with its time, and the subscription goes with the end', async () => {
  const { terminal, code } = await watching(agent, doorValue);
  door.setWire(true);
  await terminal.printed(1);
  door.setWire(false);
  await terminal.printed(2);
  terminal.end();
  assert.is(await code, 0);
  assert.match(
    terminal.out[0]!,
    /^\d{4}-\d\d-\d\dT[\d:.]+Z {2}ValueChange Device\.IoTCapability\.1\.BinarySensor\.Value = true$/,
  );
  assert.match(terminal.out[1]!, / = false$/);
  assert.is(await subscriptionCount(), 0);
});

test('--count ends it, and --json gives one document a line', async () => {
  const { terminal, code } = await watching(agent, doorValue, '--count', '1', '--json');
  door.setWire(true);
  assert.is(await code, 0);
  assert.is(terminal.out.length, 1);
  const { time, msgId, subscriptionId, ...rest } = JSON.parse(terminal.out[0]!);
  assert.equal(rest, { type: 'ValueChange', path: doorValue, value: 'true' });
  assert.ok(Date.parse(time) > 0 && msgId !== '' && subscriptionId !== '');
  assert.is(await subscriptionCount(), 0);
});

test('a path may be a command, and --type names what a path does not tell', async () => {
  const toggling = await watching(agent, `${fanPath}Toggle()`, '--count', '1');
  await commandLine('operate', `${fanPath}Toggle()`, '--socket', agent.socketPath);
  await toggling.code;
  assert.match(toggling.terminal.out[0]!, `OperationComplete ${fanPath}Toggle()`);
  const adding = await watching(agent, 'Device.LocalAgent.Subscription.', '--type', 'ObjectCreation', '--count', '1');
  const add = ['add', 'Device.LocalAgent.Subscription.', 'ID=new', '--socket', agent.socketPath];
  await commandLine(...add);
  await adding.code;
  assert.match(adding.terminal.out[0]!, /ObjectCreation Device\.LocalAgent\.Subscription\.\d+\. .*ID="new"/);
  await commandLine('del', 'Device.LocalAgent.Subscription.[ID=="new"].', '--socket', agent.socketPath);
});

test('two watches, and other verbs meanwhile, do not take from each other', async () => {
  const first = await watching(agent, doorValue);
  const second = await watching(agent, `${fanPath}Value`, '--count', '1');
  const isOn = (await commandLine('get', `${fanPath}Value`, '--socket', agent.socketPath)).out.endsWith('true');
  await commandLine('set', `${fanPath}Value`, String(!isOn), '--socket', agent.socketPath);
  assert.is(await second.code, 0);
  door.setWire(!door.wireIsHigh);
  await first.terminal.printed(1);
  first.terminal.end();
  assert.is(await first.code, 0);
  assert.is(first.terminal.out.length, 1);
});

test('a path that is not there is told at once', async () => {
  const { code, out, err } = await commandLine('watch', 'Device.IoTCapability.9.Name', '--socket', agent.socketPath);
  assert.is(code, 1);
  assert.is(out, '');
  assert.match(err, /^uspi: Device\.IoTCapability\.9\.Name: 7026 /);
  const bad = await commandLine('watch', 'Device.[', '--type', 'Event', '--socket', agent.socketPath);
  assert.is(bad.code, 1);
  assert.match(bad.err, /^uspi: .*7012 /);
});

test('when the agent stops, the exit code is 3', async () => {
  const other = await startListeningAgent('[agent]\n');
  const { terminal, code } = await watching(other, 'Device.LocalAgent.');
  await other.stop();
  assert.is(await code, 3);
  assert.is(terminal.err[1], 'uspi: the agent has closed the connection');
});

test.after(() => agent.stop());
test.run();
