// The bundle has the package mqtt with parts of its own. A real broker that offers topic aliases shows that they serve:
// the agent starts, is connected, and its first Get is answered, over TCP and over TLS.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mqttControllerOptions, mqttControllerToml } from '../helpers/agent.ts';
import { bundledProgram } from '../helpers/bundle.ts';
import { type AtEnd, closing } from '../helpers/closing.ts';
import { MqttController } from '../helpers/controller.ts';
import { freePort, makeCertificates, mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { until } from '../helpers/until.ts';

/** A broker that the controller reaches over TCP, and the agent over TCP or TLS. */
async function broker(atEnd: AtEnd) {
  const certificates = makeCertificates();
  atEnd(certificates.remove);
  const tlsPort = await freePort();
  const files = { cafile: 'ca.crt', certfile: 'server.crt', keyfile: 'server.key' };
  const lines = Object.entries(files).map(([option, name]) => `${option} ${certificates.file(name)}`);
  const { port, remove } = await startMosquitto(['allow_anonymous true', `listener ${tlsPort} 127.0.0.1`, ...lines]);
  atEnd(remove);
  return { port, tlsPort, ca: certificates.file('ca.crt') };
}

/** The bundle as a process; what it says. */
function start(toml: string, atEnd: AtEnd): string[] {
  const directory = temporaryDirectory();
  const config = join(directory, 'uspi.toml');
  writeFileSync(config, toml.replace('[agent]', '[agent]\nstate = "state"\nsocket = "uspi.sock"'));
  const stdio: ('ignore' | 'pipe')[] = ['ignore', 'ignore', 'pipe'];
  const child = spawn(process.execPath, [bundledProgram(), 'run', '--config', config], { stdio });
  atEnd(() => child.kill('SIGKILL'));
  const said: string[] = [];
  child.stderr?.on('data', chunk => said.push(String(chunk)));
  return said;
}

for (const over of ['TCP', 'TLS']) {
  test(`over ${over}`, () =>
    closing(async atEnd => {
      if (mosquittoIsMissing) {
        notRun(mosquittoIsMissing);
        return assert.ok(mosquittoIsMissing);
      }
      const { port, tlsPort, ca } = await broker(atEnd);
      const controller = await MqttController.connect(mqttControllerOptions(port));
      atEnd(() => controller.close());
      const secure = mqttControllerToml(tlsPort)
        .replace('mqtt://', 'mqtts://')
        .replace(', version', `, ca = "${ca}", version`);
      const said = start(over === 'TLS' ? secure : mqttControllerToml(port), atEnd);
      const isThere = () => controller.records.some(({ record_type }) => record_type === 'mqtt_connect');
      await until('the Connect record', isThere).catch(cause => assert.unreachable(`${cause}\n${said.join('')}`));
      assert.is(await controller.value('Device.LocalAgent.EndpointID'), 'os::012345-test');
      assert.is(await controller.value('Device.MQTT.Client.1.TransportProtocol'), over === 'TLS' ? 'TLS' : 'TCP/IP');
      assert.not.match(said.join(''), /^<[0-4]>/m, 'no warning');
    }));
}

test.run();
