/** The whole agent, wired: the only place that knows every room. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bindSchema } from '../../datamodel/bound.ts';
import { Fault } from '../../datamodel/errors.ts';
import type { Journal } from '../../datamodel/journal/journal.ts';
import { DataModel } from '../../datamodel/model.ts';
import { objects } from '../../datamodel/objects/catalog.gen.ts';
import { restore } from '../../datamodel/restore.ts';
import { applySeeds, sowSeeds } from '../../datamodel/seed.ts';
import type { Services } from '../../datamodel/services.ts';
import { supportedSchema } from '../../datamodel/tr181/supported.ts';
import { chips } from '../../drivers/chips/catalog.gen.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import { hostCrypto } from '../../drivers/host/crypto.ts';
import { HostHardware } from '../../drivers/host/hardware.ts';
import { hostRandom } from '../../drivers/host/random.ts';
import { traceroute } from '../../drivers/host/traceroute.ts';
import { SharedLines } from '../../drivers/modbus/lines.ts';
import type { Clock, Hardware, Log, Random, Store } from '../../drivers/ports.ts';
import { resolveBeside } from '../config/paths.ts';
import type { AgentConfig, Config } from '../config/types.ts';
import { raiseBoot } from '../notify/boot.ts';
import { removeTransient } from '../notify/lifetimes.ts';
import { toldBefore } from '../notify/told.ts';
import { Capabilities } from './capabilities.ts';
import { TreeCommands } from './commands.ts';
import { endpointIdOf, identityOf } from './identity.ts';
import { HostMachine } from './machine.ts';
import { wireMessaging } from './messaging.ts';
import { RestartRequest } from './restart.ts';
import { seedsOf } from './seeds.ts';
import { type OpenedState, openState } from './state.ts';
import { warnOfThreads } from './threads.ts';
import type { Transports } from './transports.ts';

export interface RunOptions {
  config: Config;
  /** The configuration file's path: files that it names lie beside it. */
  configFile: string;
  stateDirectory: string;
  socketPath: string;
  log: Log;
  /** Absent: the real machine's. */
  hardware?: Hardware;
  clock?: Clock;
  random?: Random;
  /** Absent: the file `journal` in the state directory. */
  store?: Store;
}

export interface RunningAgent {
  endpointId: string;
  /** Resolves once a controller wants a restart and has been answered: its owner is to stop it and to start it again. */
  restartAsked: Promise<'restart'>;
  /** Resolves when the state directory turns out to be another agent's, which started at the same moment: to be stopped. */
  lost: Promise<Error>;
  /** What has stopped for good through a defect, so that only a restart helps, in words; undefined while all moves on. */
  stuck(): string | undefined;
  /**
   * Takes another configuration over, of the same file: rows follow it, and devices and transports that it does not change
   * run on. [agent] counts at the next start alone. Rejects when the data model refuses it.
   */
  reload(config: Config): Promise<void>;
  /** Says goodbye to controllers, makes outputs safe, closes everything. Resolves within some seconds. */
  stop(): Promise<void>;
}

/** Starts the agent. Rejects when the state directory is locked, cannot be used, or is of a newer version. */
export async function startAgent(options: RunOptions): Promise<RunningAgent> {
  const clock = options.clock ?? new HostClock({ trustWallTime: !existsSync('/run/systemd/system') });
  const state = await openState({ ...options, clock });
  try {
    await mayAct(options.config, options.stateDirectory, state);
    return await startWith(state, { ...options, clock });
  } catch (cause) {
    await state.release();
    // Whatever fails once the directory is not ours, fails because of that.
    throw state.ownership.loss ?? cause;
  }
}

async function startWith(state: OpenedState, options: RunOptions & { clock: Clock }): Promise<RunningAgent> {
  const { config, log, clock } = options;
  const { journal } = state;
  const random = options.random ?? hostRandom;
  const hardware = options.hardware ?? hostHardware(options, clock);
  const endpointId = await endpointIdOf(config.agent, journal, random);

  const commands = new TreeCommands();
  const host = new RestartRequest(clock);
  const late: { capabilities?: Capabilities; transports?: Transports } = {};
  const services = {
    clock,
    random,
    log,
    crypto: hostCrypto,
    identity: identityOf(config.agent, endpointId, hostCrypto),
    machine: new HostMachine(),
    commands,
    actuators: { drive: async (node, value) => late.capabilities?.drive(node, value) },
    connections: {
      reconnect: client => late.transports?.reconnect(client),
      statistics: client => late.transports?.statistics(client),
    },
    diagnostics: { traceRoute: traceroute },
    host,
  } as Partial<Services> as Services; // Behaviours completes them, before any command can come in.
  const { model, paths } = await growModel(services, journal, options);
  const messaging = wireMessaging({ ...options, endpointId, model, state: journal.state, random, commands, paths });
  late.transports = messaging.transports;
  const outside = { hardware, modbus: new SharedLines(hardware, clock), clock, random, log };
  const told = toldBefore(journal.state);
  const capabilities = new Capabilities({
    config: besideConfig(config, options.configFile),
    chips,
    outside,
    model,
    commands,
    paths,
    told,
  });
  late.capabilities = capabilities;

  await messaging.open();
  await capabilities.start();
  raiseBoot(model, journal.state);
  log('info', `${endpointId} is up, with ${config.capabilities.length} capabilities`);
  return {
    endpointId,
    restartAsked: host.asked,
    lost: state.ownership.lost,
    stuck: () => messaging.transports.stalled() ?? capabilities.stuck(clock.monotonicMs()),
    reload: next =>
      capabilities.change(besideConfig(next, options.configFile), async () => {
        warnOfRestart(config.agent, next.agent, log);
        const stored = await model.exclusively(async () => sowSeeds(model, seedsOf(next, endpointId), journal.state));
        if (stored instanceof Fault) throw stored;
        const paths = await stored();
        messaging.reconfigure(next, paths);
        return paths;
      }),
    stop: async () => {
      await capabilities.stop();
      await messaging.close();
      await model.settled();
      await journal.close();
      await state.release();
    },
  };
}

function hostHardware({ config, stateDirectory, log }: RunOptions, clock: Clock): Hardware {
  warnOfThreads(config, log);
  return new HostHardware({ clock, gpio: config.agent.gpio, taken: unboundIn(stateDirectory) });
}

/**
 * To read sensors harms nobody. Where the start drives an output, or gives a device back to its kernel driver, which an earlier run
 * has taken, it waits before all else for the kernel's word that there is no other agent.
 */
async function mayAct({ capabilities }: Config, stateDirectory: string, { ownership }: OpenedState): Promise<void> {
  const acts = existsSync(unboundIn(stateDirectory)) || capabilities.some(each => each.class.endsWith('Control'));
  if (acts) await ownership.sure();
}

const unboundIn = (stateDirectory: string) => join(stateDirectory, 'unbound');

/** The tree as the journal and the configuration make it, and the path of each of the latter's seeds. */
async function growModel(
  services: Services,
  journal: Journal,
  { config, socketPath, log }: RunOptions,
): Promise<{ model: DataModel; paths: ReadonlyMap<string, string> }> {
  const model = new DataModel(bindSchema(supportedSchema(), objects), services, journal);
  const { unknown } = restore(model, journal.state);
  if (unknown.length > 0) log('notice', `${unknown.length} stored object(s) are not supported now and are left alone`);
  await removeTransient(model);
  addSocketRow(model, socketPath);
  const paths = await applySeeds(model, seedsOf(config, services.identity.endpointId), journal.state);
  return { model, paths };
}

function addSocketRow(model: DataModel, socketPath: string): void {
  const transaction = model.begin();
  transaction.add(model.table('Device.UnixDomainSockets.UnixDomainSocket.'), {
    presets: { Alias: 'cpe-1', Mode: 'Listen', Path: socketPath },
  });
  transaction.commitNow();
}

/** The configuration with the files that drivers read found beside the file that names them. */
function besideConfig(config: Config, configFile: string): Config {
  const capabilities = config.capabilities.map(capability => {
    const { place } = capability;
    if (place.bus !== 'files' || place.at === '') return capability;
    return { ...capability, place: { ...place, at: resolveBeside(configFile, place.at) } };
  });
  return { ...config, capabilities };
}

/** Who the agent is, where its state lies and where it listens is settled for its lifetime. */
function warnOfRestart(running: AgentConfig, next: AgentConfig, log: Log): void {
  if (JSON.stringify(running) === JSON.stringify(next)) return;
  log('warning', 'the configuration has another [agent]: that counts from the next start on');
}
