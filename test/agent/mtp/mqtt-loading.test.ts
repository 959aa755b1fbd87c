import { createRequire } from 'node:module';
import { writeToStream } from 'mqtt-packet';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createMqttTransport } from '../../../agent/mtp/mqtt.ts';
import { startBroker } from '../../helpers/broker.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { endpointId, openMqtt } from '../../helpers/mqtt.ts';
import { seededRandom } from '../../helpers/random.ts';

test('the package mqtt is loaded when a transport opens, and builds no table of numbers', async () => {
  const isLoaded = () => Object.keys(createRequire(import.meta.url).cache).some(path => path.includes('/mqtt/build/'));
  const options = { name: 'm', endpointId, brokerAddress: '127.0.0.1' };
  createMqttTransport(options, { clock: new VirtualClock(), random: seededRandom(1), log: () => {} });
  assert.not(isLoaded());
  const broker = await startBroker();
  const world = openMqtt({ brokerPort: broker.port });
  await world.isReady();
  assert.ok(isLoaded());
  assert.is(writeToStream.cacheNumbers, false);
  await world.transport.close();
  await broker.stop();
});

test.run();
