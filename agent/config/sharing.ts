/** Tables beside each other: names, lines, chips and connections that two of them claim. */
import type { ResolvedCapability } from './capability.ts';
import { below, complain, quote, type Site } from './finding.ts';
import { occupiedBy } from './place.ts';
import { mqttFields } from './schema-controller.ts';
import type { ControllerConfig } from './types.ts';

/** A table that has a key K. */
interface Named<K extends string> {
  values: { readonly [N in K]?: string };
  site: Site;
}

/** Reports each table whose `key` has a value that was used before. */
export function checkUnique<K extends string>(tables: readonly Named<K>[], key: K): void {
  const seen = new Set<string>();
  for (const { values, site } of tables) {
    const name: string | undefined = values[key];
    if (name === undefined) continue;
    if (seen.has(name)) {
      complain(below(site, key), 'duplicate', `${quote(name)} is already used above`, { expected: 'one of its own' });
    }
    seen.add(name);
  }
}

/**
 * Reports what two capabilities cannot share. Channels of one chip share its place, and then its driver, its serial
 * settings and its options too; a channel of a GPIO line belongs to one capability.
 */
export function checkPlaces(capabilities: readonly ResolvedCapability[]): void {
  const owners = new Map<string, ResolvedCapability>();
  for (const capability of capabilities) {
    const place = occupiedBy(capability.config.place);
    if (place === undefined) continue;
    const owner = owners.get(place);
    if (owner) checkPair(owner, capability, place);
    else owners.set(place, capability);
  }
}

/** Reports lines by their own names where only the GPIO sysfs may be used, which has numbers alone. */
export function checkLines(capabilities: Iterable<ResolvedCapability>, gpio: string | undefined): void {
  if (gpio !== 'sysfs') return;
  for (const { config, site } of capabilities) {
    if (!/^gpio-(in|out)$/.test(config.place.bus) || !config.place.at.startsWith('line ')) continue;
    const expected = 'a pin, a chip or a label, or gpio = "auto" in [agent]';
    complain(below(site, 'at'), 'conflict', 'the GPIO sysfs knows no names of lines', { expected });
  }
}

function checkPair(owner: ResolvedCapability, other: ResolvedCapability, place: string): void {
  const [first, second] = [owner.config, other.config];
  const isAddressed = second.place.bus === 'modbus';
  const at = below(other.site, isAddressed ? 'device' : 'at');
  const isLine = second.place.bus === 'gpio-in' || second.place.bus === 'gpio-out';
  const isOtherChannel = first.driver === second.driver && first.channel !== second.channel;
  if (isLine && !isOtherChannel) {
    const message = `"${place}" is already the line of ${quote(first.name)}`;
    complain(at, 'duplicate', message, { expected: 'a line of its own' });
  } else if (first.driver !== second.driver) {
    const message = `"${place}" is already the ${first.driver} of ${quote(first.name)}`;
    complain(at, 'conflict', message, { expected: `driver = "${first.driver}", or another place` });
  } else if (first.place.port !== second.place.port || (!isAddressed && first.place.at !== second.place.at)) {
    const message = `${quote(first.name)} opens this port with other settings`;
    complain(at, 'conflict', message, { expected: JSON.stringify(first.place.port) });
  } else if (!isAddressed && !haveSameOptions(first.options, second.options)) {
    const message = `${quote(first.name)} gives this ${first.driver} other options`;
    complain(below(other.site, 'options'), 'conflict', message, { expected: 'the same options for the same chip' });
  }
}

function haveSameOptions(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(a).every(name => a[name] === b[name]);
}

/** What belongs to a connection and not to a single controller that uses it. */
const connectionFields = ['version', 'password', 'ca', 'cert', 'key', 'keepAliveSeconds', 'retry'] as const;

/**
 * Reports controllers that share a connection to an MQTT server (the same server, user and client identifier) but want
 * it differently.
 */
export function checkConnections(controllers: readonly { values: Partial<ControllerConfig>; site: Site }[]): void {
  const owners = new Map<string, ControllerConfig['mqtt']>();
  for (const { values, site } of controllers) {
    const { mqtt } = values;
    if (!mqtt) continue;
    const { broker, user, clientId } = mqtt;
    const connection = JSON.stringify([broker, user, clientId]);
    const owner = owners.get(connection) ?? mqtt;
    owners.set(connection, owner);
    for (const field of connectionFields) {
      if (JSON.stringify(owner[field]) === JSON.stringify(mqtt[field])) continue;
      const { key } = mqttFields[field];
      const message = `a controller above shares this connection and has another "${key}"`;
      const expected = `the same "${key}", or a "client-id" for a connection of its own`;
      complain(below(below(site, 'mqtt'), key), 'conflict', message, { expected });
    }
  }
}
