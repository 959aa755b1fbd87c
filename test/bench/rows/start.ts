import { once } from 'node:events';
import { mqttControllerOptions, mqttControllerToml } from '../../helpers/agent.ts';
import { MqttController } from '../../helpers/controller.ts';
import { agentId } from '../../helpers/services.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { cpuMsOf, ended, spawnAgent, spawnNode } from '../processes.ts';
import { type Bench, defineRow } from '../row.ts';
import { connected, soon, withBroker } from '../station.ts';
import { median } from '../statistics.ts';

const starts = 9;

interface Start {
  recordMs: number;
  bootMs: number;
  cpuMs: number;
}

interface BareStart {
  ms: number;
  cpuMs: number;
}

/** A node that starts and ends. Its processor time is not known afterwards: it tells it itself, by its exit code. */
async function bareStart(): Promise<BareStart> {
  const startedMs = performance.now();
  const tell = 'const { user, system } = process.cpuUsage(); process.exitCode = Math.round((user + system) / 1000)';
  const [cpuMs] = (await once(spawnNode([], '-e', tell), 'exit')) as [number];
  return { ms: performance.now() - startedMs, cpuMs };
}

async function agentStart({ program }: Bench, port: number, directory: string, persists: boolean): Promise<Start> {
  const controller = await MqttController.connect(mqttControllerOptions(port));
  const startedMs = performance.now();
  const agent = spawnAgent(program, mqttControllerToml(port), { directory });
  try {
    await connected(controller, agent, agentId);
    const recordMs = performance.now() - startedMs;
    const cpuMs = cpuMsOf(agent);
    if (persists) {
      await controller.subscribe('boot', 'Event', 'Device.Boot!', { Persistent: 'true' });
      return { recordMs, cpuMs, bootMs: Number.NaN };
    }
    await soon('Boot!', () => controller.notifies.length > 0);
    return { recordMs, cpuMs, bootMs: (controller.notifies[0]?.atMs ?? Number.NaN) - startedMs };
  } finally {
    await ended(agent);
    await controller.close();
  }
}

export const row = defineRow({
  floor: 'a bare node, from its start to its end',
  figures: {
    record: { what: 'start to the first Record', unit: 'ms' },
    boot: { what: 'start to Boot!', unit: 'ms' },
    cpu: { what: 'processor time until the first Record', unit: 'ms CPU' },
  },
  /** Starts of both take turns, so that a busy machine is slow to both. Of processor time, noise only adds: the least counts. */
  measure: bench =>
    withBroker(({ port }) =>
      bench.alone(async () => {
        const directory = temporaryDirectory();
        await agentStart(bench, port, directory, true);
        const [own, bare] = [[] as Start[], [] as BareStart[]];
        for (let i = 0; i < starts; i++) {
          bare.push(await bareStart());
          own.push(await agentStart(bench, port, directory, false));
        }
        const floor = median(bare.map(({ ms }) => ms));
        return {
          record: { value: median(own.map(({ recordMs }) => recordMs)), floor },
          boot: { value: median(own.map(({ bootMs }) => bootMs)), floor },
          cpu: {
            value: Math.min(...own.map(({ cpuMs }) => cpuMs)),
            floor: Math.min(...bare.map(({ cpuMs }) => cpuMs)),
          },
        };
      }),
    ),
});
