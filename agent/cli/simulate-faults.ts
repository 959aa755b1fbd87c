/** Faults on the command line, `boiler temperature: crc after 10s for 30s`, and their beginning and end. */
import type { Clock, Stoppable } from '../../drivers/ports.ts';
import { type FaultKind, type Faults, faultKinds, type Switch } from '../../drivers/sim/stand-in.ts';
import { closest } from '../config/distance.ts';
import { formatDuration, parseDurationMs } from '../config/duration.ts';
import { UsageError } from './verb.ts';

export const faultWords = 'WHAT: KIND [after TIME] [for TIME]';

export interface Fault {
  /** A capability's name, a place, or a bus. */
  what: string;
  kind: FaultKind;
  afterMs: number;
  /** Absent: until the end. */
  forMs?: number;
}

const kindNames = Object.keys(faultKinds) as FaultKind[];

function durationOf(text: string, whole: string): number {
  const ms = parseDurationMs(text);
  if (ms === undefined) throw new UsageError(`${whole}: "${text}" is no time; write 500ms, 30s, 2min or 1h`);
  return ms;
}

/** Reads one fault; a time alone is how long it lasts. Throws a UsageError. */
export function parseFault(text: string): Fault {
  const [, what, rest] = /^(.+):\s+(\S.*)$/.exec(text.trim()) ?? [];
  const [word = '', ...times] = rest?.split(/\s+/) ?? [];
  if (what === undefined) throw new UsageError(`${text}: a fault is written "${faultWords}"`);
  const kind = kindNames.find(each => each === word);
  if (!kind) {
    const near = closest(word, kindNames);
    const meant = near ? `; did you mean ${near}?` : '';
    throw new UsageError(`there is no fault ${word}${meant} (${kindNames.join(', ')})`);
  }
  const fault: Fault = { what: what.trim(), kind, afterMs: 0 };
  for (let i = 0; i < times.length; i++) {
    const time = times[i] ?? '';
    if (time === 'after') fault.afterMs = durationOf(times[++i] ?? '', text);
    else fault.forMs = durationOf(time === 'for' ? (times[++i] ?? '') : time, text);
  }
  return fault;
}

/** `from the start, for 30s`. */
export function faultTimes({ afterMs, forMs }: Fault): string {
  const begin = afterMs === 0 ? 'from the start' : `after ${formatDuration(afterMs)}`;
  return `${begin}, ${forMs === undefined ? 'to the end' : `for ${formatDuration(forMs)}`}`;
}

/** The switch of a fault among what can have any. Throws a UsageError: no such thing, or it cannot have that fault. */
export function switchOf({ what, kind }: Fault, targets: ReadonlyMap<string, Faults>): Switch {
  const faults = targets.get(what);
  if (!faults) {
    const near = closest(what, targets.keys());
    throw new UsageError(`--fault: nothing simulated is called "${what}"${near ? `; did you mean "${near}"?` : ''}`);
  }
  const found = faults[kind];
  if (found) return found;
  throw new UsageError(`--fault: ${what} cannot have the fault ${kind}; it can have ${Object.keys(faults).join(', ')}`);
}

/** Begins and ends a fault in its time; stopped meanwhile, it ends at once. `tell` is told when. */
export function schedule(fault: Fault, at: Switch, clock: Clock, tell: (line: string) => void): Stoppable {
  let timer: Stoppable | undefined;
  let isOn = false;
  const begin = () => {
    isOn = true;
    at.begin();
    tell(`${fault.what}: ${fault.kind}`);
    if (fault.forMs !== undefined) timer = clock.after(fault.forMs, end);
  };
  const end = () => {
    isOn = false;
    at.end();
    tell(`${fault.what}: ${fault.kind} is over`);
  };
  if (fault.afterMs === 0) begin();
  else timer = clock.after(fault.afterMs, begin);
  return {
    stop: () => {
      timer?.stop();
      if (isOn) at.end();
      isOn = false;
    },
  };
}
