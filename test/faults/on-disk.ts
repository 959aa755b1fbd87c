/** An agent's core on a simulated disk, brought up as agent/run does it: journal, factory reset, tree, Boot!. */
import { raiseBoot } from '../../agent/notify/boot.ts';
import { factoryResetIfAsked } from '../../agent/run/restart.ts';
import { openJournal } from '../../datamodel/journal/journal.ts';
import type { Seed } from '../../datamodel/seed.ts';
import { openStore } from '../../drivers/host/store.ts';
import { VirtualClock } from '../helpers/clock.ts';
import type { SimDisk } from '../helpers/sim-disk.ts';
import { World } from '../helpers/world.ts';

export const journalPath = '/state/journal';

/** Small, so that a day is long enough to be compacted more than once. */
const compactBytesMin = 4_096;

export interface Started {
  world: World;
  /** What the journal has logged. */
  lines: string[];
  /** Goes down in order. */
  stop(): Promise<void>;
}

let starts = 0;

export async function startOnDisk(disk: SimDisk, seeds: readonly Seed[], wallMs: number): Promise<Started> {
  const lines: string[] = [];
  const log = (level: string, line: string) => void lines.push(`${level}: ${line}`);
  const journal = await openJournal(await openStore(journalPath, disk), { log, compactBytesMin });
  await factoryResetIfAsked(journal, log);
  const clock = new VirtualClock(new Date(wallMs).toISOString());
  // No two runs of an agent have the same chance, or msg_ids would come again.
  const world = await World.start({ journal, clock, seeds, seed: ++starts });
  raiseBoot(world.model, journal.state);
  await world.settle();
  const stop = async () => {
    world.close();
    await world.model.settled();
    await journal.close();
  };
  return { world, lines, stop };
}
