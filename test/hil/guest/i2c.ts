// Runs in a guest: `i2c.mjs BUS ADDRESS REGISTER LENGTH` reads a register through the agent's own port, and prints its
// bytes, or the code of what went wrong.
import { HostClock } from '../../../drivers/host/clock.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';

const [bus = '', address, register, length] = process.argv.slice(2);
const port = await new HostHardware({ clock: new HostClock() }).openI2c(bus);
const bytes = await port.transfer(Number(address), Uint8Array.of(Number(register)), Number(length)).then(
  answer => [...answer],
  (cause: { code: string; message: string }) => ({ code: cause.code, message: cause.message }),
);
process.stdout.write(JSON.stringify(bytes));
await port.close();
