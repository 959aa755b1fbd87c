/** The shipped agent in a process of its own, mosquitto, and a controller that has heard from it. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mqttControllerOptions, mqttControllerToml } from '../helpers/agent.ts';
import { MqttController } from '../helpers/controller.ts';
import { type Mosquitto, mosquittoIsMissing, startMosquitto } from '../helpers/mosquitto.ts';
import { agentId } from '../helpers/services.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { type AgentOptions, ended, spawnAgent } from './processes.ts';
import { type Bench, NotRun } from './row.ts';

export interface Station {
  broker: Mosquitto;
  controller: MqttController;
  agent: ChildProcess;
}

export interface StationOptions extends AgentOptions {
  /** Of mosquitto's configuration. */
  brokerLines?: readonly string[];
}

/** Runs `work` with a broker that sends each packet at once and drops none. */
export async function withBroker<T>(
  work: (broker: Mosquitto) => Promise<T>,
  lines: readonly string[] = [],
): Promise<T> {
  if (mosquittoIsMissing) throw new NotRun(mosquittoIsMissing);
  const usual = ['allow_anonymous true', 'set_tcp_nodelay true', 'max_queued_messages 0', 'max_inflight_messages 0'];
  const broker = await startMosquitto([...usual, ...lines]);
  try {
    return await work(broker);
  } finally {
    await broker.remove();
  }
}

/** Runs `work` with an agent that is configured with `toml` below its controller, once it has connected. */
export function withStation<T>(
  { program }: Bench,
  toml: string,
  work: (station: Station) => Promise<T>,
  options: StationOptions = {},
): Promise<T> {
  return withBroker(async broker => {
    const controller = await MqttController.connect(mqttControllerOptions(broker.port));
    const agent = spawnAgent(program, mqttControllerToml(broker.port) + toml, options);
    try {
      await connected(controller, agent);
      return await work({ broker, controller, agent });
    } finally {
      await ended(agent);
      await controller.close();
    }
  }, options.brokerLines);
}

/** From then on V8 optimises as ever (agent/cli/heap.ts). What a message costs before belongs to the start. */
const settleMs = 9_000;

/** `withStation`, once the agent's start is over. */
export const settledStation: typeof withStation = (bench, toml, work, options) =>
  withStation(
    bench,
    toml,
    async station => {
      await sleep(settleMs);
      return work(station);
    },
    options,
  );

const soonMsMax = 30_000;

/** Resolves when `condition` holds. Looks once a millisecond: who looks all the time takes a core from who is looked at. */
export async function soon(what: string, condition: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + soonMsMax;
  while (!condition()) {
    if (performance.now() > deadlineMs) throw new Error(`waited in vain for ${what}`);
    await sleep(1);
  }
}

/** Waits for the first Record of an agent. */
export async function connected(controller: MqttController, agent: ChildProcess, endpointId = agentId): Promise<void> {
  const isThere = () => controller.records.some(({ from_id }) => from_id === endpointId);
  await soon('the Connect record', () => isThere() || agent.exitCode !== null);
  if (agent.exitCode !== null) throw new Error(`the agent has ended with ${agent.exitCode}`);
}

const sensorToml = (i: number, path: string) =>
  `\n[[capability]]\nname = "sensor ${i}"\ndriver = "file"\nat = "${path}"\nchannel = "level"\npoll = "10s"\n`;

/** So many sensors, each a file in a folder of its own: no hardware is needed. */
export function capabilitiesToml(count: number): string {
  const directory = temporaryDirectory();
  const one = (_: unknown, i: number) => {
    const path = join(directory, String(i), 'input');
    mkdirSync(dirname(path));
    writeFileSync(path, `${20 + i}\n`);
    return sensorToml(i, path);
  };
  return Array.from({ length: count }, one).join('');
}

const counters = '/sys/class/net/lo/statistics';

/** 20 sensors in sysfs, where the kernel's drivers have theirs: of what every machine has there, each a file. */
export function sysfsToml(): string {
  const names = readdirSync(counters).slice(0, 20);
  if (names.length < 20) throw new Error(`${counters} has ${names.length} files`);
  return names.map((name, i) => sensorToml(i, join(counters, name))).join('');
}
