// A controller that sends without end: each request is answered or refused, the memory is bounded, and others are heard.
import { connectAsync } from 'mqtt';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { requestsInFlightMax } from '../../agent/record/limits.ts';
import { mqttControllerOptions, mqttControllerToml, startTestAgent } from '../helpers/agent.ts';
import { closing } from '../helpers/closing.ts';
import { MqttController, recordOf, requestMsg } from '../helpers/controller.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { until } from '../helpers/until.ts';
import { burst } from './burst.ts';

const requests = 4_000;
const heapBytesMax = 64e6;

/** What a stranger may ask. */
const question = { get_supported_protocol: { controller_supported_protocol_versions: '1.4' } };
const everything = { get: { param_paths: ['Device.LocalAgent.'] } };

test(`${requests} requests at once are each answered, and another controller is heard meanwhile`, () =>
  closing(async atEnd => {
    const agent = await startTestAgent('[agent]\nendpoint = "os::012345-test"\n');
    atEnd(agent.stop);
    await (await LocalController.connect(agent.socketPath)).close(); // It listens.
    const heapBefore = process.memoryUsage().heapUsed;
    let heapMost = 0;
    const flood = burst(agent.socketPath, Array(requests).fill(everything));
    let isOver = false;
    const over = flood.finally(() => {
      isOver = true;
    });
    atEnd(() => over);
    let heard = 0;
    while (!isOver) {
      const [fate] = await burst(agent.socketPath, [question], 'self::stranger');
      if (fate === 'response') heard++;
      heapMost = Math.max(heapMost, process.memoryUsage().heapUsed - heapBefore);
    }
    const fates = await over;
    assert.ok(
      fates.every(fate => fate === 'response' || fate === 7005),
      `${[...new Set(fates)]}`,
    );
    assert.ok(fates.filter(fate => fate === 'response').length >= requestsInFlightMax);
    assert.ok(heard > 0, 'the stranger was not heard');
    assert.ok(heapMost < heapBytesMax, `${heapMost} bytes`);
    assert.is(agent.stuck(), undefined);
  }));

test('over MQTT, as many requests as may be in flight are each answered, though they come in one piece', () =>
  closing(async atEnd => {
    if (mosquittoIsMissing) {
      notRun(mosquittoIsMissing);
      return assert.ok(mosquittoIsMissing);
    }
    const broker = await startMosquitto();
    atEnd(broker.remove);
    const options = mqttControllerOptions(broker.port);
    const controller = await MqttController.connect(options);
    atEnd(() => controller.close());
    const agent = await startTestAgent(mqttControllerToml(broker.port));
    atEnd(agent.stop);
    await until('the Connect record', () => controller.records.length > 0);
    const url = `mqtt://127.0.0.1:${broker.port}`;
    const flooding = await connectAsync(url, { protocolVersion: 5, reconnectPeriod: 0 });
    atEnd(() => flooding.endAsync(true));
    const properties = { responseTopic: options.controllerTopic, contentType: 'usp.msg' };
    const before = controller.records.length;
    flooding.stream.cork(); // At QoS 0, the broker does not wait between two of them either.
    for (let i = 0; i < requestsInFlightMax; i++) {
      const record = recordOf(requestMsg(everything, `flood-${i}`), options.endpointId, options.agentEndpointId);
      flooding.publish(options.agentTopic, Buffer.from(record), { qos: 0, properties });
    }
    flooding.stream.uncork();
    await until('all answers', () => controller.records.length >= before + requestsInFlightMax);
  }));

test.run();
