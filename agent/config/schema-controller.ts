/** The section [[controller]] and the tables inside it. */
import { seconds } from './duration.ts';
import { controllerEndpointId } from './endpoint.ts';
import { type Fields, table } from './fields.ts';
import { flag, number, text, word } from './kinds.ts';
import { path, topic } from './texts.ts';
import { brokerUrl, coapUrl } from './url.ts';

const retryWait = {
  key: 'wait',
  kind: seconds({ min: '1s', max: '65535s' }),
  default: '5s',
  description: 'The shortest first wait. A random part is added, so that a fleet does not come back at once.',
  example: '"5s"',
} as const;

const retryMultiplier = {
  key: 'multiplier',
  kind: number({ whole: true, min: 1000, max: 65535 }),
  default: 2000,
  description: 'How much longer each wait is than the one before, in thousandths: 2000 doubles it.',
  example: '2000',
} as const;

export const connectRetryFields = {
  minimumWaitIntervalSeconds: retryWait,
  intervalMultiplier: retryMultiplier,
  maximumIntervalSeconds: {
    key: 'longest',
    kind: seconds({ min: '1s', max: '1193046h' }),
    default: '30720s',
    description: 'No wait is longer than this.',
    example: '"1h"',
  },
} as const satisfies Fields;

export const notifyRetryFields = {
  minimumWaitIntervalSeconds: retryWait,
  intervalMultiplier: retryMultiplier,
} as const satisfies Fields;

export const mqttFields = {
  broker: {
    key: 'broker',
    kind: brokerUrl,
    required: true,
    description: 'The MQTT server. Ports 1883 (mqtt) and 8883 (mqtts) may be left out.',
    example: '"mqtts://broker.example.org:8883"',
  },
  version: {
    key: 'version',
    kind: word(['5.0', '3.1.1']),
    default: '5.0',
    description: 'The version of MQTT.',
    example: '"5.0"',
  },
  agentTopic: {
    key: 'agent-topic',
    kind: topic,
    description:
      "The topic on which the agent listens; `{endpoint}` in it stands for the agent's Endpoint ID. May be left out with an MQTT 5.0 server that tells the agent its topic.",
    example: '"usp/agent/{endpoint}"',
  },
  controllerTopic: {
    key: 'controller-topic',
    kind: topic,
    required: true,
    description: 'The topic on which the controller listens.',
    example: '"usp/controller/1"',
  },
  user: {
    key: 'user',
    kind: text({ expected: 'a user name' }),
    description: 'The user name at the MQTT server.',
    example: '"uspi-1"',
  },
  password: {
    key: 'password',
    kind: text({ expected: 'a password, in quotes' }),
    secret: true,
    description: 'The password at the MQTT server. Make the file readable for the agent alone.',
    example: '"…"',
  },
  clientId: {
    key: 'client-id',
    kind: text({ expected: 'an MQTT client identifier' }),
    description: 'The MQTT client identifier. Without it, the server gives one (5.0) or the Endpoint ID is it (3.1.1).',
    example: '"uspi-1"',
  },
  ca: {
    key: 'ca',
    kind: path,
    description:
      "A PEM file with the authorities that the server's certificate may come from. Without it, the system's.",
    example: '"ca.pem"',
  },
  cert: {
    key: 'cert',
    kind: path,
    description: "A PEM file with the agent's certificate; goes with `key`.",
    example: '"agent.pem"',
  },
  key: {
    key: 'key',
    kind: path,
    description: "A PEM file with the certificate's private key.",
    example: '"agent.key"',
  },
  keepAliveSeconds: {
    key: 'keep-alive',
    kind: seconds({ min: '0s', max: '65535s' }),
    default: '60s',
    description: 'The longest silence before the connection is probed; "0s" never probes.',
    example: '"60s"',
  },
  qos: {
    key: 'qos',
    kind: number({ whole: true, min: 0, max: 2 }),
    default: 1,
    description:
      'The quality of service of what is published and subscribed. 1: the broker acknowledges each message. 0: answers cost less, ' +
      'and what is on its way when a connection ends is lost.',
    example: '1',
  },
  retry: {
    key: 'retry',
    kind: table(connectRetryFields),
    default: {},
    description: 'How soon a lost connection is tried again.',
    example: '{ wait = "5s", multiplier = 2000, longest = "1h" }',
  },
} as const satisfies Fields;

export const controllerCoapFields = {
  url: {
    key: 'url',
    kind: coapUrl,
    required: true,
    description: "The controller's CoAP resource.",
    example: '"coap://127.0.0.1:5683/usp"',
  },
} as const satisfies Fields;

export const controllerFields = {
  endpoint: {
    key: 'endpoint',
    kind: controllerEndpointId,
    required: true,
    description: "The controller's Endpoint ID.",
    example: '"self::controller"',
  },
  role: {
    key: 'role',
    kind: text({ expected: 'the name of a role, such as "Full Access"', lengthMax: 64 }),
    required: true,
    description: 'What the controller may do.',
    example: '"Full Access"',
  },
  mqtt: {
    key: 'mqtt',
    kind: table(mqttFields),
    description: 'How it is reached over MQTT.',
    example: '{ broker = "mqtt://127.0.0.1:1883", agent-topic = "usp/agent/1", controller-topic = "usp/controller/1" }',
  },
  coap: {
    key: 'coap',
    kind: table(controllerCoapFields),
    description: 'How it is reached over CoAP; for local networks.',
    example: '{ url = "coap://127.0.0.1:5683/usp" }',
  },
  insecure: {
    key: 'insecure',
    kind: flag,
    default: false,
    description: 'Accepts that a role above the untrusted one travels unencrypted over a network.',
    example: 'true',
  },
  periodicNotifIntervalSeconds: {
    key: 'periodic-notif-interval',
    kind: seconds({ min: '1s', max: '1193046h' }),
    description: 'How often Periodic! is sent to subscribers; Controller.PeriodicNotifInterval.',
    example: '"24h"',
  },
  holdBoot: {
    key: 'hold-boot',
    kind: flag,
    default: false,
    description:
      'Keeps Boot! back until the controller has been answered once, for controllers that expect to speak first.',
    example: 'true',
  },
  notifyRetry: {
    key: 'notify-retry',
    kind: table(notifyRetryFields),
    default: {},
    description: 'How soon a notification without its answer is sent again.',
    example: '{ wait = "5s", multiplier = 2000 }',
  },
} as const satisfies Fields;
