/** What a broker says: damaged packets to an agent that is connected, and now and then in place of its CONNACK. */
import { Duplex } from 'node:stream';
import { generate, type Packet, parser } from 'mqtt-packet';
import { createMqttTransport } from '../../../agent/mtp/mqtt.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { seededRandom } from '../../helpers/random.ts';
import { agentId } from '../../helpers/services.ts';
import { type Dice, damagedBytes } from '../mutate.ts';
import type { Input, Target, Victim } from '../target.ts';

const brokerAddress = '127.0.0.1';
const retryMs = 1_000;
const retry = { connectRetryTime: retryMs / 1_000, connectRetryIntervalMultiplier: 1_000 };
/** One input of so many comes before the agent is connected. */
const earlyEvery = 4;
/** One input of so many is followed by a time in which keep-alives fall due. */
const waitEvery = 64;
const waitMs = 100_000;

const bytesOf = (packet: Packet) => Uint8Array.from(generate(packet, { protocolVersion: 5 }));
const connack: Packet = { cmd: 'connack', sessionPresent: false, reasonCode: 0 };
const suback = (messageId: number) => bytesOf({ cmd: 'suback', messageId, granted: [1] });
const message = { cmd: 'publish', topic: 'agent', retain: false, dup: false } as const;
const properties = { responseTopic: 'controller', contentType: 'usp.msg', subscriptionIdentifier: 1 };

const packets = [
  bytesOf(connack),
  bytesOf({
    ...connack,
    properties: {
      receiveMaximum: 3,
      maximumQoS: 1,
      assignedClientIdentifier: 'a',
      serverKeepAlive: 9,
      maximumPacketSize: 99,
    },
  }),
  bytesOf({ ...connack, reasonCode: 0x87 }),
  suback(1),
  bytesOf({ ...message, qos: 0, payload: Buffer.from('a Record'), properties }),
  bytesOf({ ...message, qos: 1, messageId: 7, payload: Buffer.alloc(300, 1), properties }),
  bytesOf({ cmd: 'puback', messageId: 1, reasonCode: 0 }),
  bytesOf({ cmd: 'unsuback', messageId: 2, granted: [0] }),
  bytesOf({ cmd: 'pingresp' }),
  bytesOf({ cmd: 'disconnect', reasonCode: 0x8b, properties: { reasonString: 'bye', serverReference: 'there' } }),
  bytesOf({ cmd: 'auth', reasonCode: 0x18, properties: { authenticationMethod: 'x' } }),
];

/** A broker's end of one connection, which makes and keeps it while the broker is well. */
class Broker extends Duplex {
  readonly #packets = parser({ protocolVersion: 5 });

  constructor(isWell: boolean) {
    super();
    if (isWell) this.#packets.on('packet', packet => this.#answer(packet));
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#packets.parse(chunk);
    done();
  }

  says(bytes: Uint8Array): void {
    if (!this.destroyed) this.push(Buffer.from(bytes));
  }

  #answer(packet: Packet): void {
    if (packet.cmd === 'connect') this.says(bytesOf(connack));
    if (packet.cmd === 'subscribe') this.says(suback(packet.messageId!));
    if (packet.cmd === 'pingreq') this.says(bytesOf({ cmd: 'pingresp' }));
  }
}

async function start(): Promise<Victim> {
  const clock = new VirtualClock();
  let isWell = true;
  let broker = new Broker(isWell);
  let count = 0;
  const connect = async () => {
    broker = new Broker(isWell);
    return { stream: broker, isSecure: true, isLoopback: true };
  };
  const subscriptions = [{ topic: 'agent', qos: 1 as const }];
  const options = { name: 'mqtt', endpointId: agentId, brokerAddress, subscriptions, clientID: 'a', ...retry };
  const transport = createMqttTransport(options, { clock, random: seededRandom(1), log: () => {}, connect });
  await import('mqtt'); // It loads in real time, which virtual time would not wait for.
  transport.open({ received: () => 'accepted', connected: () => {}, disconnected: () => {} });
  const turn = () => new Promise(resolve => setImmediate(resolve));
  const settle = async () => {
    for (let i = 0; i < 10; i++) await turn();
  };
  /** As soon as it may, it tries again. */
  const reconnect = async () => {
    for (let tries = 0; !transport.isConnected() && tries < 40; tries++) {
      await clock.advance(2 * retryMs);
      await settle();
    }
    if (!transport.isConnected()) throw new Error(`not connected again: ${transport.status}`);
  };
  const speak = async (bytes: Uint8Array) => {
    const middle = bytes.length >> 1;
    for (const piece of [bytes.subarray(0, middle), bytes.subarray(middle)]) {
      broker.says(piece);
      await turn();
    }
  };
  return {
    next: (dice: Dice) => damagedBytes(packets, dice),
    async take(input: Input) {
      if (++count % earlyEvery === 0) {
        isWell = false;
        broker.destroy();
        await settle();
        await clock.advance(2 * retryMs);
        isWell = true;
      } else await reconnect();
      void transport.send(Uint8Array.of(1, 2, 3), 'controller').catch(() => {});
      await speak(input as Uint8Array);
      if (count % waitEvery === 0) await clock.advance(waitMs);
    },
    async end() {
      broker.destroy();
      await settle();
      await reconnect();
      const closed = transport.close();
      await clock.advance(waitMs); // A goodbye that nobody hears has its time, too.
      await closed;
    },
  };
}

export const mqttTarget: Target = { name: 'mqtt', inputsPerVictim: 5_000_000, inputsInCi: 4_000, start };
