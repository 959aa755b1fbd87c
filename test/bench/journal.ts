/**
 * Durable commits a second, beside the floor that the disk sets: bare appends of the same size, each with fdatasync.
 * `tsx test/bench/journal.ts [DIRECTORY]`; the directory should lie on the disk in question, not on a tmpfs.
 *
 * The contenders take turns in short slices, so that a busy machine is slow to all of them.
 */
import { constants, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '../../datamodel/journal/journal.ts';
import type { Operation } from '../../datamodel/journal/operation.ts';
import { encodeOperations, put } from '../../datamodel/journal/operation.ts';
import { framingBytes } from '../../datamodel/journal/record.ts';
import { openStore } from '../../drivers/host/store.ts';

const slices = 60;
const sliceCommits = 96;

/** Does so many commits; `cost` tells what they have cost. */
interface Contender {
  name: string;
  commit(count: number): Promise<void>;
  cost(): string;
}

/** A changed parameter, as an agent commits it; a hundred different ones. */
function commitNumber(n: number): Operation[] {
  return [
    put(`Device.LocalAgent.Subscription.${n % 100}.ReferenceList`, `Device.IoTCapability.${n}.LevelSensor.Value`),
  ];
}

async function bareAppends(directory: string): Promise<Contender> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND;
  const file = await open(join(directory, 'bare'), flags);
  const bytes = new Uint8Array(encodeOperations(commitNumber(5_000)).length + framingBytes);
  let syncs = 0;
  const commit = async (count: number) => {
    for (let n = 0; n < count; n++, syncs++) {
      await file.writeFile(bytes);
      await file.datasync();
    }
  };
  return { name: 'bare append + fdatasync', commit, cost: () => `${syncs} syncs, ${syncs * bytes.length} bytes` };
}

async function journal(directory: string, inFlight: number): Promise<Contender> {
  const store = await openStore(join(directory, `${inFlight}`));
  const opened = await openJournal(store, { log: (_, line) => console.error(line) });
  let next = 0;
  const commit = async (count: number) => {
    const end = next + count;
    const worker = async () => {
      while (next < end) await opened.commit(commitNumber(next++));
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
  };
  const cost = () => {
    const { syncs, bytesWritten, compactions } = opened.stats;
    return `${syncs} syncs, ${bytesWritten} bytes, ${compactions} compactions`;
  };
  return { name: `journal, ${inFlight} in flight`, commit, cost };
}

const directory = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'uspi-bench-'));
try {
  const contenders = [await bareAppends(directory), await journal(directory, 1), await journal(directory, 32)];
  const milliseconds = contenders.map(() => [] as number[]);
  for (let slice = 0; slice < slices; slice++) {
    for (const [i, contender] of contenders.entries()) {
      const started = performance.now();
      await contender.commit(sliceCommits);
      milliseconds[i]!.push(performance.now() - started);
    }
  }
  const median = (of: number[]) => of.sort((a, b) => a - b)[Math.floor(of.length / 2)]!;
  const rates = milliseconds.map(own => sliceCommits / (median(own) / 1_000));
  for (const [i, { name, cost }] of contenders.entries()) {
    console.log(
      `${name}: ${rates[i]!.toFixed(0)} a second, ${(rates[i]! / rates[0]!).toFixed(2)} of the floor, ${cost()}`,
    );
  }
} finally {
  rmSync(directory, { recursive: true });
}
