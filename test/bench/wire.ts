/** Preset: requests at the shipped agent through the broker, beside an echo of as many bytes through the same broker. */
import type { RequestInit } from '../../proto/codec.gen.js';
import { opened, recordOf, requestMsg } from '../helpers/controller.ts';
import { agentId } from '../helpers/services.ts';
import { Echo } from './echo.ts';
import { cpuMsOf } from './processes.ts';
import { Pump } from './pump.ts';
import { defineRow, type Row, type Target } from './row.ts';
import { capabilitiesToml, type Station, withStation } from './station.ts';

export const inFlight = 32;
const seconds = 1.5;

export interface WireCase {
  what: string;
  request(number: number): RequestInit;
  capabilities?: number;
  /** About how many a second there will be, so that a run takes a second or two. */
  perSecond: number;
  rateTarget?: Target;
  cpuTarget?: Target;
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

export const connectPump = ({ broker: { port } }: Station): Promise<Pump> =>
  Pump.connect({ port, to: 'usp/agent/1', from: 'usp/controller/1' });

export function wireRow({ what, request, capabilities = 0, perSecond, rateTarget, cpuTarget }: WireCase): Row {
  return defineRow({
    floor: 'an echo of the same bytes through the same broker',
    figures: {
      rate: { what: `${what}, ${inFlight} in flight`, unit: '/s', ...(rateTarget && { target: rateTarget }) },
      cpu: { what: `${what}, the agent's whole process`, unit: 'ms CPU', ...(cpuTarget && { target: cpuTarget }) },
    },
    measure: bench =>
      withStation(bench, capabilitiesToml(capabilities), async station => {
        const count = Math.ceil(perSecond * seconds * (bench.isQuick ? 0.3 : 1));
        const [pump, echo] = [await connectPump(station), await Echo.start(station.broker.port)];
        const warm = await pump.run(recordsOf(count, request), inFlight);
        const answerBytes = goodAnswer(warm.answer).length;
        const requests = recordsOf(count, request, count);
        await echo.run(requests, inFlight, answerBytes);
        const before = cpuMsOf(station.agent);
        const own = await pump.run(requests, inFlight);
        const cpuMs = (cpuMsOf(station.agent) - before) / count;
        const ownBefore = process.cpuUsage();
        const floor = await echo.run(requests, inFlight, answerBytes);
        const { user, system } = process.cpuUsage(ownBefore);
        await pump.close();
        await echo.close();
        return {
          rate: { value: count / own.seconds, floor: count / floor.seconds },
          cpu: { value: cpuMs, floor: (user + system) / 1_000 / count },
        };
      }),
  });
}
