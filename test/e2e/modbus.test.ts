// Two meters on one line, through real pseudo-terminals and the package serialport, to a controller behind a real broker.
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { HostHardware } from '../../drivers/host/hardware.ts';
import type { SerialPort } from '../../drivers/ports.ts';
import { ModbusSlaves, type SlaveEnd } from '../../drivers/sim/models/modbus-slave.ts';
import { mqttControllerOptions, mqttControllerToml, startTestAgent, type TestAgent } from '../helpers/agent.ts';
import { MqttController, type Received } from '../helpers/controller.ts';
import { type Mosquitto, mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { socatIsMissing, startSocat } from '../helpers/pseudo-terminals.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';

const missing = mosquittoIsMissing ?? socatIsMissing;

/** Several times what an answer takes where the processor is busy. */
const timeoutMs = 600;

const meter = (name: string, address: number, port: string) => `
[[device]]
name = "${name}"
type = "Meter"
protocol = "X_USPI_Modbus"
at = "${port}:19200,8N1"
address = ${address}

[[capability]]
name = "${name} voltage"
driver = "modbus"
device = "${name}"
channel = "level"
type = "Meter"
unit = "V"
poll = "100ms"
high = 240
options = { table = "input", register = 0, type = "float32", timeoutMs = ${timeoutMs} }
`;

/** The wire, and the meters at its far end. Both go when the adapter is unplugged; the meters' registers stay. */
class Wire {
  readonly slaves: ModbusSlaves;
  readonly near: string;
  readonly #far: string;
  readonly #hardware: HostHardware;
  readonly #end: SlaveEnd;
  #socat: ChildProcess | undefined;
  #port: SerialPort | undefined;

  constructor(directory: string, clock: HostClock) {
    this.near = join(directory, 'usb-FTDI_A1-if00-port0');
    this.#far = join(directory, 'far');
    this.#hardware = new HostHardware({ clock });
    this.#end = { onWrite: undefined, receive: bytes => void this.#port?.write(bytes as Uint8Array).catch(() => {}) };
    this.slaves = new ModbusSlaves(this.#end, clock);
  }

  async plug(): Promise<void> {
    this.#socat = await startSocat(this.#far, this.near);
    this.#port = await this.#hardware.openSerial(`${this.#far}:19200,8N1`);
    this.#port.listen(
      bytes => this.#end.onWrite?.(bytes),
      () => {},
    );
  }

  async unplug(): Promise<void> {
    const socat = this.#socat;
    if (!socat) return;
    this.#socat = undefined;
    const gone = new Promise(done => socat.once('exit', done));
    socat.kill();
    await gone;
    await this.#port?.close();
    await until('the link to go', () => !existsSync(this.near));
  }

  /** A float in two input registers, high word first, as Eastron's meters have it. */
  setVoltage(address: number, volts: number): void {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, volts);
    for (const word of [0, 1]) this.slaves.device(address).inputs.set(word, view.getUint16(2 * word));
  }
}

interface Site {
  wire: Wire;
  agent: TestAgent;
  controller: MqttController;
  /** The next Notify of this path and value that comes from now on. */
  hear(path: string, value: string): Promise<Received>;
}

async function withSite(run: (site: Site) => Promise<void>): Promise<void> {
  const directory = temporaryDirectory();
  const clock = new HostClock({ trustWallTime: true });
  const wire = new Wire(directory, clock);
  for (const address of [1, 2]) wire.setVoltage(address, 230);
  let broker: Mosquitto | undefined;
  let controller: MqttController | undefined;
  let agent: TestAgent | undefined;
  try {
    await wire.plug();
    broker = await startMosquitto();
    controller = await MqttController.connect(mqttControllerOptions(broker.port));
    const { notifies, records } = controller;
    const toml = mqttControllerToml(broker.port) + meter('house', 1, wire.near) + meter('garage', 2, wire.near);
    agent = await startTestAgent(toml, { hardware: new HostHardware({ clock }) });
    await until('the Connect record', () => records.length > 0);
    await controller.subscribe('online', 'ValueChange', 'Device.ProxiedDevice.*.Online');
    const high = 'Device.ProxiedDevice.*.IoTCapability.*.LevelSensor.HighLevel';
    await controller.subscribe('high', 'ValueChange', high);
    for (const row of [1, 2]) await online(controller, row);
    const hear = async (path: string, value: string) => {
      const from = notifies.length;
      const isIt = ({ notify }: Received) =>
        notify.notification === 'value_change' &&
        notify.value_change.param_path === path &&
        notify.value_change.param_value === value;
      await until(`${path} to be ${value}`, () => notifies.slice(from).some(isIt));
      return notifies.slice(from).find(isIt)!;
    };
    await run({ wire, agent, controller, hear });
  } finally {
    await agent?.stop();
    await controller?.close();
    await broker?.remove();
    await wire.unplug();
  }
}

async function online(controller: MqttController, row: number): Promise<void> {
  while ((await controller.value(`Device.ProxiedDevice.${row}.Online`)) !== 'true');
}

test('a value crosses, one meter dies, the other goes on, and the dead one comes back', async () => {
  if (missing) return notRun(missing);
  await withSite(async ({ wire, controller, hear }) => {
    const first = 'Device.ProxiedDevice.1.';
    const crossed = hear(`${first}IoTCapability.1.LevelSensor.HighLevel`, 'true');
    wire.setVoltage(1, 241.5);
    await crossed;
    assert.is(await controller.value(`${first}IoTCapability.1.LevelSensor.Value`), '241.5');

    const died = hear(`${first}Online`, 'false');
    wire.slaves.device(1).fault = { kind: 'silent' };
    await died;
    const other = hear('Device.ProxiedDevice.2.IoTCapability.1.LevelSensor.HighLevel', 'true');
    wire.setVoltage(2, 250);
    await other;
    assert.is(await controller.value('Device.ProxiedDevice.2.Online'), 'true');
    assert.is(await controller.value(`${first}IoTCapability.1.LevelSensor.Value`), '241.5', 'its last good value');

    const back = hear(`${first}Online`, 'true');
    wire.slaves.device(1).fault = undefined;
    await back;
  });
});

test('a meter that answers late, for whatever was asked, never gives a value to another question', async () => {
  if (missing) return notRun(missing);
  await withSite(async ({ wire, controller, hear }) => {
    const gone = hear('Device.ProxiedDevice.1.Online', 'false');
    wire.slaves.device(1).fault = { kind: 'late', byMs: 2 * timeoutMs };
    wire.setVoltage(1, 99);
    await gone;
    assert.is(await controller.value('Device.ProxiedDevice.1.IoTCapability.1.LevelSensor.Value'), '230');
    assert.is(await controller.value('Device.ProxiedDevice.2.IoTCapability.1.LevelSensor.Value'), '230');
  });
});

test('the adapter is unplugged and plugged in again: both meters are back within 2 s, and the log is short', async () => {
  if (missing) return notRun(missing);
  await withSite(async ({ wire, agent, controller, hear }) => {
    const lines = agent.log.length;
    const gone = [1, 2].map(row => hear(`Device.ProxiedDevice.${row}.Online`, 'false'));
    const startMs = performance.now();
    await wire.unplug();
    await Promise.all(gone);
    assert.ok(performance.now() - startMs < 1_000, 'it is noticed when it happens');
    await new Promise(done => setTimeout(done, 2_500));
    const told = agent.log.slice(lines).filter(line => line.startsWith('warning'));
    assert.is(told.length, 2, told.join('\n'));
    for (const line of told)
      assert.match(line, /nothing there/, 'it is noticed when it happens, by no answer that stays away');
    const back = [1, 2].map(row => hear(`Device.ProxiedDevice.${row}.Online`, 'true'));
    await wire.plug();
    const pluggedMs = performance.now();
    await Promise.all(back);
    const tookMs = performance.now() - pluggedMs;
    assert.ok(tookMs < 2_000, `${tookMs} ms`);
    for (const row of [1, 2]) await online(controller, row);
  });
});

test.run();
