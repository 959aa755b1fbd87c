/** The machine and the hardware as the data model sees them, in the hands of a test. */
import { TreeCommands } from '../../agent/run/commands.ts';
import { Fault, PARAMETER_ACTION_FAILED } from '../../datamodel/errors.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import type { Actuators, Identity, Machine, Services } from '../../datamodel/services.ts';
import { hostCrypto } from '../../drivers/host/crypto.ts';
import { VirtualClock } from './clock.ts';
import { seededRandom } from './random.ts';

export const agentId = 'os::012345-test';

const identity: Identity = {
  endpointId: agentId,
  manufacturer: 'uspi',
  manufacturerOui: '012345',
  modelName: 'test',
  productClass: 'uspi',
  serialNumber: 'test',
  hardwareVersion: 'arm',
  softwareVersion: '1.0',
};

const machine: Machine = {
  memoryTotalKib: () => 1000,
  memoryFreeKib: () => 400,
  cpuUsagePercent: () => 7,
  uptimeSeconds: () => 12,
  cpuTemperatureDegC: () => 41.6,
  hostName: () => 'board',
};

/** What an actuator does when it is written: takes the value, refuses, never answers, or breaks in one of two ways. */
export type Behaviour = 'works' | 'fails' | 'hangs' | 'rejects' | 'throws';

export class FakeActuators implements Actuators {
  /** Each write as `Device.IoTCapability.1.=true`, in order, refused ones included. */
  readonly writes: string[] = [];
  /** By path of the capability; others work. */
  readonly behaviour = new Map<string, Behaviour>();

  drive(capability: ObjectNode, value: Scalar): Promise<Fault | undefined> {
    this.writes.push(`${capability.path}=${String(value)}`);
    switch (this.behaviour.get(capability.path)) {
      case 'fails':
        return Promise.resolve(new Fault(PARAMETER_ACTION_FAILED, 'the relay is stuck'));
      case 'hangs':
        return new Promise(() => {});
      case 'rejects':
        return Promise.reject(new Error('EIO'));
      case 'throws':
        throw new Error('a mistake of the driver');
      default:
        return Promise.resolve(undefined);
    }
  }
}

export interface FakeServices extends Services {
  clock: VirtualClock;
  actuators: FakeActuators;
  commands: TreeCommands;
  /** Lines as `warning: text`. */
  lines: string[];
  /** Paths of MQTT clients that ForceReconnect() was called on. */
  reconnected: string[];
  /** What Reboot() and FactoryReset() asked of the host. */
  restarts: string[];
}

/** Without what stands behind rows of the tree: Behaviours completes it. */
export function fakeServices(clock = new VirtualClock(), seed = 1): FakeServices {
  const lines: string[] = [];
  const reconnected: string[] = [];
  const restarts: string[] = [];
  const services = {
    clock,
    random: seededRandom(seed),
    log: (level: string, line: string) => lines.push(`${level}: ${line}`),
    crypto: hostCrypto,
    identity,
    machine,
    actuators: new FakeActuators(),
    commands: new TreeCommands(),
    diagnostics: { traceRoute: async () => 'not-installed' },
    connections: { reconnect: (client: ObjectNode) => reconnected.push(client.path), statistics: () => undefined },
    host: { reboot: () => restarts.push('reboot'), factoryReset: () => restarts.push('factory reset') },
    lines,
    reconnected,
    restarts,
  };
  return services as Partial<FakeServices> as FakeServices;
}
