// What comes in on a serial line is heard at once, also by an agent that has nothing else to do, whatever version of Node runs it.
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { HostHardware } from '../../drivers/host/hardware.ts';
import { notRun } from '../helpers/not-run.ts';
import { socatIsMissing, startSocat } from '../helpers/pseudo-terminals.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

const sentences = 3_000;

/** Nothing else happens in the meantime, by which a promise that was forgotten would be remembered. */
const lateMs = 2_000;

test(`each of ${sentences} sentences is heard before anything else happens`, async () => {
  if (socatIsMissing) return notRun(socatIsMissing);
  const directory = temporaryDirectory();
  const [port, far] = [join(directory, 'port'), join(directory, 'far')];
  const socat = await startSocat(port, far);
  const end = openSync(far, 'w');
  const serial = await new HostHardware({ clock: new HostClock({ trustWallTime: true }) }).openSerial(`${port}:9600`);
  let heard = (_: boolean) => {};
  const listening = serial.listen(
    () => heard(true),
    () => heard(false),
  );
  try {
    for (let sentence = 0; sentence < sentences; sentence++) {
      const isHeard = await new Promise<boolean>(resolve => {
        const late = setTimeout(resolve, lateMs, false);
        heard = isData => {
          clearTimeout(late);
          resolve(isData);
        };
        writeSync(end, `sentence ${sentence}\n`);
      });
      assert.ok(isHeard, `sentence ${sentence}`);
      await new Promise(resolve => setImmediate(resolve));
    }
  } finally {
    listening.stop();
    await serial.close();
    closeSync(end);
    socat.kill();
  }
});

test.run();
