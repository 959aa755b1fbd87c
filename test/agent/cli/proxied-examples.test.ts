// TR-369's examples of proxied devices ("IoT Data Model Theory of Operation"), as the data model shows the files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LocalController } from '../../../agent/cli/controller.ts';
import { Simulation } from '../../../agent/cli/simulation.ts';
import { loadConfig } from '../../../agent/config/load.ts';
import { startAgent } from '../../../agent/run/agent.ts';
import { vocabulary } from '../../../agent/run/vocabulary.ts';
import { chips } from '../../../drivers/chips/catalog.gen.ts';
import { HostClock } from '../../../drivers/host/clock.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';

const zWave = { ProxyProtocol: 'Z-Wave', Online: 'true' };
const target = (Value: string) => ({ Type: 'Temperature', Value, Unit: 'degC', MinValue: '14', MaxValue: '25' });
const outlet = (number: number) => ({
  [`Node.${number}.`]: { Type: 'Meter', IoTCapabilityNumberOfEntries: '3' },
  [`Node.${number}.IoTCapability.1.BinaryControl.`]: { Type: 'Switch' },
  [`Node.${number}.IoTCapability.2.LevelSensor.`]: { Type: 'Power', Unit: 'W' },
  [`Node.${number}.IoTCapability.3.LevelSensor.`]: { Type: 'Energy', Unit: 'kWh' },
});

/** What is printed, corrected; below Device.ProxiedDevice.1. */
const examples: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  'tr369-thermostat': {
    '': { ...zWave, Type: 'Thermostat', IoTCapabilityNumberOfEntries: '8' },
    'IoTCapability.1.EnumControl.': {
      Type: 'ThermostatMode',
      ValidValues: 'Heat,Cool,Energy_heat,Energy_cool,Off,Auto',
    },
    'IoTCapability.2.LevelControl.': { ...target('17'), Description: 'TargetCoolTemperature' },
    'IoTCapability.3.LevelControl.': { ...target('21'), Description: 'TargetHeatTemperature' },
    'IoTCapability.4.LevelControl.': { ...target('19'), Description: 'TargetEnergyCoolTemp' },
    'IoTCapability.5.LevelControl.': { ...target('19'), Description: 'TargetEnergyHeatTemp' },
    'IoTCapability.6.LevelSensor.': { Type: 'Temperature', Unit: 'degC' },
    'IoTCapability.7.EnumControl.': { Type: 'FanMode', ValidValues: 'Auto_low,Low,Circulation,Off' },
    'IoTCapability.8.EnumSensor.': { Type: 'OperatingState' },
  },
  'tr369-dimmer': {
    '': { ...zWave, Type: 'Light', Name: 'GE DimMing Bulb', IoTCapabilityNumberOfEntries: '2' },
    'IoTCapability.1.BinaryControl.': { Type: 'Switch' },
    'IoTCapability.2.LevelControl.': { Type: 'Brightness', Value: '100', MinValue: '0', MaxValue: '100', Unit: '%' },
  },
  'tr369-fan': {
    '': { ...zWave, Type: 'Fan', Name: 'GE Fan', IoTCapabilityNumberOfEntries: '1' },
    'IoTCapability.1.EnumControl.': { Type: 'FanMode', Value: 'Off', ValidValues: 'Off,Low,Medium,High,On,Auto,Smart' },
  },
  'tr369-sensor-strip': {
    '': { ...zWave, Type: 'SensorStrip', Name: 'Insertable Sensor Strip', NodeNumberOfEntries: '1' },
    'IoTCapability.1.LevelSensor.': { Type: 'Battery', Unit: '%', LowLevelThreshold: '30' },
    'Node.1.': { Type: 'Sensor', IoTCapabilityNumberOfEntries: '1' },
    'Node.1.IoTCapability.1.BinarySensor.': {
      ...{ Type: 'MotionDetected', HoldTime: '0', RestTime: '10000', Sensitivity: '5' },
    },
  },
  'tr369-ceiling-fan': {
    '': {
      ...zWave,
      Type: 'Fan',
      Name: "42'' Ceiling Fan",
      IoTCapabilityNumberOfEntries: '1',
      NodeNumberOfEntries: '2',
    },
    'IoTCapability.1.BinaryControl.': { Type: 'Switch' },
    'Node.1.': { Type: 'Light', IoTCapabilityNumberOfEntries: '2' },
    'Node.1.IoTCapability.1.LevelControl.': { Type: 'Brightness', MinValue: '0', MaxValue: '100', Unit: '%' },
    'Node.1.IoTCapability.2.BinaryControl.': { Type: 'Switch' },
    'Node.2.': { Type: 'Fan', IoTCapabilityNumberOfEntries: '1' },
    'Node.2.IoTCapability.1.EnumControl.': { Type: 'FanMode', ValidValues: 'Off,Low,Medium,High,Auto,Smart' },
  },
  'tr369-power-strip': {
    '': {
      ...zWave,
      Type: 'PowerStrip',
      Name: '3 Plug Strip',
      IoTCapabilityNumberOfEntries: '2',
      NodeNumberOfEntries: '3',
    },
    'IoTCapability.1.BinaryControl.': { Type: 'Switch' },
    'IoTCapability.2.LevelSensor.': { Type: 'Energy', Unit: 'kWh' },
    ...outlet(1),
    ...outlet(2),
    ...outlet(3),
  },
};

/** Runs an example on its models; `get` is what a path's object holds. */
async function simulated(name: string, run: (get: (path: string) => Promise<Record<string, string>>) => Promise<void>) {
  const configFile = join('docs/examples', `${name}.toml`);
  const loaded = await loadConfig(readFileSync(configFile, 'utf8'), configFile, chips, vocabulary());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
  assert.equal(loaded.warnings, []);
  const clock = new HostClock({ trustWallTime: true });
  const simulation = new Simulation({ configFile, chips, clock, seed: 1, faults: [], tell: () => {} });
  const directory = temporaryDirectory();
  const socketPath = join(directory, 'uspi.sock');
  const world = await simulation.surround(loaded.config);
  const stateDirectory = join(directory, 'state');
  const agent = await startAgent({
    config: loaded.config,
    configFile,
    stateDirectory,
    socketPath,
    log: () => {},
    ...world,
  });
  await until('the socket', () => existsSync(socketPath));
  const controller = await LocalController.connect(socketPath);
  try {
    await run(async path => {
      const response = await controller.ask({ get: { param_paths: [`Device.ProxiedDevice.1.${path}`], max_depth: 1 } });
      assert.ok(response.resp_type === 'get_resp');
      return response.get_resp.req_path_results[0]?.resolved_path_results[0]?.result_params ?? {};
    });
  } finally {
    await controller.close();
    await agent.stop();
    simulation.stop();
  }
}

for (const [name, objects] of Object.entries(examples)) {
  test(`${name}: every object that is printed is there, with its values`, async () => {
    await simulated(name, async get => {
      while ((await get('')).Online !== 'true');
      for (const [path, wanted] of Object.entries(objects)) {
        const values = await get(path);
        const found = Object.fromEntries(Object.keys(wanted).map(key => [key, values[key]]));
        assert.equal(found, wanted, path);
      }
    });
  });
}

test.run();
