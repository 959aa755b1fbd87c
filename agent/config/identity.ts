/** Endpoint IDs beside each other, and beside what else the file says about who the agent is. */
import { type EndpointParts, localEndpointId, parseEndpointId } from './endpoint.ts';
import { below, complain, quote, type Site } from './finding.ts';
import type { AgentConfig } from './types.ts';

function refuseLocal(site: Site): void {
  const message = `${quote(localEndpointId)} is the command line on this machine`;
  complain(site, 'conflict', message, { expected: 'another Endpoint ID' });
}

/** Reports a controller that has the Endpoint ID of somebody else. `site` is that of its Endpoint ID. */
export function checkControllerEndpoint(endpoint: string, agent: Partial<AgentConfig>, site: Site): void {
  if (endpoint === localEndpointId) refuseLocal(site);
  if (endpoint === localEndpointId || endpoint !== agent.endpoint) return;
  // [R-ARC.2] Endpoints that share an Endpoint ID do not communicate.
  const message = 'this is the Endpoint ID of the agent itself';
  complain(site, 'conflict', message, { expected: "the controller's own Endpoint ID" });
}

/** Whether an Endpoint ID must not be in use: of a scheme, or of an organization, for documents and prototypes. */
function isReserved({ scheme, authority, instance }: EndpointParts): boolean {
  if (scheme === 'proto' || scheme === 'doc') return true; // [R-ARC.4]
  const organization = scheme === 'os' || scheme === 'ops' ? instance.split('-')[0] : authority;
  return organization?.toUpperCase() === '00256D' || (scheme === 'pen' && authority === '3561'); // [R-ARC.3]
}

/** Reports an Endpoint ID of the agent that contradicts its identity, and warns of one for prototypes only. */
export function checkAgent(agent: Partial<AgentConfig>, section: Site): void {
  const { endpoint, manufacturerOui, productClass, serialNumber } = agent;
  const parts = endpoint === undefined ? undefined : parseEndpointId(endpoint);
  if (!parts) return;
  const site = below(section, 'endpoint');
  if (endpoint === localEndpointId) refuseLocal(site);
  if (isReserved(parts)) {
    const message = 'this Endpoint ID is for prototypes and documentation, not for a product';
    complain(site, 'unusual', message, { severity: 'warning', expected: 'no "endpoint", for one of the uuid scheme' });
  }
  const { scheme } = parts;
  if (scheme !== 'os' && scheme !== 'ops') return;
  // [R-ARC.2a] The instance-id is made of these.
  const made = [manufacturerOui, ...(scheme === 'ops' ? [productClass] : []), serialNumber];
  if (made.includes(undefined) || made.join('-').toUpperCase() === parts.instance.toUpperCase()) return;
  const message = 'this Endpoint ID does not match the manufacturer-oui, product-class and serial-number beside it';
  complain(site, 'conflict', message, { suggestion: `"${scheme}::${made.join('-')}"` });
}
