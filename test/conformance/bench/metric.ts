/** A case's assertions: each belongs to a metric of the plan, and may show requirements of TR-369. */
import { isDeepStrictEqual } from 'node:util';
import { isAppropriate, type Kind } from './codes.ts';
import type { ErrorBody, Message, Outcome, Problem, Responses } from './messages.ts';

/** What a case's assertions have shown so far. */
export interface Evidence {
  /** Numbers of the metrics that were looked at. */
  metrics: Set<number>;
  /** Requirement IDs of assertions that held. */
  shown: Set<string>;
}

/** An assertion that did not hold: the agent is at fault. */
export class MetricFailure extends Error {}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 400 ? `${text.slice(0, 400)}...` : text;
};

/** Assertions of one metric. Each one that holds shows the requirements that the metric was made with. */
export class Metric {
  readonly #number: number;
  readonly #ids: readonly string[];
  readonly #evidence: Evidence;

  constructor(number: number, ids: readonly string[], evidence: Evidence) {
    this.#number = number;
    this.#ids = ids;
    this.#evidence = evidence;
  }

  /** `what` is the statement that must be true; `seen` is shown when it is not. */
  ok(condition: boolean, what: string, seen?: unknown): void {
    if (!condition) {
      throw new MetricFailure(`metric ${this.#number}: ${what}${seen === undefined ? '' : `; seen: ${short(seen)}`}`);
    }
    this.#evidence.metrics.add(this.#number);
    for (const id of this.#ids) this.#evidence.shown.add(id);
  }

  equal(actual: unknown, expected: unknown, what: string): void {
    this.ok(isDeepStrictEqual(actual, expected), `${what}: ${short(expected)} is expected`, actual ?? null);
  }

  matches(actual: string, pattern: RegExp, what: string): void {
    this.ok(pattern.test(actual), `${what}: ${pattern} is expected`, actual);
  }

  /** `actual` is between `least` and `most`, both included. */
  within(actual: number, least: number, most: number, what: string): void {
    this.ok(
      actual >= least && actual <= most,
      `${what}: ${least} to ${most} is expected`,
      Math.round(actual * 100) / 100,
    );
  }

  /** The only element of a list. */
  one<Element>(list: readonly Element[] | undefined, what: string): Element {
    this.ok(list?.length === 1, `there is one ${what}`, list ?? null);
    return (list as [Element])[0];
  }

  /** What was found, when there is something. */
  found<Value>(value: Value | undefined, what: string): Value {
    this.ok(value !== undefined, what);
    return value as Value;
  }

  /** The body of a response of this kind. */
  response<Kind extends keyof Responses>(message: Message, kind: Kind): Responses[Kind] {
    this.ok(message.body.response?.resp_type === kind, `the answer is a ${kind}`, message.body);
    return message.body.response?.[kind] as Responses[Kind];
  }

  /** The body of an Error message, its code one that goes with this kind of request. */
  error(message: Message, kind: Kind): ErrorBody {
    this.ok(message.body.msg_body === 'error', 'the answer is an Error', message.body);
    const error = message.body.error as ErrorBody;
    this.appropriate(error.err_code, kind);
    return error;
  }

  /** What a path's outcome tells when it went well. */
  success<Success>({ oper_status: status }: Outcome<Success, unknown>): Success {
    this.ok(status.oper_status === 'oper_success', 'the status is an OperationSuccess', status);
    return status.oper_success as Success;
  }

  /** What a path's outcome tells when it did not, its code one that goes with this kind of request. */
  failure<Failure extends Problem>({ oper_status: status }: Outcome<unknown, Failure>, kind: Kind): Failure {
    this.ok(status.oper_status === 'oper_failure', 'the status is an OperationFailure', status);
    const failure = status.oper_failure as Failure;
    this.appropriate(failure.err_code, kind);
    return failure;
  }

  /** "An appropriate error code", as the plan has it. */
  appropriate(code: number | undefined, kind: Kind): void {
    this.ok(code !== undefined && isAppropriate(code, kind), `the error code is one of ${kind}`, code ?? null);
  }
}
