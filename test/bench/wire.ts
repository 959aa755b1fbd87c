/** Preset: requests at the shipped agent through the broker, beside an echo of as many bytes through the same broker. */
import type { RequestInit } from '../../proto/codec.gen.js';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';
import { agentId } from '../helpers/services.ts';
import { Echo } from './echo.ts';
import { cpuMsOf } from './processes.ts';
import { Pump } from './pump.ts';
import { type Bench, defineRow, type Row, type RunOf } from './row.ts';
import { capabilitiesToml, type Station, settledStation } from './station.ts';

export const inFlight = 32;
const slices = 5;
const sliceSeconds = 0.5;
const sliceSecondsQuick = 0.25;
const warmingMs = 8_000;

export interface WireCase {
  what: string;
  request(number: number): RequestInit;
  capabilities?: number;
  /** About how many a second there will be, which says how many are sent. */
  perSecond: number;
}

/** Records of `count` requests, their msg_ids included. */
export const recordsOf = (count: number, request: (number: number) => RequestInit, first = 0): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => {
    const number = first + i;
    return recordOf(requestMsg(request(number), `b${number}`), 'self::controller', agentId);
  });

/** The answer, unless it is a refusal: a benchmark of errors would be quick. */
export function goodAnswer(answer: Uint8Array): Uint8Array {
  const text = JSON.stringify(opened(answer).msg?.body);
  if (/"(error|oper_failure|param_errs":\[\{)/.test(text)) throw new Error(text.slice(0, 400));
  return answer;
}

/** Hears its answers alone: the station's controller would decode each of them, too, in the process that drives. */
export const connectPump = ({ broker: { port } }: Station): Promise<Pump> =>
  Pump.connect({ port, to: 'usp/agent/1', from: 'usp/pump/1' });

/** Does it again and again until the engine has had its time to optimise; returns what the last came to. */
export async function warmedUp<T>(work: () => Promise<T>): Promise<T> {
  const endMs = performance.now() + warmingMs;
  let last = await work();
  while (performance.now() < endMs) last = await work();
  return last;
}

/** The agent and the echo in turn, slice by slice: what else the machine does meets both. */
async function slicesOf(station: Station, { request, perSecond }: WireCase, { isQuick }: Bench) {
  const [pump, echo] = [await connectPump(station), await Echo.start(station.broker.port)];
  const count = Math.ceil(perSecond * (isQuick ? sliceSecondsQuick : sliceSeconds));
  const requests = recordsOf(count, request);
  const answerBytes = goodAnswer((await warmedUp(() => pump.run(requests, inFlight))).answer).length;
  await echo.run(requests, inFlight, answerBytes);
  const runs: RunOf<'rate' | 'cpu'>[] = [];
  for (let slice = 0; slice < slices; slice++) {
    const before = cpuMsOf(station.agent);
    const own = await pump.run(requests, inFlight);
    const cpuMs = cpuMsOf(station.agent) - before;
    const floor = await echo.run(requests, inFlight, answerBytes);
    runs.push({
      rate: { value: count / own.seconds, floor: count / floor.seconds },
      cpu: { value: cpuMs / count, floor: floor.cpuMs / count },
    });
  }
  await pump.close();
  await echo.close();
  return runs;
}

export function wireRow(wireCase: WireCase): Row {
  const { what, capabilities = 0 } = wireCase;
  return defineRow({
    floor: 'an echo of the same bytes through the same broker',
    figures: {
      rate: { what: `${what}, ${inFlight} in flight`, unit: '/s' },
      cpu: { what: `${what}, the agent's whole process`, unit: 'ms CPU' },
    },
    measure: bench =>
      settledStation(bench, capabilitiesToml(capabilities), station =>
        bench.alone(() => slicesOf(station, wireCase, bench)),
      ),
  });
}
