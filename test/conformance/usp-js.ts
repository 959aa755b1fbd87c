// `npm run conformance:usp-js [-- DIRECTORY]`: ten of the cases, driven by usp-js, a controller that we did not write. It
// brings 344 packages along, so it is no dependency: it is taken from DIRECTORY, or installed into a temporary one.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { command } from '../helpers/command.ts';
import { mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import type { Outcome } from './bench/case.ts';
import { type Evidence, Metric } from './bench/metric.ts';
import { plannedCases } from './bench/plan.ts';
import { bundledAgent } from './bench/program.ts';
import { openStation, type Station } from './bench/station.ts';
import { tableOf } from './bench/table.ts';
import { Universal } from './bench/universal.ts';

type Texts = Record<string, string>;
type Stop = () => Promise<void>;

/** As much of usp-js as the cases use. */
interface Usp {
  get(path: string): Promise<unknown>;
  set(path: string, values: Texts): Promise<{ affectedPath: string; updatedParams: Texts }[]>;
  add(path: string, values: Texts): Promise<string>;
  del(path: string): Promise<string[]>;
  instances(path: string): Promise<{ requestedPath: string; currInsts: { instantiatedObjPath: string }[] }[]>;
  supportedProto(path: string): Promise<string[]>;
  subscribe(wanted: Texts, heard: (message: Texts) => void): Promise<Stop>;
  operate(command: string): Promise<[run: (input: Texts) => Promise<Texts>, clean: Stop]>;
  disconnect(): Promise<void>;
}

interface World {
  usp: Usp;
  agentId: string;
  /** Path of usp-js's own Controller row. */
  row: string;
  metric: (number: number) => Metric;
}

const subscriptions = 'Device.LocalAgent.Subscription.';
const softwareVersion = 'Device.LocalAgent.SoftwareVersion';

const subscription = (id: string, more: Texts = {}) => {
  return { Enable: 'true', ID: id, NotifType: 'ValueChange', ReferenceList: softwareVersion, ...more };
};

const cases: Readonly<Record<string, (world: World) => Promise<void>>> = {
  async '1.2'({ usp, metric }) {
    const path = await usp.add(subscriptions, subscription('add2'));
    metric(3).matches(path, /^Device\.LocalAgent\.Subscription\.\d+\.$/, 'the new object');
    const values = (await usp.get(path)) as Texts;
    metric(4).equal([values.ID, values.Enable, values.NotifType], ['add2', 'true', 'ValueChange'], 'its values');
  },
  async '1.12'({ usp, metric }) {
    const path = await usp.add(subscriptions, subscription('set12'));
    const [updated] = await usp.set(path, { NotifRetry: 'true' });
    metric(2).equal(
      [updated?.affectedPath, updated?.updatedParams],
      [path, { NotifRetry: 'true' }],
      'what was updated',
    );
    metric(3).equal(await usp.get(`${path}NotifRetry`), 'true', 'NotifRetry');
  },
  async '1.24'({ usp, metric }) {
    const path = await usp.add(subscriptions, subscription('delete24'));
    metric(2).equal(await usp.del(path), [path], 'what was deleted');
  },
  async '1.36'({ usp, metric, agentId }) {
    metric(2).equal(await usp.get('Device.LocalAgent.EndpointID'), agentId, 'EndpointID');
  },
  async '1.44'({ usp, metric }) {
    for (const id of ['get44-1', 'get44-2']) await usp.add(subscriptions, subscription(id));
    metric(2).equal(await usp.get(`${subscriptions}*.Enable`), ['true', 'true'], 'the values');
  },
  async '1.46'({ usp, metric }) {
    await usp.add(subscriptions, subscription('get46-1'));
    await usp.add(subscriptions, subscription('get46-2', { Enable: 'false' }));
    const found = [(await usp.get(`${subscriptions}[Enable==true].`)) as Texts | Texts[]].flat();
    metric(4).equal(
      found.map(({ ID }) => ID),
      ['get46-1'],
      'the IDs of what was found',
    );
  },
  async '1.52'({ usp, metric, row }) {
    const wanted = { id: 'notify52', notif: 'ValueChange', reference: `${row}ProvisioningCode` };
    let hear: (message: Texts) => void = () => {};
    const heard = new Promise<Texts>(resolved => {
      hear = resolved;
    });
    const clear = await usp.subscribe(wanted, hear);
    await usp.set(row, { ProvisioningCode: 'TestValue52' });
    const expected = { paramPath: `${row}ProvisioningCode`, paramValue: 'TestValue52' };
    metric(2).equal({ ...(await heard) }, expected, 'the notification');
    await clear();
  },
  async '1.64'({ usp, metric }) {
    const [run, clean] = await usp.operate('Device.ScheduleTimer()');
    metric(2).equal({ ...(await run({ DelaySeconds: '1' })) }, {}, 'the output of the command');
    await clean();
  },
  async '1.66'({ usp, metric, row }) {
    const [result] = await usp.instances('Device.LocalAgent.Controller.');
    metric(1).equal(result?.requestedPath, 'Device.LocalAgent.Controller.', 'the requested path');
    const paths = result?.currInsts.map(each => each.instantiatedObjPath) ?? [];
    metric(1).ok(paths.includes(row), 'its own Controller is there', paths);
  },
  async '1.80'({ usp, metric }) {
    const versions = await usp.supportedProto('Device.');
    metric(2).ok([versions].flat().join().includes('1.4'), '1.4 is among the versions', versions);
  },
};

/** A step of usp-js that has no answer by now has failed, in ms. */
const caseMsMax = 15_000;

async function play(number: string, title: string, world: Omit<World, 'metric'>): Promise<Outcome> {
  const evidence: Evidence = { metrics: new Set(), shown: new Set() };
  const metric = (each: number) => new Metric(each, [], evidence);
  const begunMs = performance.now();
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), caseMsMax).unref();
  });
  const why = await Promise.race([cases[number]?.({ ...world, metric }), timeout]).then(
    () => '',
    // usp-js rejects with objects of its own.
    cause => (cause instanceof Error ? cause.message : JSON.stringify(cause)),
  );
  await world.usp.del(`${subscriptions}*.`).catch(() => {});
  const seconds = (performance.now() - begunMs) / 1000;
  return { number, title, state: 'live', verdict: why === '' ? 'pass' : 'fail', why, seconds, shown: [] };
}

async function connect(directory: string, port: number, { bench, link }: Station): Promise<Usp> {
  const { default: connectUsp } = createRequire(join(resolve(directory), 'x.js'))('usp-js');
  const { agentId, endpointId } = bench.controller;
  const mark = agentId.split('-').at(-1);
  await link.close();
  const endpoints = { publishEndpoint: `usp/agent/${mark}`, subscribeEndpoint: `usp/first/${mark}` };
  const ids = { fromId: endpointId, toId: agentId };
  return connectUsp({ host: '127.0.0.1', port, protocol: 'mqtt', ...ids, ...endpoints });
}

/** The folder that it is in. Throws when it cannot be installed. */
function installed(): string {
  const directory = temporaryDirectory();
  command('npm', ['install', '--prefix', directory, '--no-audit', '--no-fund', 'usp-js@0.5.1']);
  return directory;
}

async function main(): Promise<number> {
  if (mosquittoIsMissing) {
    process.stdout.write(`NOT RUN: ${mosquittoIsMissing}\n`);
    return 1;
  }
  const directory = process.argv[2] ?? installed();
  const mosquitto = await startMosquitto();
  const program = [process.execPath, bundledAgent()];
  const grounds = { mosquitto, program, directory: temporaryDirectory(), universal: new Universal() };
  const station = await openStation(grounds);
  const usp = await connect(directory, mosquitto.port, station);
  const outcomes: Outcome[] = [];
  const { row, controller } = station.bench;
  for (const { number, title } of plannedCases()) {
    if (cases[number]) outcomes.push(await play(number, title, { usp, row, agentId: controller.agentId }));
  }
  process.stdout.write(tableOf(outcomes));
  await usp.disconnect();
  await station.close().catch(() => {});
  await mosquitto.remove();
  return outcomes.every(({ verdict }) => verdict === 'pass') ? 0 : 1;
}

process.exitCode = await main();
