/** The whole agent in virtual time, and controllers that speak with it through its broker. */
import type { IPublishPacket, Packet } from 'mqtt-packet';
import type { Msg, Record as UspRecord } from '../../proto/codec.gen.js';
import { mqttControllerToml } from './agent.ts';
import type { BrokerPeer } from './broker.ts';
import { opened } from './controller.ts';
import { Peer } from './peer.ts';
import { Site } from './site.ts';
import { trusted } from './world.ts';

/** What the agent has published. */
export interface Published {
  packet: IPublishPacket;
  record: UspRecord;
  msg: Msg | undefined;
}

export class Wired {
  readonly site = new Site(1);
  readonly published: Published[] = [];

  static async start(toml: (port: number) => string | Promise<string> = mqttControllerToml): Promise<Wired> {
    const wired = new Wired();
    const { site } = wired;
    await site.start(toml);
    const { sees } = site.script;
    site.script.sees = (packet: Packet, peer: BrokerPeer) => {
      if (packet.cmd === 'publish') wired.published.push({ packet, ...opened(packet.payload as Buffer) });
      sees?.(packet, peer);
    };
    await site.clock.settle();
    return wired;
  }

  /** A controller at the broker, whose answers come to `usp/controller/1`. */
  controller(endpointId = 'self::controller'): Peer {
    const wire = {
      receive: (bytes: Uint8Array) => {
        this.site.publish(bytes);
        return 'accepted' as const;
      },
      settle: () => this.site.clock.settle(),
      answerTo: (_: string, msgId: string) => this.#answer(msgId),
    };
    return new Peer(wire, endpointId, trusted);
  }

  /** What each Notify so far was about, in order. */
  get notifications(): string[] {
    return this.published.flatMap(({ record, msg }) => {
      if (msg?.body.msg_body !== 'request' || msg.body.request.req_type !== 'notify') return [];
      return [`${msg.body.request.notify.notification} to ${record.to_id}`];
    });
  }

  #answer(msgId: string): Msg | undefined {
    return this.published.find(({ msg }) => msg?.header.msg_id === msgId && msg.body.msg_body !== 'request')?.msg;
  }
}
