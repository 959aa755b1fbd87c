/** Presets of rows about memory: an agent at rest, beside a bare node with the same flags at the same time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { agentId } from '../helpers/services.ts';
import { ended, type Memory, memoryOf, spawnAgent, spawnBare } from './processes.ts';
import { type Bench, defineRow, type Figure, type Row, type Sample } from './row.ts';
import { capabilitiesToml, connected, type Station, withStation } from './station.ts';
import { median } from './statistics.ts';

/** A started engine tidies up for some twenty seconds, and takes 3 MB less afterwards. */
export const settleMs = 25_000;
const looks = 5;
const lookMs = 300;

/** Medians of a few looks at processes at rest. */
export async function restingMemory(...children: Parameters<typeof memoryOf>[0][]): Promise<Memory[]> {
  const seen = children.map(() => [] as Memory[]);
  for (let look = 0; look < looks; look++) {
    await sleep(lookMs);
    for (const [i, child] of children.entries()) seen[i]!.push(memoryOf(child));
  }
  const middle = (own: readonly Memory[], key: keyof Memory) => median(own.map(each => each[key]));
  return seen.map(own => ({
    rss: middle(own, 'rss'),
    pss: middle(own, 'pss'),
    privateDirty: middle(own, 'privateDirty'),
    threads: middle(own, 'threads'),
  }));
}

type Key = keyof Memory;
const keys: readonly Key[] = ['rss', 'pss', 'privateDirty', 'threads'];
const words: Readonly<Record<Key, string>> = {
  rss: 'RSS',
  pss: 'PSS',
  privateDirty: 'private dirty',
  threads: 'threads',
};

/** A line for each kind of memory. */
export function memoryFigures(what: string): Record<Key, Figure> {
  const figure = (key: Key): Figure => ({ what: `${words[key]}, ${what}`, unit: key === 'threads' ? '' : 'MB' });
  return Object.fromEntries(keys.map(key => [key, figure(key)])) as Record<Key, Figure>;
}

export const beside = (value: Memory, floor: Memory): Record<Key, Sample> =>
  Object.fromEntries(keys.map(key => [key, { value: value[key], floor: floor[key] }])) as Record<Key, Sample>;

interface Idle {
  what: string;
  capabilities: number;
  /** The floor is an agent with so many; absent: a bare node. */
  floorCapabilities?: number;
  /** How long it rests before the look; absent: until its heap is tidy. */
  restMs?: number;
}

/** An agent at rest over plain MQTT. */
export function idleMemory({ what, capabilities, floorCapabilities, restMs = settleMs }: Idle): Row {
  const floor = floorCapabilities === undefined ? 'a bare node' : `an agent with ${floorCapabilities} capabilities`;
  return defineRow({
    floor,
    rests: true,
    ...(restMs > settleMs && { once: 'it takes minutes' }),
    figures: memoryFigures(what),
    measure: bench =>
      withStation(bench, capabilitiesToml(capabilities), async ({ agent }) => {
        const [own, least] = await withFloor(bench, floorCapabilities, async other => {
          await sleep(restMs);
          return restingMemory(agent, other);
        });
        return beside(own!, least!);
      }),
  });
}

/** What a second transport, or another one, costs: an agent with `toml` beside one over plain MQTT, 20 capabilities each. */
export async function transportMemory(
  bench: Bench,
  toml: string,
  { controller, agent }: Station,
): Promise<Record<Key, Sample>> {
  const endpointId = `${agentId}-2`;
  const other = spawnAgent(bench.program, toml.replace(agentId, endpointId) + capabilitiesToml(20));
  try {
    await connected(controller, other, endpointId);
    await sleep(settleMs);
    const [own, plain] = await restingMemory(other, agent);
    return beside(own!, plain!);
  } finally {
    await ended(other);
  }
}

/** Runs `work` with the process that is the floor. */
async function withFloor<T>(
  bench: Bench,
  capabilities: number | undefined,
  work: (floor: Station['agent']) => Promise<T>,
): Promise<T> {
  if (capabilities !== undefined) return withStation(bench, capabilitiesToml(capabilities), ({ agent }) => work(agent));
  const bare = spawnBare();
  try {
    return await work(bare);
  } finally {
    await ended(bare);
  }
}
