/** A scripted MQTT broker, for what a real one cannot be made to do: odd CONNACKs, refusals, silence. */
import * as net from 'node:net';
import {
  type IConnackPacket,
  type IConnectPacket,
  type ISubscribePacket,
  type Packet,
  parser,
  writeToStream,
} from 'mqtt-packet';
import { until } from './until.ts';

/** How the broker answers; undefined = not at all. */
export interface BrokerScript {
  connack?: (connect: IConnectPacket) => Partial<IConnackPacket> | undefined;
  /** The reason codes of the SUBACK. */
  suback?: (subscribe: ISubscribePacket) => number[] | undefined;
  /** The reason code of a PUBACK. */
  puback?: () => number | undefined;
  /** Whether a PINGREQ is answered. */
  pingresp?: () => boolean;
  /** Called with each packet, before the answer. */
  sees?: (packet: Packet, peer: BrokerPeer) => void;
}

/** One client's connection, as the broker sees it. */
export class BrokerPeer {
  readonly socket: net.Socket;
  /** Everything that the client has sent. */
  readonly packets: Packet[] = [];
  isClosed = false;
  version: 4 | 5 = 5;

  constructor(socket: net.Socket) {
    this.socket = socket;
    socket.on('error', () => {});
    socket.on('close', () => {
      this.isClosed = true;
    });
  }

  send(packet: Packet): void {
    if (!this.isClosed) writeToStream(packet, this.socket, { protocolVersion: this.version });
  }

  all<Kind extends Packet['cmd']>(cmd: Kind): Extract<Packet, { cmd: Kind }>[] {
    return this.packets.filter(packet => packet.cmd === cmd) as Extract<Packet, { cmd: Kind }>[];
  }

  /** The `count`-th packet of that kind, once it has come. */
  async get<Kind extends Packet['cmd']>(cmd: Kind, count = 1): Promise<Extract<Packet, { cmd: Kind }>> {
    await until(`${cmd} number ${count}`, () => this.all(cmd).length >= count);
    return this.all(cmd)[count - 1]!;
  }

  async closed(): Promise<void> {
    await until('the client to close the connection', () => this.isClosed);
  }
}

export interface ScriptedBroker {
  port: number;
  peers: BrokerPeer[];
  script: BrokerScript;
  /** The `count`-th client, once it has connected by TCP. */
  peer(count?: number): Promise<BrokerPeer>;
  stop(): Promise<void>;
}

function answer(packet: Packet, peer: BrokerPeer, script: BrokerScript): void {
  script.sees?.(packet, peer);
  if (packet.cmd === 'connect') {
    peer.version = packet.protocolVersion === 4 ? 4 : 5;
    const connack = script.connack ? script.connack(packet) : {};
    if (connack) peer.send({ cmd: 'connack', sessionPresent: false, reasonCode: 0, returnCode: 0, ...connack });
  } else if (packet.cmd === 'subscribe') {
    const granted = script.suback ? script.suback(packet) : packet.subscriptions.map(({ qos }) => qos as number);
    if (granted) peer.send({ cmd: 'suback', messageId: packet.messageId!, granted });
  } else if (packet.cmd === 'unsubscribe') {
    peer.send({ cmd: 'unsuback', messageId: packet.messageId!, granted: packet.unsubscriptions.map(() => 0) });
  } else if (packet.cmd === 'publish' && packet.qos === 1) {
    const reasonCode = script.puback ? script.puback() : 0;
    if (reasonCode !== undefined) peer.send({ cmd: 'puback', messageId: packet.messageId!, reasonCode });
  } else if (packet.cmd === 'pingreq' && script.pingresp?.() !== false) peer.send({ cmd: 'pingresp' });
}

/** Listens on a free loopback port. */
export async function startBroker(script: BrokerScript = {}, port = 0): Promise<ScriptedBroker> {
  const peers: BrokerPeer[] = [];
  const broker: ScriptedBroker = {
    port: 0,
    peers,
    script,
    peer: async (count = 1) => {
      await until(`client number ${count}`, () => peers.length >= count);
      return peers[count - 1]!;
    },
    stop: () => {
      for (const { socket } of peers) socket.destroy();
      return new Promise(done => server.close(() => done()));
    },
  };
  const server = net.createServer(socket => {
    const peer = new BrokerPeer(socket);
    peers.push(peer);
    const packets = parser();
    packets.on('packet', packet => {
      peer.packets.push(packet);
      answer(packet, peer, broker.script);
    });
    packets.on('error', () => socket.destroy());
    socket.on('data', chunk => packets.parse(chunk));
  });
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done));
  broker.port = (server.address() as net.AddressInfo).port;
  return broker;
}
