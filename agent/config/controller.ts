/** [[controller]] and [coap]: roles, transports, and rights that must not travel unencrypted unnoticed. */
import { below, complain, quote, type Site } from './finding.ts';
import { checkControllerEndpoint } from './identity.ts';
import { unknownName } from './kinds.ts';
import type { AgentConfig, CoapConfig, ControllerConfig, MqttConfig, Vocabulary } from './types.ts';
import { isLoopback, type NetworkPlace, urlHost } from './url.ts';

/** A table as far as it was well formed, and the keys that it has. */
export interface ControllerReading {
  values: Partial<ControllerConfig>;
  given: ReadonlySet<keyof ControllerConfig>;
  site: Site;
}

/** Reports what is wrong with the controllers, each alone and beside the agent. */
export function checkControllers(
  controllers: readonly ControllerReading[],
  agent: Partial<AgentConfig>,
  vocabulary: Vocabulary,
): void {
  for (const { values, given, site } of controllers) {
    const { endpoint, role, mqtt } = values;
    if (endpoint !== undefined) checkControllerEndpoint(endpoint, agent, below(site, 'endpoint'));
    if (role !== undefined && !vocabulary.roles.includes(role)) {
      unknownName(below(site, 'role'), `there is no role ${quote(role)}`, role, vocabulary.roles);
    }
    if (!given.has('mqtt') && !given.has('coap')) {
      const expected = 'mqtt = { … } or coap = { … }';
      complain(site, 'missing-key', 'this controller cannot be reached', { mark: 'key', expected });
    }
    if (mqtt) checkMqtt(mqtt, below(site, 'mqtt'));
    checkSecurity({ values, given, site }, vocabulary);
  }
}

function checkMqtt(mqtt: MqttConfig, site: Site): void {
  const files = (['ca', 'cert', 'key'] as const).filter(key => mqtt[key] !== undefined);
  if (!mqtt.broker.tls) {
    for (const key of files) {
      const details = { mark: 'key', expected: 'a broker of the form mqtts://' } as const;
      complain(below(site, key), 'misplaced', `"${key}" has no meaning without TLS`, details);
    }
  } else if ((mqtt.cert === undefined) !== (mqtt.key === undefined)) {
    const [there, absent] = mqtt.cert === undefined ? ['key', 'cert'] : ['cert', 'key'];
    complain(below(site, there), 'missing-key', `"${there}" needs "${absent}" beside it`, {
      expected: `${absent} = "…"`,
    });
  }
  if (mqtt.password !== undefined && mqtt.user === undefined) {
    complain(below(site, 'password'), 'missing-key', '"password" needs "user" beside it', {
      mark: 'key',
      expected: 'user = "…"',
    });
  }
  if (mqtt.agentTopic !== undefined) return;
  // [R-MQTT.16] Without a topic of its own or of the server's, the agent cannot use the connection.
  const isOptional = mqtt.version === '5.0';
  const message = isOptional
    ? 'without "agent-topic", a server that does not name one (subscribe-topic) leaves the agent unreachable'
    : '"agent-topic" is missing';
  const details = { mark: 'key', expected: 'agent-topic = "usp/agent/{endpoint}"' } as const;
  if (isOptional) complain(site, 'unusual', message, { ...details, severity: 'warning' });
  else complain(site, 'missing-key', message, details);
}

/** The transports over which what the controller says and hears can be read and changed on the way. */
function openTransports({ mqtt, coap }: Partial<ControllerConfig>): { key: string[]; name: string }[] {
  const isOpen = (place: NetworkPlace) => !place.tls && !isLoopback(place.host);
  return [
    ...(mqtt && isOpen(mqtt.broker) ? [{ key: ['mqtt', 'broker'], name: `mqtt://${urlHost(mqtt.broker)}` }] : []),
    ...(coap && isOpen(coap.url) ? [{ key: ['coap', 'url'], name: `coap://${urlHost(coap.url)}` }] : []),
  ];
}

function checkSecurity({ values, given, site }: ControllerReading, vocabulary: Vocabulary): void {
  const { role, insecure, mqtt, coap } = values;
  if (insecure === undefined || role === undefined || !vocabulary.roles.includes(role)) return;
  const open = role === vocabulary.untrustedRole ? [] : openTransports(values);
  const areAllRead = given.has('mqtt') === (mqtt !== undefined) && given.has('coap') === (coap !== undefined);
  if (insecure && open.length === 0 && areAllRead) {
    const details = { severity: 'warning', mark: 'key', expected: 'no "insecure"' } as const;
    complain(below(site, 'insecure'), 'unusual', 'nothing of this controller is insecure', details);
  }
  for (const { key, name } of open) {
    const at = { path: [...site.path, ...key], report: site.report };
    const message = `the role ${quote(role)} travels unencrypted over ${name}`;
    const secure = name.replace('://', 's://');
    const expected = insecure ? secure : `${secure}, or insecure = true in this [[controller]] to accept it`;
    complain(at, 'insecure', message, { expected, severity: insecure ? 'warning' : 'error' });
  }
}

/** Warns of a CoAP endpoint that the network can reach unencrypted. */
export function checkCoap(coap: Partial<CoapConfig>, site: Site): void {
  const { listen } = coap;
  if (!listen || listen.tls || isLoopback(listen.host)) return;
  const message = 'every machine on this network can speak to this endpoint, and nothing is encrypted';
  const expected = 'an address of this machine alone (127.0.0.1), or coaps://';
  complain(below(site, 'listen'), 'insecure', message, { severity: 'warning', expected });
}
