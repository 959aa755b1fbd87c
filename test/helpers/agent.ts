/** The whole agent in this process, from a configuration text, with its state in a temporary directory. */
import { join } from 'node:path';
import { loadConfig } from '../../agent/config/load.ts';
import type { Config } from '../../agent/config/types.ts';
import { type RunningAgent, startAgent } from '../../agent/run/agent.ts';
import { vocabulary } from '../../agent/run/vocabulary.ts';
import { chips } from '../../drivers/chips/catalog.gen.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import type { Hardware, Store } from '../../drivers/ports.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { temporaryDirectory } from './temporary.ts';

export interface TestAgent extends RunningAgent {
  directory: string;
  socketPath: string;
  log: string[];
}

export interface TestAgentOptions {
  hardware?: Hardware;
  /** Where the state is; absent: a fresh directory. */
  directory?: string;
  /** Where files that the configuration names are. */
  beside?: string;
  /** In place of the journal's file. */
  store?: Store;
}

/** The configuration of a text; throws with the findings when it is refused. */
export async function configOf(toml: string): Promise<Config> {
  const result = await loadConfig(toml, 'test.toml', chips, vocabulary());
  if (!result.ok) throw new Error(JSON.stringify(result.findings, undefined, 1));
  return result.config;
}

/** Starts the agent; throws with the findings when the configuration is refused. */
export async function startTestAgent(toml: string, options: TestAgentOptions = {}): Promise<TestAgent> {
  const config = await configOf(toml);
  const directory = options.directory ?? temporaryDirectory();
  const clock = new HostClock({ trustWallTime: true });
  const log: string[] = [];
  const socketPath = join(directory, 'uspi.sock');
  const agent = await startAgent({
    config,
    configFile: join(options.beside ?? process.cwd(), 'test.toml'),
    stateDirectory: join(directory, 'state'),
    socketPath,
    log: (level, line) => log.push(`${level}: ${line}`),
    hardware: options.hardware ?? new SimHardware(clock),
    clock,
    ...(options.store && { store: options.store }),
  });
  return { ...agent, directory, socketPath, log };
}

/** The lines of a configuration that make a controller on `port` with full access. */
export function mqttControllerToml(port: number, version = '5.0'): string {
  return `
[agent]
endpoint = "os::012345-test"

[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://127.0.0.1:${port}", version = "${version}", agent-topic = "usp/agent/1", controller-topic = "usp/controller/1" }
`;
}

/** Options of the controller that mqttControllerToml names. */
export function mqttControllerOptions(port: number) {
  return {
    port,
    endpointId: 'self::controller',
    agentEndpointId: 'os::012345-test',
    agentTopic: 'usp/agent/1',
    controllerTopic: 'usp/controller/1',
  };
}
