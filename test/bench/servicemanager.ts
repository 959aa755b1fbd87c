/** What systemd is to a running service: somebody whose watchdog is fed, by the program systemd-notify. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { watchdogSeconds } from '../helpers/unit.ts';

export interface ServiceManager {
  /** For the service's environment. */
  environment: NodeJS.ProcessEnv;
  /** How often the watchdog has been fed. */
  feeds(): number;
}

/** In place of systemd-notify, so that no systemd is needed: the file that NOTIFY_SOCKET names gets what is said. */
export function serviceManager(): ServiceManager {
  const directory = temporaryDirectory();
  const said = join(directory, 'said');
  writeFileSync(join(directory, 'systemd-notify'), '#!/bin/sh\necho "$@" >> "$NOTIFY_SOCKET"\n', { mode: 0o755 });
  return {
    environment: {
      PATH: `${directory}:${process.env.PATH}`,
      NOTIFY_SOCKET: said,
      WATCHDOG_USEC: String(watchdogSeconds * 1_000_000),
    },
    feeds: () => (existsSync(said) ? readFileSync(said, 'utf8').split('WATCHDOG=1').length - 1 : 0),
  };
}
