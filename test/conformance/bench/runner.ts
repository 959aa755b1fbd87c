/** Runs cases, and judges them. */
import { makeCertificates, startMosquitto } from '../../helpers/mosquitto.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import type { AgentBench, Bench, Case, Outcome, Pace } from './case.ts';
import type { CoapPeer } from './coap.ts';
import { type Evidence, Metric, MetricFailure } from './metric.ts';
import type { PlannedCase } from './plan.ts';
import { type Grounds, openScripted, openStation, type Station } from './station.ts';
import { Supported } from './supported.ts';
import { universalNumber } from './table.ts';
import { Universal } from './universal.ts';
import type { Mtp } from './ways.ts';

const brokerLines = ['allow_anonymous true', 'set_tcp_nodelay true'];

/** Most of a case alone is waiting. */
const atOnceMax = 8;
/** A case that has not ended by now has failed, in seconds. */
const caseSecondsMax: Readonly<Record<Pace, number>> = { plan: 400, short: 60 };

export interface RunOptions {
  /** What runs the agent: a file, and its interpreter before it. */
  program: readonly string[];
  pace: Pace;
  /** Absent: MQTT. Over CoAP, the cases that need MQTT are left out. */
  mtp?: Mtp;
  /** Called with each outcome as it comes. */
  report?(outcome: Outcome): void;
}

/** What a run needs to know of a case besides its code. */
interface Job {
  planned: PlannedCase;
  case: Case;
}

/** Outcomes of all `planned` cases that `isWanted`, in the plan's order, and of the universal metrics. */
export async function runCases(
  planned: readonly PlannedCase[],
  cases: readonly Case[],
  whyNotBuilt: (number: string) => string,
  options: RunOptions,
): Promise<Outcome[]> {
  const mosquitto = await startMosquitto(brokerLines);
  const universal = new Universal();
  const grounds: Grounds = { mosquitto, universal, program: options.program, directory: temporaryDirectory() };
  try {
    const run = new Run(grounds, options);
    const outcomes = new Map<string, Outcome>();
    const jobs: Job[] = [];
    for (const each of planned) {
      const found = cases.find(({ number }) => number === each.number);
      if (found && isLeftOut(found, options)) outcomes.set(each.number, leftOut(each));
      else if (found) jobs.push({ planned: each, case: found });
      else outcomes.set(each.number, unwritten(each, whyNotBuilt(each.number)));
    }
    for (const outcome of await run.all(jobs)) outcomes.set(outcome.number, outcome);
    const inOrder = planned.flatMap(({ number }) => outcomes.get(number) ?? []);
    return [...inOrder, universalOutcome(universal)];
  } finally {
    await mosquitto.remove();
  }
}

const isLeftOut = ({ station, overMqttAlone }: Case, { mtp = 'MQTT' }: RunOptions) =>
  mtp === 'CoAP' && (overMqttAlone || station === 'tls' || station === 'scripted');

const leftOut = ({ number, title, state }: PlannedCase): Outcome => {
  return { number, title, state, verdict: 'not applicable', why: 'it needs MQTT', seconds: 0, shown: [] };
};

function unwritten({ number, title, state }: PlannedCase, why: string): Outcome {
  const none = { number, title, state, seconds: 0, shown: [] };
  if (state === 'live') return { ...none, verdict: 'not built', why };
  return { ...none, verdict: 'not applicable', why: `${state} in the plan` };
}

function universalOutcome({ faults, shown }: Universal): Outcome {
  const verdict = faults.length === 0 ? 'pass' : 'fail';
  const why = faults.length > 1 ? `${faults[0]} (and ${faults.length - 1} more)` : (faults[0] ?? '');
  return {
    number: universalNumber,
    title: 'Universal test metrics',
    state: '',
    verdict,
    why,
    seconds: 0,
    shown: [...shown].sort(),
  };
}

class Run {
  readonly #grounds: Grounds;
  readonly #options: RunOptions;
  #supported = new Supported([]);

  get #way(): { mtp: Mtp } {
    return { mtp: this.#options.mtp ?? 'MQTT' };
  }

  constructor(grounds: Grounds, options: RunOptions) {
    this.#grounds = grounds;
    this.#options = options;
  }

  async all(jobs: readonly Job[]): Promise<Outcome[]> {
    if (jobs.length === 0) return [];
    const station = await openStation(this.#grounds, this.#way).catch(explained);
    // Nothing can be said of an agent that does not come.
    if (typeof station === 'string') return jobs.map(job => notPassed(job, 'fail', station));
    try {
      this.#supported = await supportedOf(station.bench);
      const isShared = (job: Job) => job.case.station === 'shared';
      const others = jobs.filter(job => !isShared(job));
      const [shared, alone] = await Promise.all([
        this.#inOrder(jobs.filter(isShared), station),
        inParallel(others, atOnceMax, job => this.#one(job)),
      ]);
      return [...shared, ...alone];
    } finally {
      await station.close();
    }
  }

  async #inOrder(jobs: readonly Job[], station: Station): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const job of jobs) {
      await clear(station.bench);
      outcomes.push(await this.#one(job, station));
    }
    return outcomes;
  }

  async #one(job: Job, shared?: Station): Promise<Outcome> {
    const missing = (job.case.needs ?? []).filter(name => !this.#supported.has(name));
    const lacks = `the supported data model lacks ${missing.join(' and ')}`;
    const outcome = missing.length > 0 ? notPassed(job, 'not built', lacks) : await this.#judged(job, shared);
    this.#options.report?.(outcome);
    return outcome;
  }

  async #judged(job: Job, shared?: Station): Promise<Outcome> {
    const { number, title, state } = job.planned;
    const evidence: Evidence = { metrics: new Set(), shown: new Set() };
    const startedMs = performance.now();
    const why = await withinTime(this.#play(job.case, evidence, shared), caseSecondsMax[this.#options.pace]).then(
      () => unproven(job, evidence),
      cause => explained(cause),
    );
    const seconds = (performance.now() - startedMs) / 1000;
    const verdict = why === '' ? 'pass' : 'fail';
    return { number, title, state, verdict, why, seconds, shown: why === '' ? [...evidence.shown].sort() : [] };
  }

  async #play(each: Case, evidence: Evidence, shared?: Station): Promise<void> {
    const { pace } = this.#options;
    const bench: Bench = {
      metric: (number, ...ids) => new Metric(number, ids, evidence),
      seconds: (plan, short) => (pace === 'plan' ? plan : short),
      supported: this.#supported,
    };
    if (each.station === 'scripted') {
      const scripted = await openScripted(this.#grounds);
      return each.run({ ...bench, ...scripted.bench }).finally(() => scripted.close());
    }
    if (shared && each.station === 'shared') return each.run({ ...bench, ...shared.bench });
    if (each.station === 'tls') return this.#playOverTls(each, bench);
    if (each.station === 'coap') return this.#playOverCoap(each, bench);
    const environment = each.station === 'alone' ? each.environment : undefined;
    const station = await openStation(this.#grounds, { ...this.#way, environment });
    return each.run({ ...bench, ...station.bench }).finally(() => station.close());
  }

  async #playOverCoap(each: Case & { station: 'coap' }, bench: Bench): Promise<void> {
    const station = await openStation(this.#grounds, { mtp: 'CoAP' });
    const coap = station.link as CoapPeer;
    return each.run({ ...bench, ...station.bench, coap }).finally(() => station.close());
  }

  async #playOverTls(each: Case & { station: 'shared' | 'tls' }, bench: Bench): Promise<void> {
    const certificates = makeCertificates();
    const { file } = certificates;
    const files = [`cafile ${file('ca.crt')}`, `certfile ${file('server.crt')}`, `keyfile ${file('server.key')}`];
    const mosquitto = await startMosquitto([...brokerLines, ...files, 'tls_version tlsv1.2']);
    try {
      const station = await openStation({ ...this.#grounds, mosquitto }, { ca: file('ca.crt') });
      await each.run({ ...bench, ...station.bench }).finally(() => station.close());
    } finally {
      await mosquitto.remove();
      certificates.remove();
    }
  }
}

function notPassed({ planned: { number, title, state } }: Job, verdict: 'fail' | 'not built', why: string): Outcome {
  return { number, title, state, verdict, why, seconds: 0, shown: [] };
}

/** What a case that went through has left out: a metric of the plan, or a requirement that it claims. */
function unproven({ planned, case: { shows } }: Job, { metrics, shown }: Evidence): string {
  const numbers = Array.from({ length: planned.metrics }, (_, index) => index + 1);
  const unseen = numbers.filter(number => !metrics.has(number)).map(number => `metric ${number} was not looked at`);
  const unshown = shows.filter(id => !shown.has(id)).map(id => `nothing was asserted for ${id}`);
  const unclaimed = [...shown].filter(id => !shows.includes(id)).map(id => `${id} is asserted but not claimed`);
  return [...unseen, ...unshown, ...unclaimed].join('; ');
}

const explained = (cause: unknown): string => {
  if (cause instanceof MetricFailure) return cause.message;
  return `the procedure broke off: ${cause instanceof Error ? cause.message : String(cause)}`;
};

function withinTime(work: Promise<void>, seconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it has not ended within ${seconds} s`)), seconds * 1000);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function inParallel(
  jobs: readonly Job[],
  atOnce: number,
  run: (job: Job) => Promise<Outcome>,
): Promise<Outcome[]> {
  const waiting = [...jobs];
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) outcomes.push(await run(job));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

/** Takes back what an earlier case may have left. */
async function clear({ controller }: Pick<AgentBench, 'controller'>): Promise<void> {
  controller.acknowledges = true;
  controller.notifies.length = 0;
  controller.records.length = 0;
  await controller.delete('Device.LocalAgent.Subscription.*.', { partial: true });
  await controller.delete('Device.LocalAgent.Controller.*.BootParameter.*.', { partial: true });
}

async function supportedOf({ controller }: Pick<AgentBench, 'controller'>): Promise<Supported> {
  const options = ['return_commands', 'return_events', 'return_params', 'return_unique_key_sets'] as const;
  const answer = await controller.supported('Device.', [...options]);
  return new Supported(answer.body.response?.get_supported_dm_resp?.req_obj_results[0]?.supported_objs ?? []);
}
