/**
 * What controllers and the network do to an agent over the years, as one list that is worked off in virtual and in real
 * time alike. Each chore leaves the agent's state as large as it was: what grows all the same is a leak.
 */
import type { Msg, RequestInit } from '../../proto/codec.gen.js';

/** The world around the agent, in the hands of a chore. */
export interface Surroundings {
  /** Asks as a controller; resolves to the answer. Rejects when none comes. */
  ask(request: RequestInit, endpointId?: string): Promise<Msg>;
  /** Sends bytes that are no Record. */
  throwAt(bytes: Uint8Array): void;
  /** The broker is gone for so long; resolves when the agent has come back. */
  outage(forMs: number): Promise<void>;
}

export interface Chore {
  name: string;
  everyMs: number;
  /** `turn` counts from 0. */
  run(surroundings: Surroundings, turn: number): Promise<void>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const subscriptions = 'Device.LocalAgent.Subscription.';
const trust = 'Device.LocalAgent.ControllerTrust.';
export const challengePath = `${trust}Challenge.[Alias=="soak"].`;

export const settings = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([param, value]) => ({ param, value, required: true }));

export const add = (obj_path: string, values: Readonly<Record<string, string>>): RequestInit => ({
  add: { create_objs: [{ obj_path, param_settings: settings(values) }] },
});

export const set = (obj_path: string, values: Readonly<Record<string, string>>): RequestInit => ({
  set: { update_objs: [{ obj_path, param_settings: settings(values) }] },
});

const operate = (command: string, input_args: Record<string, string>): RequestInit => ({
  operate: { command, command_key: 'soak', send_resp: true, input_args },
});

/** An answer that is not an Error. */
async function must(surroundings: Surroundings, request: RequestInit): Promise<Msg> {
  const answer = await surroundings.ask(request);
  if (answer.body.msg_body === 'response') return answer;
  throw new Error(`${JSON.stringify(request)} was answered with ${JSON.stringify(answer.body)}`);
}

/** Who is not configured calls now and then, under a few names: known ones, once each has called. */
const stranger = (turn: number) => `self::stranger-${turn % 4}`;

/** A wrong answer to a challenge, which also locks it from time to time. */
async function failChallenge(surroundings: Surroundings): Promise<void> {
  const request = operate(`${trust}RequestChallenge()`, { ChallengeRef: challengePath, RequestExpiration: '60' });
  const answer = await surroundings.ask(request, 'self::burglar');
  const body = JSON.stringify(answer.body);
  const id = /"ChallengeID":"(\w+)"/.exec(body)?.[1] ?? 'none';
  await surroundings.ask(operate(`${trust}ChallengeResponse()`, { ChallengeID: id, Value: 'bm8=' }), 'self::burglar');
}

export const chores: readonly Chore[] = [
  {
    name: 'the door opens or closes, and the fan is switched by rule and by Set',
    everyMs: 7 * minuteMs,
    run: async (surroundings, turn) => {
      const path = 'Device.IoTCapability.[Name=="fan"].BinaryControl.';
      await must(surroundings, set(path, { Value: String(turn % 2 === 0) }));
    },
  },
  {
    name: 'Get of everything',
    everyMs: 10 * minuteMs,
    run: async surroundings => {
      await must(surroundings, { get: { param_paths: ['Device.'] } });
    },
  },
  {
    name: 'Get by search expressions that nobody has asked before',
    everyMs: 11 * minuteMs,
    run: async (surroundings, turn) => {
      const search = `Device.IoTCapability.[Name!="never ${turn}"].`;
      await must(surroundings, { get: { param_paths: [search] } });
    },
  },
  {
    name: 'GetSupportedDM and GetInstances',
    everyMs: 30 * minuteMs,
    run: async surroundings => {
      await must(surroundings, { get_supported_dm: { obj_paths: ['Device.'], return_params: true } });
      await must(surroundings, { get_instances: { obj_paths: ['Device.IoTCapability.'] } });
    },
  },
  {
    name: 'a durable Set',
    everyMs: 5 * minuteMs,
    run: async (surroundings, turn) => {
      const path = 'Device.LocalAgent.Controller.[EndpointID=="self::controller"].';
      await must(surroundings, set(path, { ProvisioningCode: `code ${turn}` }));
    },
  },
  {
    name: 'a subscription comes and goes',
    everyMs: 15 * minuteMs,
    run: async (surroundings, turn) => {
      const values = { Enable: 'true', ID: `soak-${turn}`, NotifType: 'ValueChange' };
      await must(surroundings, add(subscriptions, { ...values, ReferenceList: 'Device.DeviceInfo.FriendlyName' }));
      await must(surroundings, { delete: { obj_paths: [`${subscriptions}[ID=="soak-${turn}"].`] } });
    },
  },
  {
    name: 'an asynchronous command that ends later',
    everyMs: 20 * minuteMs,
    run: async surroundings => {
      await must(surroundings, operate('Device.ScheduleTimer()', { DelaySeconds: '30' }));
    },
  },
  {
    name: 'requests that are refused',
    everyMs: 12 * minuteMs,
    run: async (surroundings, turn) => {
      await surroundings.ask(set(`Device.Nowhere.${turn}.`, { Nothing: '1' }));
      await surroundings.ask(add(subscriptions, { Nonsense: `${turn}` }));
      await surroundings.ask({ get: { param_paths: ['Device.LocalAgent.'] } }, stranger(turn));
    },
  },
  { name: 'a challenge is answered wrongly', everyMs: 40 * minuteMs, run: failChallenge },
  {
    name: 'bytes that are no Record',
    everyMs: 9 * minuteMs,
    run: async (surroundings, turn) => surroundings.throwAt(Uint8Array.from({ length: 40 }, (_, i) => i * turn)),
  },
  { name: 'the broker goes and comes', everyMs: 3 * hourMs, run: surroundings => surroundings.outage(2 * minuteMs) },
];

/** What the chores count on. */
export async function prepare(surroundings: Surroundings): Promise<void> {
  const door = 'Device.IoTCapability.[Name=="door"].BinarySensor.Value';
  const all = 'Device.IoTCapability.*.LevelSensor.Value';
  const common = { Enable: 'true', Persistent: 'true', NotifType: 'ValueChange' };
  await must(surroundings, add(subscriptions, { ...common, ID: 'door', ReferenceList: door, NotifRetry: 'true' }));
  await must(surroundings, add(subscriptions, { ...common, ID: 'levels', ReferenceList: all }));
  const done = { Enable: 'true', ID: 'done', NotifType: 'OperationComplete', ReferenceList: 'Device.ScheduleTimer()' };
  await must(surroundings, add(subscriptions, done));
  const challenge = { Enable: 'true', Alias: 'soak', Role: `${trust}Role.[Name=="Full Access"].`, Value: 'eWVz' };
  await must(surroundings, add(`${trust}Challenge.`, { ...challenge, LockoutPeriod: '60' }));
}
