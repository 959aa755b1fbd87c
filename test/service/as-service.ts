/** The agent as a service of a guest, where a test of hardware in the loop expects a process. */
import type { Guest } from '../hil/guest.ts';
import type { Place } from '../hil/place.ts';
import { product } from './product.ts';

const endMsMax = 30_000;

/** What systemd knows of the service, by the name of the property. */
export async function shown(guest: Guest, property: string): Promise<string> {
  return (await guest.run(`systemctl show --value --property=${property} uspi.service`)).trim();
}

/** Installs the service as its user does, with `options` of install-service, and ends by stopping it. */
export function asService(guest: Guest, options = ''): Place {
  const log = () => guest.run('journalctl --quiet --unit=uspi.service --output=cat');
  const pid = () => shown(guest, 'MainPID');
  const end = async (command: string) => {
    await guest.run(command);
    const isEnded = (state: string) => !state.includes('active') || state.includes('inactive');
    await guest.until('the service to end', 'systemctl is-active uspi.service || true', isEnded, endMsMax);
  };
  return {
    host: '10.0.2.2',
    socket: '/run/uspi/uspi.sock',
    async start(toml) {
      const encoded = Buffer.from(toml).toString('base64');
      await guest.run(`mkdir -p /etc/uspi && echo ${encoded} | base64 -d > /etc/uspi/uspi.toml`);
      await guest.run(`node ${product}/build/systemd/install.mjs ${options}`);
      return {
        log,
        stopwatch: () => guest.stopwatch(),
        residentMb: async () => guest.residentMb(await pid()),
        stop: () => end('systemctl stop uspi.service'),
        kill: () => end('systemctl kill --signal=KILL uspi.service'),
      };
    },
  };
}
