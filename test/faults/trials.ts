/** Faults that come and go under a running agent. Each is struck again and again; what must hold is the Ledger's to say. */
import type { IConnackPacket } from 'mqtt-packet';
import type { Ledger } from './ledger.ts';

export interface Trial {
  name: string;
  /** Times that it strikes in one turn. */
  strikes: number;
  /** Brings the fault, works under it, and takes it away. */
  strike(ledger: Ledger, turn: number): Promise<void>;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** The least that Linux waits before it sends a segment again; twice that when this one is lost, too. */
const retransmitMs = 200;
const lossShare = 0.3;
const text = (value: string) => Buffer.from(value, 'latin1');

/** Work, and time between. */
async function workFor(ledger: Ledger, ms: number, everyMs: number): Promise<void> {
  for (let leftMs = ms; leftMs > 0; leftMs -= everyMs) {
    await ledger.work();
    await ledger.site.pass(everyMs);
  }
}

function lossMs({ random }: Ledger): number {
  let ms = 0;
  for (let wait = retransmitMs; random.fraction() < lossShare; wait *= 2) ms += wait;
  return ms;
}

/** What a broker may say that no broker says. */
const nonsense: readonly ((ledger: Ledger) => Uint8Array)[] = [
  ({ random }) => random.bytes(64),
  () => text('HTTP/1.1 400 Bad Request\r\n\r\n'),
  () => Uint8Array.of(0x20, 0x03, 0x00, 0x00, 0x00), // a second CONNACK
  () => Uint8Array.of(0x40, 0x02, 0xff, 0xff), // a PUBACK for what was never sent
  () => Uint8Array.of(0x90, 0x04, 0x00, 0x07, 0x00, 0x00), // a SUBACK for nothing
  () => Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0x7f), // a PUBLISH of 256 MB
  () => Uint8Array.of(0x00, 0x00),
];

export const trials: readonly Trial[] = [
  {
    name: 'a broker that restarts every 10 s',
    strikes: 6,
    async strike(ledger) {
      const { site } = ledger;
      for (let i = 0; i < this.strikes; i++) {
        await site.closeBroker();
        await ledger.work();
        await site.pass(2_000);
        await site.openBroker();
        await workFor(ledger, 8_000, 4_000);
      }
    },
  },
  {
    name: 'TCP that is half open',
    strikes: 1,
    async strike(ledger) {
      ledger.proxy.silence();
      await workFor(ledger, 5 * minuteMs, minuteMs);
      ledger.proxy.drop();
    },
  },
  {
    name: 'DNS that fails, or does not answer',
    strikes: 1,
    async strike(ledger, turn) {
      ledger.names.mode = turn % 2 === 0 ? 'fail' : 'hang';
      await ledger.site.closeBroker();
      await ledger.site.openBroker();
      await workFor(ledger, 5 * minuteMs, minuteMs);
      ledger.names.mode = 'well';
    },
  },
  {
    name: 'TCP that loses 30 % of its packets',
    strikes: 1,
    async strike(ledger) {
      ledger.holdMs = () => lossMs(ledger);
      await workFor(ledger, minuteMs, 10_000);
      ledger.holdMs = () => 0;
    },
  },
  {
    name: 'a broker that acknowledges nothing',
    strikes: 1,
    async strike(ledger) {
      ledger.site.script.puback = () => undefined;
      await workFor(ledger, 4 * minuteMs, 30_000);
      ledger.site.script.puback = () => 0;
    },
  },
  {
    name: 'a broker that is slow, and one that is too slow',
    strikes: 1,
    async strike(ledger, turn) {
      const ms = turn % 2 === 0 ? 4_000 : 40_000;
      ledger.holdMs = () => ms;
      await workFor(ledger, 4 * minuteMs, 30_000);
      ledger.holdMs = () => 0;
    },
  },
  {
    name: 'a broker that says nonsense, also in place of its CONNACK',
    strikes: 6,
    async strike(ledger) {
      const { random, site } = ledger;
      const oneOf = () => nonsense[Math.floor(random.fraction() * nonsense.length)]!(ledger);
      for (let i = 0; i < this.strikes; i++) {
        await ledger.work();
        site.peer?.socket.write(oneOf());
        site.publish(random.bytes(80));
        await site.pass(2_000);
        site.script.connack = () => {
          site.peers.at(-1)?.socket.write(oneOf());
          return undefined as Partial<IConnackPacket> | undefined;
        };
        await site.pass(20_000);
        site.script.connack = () => ({});
      }
    },
  },
  {
    name: 'a disk that is full, read-only or broken',
    strikes: 1,
    async strike(ledger, turn) {
      const { store } = ledger.site;
      store.fails = () => ['ENOSPC', 'EROFS', 'EIO'][turn % 3];
      await workFor(ledger, 5 * minuteMs, minuteMs);
      store.fails = () => undefined;
    },
  },
  {
    name: 'a clock that jumps a day forwards, and a day back',
    strikes: 1,
    async strike(ledger, turn) {
      await ledger.work();
      ledger.site.clock.wallOffsetMs += turn % 2 === 0 ? dayMs : -dayMs;
      await workFor(ledger, 2 * minuteMs, minuteMs);
    },
  },
  {
    name: 'hours without a broker while the disk is full',
    strikes: 1,
    async strike(ledger) {
      const { site } = ledger;
      await site.closeBroker();
      await ledger.work();
      site.store.fails = () => 'ENOSPC';
      for (let i = 0; i < 6; i++) {
        await ledger.work();
        await site.pass(20 * minuteMs);
      }
      await site.openBroker();
      await workFor(ledger, 4 * minuteMs, minuteMs);
      site.store.fails = () => undefined;
    },
  },
];
