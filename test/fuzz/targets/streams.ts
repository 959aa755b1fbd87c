/** Readers of bytes from outside: CoAP datagrams, the local socket, the journal's file after any damage. */
import { encodeMessage } from '../../../agent/mtp/coap/codec.ts';
import { CODE } from '../../../agent/mtp/coap/options.ts';
import { encodeFrame, tlvTypes } from '../../../agent/mtp/uds-frame.ts';
import { UdsSession } from '../../../agent/mtp/uds-session.ts';
import { JournalError } from '../../../datamodel/journal/errors.ts';
import { openJournal } from '../../../datamodel/journal/journal.ts';
import { encodeOperations, put, remove, removeSubtree } from '../../../datamodel/journal/operation.ts';
import { encodeRecords, startOfFile } from '../../../datamodel/journal/record.ts';
import { block1, closeRigs, controller, createRig, longRecord, request, uspOptions } from '../../agent/mtp/coap/rig.ts';
import { seededRandom } from '../../helpers/random.ts';
import { SimStore } from '../../helpers/store.ts';
import { type Dice, damagedBytes } from '../mutate.ts';
import type { Target } from '../target.ts';

const datagrams = [
  request(),
  request({ type: 'NON', payload: longRecord(1024) }),
  request({ options: [...uspOptions(), block1(0, true)], payload: longRecord(1024) }),
  request({ options: [...uspOptions(), block1(1, false)], payload: longRecord(10) }),
  request({ type: 'ACK', code: CODE.CONTINUE, options: [block1(0, true)], payload: new Uint8Array() }),
].map(encodeMessage);

export const coapTarget: Target = {
  name: 'coap',
  inputsPerVictim: 5_000_000,
  inputsInCi: 50_000,
  async start() {
    const rig = await createRig();
    let count = 0;
    return {
      next: (dice: Dice) => damagedBytes(datagrams, dice),
      async take(datagram) {
        rig.ask(datagram as Uint8Array, { ...controller, port: 5683 + (count % 3) });
        if (++count % 64 !== 0) return;
        rig.sent.length = 0;
        rig.records.length = 0;
        if (count % 4_096 === 0) await rig.clock.advance(60_000);
      },
      async end() {
        const answer = rig.ask(request({ messageId: 65_000 }), { ...controller, port: 6_000 });
        closeRigs();
        if (rig.failures.length > 0) throw rig.failures[0];
        if (answer !== '2.04') throw new Error(`the server answers ${answer}`);
      },
    };
  },
};

const frameBytesMax = 4_096;
const text = (value: string) => new TextEncoder().encode(value);
const streams = [
  [encodeFrame(tlvTypes.handshake, text('self::local')), encodeFrame(tlvTypes.record, text('a Record'))],
  [encodeFrame(tlvTypes.record, new Uint8Array(600))],
  [encodeFrame(tlvTypes.handshake, text('self::local')), encodeFrame(tlvTypes.error, text('no'))],
].map(frames => Uint8Array.from(frames.flatMap(frame => [...frame])));

export const udsTarget: Target = {
  name: 'uds',
  inputsPerVictim: 5_000_000,
  inputsInCi: 120_000,
  async start() {
    return {
      next: (dice: Dice) => damagedBytes(streams, dice),
      take(stream) {
        const bytes = stream as Uint8Array;
        for (const role of ['server', 'client'] as const) {
          const session = new UdsSession(role, 'os::012345-test', frameBytesMax);
          session.start();
          const middle = bytes.length >> 1;
          const steps = [session.receive(bytes.subarray(0, middle)), session.receive(bytes.subarray(middle))];
          const records = steps.flatMap(step => step.records);
          if (records.some(record => record.length > frameBytesMax)) throw new Error('a Record beyond the limit');
        }
      },
      async end() {},
    };
  },
};

async function journalFile(): Promise<Uint8Array> {
  const store = new SimStore(seededRandom(1));
  const journal = await openJournal(store, { log: () => {} });
  for (let i = 0; i < 20; i++) await journal.commit([put(`row.${i % 5}`, 'v'.repeat(i)), put('number', `${i}`)]);
  await journal.commit([removeSubtree('row.')]);
  await journal.close();
  return store.content;
}

const payloads = [
  encodeOperations([put('row.1', 'value'), put('#seed/é', '{"a":1}'), remove('row.2')]),
  encodeOperations([removeSubtree('row.'), put('number', '7'.repeat(200))]),
];

/** A file in which all is right but what its records say. */
function wholeRecords(dice: Dice): Uint8Array {
  const count = 1 + dice.below(3);
  return encodeRecords(
    Array.from({ length: count }, () => damagedBytes(payloads, dice)),
    startOfFile,
  ).bytes;
}

export const journalTarget: Target = {
  name: 'journal',
  inputsPerVictim: 5_000_000,
  inputsInCi: 30_000,
  async start() {
    const file = await journalFile();
    return {
      next: (dice: Dice) => (dice.chance(0.6) ? damagedBytes([file], dice) : wholeRecords(dice)),
      /** Whatever the file holds, the agent starts and can store, or is told that a newer version wrote it. */
      async take(bytes) {
        const store = new SimStore(seededRandom(1), bytes as Uint8Array);
        const opened = await openJournal(store, { log: () => {} }).catch((cause: unknown) => cause);
        if (opened instanceof JournalError && opened.code === 'newer-format') return;
        if (opened instanceof Error || !opened) throw opened;
        const journal = opened as Awaited<ReturnType<typeof openJournal>>;
        await journal.commit([put('after', 'wards')]);
        await journal.close();
        const again = await openJournal(new SimStore(seededRandom(1), store.content), { log: () => {} });
        if (again.state.get('after') !== 'wards') throw new Error('what was acknowledged is lost');
      },
      async end() {},
    };
  },
};
