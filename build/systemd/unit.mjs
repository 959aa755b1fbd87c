// The unit as it is installed: uspi.service, with where node and the program really are.
import { readFileSync } from 'node:fs';

const shipped = name => readFileSync(new URL(name, import.meta.url), 'utf8');

/** `node` and `program` are absolute paths: of the Node.js binary, and of dist/uspi.mjs. */
export function unitOf({ node, program }) {
  return shipped('uspi.service').replace('/usr/bin/node', node).replace('/usr/lib/uspi/dist/uspi.mjs', program);
}

/** RestartSteps= came with this version of systemd; an older one would complain of it at each start. */
export const backoffSince = 254;

export const backoff = () => shipped('backoff.conf');
export const rebootRule = () => shipped('uspi-reboot.rules');
export const sysusers = () => shipped('uspi.sysusers');

/** Whether a service cannot see it: ProtectHome= and PrivateTmp= hide what is there. */
export const isHidden = path => /^\/(home|root|run\/user|tmp|var\/tmp)\//.test(path);
