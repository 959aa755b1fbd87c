/** The sections about what capabilities belong to, besides the board: [[device]] and [[node]]. */
import type { Fields } from './fields.ts';
import { number, text, word } from './kinds.ts';
import { descriptionCharsMax } from './limits.ts';
import { name, typeWord } from './texts.ts';

const descriptionText = text({
  expected: `one line of at most ${descriptionCharsMax} characters`,
  lengthMax: descriptionCharsMax,
});

export const deviceFields = {
  name: {
    key: 'name',
    kind: name,
    required: true,
    description:
      'ProxiedDevice.Name; capabilities name it with `device`. It keeps its instance number for as long as it keeps this name.',
    example: '"meter"',
  },
  type: {
    key: 'type',
    kind: typeWord,
    required: true,
    description: 'ProxiedDevice.Type. A word that TR-181 does not have is shown with X_USPI_ before it.',
    example: '"Meter"',
  },
  protocol: {
    key: 'protocol',
    kind: word(['X_USPI_Modbus', 'Z-Wave', 'ZigBee', 'UPnP-DM']),
    required: true,
    description: 'ProxiedDevice.ProxyProtocol.',
    example: '"X_USPI_Modbus"',
  },
  at: {
    key: 'at',
    kind: text({ expected: 'a place such as "/dev/serial/by-id/usb-…:9600,8N1"' }),
    description: 'Where its bus is; see "Places". Its capabilities need none of their own.',
    example: '"/dev/serial/by-id/usb-FTDI_A1-if00-port0:9600,8N1"',
  },
  address: {
    key: 'address',
    kind: number({ whole: true, min: 1, max: 247 }),
    description: 'Its address on the bus.',
    example: '1',
  },
  description: {
    key: 'description',
    kind: descriptionText,
    description: 'ProxiedDevice.Description, for people.',
    example: '"heat pump, in the cellar"',
  },
} as const satisfies Fields;

export const nodeFields = {
  name: {
    key: 'name',
    kind: name,
    required: true,
    description:
      'Its name here; capabilities name it with `node`. It keeps its instance number for as long as it keeps this name.',
    example: '"outlet 1"',
  },
  type: {
    key: 'type',
    kind: typeWord,
    required: true,
    description: 'Node.Type. A word that TR-181 does not have is shown with X_USPI_ before it.',
    example: '"Light"',
  },
  device: {
    key: 'device',
    kind: name,
    description: 'The `[[device]]` of which it is a part. Left out, it is a part of the board.',
    example: '"power strip"',
  },
  description: {
    key: 'description',
    kind: descriptionText,
    description: 'Node.Description, for people. Left out, the name: TR-181 has no Name of a Node.',
    example: '"the outlet beside the door"',
  },
} as const satisfies Fields;
