/** The sections about the agent itself: [agent], [coap] and [log]. */
import { seconds } from './duration.ts';
import { endpointId } from './endpoint.ts';
import { type Fields, table } from './fields.ts';
import { flag, number, word } from './kinds.ts';
import { identity, oui, path } from './texts.ts';
import { coapUrl } from './url.ts';

/** What waits for a controller that cannot be reached. */
const notificationFields = {
  max: {
    key: 'most',
    kind: number({ whole: true, min: 16, max: 20_000 }),
    default: 5_000,
    description:
      'How many wait for one controller. Of more, the oldest is given up: first those that need no answer, then the others.',
    example: '5000',
  },
  ageSecondsMax: {
    key: 'longest',
    kind: seconds({ min: '60s', max: '87600h' }),
    description: 'None waits longer than this, whatever its NotifExpiration. Without it, only NotifExpiration counts.',
    example: '"720h"',
  },
} as const satisfies Fields;

export const agentFields = {
  endpoint: {
    key: 'endpoint',
    kind: endpointId,
    description: "The agent's own Endpoint ID. Without it, one of the uuid scheme is made at the first start and kept.",
    example: '"os::012345-uspi-1"',
  },
  state: {
    key: 'state',
    kind: path,
    default: '/var/lib/uspi',
    description: 'The folder for what must survive a restart.',
    example: '"/var/lib/uspi"',
  },
  socket: {
    key: 'socket',
    kind: path,
    default: '/run/uspi/uspi.sock',
    description: 'The local socket, for the command line.',
    example: '"/run/uspi/uspi.sock"',
  },
  manufacturer: {
    key: 'manufacturer',
    kind: identity,
    description: 'DeviceInfo.Manufacturer.',
    example: '"Example Ltd"',
  },
  manufacturerOui: {
    key: 'manufacturer-oui',
    kind: oui,
    description: 'DeviceInfo.ManufacturerOUI; the one inside an os or ops Endpoint ID, when it has such a scheme.',
    example: '"012345"',
  },
  productClass: {
    key: 'product-class',
    kind: identity,
    description: 'DeviceInfo.ProductClass.',
    example: '"greenhouse"',
  },
  serialNumber: {
    key: 'serial-number',
    kind: identity,
    description: "DeviceInfo.SerialNumber. Without it, the board's own.",
    example: '"uspi-1"',
  },
  gpio: {
    key: 'gpio',
    kind: word(['auto', 'sysfs', 'character-device']),
    default: 'auto',
    description:
      "The kernel's interface to GPIO lines; auto is sysfs, and the character device where sysfs is absent or cannot do what is asked.",
    example: '"character-device"',
  },
  allowExec: {
    key: 'allow-exec',
    kind: flag,
    default: false,
    description: 'Whether the driver `exec` may run programs, with the rights of the agent; see docs/security.md.',
    example: 'true',
  },
  notifications: {
    key: 'notifications',
    kind: table(notificationFields),
    description: 'What becomes of notifications that wait for a controller.',
    example: '{ most = 5000, longest = "720h" }',
  },
} as const satisfies Fields;

export const coapFields = {
  listen: {
    key: 'listen',
    kind: coapUrl,
    required: true,
    description:
      'Where the agent listens for CoAP: an address of this machine (0.0.0.0 or [::] for all), port and path.',
    example: '"coap://127.0.0.1:5684/usp"',
  },
} as const satisfies Fields;

export const logFields = {
  level: {
    key: 'level',
    kind: word(['error', 'warning', 'notice', 'info', 'debug']),
    default: 'info',
    description: 'The least important lines that are logged.',
    example: '"info"',
  },
} as const satisfies Fields;
