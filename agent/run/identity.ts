/** Who this device is: the Endpoint ID, and what DeviceInfo shows of the board. */
import { readFileSync } from 'node:fs';
import { reservedKey } from '../../datamodel/journal/keys.ts';
import { put } from '../../datamodel/journal/operation.ts';
import type { Persistence } from '../../datamodel/persistence.ts';
import type { Identity } from '../../datamodel/services.ts';
import type { Crypto, Random } from '../../drivers/ports.ts';
import packageFile from '../../package.json' with { type: 'json' };
import type { AgentConfig } from '../config/types.ts';

export const softwareVersion: string = packageFile.version;

const endpointKey = reservedKey('agent', 'endpoint');

/** The configured Endpoint ID, or one of the uuid scheme that is made once and kept [R-ARC.2a]. */
export async function endpointIdOf(config: AgentConfig, persistence: Persistence, random: Random): Promise<string> {
  if (config.endpoint !== undefined) return config.endpoint;
  const known = persistence.state.get(endpointKey);
  if (known !== undefined) return known;
  const made = `uuid::${uuidOf(random.bytes(16))}`;
  await persistence.commit([put(endpointKey, made)]);
  return made;
}

/** A random UUID (RFC 9562, version 4), in upper case as the scheme's examples are. */
function uuidOf(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** `os::012345-...` and `ops::012345-...` begin with an OUI. */
const ouiInEndpoint = /^ops?::([0-9A-Fa-f]{6})-/;

export function identityOf(config: AgentConfig, endpointId: string, crypto: Crypto): Identity {
  let serialNumber = config.serialNumber;
  const model = readText('/proc/device-tree/model') || `generic ${process.arch} machine`;
  return {
    endpointId,
    manufacturer: config.manufacturer ?? 'uspi',
    manufacturerOui: config.manufacturerOui ?? ouiInEndpoint.exec(endpointId)?.[1]?.toUpperCase() ?? '000000',
    modelName: model.slice(0, 64),
    productClass: config.productClass ?? 'uspi',
    // Elsewhere than on a board a hash, which is worked out for whoever asks.
    get serialNumber() {
      serialNumber ??= boardSerial(crypto);
      return serialNumber;
    },
    hardwareVersion: process.arch,
    softwareVersion,
  };
}

/** The board's own number; elsewhere one derived from the machine ID, which itself is not to be told. */
function boardSerial(crypto: Crypto): string {
  const own = readText('/proc/device-tree/serial-number');
  if (own !== '') return own.slice(0, 64);
  const digest = crypto.sha256(new TextEncoder().encode(`uspi ${readText('/etc/machine-id')}`));
  return Array.from(digest.slice(0, 8), byte => byte.toString(16).padStart(2, '0')).join('');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\0/g, '').trim();
  } catch {
    return '';
  }
}
