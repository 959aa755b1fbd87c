import { type Arguments, type CommandContext, defineObject, read } from '../define.ts';
import { COMMAND_CANCELED, COMMAND_FAILURE, Fault, INVALID_COMMAND_ARGUMENTS } from '../errors.ts';
import type { TraceRoute, TraceRouteFailure } from '../services.ts';

/** A host name or an address, in characters that no program takes for anything else. */
const hostSyntax = /^[A-Za-z0-9]([A-Za-z0-9.:_-]{0,254})$/;

export const ipDiagnostics = defineObject('Device.IP.Diagnostics.', {
  params: {
    IPv4TraceRouteSupported: read(() => true),
    IPv6TraceRouteSupported: read(() => true),
  },
  commands: {
    'TraceRoute()': (_, input, context) => traceRoute(input, context),
  },
});

/** Defaults are TR-181's and have been filled in: three tries, 5000 ms, 38 bytes, 30 hops. */
async function traceRoute(input: Arguments, { services, signal }: CommandContext): Promise<Arguments | Fault> {
  const host = input.Host ?? '';
  if (!hostSyntax.test(host))
    return new Fault(INVALID_COMMAND_ARGUMENTS, 'Host: a host name or an address is expected');
  const version = input.ProtocolVersion;
  const options = {
    host,
    ipVersion: version === 'IPv4' ? 4 : version === 'IPv6' ? 6 : undefined,
    triesPerHop: Number(input.NumberOfTries ?? 3),
    timeoutMs: Number(input.Timeout ?? 5000),
    packetBytes: Number(input.DataBlockSize ?? 38),
    dscp: Number(input.DSCP ?? 0),
    hopsMax: Number(input.MaxHopCount ?? 30),
  } as const;
  const traced = await services.diagnostics.traceRoute(options, stop => signal.onCancel(stop));
  return typeof traced === 'string' ? failureOf(traced) : outputOf(traced);
}

/** A name that does not resolve is a result; a trace that could not be made at all is a failure of the command. */
function failureOf(failure: TraceRouteFailure): Arguments | Fault {
  if (failure === 'unknown-host') return { Status: 'Error_CannotResolveHostName' };
  if (failure === 'cancelled') return new Fault(COMMAND_CANCELED, 'the trace was canceled');
  if (failure === 'not-installed') return new Fault(COMMAND_FAILURE, 'the program traceroute is not installed');
  return { Status: 'Error_Other' };
}

function outputOf({ address, hops, hasArrived }: TraceRoute): Arguments {
  const output: Record<string, string> = {
    Status: hasArrived ? 'Complete' : 'Error_MaxHopCountExceeded',
    IPAddressUsed: address,
    ResponseTime: millisecondsOf(hops.at(-1)?.roundTripsMs ?? [])[0] ?? '0',
  };
  for (const [i, hop] of hops.entries()) {
    const row = `RouteHops.${i + 1}.`;
    output[`${row}Host`] = hop.address;
    output[`${row}HostAddress`] = hop.address;
    output[`${row}ErrorCode`] = '0';
    output[`${row}RTTimes`] = millisecondsOf(hop.roundTripsMs).join(',');
  }
  return output;
}

/** RTTimes and ResponseTime are whole milliseconds. */
function millisecondsOf(times: readonly number[]): string[] {
  return times.map(ms => String(Math.round(ms)));
}
