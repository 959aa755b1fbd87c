// The unit as it is installed: uspi.service, with where node and the program really are.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const shipped = name => readFileSync(new URL(name, import.meta.url), 'utf8');

/** `node` and `program` are absolute paths: of the Node.js binary, and of dist/uspi.cjs. */
export function unitOf({ node, program }) {
  const systemd = join(dirname(program), '../build/systemd');
  return shipped('uspi.service')
    .replace('/usr/bin/node', node)
    .replace('/usr/lib/uspi/dist/uspi.cjs', program)
    .replace('/usr/lib/uspi/build/systemd', systemd);
}

const liteMode = '--lite-mode';

/** A drop-in for a board with little memory: the same command, with V8 in its mode for such. */
export function lowMemory(where) {
  const [command] = /^ExecStart=.*$/m.exec(unitOf(where));
  const start = `ExecStart=${where.node} `;
  return `# No machine code is compiled: less memory, and slower answers.
[Service]
ExecStart=
${command.replace(start, `${start}${liteMode} `)}
`;
}

/** How the service runs Node: its flags, and what it puts into the environment. */
export function nodeOf(isLowMemory) {
  const unit = shipped('uspi.service');
  const flags = /^ExecStart=\S+ (.*) \S+\.cjs /m.exec(unit)[1].split(' ');
  const environment = Object.fromEntries(
    Array.from(unit.matchAll(/^Environment=(\w+)=(.*)$/gm), ([, ...pair]) => pair),
  );
  return { flags: isLowMemory ? [liteMode, ...flags] : flags, environment };
}

/**
 * The files of the installation by their paths. `undefined` is what must not be there, though an earlier installation may
 * have left it. `rebind` names kernel drivers, beside the usual ones, that the agent may take a sensor from when it fails;
 * undefined: it may take none from any.
 */
export function installedFiles({ node, program, isLowMemory, rebind }) {
  const units = '/etc/systemd/system';
  const rules = '/etc/udev/rules.d';
  return {
    [`${rules}/60-uspi.rules`]: shipped('uspi.udev.rules'),
    [`${rules}/60-uspi-rebind.rules`]: rebind && rebindRules(rebind),
    [`${units}/uspi.service`]: unitOf({ node, program }),
    [`${units}/uspi.service.d/backoff.conf`]: undefined,
    [`${units}/uspi.service.d/low-memory.conf`]: isLowMemory ? lowMemory({ node, program }) : undefined,
    [`${units}/uspi.service.d/rebind.conf`]: rebind && shipped('rebind.conf'),
  };
}

/** `drivers` as the kernel names them in /sys/bus/.../drivers. */
function rebindRules(drivers) {
  return shipped('uspi-rebind.rules').replace(/(?<=KERNEL==")dht11[^"]*/, usual => [usual, ...drivers].join('|'));
}

export const rebootRule = () => shipped('uspi-reboot.rules');
export const sysusers = () => shipped('uspi.sysusers');

/** Whether a service cannot see it: ProtectHome= and PrivateTmp= hide what is there. */
export const isHidden = path => /^\/(home|root|run\/user|tmp|var\/tmp)\//.test(path);
