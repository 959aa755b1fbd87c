import { fork } from 'node:child_process';
import { Echo } from '../echo.ts';
import { ended } from '../processes.ts';
import { Pump } from '../pump.ts';
import { defineRow } from '../row.ts';
import { withBroker } from '../station.ts';
import { inFlight } from '../wire.ts';

const messages = 20_000;
const bytes = 150;

/** What a controller could get at best from an agent that does nothing: the scale for the ratios of the others. */
export const row = defineRow({
  floor: "an echo in the driver's own process",
  figures: { rate: { what: 'an echo in a process of its own, 32 in flight', unit: '/s' } },
  measure: bench =>
    withBroker(async ({ port }) => {
      const requests = Array.from({ length: bench.isQuick ? messages / 4 : messages }, () => new Uint8Array(bytes));
      const child = fork('test/bench/echo-child.ts', [String(port), String(bytes)], { execArgv: ['--import', 'tsx'] });
      await new Promise(ready => child.once('message', ready));
      const pump = await Pump.connect({ port, to: 'child/to', from: 'child/from' });
      const echo = await Echo.start(port);
      const own = await pump.run(requests, inFlight);
      const floor = await echo.run(requests, inFlight, bytes);
      await ended(child);
      await pump.close();
      await echo.close();
      return { rate: { value: requests.length / own.seconds, floor: requests.length / floor.seconds } };
    }),
});
