/** An MQTT transport under virtual time, with everything that it tells its owner written down. */

import { test } from 'uvu';
import { createMqttTransport, type MqttDeps, type MqttTransport } from '../../agent/mtp/mqtt.ts';
import type { MqttOptions } from '../../agent/mtp/mqtt-options.ts';
import type { Origin, TransportError } from '../../agent/record/transport.ts';
import { type BrokerScript, type ScriptedBroker, startBroker } from './broker.ts';
import type { VirtualClock } from './clock.ts';
import { seededRandom } from './random.ts';
import { PatientClock } from './rest.ts';
import { until } from './until.ts';

export interface MqttWorld {
  transport: MqttTransport;
  clock: VirtualClock;
  /** Log lines, as "level: line". */
  lines: string[];
  statuses: string[];
  received: { text: string; origin: Origin }[];
  connected: { mqttVersion?: string; subscribedTopic?: string }[];
  disconnected: string[];
  assigned: string[];
  responseInformation: string[];
  subscriptions: string[];
  /** Waits until the transport is connected for the `count`-th time. */
  isReady(count?: number): Promise<void>;
}

export const endpointId = 'os::012345-uspi-1';
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Opens a transport to 127.0.0.1 that subscribes to "agent" unless `options` say otherwise. */
export function openMqtt(options: Partial<MqttOptions>, deps: Partial<MqttDeps> = {}): MqttWorld {
  const clock = new PatientClock();
  const world: Omit<MqttWorld, 'transport'> = {
    clock,
    lines: [],
    statuses: [],
    received: [],
    connected: [],
    disconnected: [],
    assigned: [],
    responseInformation: [],
    subscriptions: [],
    isReady: (count = 1) => until(`connection ${count}`, () => world.connected.length >= count),
  };
  const subscriptions = [{ topic: 'agent', qos: 1 as const }];
  const transport = createMqttTransport(
    { name: 'mqtt-1', endpointId, brokerAddress: '127.0.0.1', subscriptions, ...options },
    {
      clock,
      random: seededRandom(1),
      log: (level, line) => world.lines.push(`${level}: ${line}`),
      observer: {
        status: status => world.statuses.push(status),
        assignedClientId: id => world.assigned.push(id),
        responseInformation: topic => world.responseInformation.push(topic),
        subscription: (topic, status) => world.subscriptions.push(`${topic} ${status}`),
      },
      ...deps,
    },
  );
  transport.open({
    received: (record, origin) => {
      world.received.push({ text: new TextDecoder().decode(record), origin });
      return 'accepted';
    },
    connected: details => world.connected.push(details),
    disconnected: reason => world.disconnected.push(reason),
  });
  return { ...world, transport };
}

/** Runs a uvu test with a scripted broker and a transport that talks to it, and closes both. */
export function story(
  name: string,
  script: BrokerScript,
  options: Partial<MqttOptions>,
  tell: (broker: ScriptedBroker, world: MqttWorld) => Promise<void>,
): void {
  test(name, async () => {
    const broker = await startBroker(script);
    const world = openMqtt({ brokerPort: broker.port, ...options });
    try {
      await tell(broker, world);
    } finally {
      await world.transport.close();
      await broker.stop();
    }
  });
}

/** What became of a send, in one word. */
export const codeOf = (sending: Promise<void>): Promise<string> =>
  sending.then(
    () => 'sent',
    error => (error as TransportError).code,
  );
