/** How the service runs Node, read from its unit: what is measured is what is installed. */
import { readFileSync } from 'node:fs';

const unit = readFileSync(new URL('../../build/systemd/uspi.service', import.meta.url), 'utf8');

/** Node's own flags, in the order of the unit. */
export const nodeFlags: readonly string[] = (/^ExecStart=\S+ (.*) \S+\.mjs /m.exec(unit)?.[1] ?? '').split(' ');

/** What the unit puts into the environment. */
export const unitEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(unit.matchAll(/^Environment=(\w+)=(.*)$/gm), ([, name, value]) => [name, value]),
);

/**
 * The environment of the service, and nothing of this process but where programs and the home are: with NODE_EXTRA_CA_CERTS,
 * for one, a bare node takes twice as long to start, and whatever is compared with it looks good.
 */
export const nodeEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...unitEnvironment,
};
