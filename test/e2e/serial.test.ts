// A GPS receiver on a real pseudo-terminal, through the package serialport, to a controller behind a real broker.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { HostHardware } from '../../drivers/host/hardware.ts';
import { mqttControllerOptions, mqttControllerToml, startTestAgent } from '../helpers/agent.ts';
import { MqttController } from '../helpers/controller.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { socatIsMissing, startSocat } from '../helpers/pseudo-terminals.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';

/** The example sentence that every GPS tutorial shows: 48 deg 07.038' N, 11 deg 31.000' E. */
const sentence = '$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n';

const missing = mosquittoIsMissing ?? socatIsMissing;

test('a sentence on the line becomes a MultiLevelSensor of type Location', async () => {
  if (missing) return notRun(missing);
  const directory = temporaryDirectory();
  const [port, line] = [join(directory, 'ttyGPS'), join(directory, 'line')];
  const socat = await startSocat(port, line);
  const broker = await startMosquitto();
  const controller = await MqttController.connect(mqttControllerOptions(broker.port));
  const toml = `${mqttControllerToml(broker.port)}
[[capability]]
name = "position"
driver = "serial-nmea"
channel = "location"
at = "${port}:9600,8N1"
`;
  const hardware = new HostHardware({ clock: new HostClock({ trustWallTime: true }) });
  const agent = await startTestAgent(toml, { hardware });
  try {
    await until('the Connect record', () => controller.records.length > 0);
    await controller.subscribe('gps', 'ValueChange', 'Device.IoTCapability.*.MultiLevelSensor.Values');
    const repeat = setInterval(() => writeFileSync(line, sentence), 200).unref();
    const { notify } = await controller.notified('the position', each => each.subscription_id === 'gps');
    clearInterval(repeat);
    assert.ok(notify.notification === 'value_change');
    const [latitude, longitude] = notify.value_change.param_value.split(',').map(Number);
    assert.ok(Math.abs((latitude ?? 0) - 48.1173) < 1e-4, notify.value_change.param_value);
    assert.ok(Math.abs((longitude ?? 0) - 11.51667) < 1e-4, notify.value_change.param_value);
    assert.is(await controller.value('Device.IoTCapability.1.MultiLevelSensor.ValueNames'), 'Latitude,Longitude');
    assert.is(await controller.value('Device.IoTCapability.1.MultiLevelSensor.Type'), 'Location');
  } finally {
    await agent.stop();
    await controller.close();
    await broker.remove();
    socat.kill();
  }
});

test.run();
