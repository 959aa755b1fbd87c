// A scripted day under the whole agent, with the power cut at every write: what was acknowledged is there afterwards,
// whatever of the rest the medium has kept, and the agent starts from all of it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startTestAgent } from '../helpers/agent.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { SimStore } from '../helpers/store.ts';
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

/** Runs the day until its end or until the power goes; the process's half of a dead agent is left to hang. */
async function run(store: SimStore): Promise<Day> {
  const day: Day = { rows: new Map(), next: undefined };
  const life = async () => {
    const agent = await startTestAgent(agentToml, { store });
    const controller = await LocalController.connect(agent.socketPath);
    void store.powerIsOff.then(() => Promise.all([controller.close(), agent.stop()])).catch(() => {});
    await live(controller, day).catch(() => store.powerIsOff);
    if (store.fuel < 0) return;
    await controller.close();
    await agent.stop();
  };
  await Promise.race([life(), store.powerIsOff]);
  return day;
}

async function rowsAfter(bytes: Uint8Array): Promise<Rows> {
  const agent = await startTestAgent(agentToml, { store: new SimStore(seededRandom(9), bytes) });
  const controller = await LocalController.connect(agent.socketPath);
  const rows = await readRows(controller);
  await controller.close();
  await agent.stop();
  return rows;
}

/** Fuel at each write's beginning, middle and end, from a run that goes through. */
async function cutsOf(): Promise<number[]> {
  const store = new SimStore(seededRandom(1));
  const cuts = new Set<number>();
  const append = store.append.bind(store);
  let burnt = 0;
  store.append = async bytes => {
    for (const at of [burnt, burnt + (bytes.length >> 1), burnt + bytes.length]) cuts.add(at);
    burnt += bytes.length + 1;
    await append(bytes);
  };
  await run(store);
  return [...cuts];
}

test('power cuts at every write of a day lose nothing that was acknowledged', async () => {
  const cuts = await cutsOf();
  assert.ok(cuts.length > 60, `${cuts.length} cuts`);
  const kept = ['all', 'none', 'some'] as const;
  let unfinished = 0;
  for (const [i, fuel] of cuts.entries()) {
    const store = new SimStore(seededRandom(i));
    store.fuel = fuel;
    const { rows, next } = await run(store);
    const which = kept[i % 3]!;
    const after = await rowsAfter(store.afterPowerCut(which));
    if (next) unfinished++;
    const shown = `cut at ${fuel}, kept ${which}: ${JSON.stringify([...after])}`;
    assert.ok(same(after, rows) || same(after, next), `${shown}, acknowledged ${JSON.stringify([...rows])}`);
  }
  assert.ok(unfinished > cuts.length / 2, `${unfinished} of ${cuts.length} cuts came under a change`);
});

test.run();
