/** How the service runs Node, read from its unit: what is measured is what is installed. */
import { readFileSync } from 'node:fs';
import { nodeOf } from '../../build/systemd/unit.mjs';

/** Node's own flags, in the order of the unit, and what the unit puts into the environment. */
export const { flags: nodeFlags, environment: unitEnvironment } = nodeOf(false);

/**
 * The environment of the service, and nothing of this process but where programs and the home are: with NODE_EXTRA_CA_CERTS,
 * for one, a bare node takes twice as long to start, and whatever is compared with it looks good.
 */
export const nodeEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...unitEnvironment,
};

/** WatchdogSec: how long the service may stay silent. */
export const watchdogSeconds = Number(
  /^WatchdogSec=(\d+)$/m.exec(readFileSync('build/systemd/uspi.service', 'utf8'))?.[1],
);
