/** The system's own traceroute program: Debian's package traceroute, or what BusyBox has. */
import { execFile } from 'node:child_process';
import { isIP } from 'node:net';
import { tracerouteMsMax, tracerouteOutputBytesMax } from '../limits.ts';

export interface TracerouteOptions {
  host: string;
  /** 4, 6 or either. */
  ipVersion: 4 | 6 | undefined;
  triesPerHop: number;
  timeoutMs: number;
  /** Bytes of each packet. */
  packetBytes: number;
  /** Differentiated services code point, 0 to 63. */
  dscp: number;
  hopsMax: number;
}

export interface Hop {
  /** Empty when nobody answered at this distance. */
  address: string;
  /** Milliseconds, one for each answer. */
  roundTripsMs: number[];
}

export interface Traced {
  address: string;
  hops: Hop[];
  hasArrived: boolean;
}

/** Why there is no result. */
export type TracerouteFailure = 'not-installed' | 'unknown-host' | 'cancelled' | 'failed';

/** Traces the way to a host. `onStart` is given what ends it early. Never rejects. */
export function traceroute(
  options: TracerouteOptions,
  onStart: (stop: () => void) => void,
): Promise<Traced | TracerouteFailure> {
  return new Promise(resolve => {
    let isStopped = false;
    const limits = { timeout: tracerouteMsMax, maxBuffer: tracerouteOutputBytesMax };
    const child = execFile('traceroute', argumentsOf(options), limits, (error, stdout, stderr) => {
      if (isStopped) resolve('cancelled');
      else if (error && 'code' in error && error.code === 'ENOENT') resolve('not-installed');
      else if (/unknown|not known|resolve|bad address/i.test(stderr)) resolve('unknown-host');
      else resolve(parseTraceroute(stdout, options) ?? 'failed');
    });
    onStart(() => {
      isStopped = true;
      child.kill('SIGKILL');
    });
  });
}

/** No shell sees these, and none of them can be taken for an option: a host beginning with "-" comes after `--`. */
function argumentsOf({
  host,
  ipVersion,
  triesPerHop,
  timeoutMs,
  packetBytes,
  dscp,
  hopsMax,
}: TracerouteOptions): string[] {
  const family = ipVersion === undefined ? [] : [`-${ipVersion}`];
  const numbers = ['-q', triesPerHop, '-w', timeoutMs / 1000, '-m', hopsMax, '-t', dscp * 4].map(String);
  return ['-n', ...family, ...numbers, '--', host, String(packetBytes)];
}

/** Undefined when the text is no trace: the first line names the target's address, each further one a hop. */
export function parseTraceroute(text: string, { hopsMax }: Pick<TracerouteOptions, 'hopsMax'>): Traced | undefined {
  const [first = '', ...lines] = text.split('\n');
  const address = /\(([0-9A-Fa-f.:]+)\)/.exec(first)?.[1];
  if (address === undefined) return undefined;
  const hops = lines.filter(line => /^\s*\d+\s/.test(line)).map(parseHop);
  const hasArrived = hops.at(-1)?.address === address && hops.length <= hopsMax;
  return { address, hops, hasArrived };
}

/** ` 3  192.0.2.7  1.204 ms  1.190 ms *` */
function parseHop(line: string): Hop {
  const words = line.trim().split(/\s+/).slice(1);
  const address = words.find(word => isIP(word) > 0) ?? '';
  const roundTripsMs = [...line.matchAll(/(\d+(?:\.\d+)?) ms/g)].map(match => Number(match[1]));
  return { address, roundTripsMs };
}
