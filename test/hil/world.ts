/** The agent, wherever it runs, and the broker and the controller on this machine that it speaks with. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Notify } from '../../proto/codec.gen.js';
import { MqttController } from '../helpers/controller.ts';
import { startMosquitto } from '../helpers/mosquitto.ts';
import type { AgentProcess, Place } from './place.ts';

/** How long a Notify may take from an emulated machine, of its own time. */
const notifyMsMax = 60_000;

/** An answer on a machine that does several times what it can. */
const answerMsMax = 60_000;

/** Between two looks: short, and long enough to leave to the agent most of its time. */
const lookMsMin = 50;
const lookShare = 4;

const agentEndpointId = 'os::012345-hil';

export interface AgentOptions {
  /** [agent] gpio. */
  gpio?: string;
  /** The [[capability]] tables. */
  capabilities: string;
}

/** A configuration with a controller on this machine's loopback, which the agent reaches at the place's `host`. */
const configuration = ({ host, socket }: Place, brokerPort: number, { gpio = 'auto', capabilities }: AgentOptions) => `
[agent]
endpoint = "${agentEndpointId}"
socket = "${socket}"
gpio = "${gpio}"

[[controller]]
endpoint = "self::controller"
role = "Full Access"
${host === '127.0.0.1' ? '' : 'insecure = true'}
mqtt = { broker = "mqtt://${host}:${brokerPort}", version = "5.0", agent-topic = "usp/agent/1", controller-topic = "usp/controller/1" }

${capabilities}`;

export interface World {
  controller: MqttController;
  agent: AgentProcess;
  /** Waits until a Notify has told of such a value of the capability `name`; resolves to it. */
  changed(name: string, isIt: (value: string) => boolean): Promise<string>;
  /** Asks until a parameter of the capability `name` is so; resolves to it. */
  reads(name: string, parameter: string, isIt: (value: string) => boolean): Promise<string>;
  /** Waits until the agent's log has such a line. */
  logged(line: RegExp): Promise<string>;
  /** Sets a parameter of the capability `name`. */
  set(name: string, parameter: string, value: string): Promise<void>;
}

/** Starts the agent in its place with this configuration, subscribes, and acts; the agent ends with `act`. */
export async function withAgent<T>(place: Place, options: AgentOptions, act: (world: World) => Promise<T>): Promise<T> {
  const broker = await startMosquitto();
  let controller: MqttController | undefined;
  let agent: AgentProcess | undefined;
  try {
    controller = await MqttController.connect({
      port: broker.port,
      endpointId: 'self::controller',
      agentEndpointId,
      agentTopic: 'usp/agent/1',
      controllerTopic: 'usp/controller/1',
      answerMsMax,
    });
    agent = await place.start(configuration(place, broker.port, options));
    await greeted(controller, agent);
    await subscribe(controller);
    return await act(worldOf(controller, agent));
  } catch (cause) {
    const log = await agent?.log().catch(() => '');
    throw new Error(`${(cause as Error).message}\nthe agent's log:\n${log}`);
  } finally {
    await agent?.stop();
    await controller?.close();
    await broker.remove();
  }
}

/** The agent's first Record says that it has subscribed to its topic: what was sent before is lost. */
async function greeted({ records }: MqttController, agent: AgentProcess): Promise<void> {
  await waitFor(agent, 'the agent to connect', async () => (records.length > 0 ? 'connected' : undefined));
}

async function subscribe(controller: MqttController): Promise<void> {
  const values = ['BinarySensor.Value', 'LevelSensor.Value', 'MultiLevelSensor.Values'].map(
    value => `Device.IoTCapability.*.${value}`,
  );
  for (const [at, reference] of values.entries()) await controller.subscribe(`hil-${at}`, 'ValueChange', reference);
}

const rowOf = (name: string) => `Device.IoTCapability.[Name=="${name}"].`;

function worldOf(controller: MqttController, agent: AgentProcess): World {
  const changes = () => controller.notifies.flatMap(({ notify }) => changeOf(notify) ?? []);
  return {
    controller,
    agent,
    async changed(name, isIt) {
      const path = await pathOf(controller, name);
      return waitFor(agent, `a Notify of ${name} (${path})`, async () => {
        return changes().find(change => change.path.startsWith(path) && isIt(change.value))?.value;
      });
    },
    reads: (name, parameter, isIt) =>
      waitFor(agent, `${parameter} of ${name}`, async () => {
        const value = await controller.value(`${rowOf(name)}${parameter}`);
        return value !== undefined && isIt(value) ? value : undefined;
      }),
    logged: line => waitFor(agent, `${line} in the log`, async () => line.exec(await agent.log())?.[0]),
    async set(name, parameter, value) {
      const [object = '', param = ''] = parameter.split('.');
      const settings = [{ param, value, required: true }];
      const updates = [{ obj_path: `${rowOf(name)}${object}.`, param_settings: settings }];
      const answer = await controller.request({ set: { allow_partial: false, update_objs: updates } });
      if (!JSON.stringify(answer).includes('oper_success')) throw new Error(JSON.stringify(answer));
    },
  };
}

async function waitFor(agent: AgentProcess, what: string, look: () => Promise<string | undefined>): Promise<string> {
  const elapsedMs = agent.stopwatch();
  for (;;) {
    const asked = performance.now();
    const found = await look();
    if (found !== undefined) return found;
    if (elapsedMs() > notifyMsMax) throw new Error(`waited in vain for ${what}`);
    await sleep(Math.max(lookMsMin, lookShare * (performance.now() - asked)));
  }
}

/** The path of the capability's row, with its instance number. */
async function pathOf(controller: MqttController, name: string): Promise<string> {
  const answer = await controller.request({ get: { param_paths: [`${rowOf(name)}Name`] } });
  const results = answer.resp_type === 'get_resp' ? answer.get_resp.req_path_results : [];
  const path = results[0]?.resolved_path_results[0]?.resolved_path;
  if (!path) throw new Error(`there is no capability ${name}`);
  return path;
}

function changeOf(notify: Notify): { path: string; value: string } | undefined {
  if (notify.notification !== 'value_change') return undefined;
  return { path: notify.value_change.param_path, value: notify.value_change.param_value };
}
