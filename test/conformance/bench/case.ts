/** What a conformance case is, and what it is given. */
import type { ScriptedBroker } from '../../helpers/broker.ts';
import type { CoapPeer } from './coap.ts';
import type { Controller } from './controller.ts';
import type { Eut } from './eut.ts';
import type { Topics } from './link.ts';
import type { Metric } from './metric.ts';
import type { Supported } from './supported.ts';
import type { MqttKeys } from './ways.ts';

/** The plan's own waiting times, or short ones that show the same. */
export type Pace = 'plan' | 'short';

/** What every case has. */
export interface Bench {
  /** Assertions of metric `number` of the plan, which show these requirements when they hold. */
  metric(number: number, ...requirements: string[]): Metric;
  /** Seconds that the plan says, or as many as do when there is little time. */
  seconds(plan: number, short: number): number;
  /** The agent's whole supported data model, as it tells it. */
  supported: Supported;
}

/** A bench with an agent and controllers on a real broker. Both controllers have a Controller row and full access. */
export interface AgentBench extends Bench {
  eut: Eut;
  controller: Controller;
  /** Path of the controller's row, as in "Device.LocalAgent.Controller.2." */
  row: string;
  second: { controller: Controller; row: string };
  /** A controller that the configuration does not know, and the topic or URL where it listens. */
  stranger(): Promise<{ controller: Controller; address: string }>;
}

/** A bench over CoAP, and the controller's end of it. */
export interface CoapBench extends AgentBench {
  coap: CoapPeer;
}

/** A bench for what no real broker can be made to do: the case writes the broker's script, and starts the agent. */
export interface ScriptedBench extends Bench {
  broker: ScriptedBroker;
  /** Where the agent listens unless told otherwise, and its controller; what is sent next goes to `topics.agent`. */
  topics: Topics;
  agentId: string;
  /** Starts an agent whose configuration has these keys in its mqtt table, besides the usual ones or in their place. */
  start(mqtt?: MqttKeys): Promise<Eut>;
  /** A controller inside the broker, over the agent's `count`-th connection. */
  controller(count?: number): Promise<Controller>;
}

interface CaseFacts {
  /** Its number in the plan. */
  number: string;
  /** Requirement IDs that its assertions show. The case fails when one of them is not asserted, or another one is. */
  shows: readonly string[];
  /** What the supported data model must have; without it the case is not built. */
  needs?: readonly string[];
  /** It is about MQTT, or needs a broker. */
  overMqttAlone?: true;
}

/** Environment variables for an agent whose files are in `directory`. */
export type Environment = (directory: string) => Readonly<Record<string, string>>;

/**
 * Cases at the shared station have one agent, and run one after the other. A case alone has an agent of its own; at the
 * tls station, one whose broker speaks nothing but TLS; at the coap station, one over CoAP; at the scripted station, none
 * before it starts it.
 */
export type Case = CaseFacts &
  (
    | { station: 'shared' | 'tls'; run(bench: AgentBench): Promise<void> }
    | { station: 'alone'; environment?: Environment; run(bench: AgentBench): Promise<void> }
    | { station: 'coap'; run(bench: CoapBench): Promise<void> }
    | { station: 'scripted'; run(bench: ScriptedBench): Promise<void> }
  );

export type Verdict = 'pass' | 'fail' | 'not built' | 'not applicable';

/** One row of the table. */
export interface Outcome {
  number: string;
  title: string;
  /** Of the plan: live, or deprecated and the like. */
  state: string;
  verdict: Verdict;
  /** Why it is not a pass. */
  why: string;
  seconds: number;
  /** Requirement IDs that it has shown. */
  shown: readonly string[];
}
