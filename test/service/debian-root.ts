/** Debian's smallest system with systemd and udev, as a folder. */
import { join } from 'node:path';
import { command, NotRun } from '../helpers/command.ts';
import { built, cacheDirectory } from '../hil/debian.ts';

const release = 'bookworm';
const packages = 'systemd-sysv,udev,kmod,dbus,polkitd,libstdc++6,libatomic1,procps';

/** Makes `directory` such a system; what it is made of is kept among the caches. Throws NotRun when it cannot be had. */
export function debianRoot(directory: string): void {
  const pristine = built(join(cacheDirectory, 'systemd-root'), `${release} ${packages}`, into => {
    try {
      command('mmdebstrap', ['--variant=minbase', `--include=${packages}`, release, into]);
    } catch (cause) {
      throw new NotRun(`no Debian root file system could be made: ${(cause as Error).message}`);
    }
  });
  command('cp', ['-a', pristine, directory]);
}
