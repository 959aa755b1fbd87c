/**
 * Preset: processor time of one message through the agent's core, from the Record's bytes to the answer's, without
 * transport and disk. The floor: decoding the request and copying the answer's bytes, which nobody can do without.
 */
import type { RequestInit } from '../../proto/codec.gen.js';
import { decodeMsg } from '../../proto/msg.ts';
import { decodeRecord } from '../../proto/record.ts';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';
import { JournalledPersistence } from '../helpers/journalled.ts';
import { seededRandom } from '../helpers/random.ts';
import { agentId } from '../helpers/services.ts';
import { SimStore } from '../helpers/store.ts';
import { trusted, World } from '../helpers/world.ts';
import { type Bench, defineRow, type Row, type RunOf, type Sample } from './row.ts';

const messages = 400;
/** Messages on their way at once: so many commits may share a sync. */
const inFlight = 16;
const capabilitiesUsual = 100;
/** Rounds of value and floor, taken in turn: what else the machine does meets both. A floor as dear as the value needs more. */
const turns = 3;
const turnsCompared = 9;

/** What is asked, and by whom. */
export interface Asked {
  /** Endpoint ID of the Controller that asks; `self::controller` unless told. */
  from?: string;
  /** `number` counts from 0 within a round. */
  request(number: number): RequestInit;
  /** Brings the world back to where a round can begin. */
  prepare?(world: World): Promise<void>;
}

export interface CoreCase extends Asked {
  what: string;
  /** IoTCapability instances in the world; 100 unless told. */
  capabilities?: number;
}

export const cpuMsSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

/** With its journal in memory: the disk is no part of this. */
export async function coreWorld(count = capabilitiesUsual): Promise<World> {
  const persistence = await JournalledPersistence.open(new SimStore(seededRandom(1)));
  const world = await World.start({ persistence });
  for (let i = 0; i < count; i++) world.addCapability(`sensor ${i}`, 'LevelSensor');
  await world.settle();
  return world;
}

/** Milliseconds of processor time for each of the requests, and the answers' bytes. */
async function answer(
  world: World,
  requests: readonly Uint8Array[],
): Promise<{ cpuMs: number; answers: Uint8Array[] }> {
  const answers: Uint8Array[] = [];
  world.broker.send = async bytes => void answers.push(bytes);
  const before = process.cpuUsage();
  for (let i = 0; i < requests.length; i += inFlight) {
    const group = requests.slice(i, i + inFlight);
    for (const bytes of group) world.receive(bytes, trusted);
    // At least once, though all may be answered by now: a request has its place until the turn is over.
    do await new Promise(resolve => setImmediate(resolve));
    while (answers.length < i + group.length);
  }
  return { cpuMs: cpuMsSince(before) / requests.length, answers };
}

function copy(requests: readonly Uint8Array[], answers: readonly Uint8Array[]): number {
  const before = process.cpuUsage();
  for (const [i, request] of requests.entries()) {
    const record = decodeRecord(request);
    if (!(record instanceof Error) && record.record_type === 'no_session_context') {
      decodeMsg(record.no_session_context.payload);
    }
    answers[i]?.slice();
  }
  return cpuMsSince(before) / requests.length;
}

const bodyOf = (answer: Uint8Array): string => JSON.stringify(opened(answer).msg?.body);

/** An answer that is no refusal: a benchmark of errors would be quick. */
function mustBeGood(answer: Uint8Array): void {
  const text = bodyOf(answer);
  if (/"(error|oper_failure|param_errs":\[\{)/.test(text)) throw new Error(text.slice(0, 400));
}

interface Round {
  requests: Uint8Array[];
  answers: Uint8Array[];
  cpuMs: number;
}

/** A round of requests, after another that has warmed the engine up. */
async function round(world: World, { from, request, prepare }: Asked, isQuick: boolean): Promise<Round> {
  const make = (i: number) => recordOf(requestMsg(request(i), `b${i}`), from ?? 'self::controller', agentId);
  const requests = Array.from({ length: isQuick ? messages / 4 : messages }, (_, i) => make(i));
  await prepare?.(world);
  await answer(world, requests);
  await prepare?.(world);
  const { cpuMs, answers } = await answer(world, requests);
  mustBeGood(answers[answers.length - 1]!);
  return { requests, answers, cpuMs };
}

/** One side of a comparison. */
export interface Side {
  world: World;
  asked: Asked;
}

/** Milliseconds of processor time for a request, turn by turn. */
export type CoreRun = RunOf<'cpu'>;

async function inTurns(turns: number, turn: () => Promise<Required<Sample>>): Promise<CoreRun[]> {
  const runs: CoreRun[] = [];
  for (let i = 0; i < turns; i++) runs.push({ cpu: await turn() });
  return runs;
}

/** Both sides must get the same answers. */
export function compared(value: Side, floor: Side, bench: Bench): Promise<CoreRun[]> {
  return bench.alone(() =>
    inTurns(turnsCompared, async () => {
      const left = await round(value.world, value.asked, bench.isQuick);
      const right = await round(floor.world, floor.asked, bench.isQuick);
      if (bodyOf(left.answers[0]!) !== bodyOf(right.answers[0]!)) throw new Error('the answers of the sides differ');
      return { value: left.cpuMs, floor: right.cpuMs };
    }),
  );
}

export function coreRow({ what, capabilities, ...asked }: CoreCase): Row {
  return defineRow({
    floor: 'decoding the request and copying the answer',
    figures: { cpu: { what: `core: ${what}`, unit: 'ms CPU' } },
    measure: async bench => {
      const world = await coreWorld(capabilities);
      const runs = await bench.alone(() =>
        inTurns(turns, async () => {
          const { requests, answers, cpuMs } = await round(world, asked, bench.isQuick);
          copy(requests, answers);
          return { value: cpuMs, floor: copy(requests, answers) };
        }),
      );
      world.close();
      return runs;
    },
  });
}
