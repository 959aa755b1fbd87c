/** Endpoint IDs: who an agent or controller is [R-ARC.2a]. */
import { closest } from './distance.ts';
import { complain, quote } from './finding.ts';
import { type Kind, wrongType } from './kinds.ts';
import { instanceIdCharsMax } from './limits.ts';

/** The endpoint ID of the built-in controller behind the local socket. */
export const localEndpointId = 'self::local';

const free = '[A-Za-z0-9._-]';
const oui = '[0-9A-Fa-f]{6}|[0-9A-Fa-f]{7}|[0-9A-Fa-f]{9}';
const uuid = '[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';
const domainName = '(?!-)[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*';
const anyInstance = '.+';

/** For each authority scheme: what the authority-id and the instance-id are. [R-ARC.2a] */
const schemes: Readonly<Record<string, readonly [authority: string, instance: string]>> = {
  oui: [oui, anyInstance],
  cid: ['[0-9A-Fa-f]{6}', anyInstance],
  pen: ['[0-9]+', anyInstance],
  self: [`${free}{0,6}`, anyInstance],
  user: [`${free}{0,6}`, anyInstance],
  os: ['', `(${oui})-.+`],
  ops: ['', `(${oui})-[^-]*-.+`],
  uuid: ['', uuid],
  imei: ['', '[0-9]{15}'],
  proto: ['[A-Za-z0-9_-]{0,6}', anyInstance],
  doc: [`${free}{0,6}`, anyInstance],
  fqdn: ['', domainName],
};

/** [R-ARC.5] Unreserved characters and percent-encoded bytes. */
const instanceId = /^(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+$/;

/** The three parts of a well-formed Endpoint ID. */
export interface EndpointParts {
  scheme: string;
  authority: string;
  instance: string;
}

/** Takes an Endpoint ID apart; undefined when it breaks a rule of its scheme. */
export function parseEndpointId(text: string): EndpointParts | undefined {
  const match = /^([a-z]+):([^:]*):([^:]+)$/.exec(text);
  if (!match) return undefined;
  const [scheme, authority, instance] = [match[1]!, match[2]!, match[3]!];
  if (!Object.hasOwn(schemes, scheme) || !instanceId.test(instance)) return undefined;
  if (instance.length > instanceIdCharsMax) return undefined; // [R-ARC.6]
  const [authorityPattern, instancePattern] = schemes[scheme]!;
  const fits =
    new RegExp(`^(?:${authorityPattern})$`).test(authority) && new RegExp(`^(?:${instancePattern})$`).test(instance);
  return fits ? { scheme, authority, instance } : undefined;
}

const expected = 'an Endpoint ID such as "os::012345-uspi-1", "uuid::<UUID>" or "self::<name>"';

/** An Endpoint ID by the rules of its scheme. */
export const endpointId: Kind<string> = {
  expected,
  schema: { type: 'string', pattern: '^[a-z]+:[^:]*:[^:]+$' },
  read(raw, site) {
    if (typeof raw !== 'string') return wrongType(raw, site, expected);
    if (parseEndpointId(raw)) return raw;
    return complain(site, 'bad-value', `${quote(raw)} is not an Endpoint ID`, { expected, ...meant(raw) });
  },
};

/** A misspelt scheme put right, and the second colon that people leave out. */
function meant(text: string): { suggestion?: string } {
  const match = /^([^:]*):([^:]*:)?([^:]*)$/.exec(text);
  const scheme = match && closest(match[1]!, Object.keys(schemes));
  const repaired = match && scheme && `${scheme}:${match[2] ?? ':'}${match[3]}`;
  return repaired && parseEndpointId(repaired) ? { suggestion: JSON.stringify(repaired) } : {};
}

const bareName = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * A controller's Endpoint ID. Controllers in use name themselves without a scheme ("oktopusController"): such a name
 * is taken as it is, for the agent cannot change it.
 */
export const controllerEndpointId: Kind<string> = {
  expected: 'the Endpoint ID of the controller, such as "self::controller"',
  schema: { type: 'string', pattern: '^([a-z]+:[^:]*:[^:]+|[A-Za-z0-9._-]{1,64})$' },
  read(raw, site) {
    return typeof raw === 'string' && bareName.test(raw) ? raw : endpointId.read(raw, site);
  },
};
