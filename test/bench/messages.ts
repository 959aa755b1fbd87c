// Processor time of one message through the core, from the Record's bytes to the answer's, in this process. The floor, taken
// in the same rounds: decoding the request and copying the answer's bytes, which nobody can do without.
import type { RequestInit } from '../../proto/codec.gen.js';
import { decodeMsg } from '../../proto/msg.ts';
import { decodeRecord } from '../../proto/record.ts';
import { median } from '../budgets/start.ts';
import { recordOf, requestMsg } from '../helpers/controller.ts';
import { agentId } from '../helpers/services.ts';
import { trusted, World } from '../helpers/world.ts';
import type { Row } from './table.ts';

const rounds = 5;
const perRound = 300;
const own = 'self::controller';
const table = 'Device.LocalAgent.Subscription.';

/** `number` tells one request from the next; requests of one round may depend on those of the round before. */
interface MessageCase {
  name: string;
  request(number: number): RequestInit;
}

const settings = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([param, value]) => ({ param, value, required: true }));

const cases: readonly MessageCase[] = [
  { name: 'Get of 1 parameter', request: () => ({ get: { param_paths: ['Device.LocalAgent.EndpointID'] } }) },
  { name: 'Get of 100 parameters', request: () => ({ get: { param_paths: ['Device.IoTCapability.*.Name'] } }) },
  { name: 'Get of all IoTCapability', request: () => ({ get: { param_paths: ['Device.IoTCapability.'] } }) },
  {
    name: 'Set of 1 parameter',
    request: number => ({
      set: {
        update_objs: [
          {
            obj_path: 'Device.LocalAgent.Controller.1.',
            param_settings: settings({ PeriodicNotifInterval: `${60 + number}` }),
          },
        ],
      },
    }),
  },
  {
    name: 'Add of a Subscription',
    request: number => ({
      add: { create_objs: [{ obj_path: table, param_settings: settings({ ID: `b${number}`, NotifType: 'Event' }) }] },
    }),
  },
  { name: 'Delete of a row', request: number => ({ delete: { obj_paths: [`${table}[ID=="b${number}"].`] } }) },
  {
    name: 'GetSupportedDM of Device.',
    request: () => ({ get_supported_dm: { obj_paths: ['Device.'], return_params: true, return_commands: true } }),
  },
];

const cpuMs = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1_000;

/** Milliseconds of processor time for each of `work`'s `count` turns. */
async function cost(count: number, work: (i: number) => void, end: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    work(i);
    if (i % 16 === 15) await end();
  }
  await end();
  return cpuMs(process.cpuUsage(before)) / count;
}

async function measure(world: World, { name, request }: MessageCase): Promise<Row> {
  const turn = () => new Promise<void>(resolve => setImmediate(resolve));
  const transport = world.broker;
  let answerBytes = new Uint8Array();
  transport.send = async bytes => {
    answerBytes = bytes as Uint8Array<ArrayBuffer>;
  };
  const spentMs: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const records = Array.from({ length: perRound }, (_, i) =>
      recordOf(requestMsg(request(round * perRound + i), `b${i}`), own, agentId),
    );
    const spent = await cost(perRound, i => world.receive(records[i]!, trusted), turn);
    const copied = await cost(perRound, i => copy(records[i]!, answerBytes), turn);
    if (round === 0) continue; // The engine warms up.
    spentMs.push(spent);
    floor.push(copied);
  }
  return { name: `${name} (${answerBytes.length} B)`, unit: 'ms CPU', value: median(spentMs), floor: median(floor) };
}

function copy(request: Uint8Array, answer: Uint8Array): Uint8Array {
  const record = decodeRecord(request);
  if (!(record instanceof Error) && record.record_type === 'no_session_context') {
    decodeMsg(record.no_session_context.payload);
  }
  return answer.slice();
}

export async function messages(): Promise<Row[]> {
  const world = await World.start();
  for (let i = 0; i < 100; i++) world.addCapability(`sensor ${i}`, 'LevelSensor');
  const rows: Row[] = [];
  for (const each of cases) rows.push(await measure(world, each));
  world.close();
  return rows;
}
