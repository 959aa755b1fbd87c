/** What capabilities belong to besides the board: rows of ProxiedDevice and Node, and whether the devices are there. */
import { type Contact, Presence } from '../../datamodel/iot/presence.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import type { Seed } from '../../datamodel/seed.ts';
import type { Config, DeviceConfig, NodeConfig } from '../config/types.ts';

export const deviceId = (name: string): string => `device ${name}`;

/** A part that is moved to another device is another row. */
export const nodeId = (name: string, device: string | undefined): string =>
  device === undefined ? `node ${name}` : `${deviceId(device)} node ${name}`;

export const deviceSeed = ({ name }: DeviceConfig): Seed => ({
  id: deviceId(name),
  at: 'Device.ProxiedDevice.',
  values: { Name: name },
});

export function nodeSeed({ name, device }: NodeConfig): Seed {
  const id = nodeId(name, device);
  if (device === undefined) return { id, at: 'Device.Node.', values: {} };
  return { id, below: deviceId(device), at: 'Node.', values: {} };
}

/** Paths of rows by seed ID. */
type Paths = ReadonlyMap<string, string>;

export class Proxied {
  readonly #model: DataModel;
  readonly #presences = new Map<string, Presence>();
  #paths: Paths = new Map();

  constructor(model: DataModel) {
    this.#model = model;
  }

  /** Says of the rows what the configuration says of them for good. */
  describe({ devices, nodes }: Config, paths: Paths): void {
    this.#paths = paths;
    for (const { name, type, protocol, description = '' } of devices) {
      this.#update(deviceId(name), { ProxyProtocol: protocol, Description: description }, type);
    }
    for (const { name, device, type, description = name } of nodes) {
      this.#update(nodeId(name, device), { Description: description }, type);
    }
  }

  /** For what speaks with a device; undefined for the board itself. */
  contactFor(device: string | undefined): Contact | undefined {
    if (device === undefined) return undefined;
    const presence =
      this.#presences.get(device) ??
      new Presence(this.#model.services.clock, values => {
        const row = this.#rowOf(deviceId(device));
        if (row) this.#model.update(row, { ...values });
      });
    this.#presences.set(device, presence);
    return presence.contact();
  }

  #update(id: string, values: Readonly<Record<string, Scalar>>, type: string): void {
    const row = this.#rowOf(id);
    if (row) this.#model.update(row, { ...values, Type: shownType(row, type) });
  }

  #rowOf(id: string): ObjectNode | undefined {
    return this.#model.find(this.#paths.get(id) ?? '');
  }
}

/** TR-106, 3.3: a value that the standard does not have bears the vendor's prefix. */
function shownType(row: ObjectNode, type: string): string {
  const known = row.schema.paramByName.get('Type')?.type.enumeration?.includes(type);
  return known || type.startsWith('X_') ? type : `X_USPI_${type}`;
}
