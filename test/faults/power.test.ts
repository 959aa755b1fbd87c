// A scripted day under the whole agent, with the power cut at each call to its disk: what was acknowledged is there
// afterwards, whatever of the rest the medium has kept, and the agent starts from all of it. power-day.test.ts looks at
// its core more closely.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openStore } from '../../drivers/host/store.ts';
import { startTestAgent } from '../helpers/agent.ts';
import { byChance, first, last } from '../helpers/choices.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { SimDisk } from '../helpers/sim-disk.ts';
import { journalPath } from './on-disk.ts';
import { addRow, deleteRow, readRows, setRow } from './rows.ts';

const agentToml = `
[agent]
endpoint = "os::012345-test"

[[capability]]
name = "door"
driver = "gpio-input"
at = "gpiochip0:17"
`;

/** NotifExpiration by ID would not do: paths show that instance numbers stay, too. */
type Rows = Map<string, string>;

interface Day {
  /** Acknowledged. */
  rows: Rows;
  /** What the change under way would make of them; undefined between changes. */
  next: Rows | undefined;
}

/** Changes that touch one another: each is acknowledged before the next. A new row has the number after the last. */
async function live(controller: LocalController, day: Day): Promise<void> {
  let number = 0;
  const change = async (work: () => Promise<unknown>, make: (rows: Rows) => void) => {
    const next = new Map(day.rows);
    make(next);
    day.next = next;
    await work();
    day.rows = next;
    day.next = undefined;
  };
  const path = (of: number) => `Device.LocalAgent.Subscription.${of}.`;
  const add = () => {
    const own = ++number;
    return change(
      () => addRow(controller, `row ${own}`, '0'),
      rows => rows.set(path(own), '0'),
    );
  };
  const set = (of: number, value: string) =>
    change(
      () => setRow(controller, path(of), value),
      rows => rows.set(path(of), value),
    );
  const remove = (of: number) =>
    change(
      () => deleteRow(controller, path(of)),
      rows => rows.delete(path(of)),
    );
  for (let hour = 0; hour < 4; hour++) {
    await add();
    await set(number, `${hour}`);
    await add();
    await set(number - 1, `${100 + hour}`);
    await remove(number);
  }
}

const same = (a: Rows, b: Rows | undefined) =>
  b !== undefined && JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

interface Cut extends Day {
  disk: SimDisk;
  after: string;
}

/** The disk after each call of the day, with what was acknowledged by then. */
async function run(): Promise<Cut[]> {
  const disk = new SimDisk({ sectorBytes: 64 });
  const cuts: Cut[] = [];
  const day: Day = { rows: new Map(), next: undefined };
  disk.done = ({ name, path }) => cuts.push({ ...day, disk: disk.clone(), after: `${name} ${path}` });
  const agent = await startTestAgent(agentToml, { store: await openStore(journalPath, disk) });
  const controller = await LocalController.connect(agent.socketPath);
  await live(controller, day);
  await controller.close();
  await agent.stop();
  return cuts;
}

async function rowsAfter(disk: SimDisk): Promise<Rows> {
  const agent = await startTestAgent(agentToml, { store: await openStore(journalPath, disk) });
  const controller = await LocalController.connect(agent.socketPath);
  const rows = await readRows(controller);
  await controller.close();
  await agent.stop();
  return rows;
}

test('power cuts at every call of a day lose nothing that was acknowledged', async () => {
  const cuts = await run();
  assert.ok(cuts.length > 40, `${cuts.length} cuts`);
  for (const [i, { disk, after, rows, next }] of cuts.entries()) {
    for (const choose of [i % 2 === 0 ? first : last, byChance(seededRandom(i))]) {
      const found = await rowsAfter(disk.afterPowerCut(choose));
      const shown = `cut ${i} after ${after}: ${JSON.stringify([...found])}`;
      assert.ok(same(found, rows) || same(found, next), `${shown}, acknowledged ${JSON.stringify([...rows])}`);
    }
  }
  const unfinished = cuts.filter(({ next }) => next).length;
  assert.ok(unfinished >= 30, `${unfinished} of ${cuts.length} cuts came under a change`);
});

test.run();
