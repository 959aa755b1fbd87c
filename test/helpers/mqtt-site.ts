/** Transports over a broker in this process, in virtual time, whose rows are read and written over the local socket. */
import { type TransportEvents, type TransportParts, Transports } from '../../agent/run/transports.ts';
import { type BrokerScript, type ScriptedBroker, startBroker } from './broker.ts';
import { VirtualClock } from './clock.ts';
import type { Peer } from './peer.ts';
import { atRest } from './rest.ts';
import { agentId } from './services.ts';
import { temporaryDirectory } from './temporary.ts';
import { World } from './world.ts';

class RestingClock extends VirtualClock {
  /** Code is loaded in the order in which it was asked for: what the transports wait for is there when this is. */
  override async settle(): Promise<void> {
    await atRest();
    await import('../../agent/mtp/mqtt.ts');
    await atRest();
  }
}

const local = { protocol: 'UDS', transport: 'socket', isSecure: false, isLoopback: true } as const;

export class MqttSite {
  readonly world: World;
  readonly broker: ScriptedBroker;
  readonly transports: Transports;
  readonly controller: Peer;
  /** Paths of the rows. */
  readonly client: string;
  readonly mtp: string;

  private constructor(site: Pick<MqttSite, 'world' | 'broker' | 'transports' | 'controller' | 'client' | 'mtp'>) {
    this.world = site.world;
    this.broker = site.broker;
    this.transports = site.transports;
    this.controller = site.controller;
    this.client = site.client;
    this.mtp = site.mtp;
  }

  /** With one MQTT client that its MTP row refers to; `values` are of the client. */
  static async open(
    values: Record<string, string> = {},
    { script = {}, ...parts }: Partial<TransportParts> & { script?: BrokerScript } = {},
    events: Partial<TransportEvents> = {},
  ): Promise<MqttSite> {
    const world = await World.start({ clock: new RestingClock() });
    const { model, services } = world;
    const controller = await world.addController('self::local');
    controller.origin = { ...local, replyTo: controller.endpointId };
    const broker = await startBroker(script);
    const address = { BrokerAddress: '127.0.0.1', BrokerPort: String(broker.port) };
    const client = await controller.added('Device.MQTT.Client.', { Enable: 'true', ...address, ...values });
    await controller.added(`${client}Subscription.`, { Enable: 'true', Topic: 'usp/agent/1' });
    const mtp = await controller.added('Device.LocalAgent.MTP.', { Enable: 'true', Protocol: 'MQTT' });
    await controller.set({ [`${mtp}MQTT.`]: { Reference: client.slice(0, -1) } });
    const socketPath = `${temporaryDirectory()}/socket`;
    const beyondRows = { coapHost: undefined, tlsFiles: new Map() };
    const transports = new Transports({ ...services, model, endpointId: agentId, socketPath, ...beyondRows, ...parts });
    await transports.open({ received: () => 'accepted', connected: () => {}, ...events });
    await import('mqtt');
    await world.settle();
    return new MqttSite({ world, broker, transports, controller, client, mtp });
  }

  async set(path: string, values: Record<string, string>): Promise<void> {
    const results = await this.controller.set({ [path]: values });
    if ('error' in results) throw new Error(JSON.stringify(results));
  }

  value(path: string) {
    return this.controller.value(path);
  }

  async close(): Promise<void> {
    await this.transports.close();
    await this.broker.stop();
  }
}
