/** Openings and closings that take longer than anyone waits: a port is open once, whatever comes late. */
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closeMsMax, hungMsMax, openMsMax } from '../../../datamodel/iot/limits.ts';
import { binary, chip } from '../../../drivers/define.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import type { SerialPort } from '../../../drivers/ports.ts';
import { Bench } from './bench.ts';

const receiver = chip({
  name: 'receiver',
  description: 'A byte a reading',
  bus: 'serial',
  channels: { fix: binary() },
  watch: ({ port }, readings, lost) => port.listen(([byte]) => readings({ fix: byte === 1 }), lost),
});

/** A place for one port that is slow to open or to close, and locked while it is open, as a real one is. */
class SlowPlace {
  openMs = 0;
  closeMs = 0;
  begun = 0;
  /** From the begin of an opening to the end of the closing: how many now, and at most. */
  held = 0;
  heldMax = 0;
  #data: ((bytes: Uint8Array) => void) | undefined;
  #closed: ((error: Error) => void) | undefined;
  readonly bench = new Bench();
  readonly #fix = this.bench.sensor('position', receiver, '/dev/ttyUSB0', 'fix');

  constructor() {
    this.bench.hardware.openSerial = () => this.#open();
  }

  get fix(): unknown {
    return this.#fix.state.Value;
  }

  tell(isThere: boolean): void {
    this.#data?.(Uint8Array.of(isThere ? 1 : 0));
  }

  unplug(): void {
    this.#closed?.(new DeviceError('missing', 'unplugged'));
  }

  async #open(): Promise<SerialPort> {
    this.begun++;
    if (++this.held > 1) throw new DeviceError('busy', 'Cannot lock port');
    this.heldMax = Math.max(this.heldMax, this.held);
    await this.#wait(this.openMs);
    return {
      write: async () => {},
      listen: (data, closed) => {
        [this.#data, this.#closed] = [data, closed];
        return { stop: () => this.#forget() };
      },
      close: async () => {
        await this.#wait(this.closeMs);
        this.held--;
      },
    };
  }

  #forget(): void {
    [this.#data, this.#closed] = [undefined, undefined];
  }

  async #wait(ms: number): Promise<void> {
    if (ms > 0) await new Promise<void>(resolve => this.bench.clock.after(ms, resolve));
  }
}

const late = 'warning position: no answer in time at /dev/ttyUSB0 (not done within 10000 ms); trying again';
const lost = 'warning position: nothing there at /dev/ttyUSB0 (unplugged); trying again';
const back = 'notice position: answers again';

for (const [openMs, tally] of [
  [openMsMax + 5_000, ''],
  [openMsMax + 2 * hungMsMax, ', after 7 failures'],
] as const) {
  test(`an opening of ${openMs} ms is closed when it comes, none overlaps it, and what follows is heard and lost`, async () => {
    const place = new SlowPlace();
    const { bench } = place;
    place.openMs = openMs;
    await bench.start(openMs - 1);
    assert.equal([place.begun, bench.lines], [1, [late]]);
    place.openMs = 0;
    await bench.clock.advance(60_000);
    assert.equal([place.begun, place.held], [2, 1]);
    place.tell(true);
    assert.is(place.fix, true);
    place.unplug();
    await bench.clock.advance(2_000);
    assert.equal([place.begun, place.held, place.heldMax], [3, 1, 1]);
    place.tell(false);
    assert.is(place.fix, false);
    assert.equal(bench.lines, [late, back + tally, lost, back]);
  });
}

test('a port that is slow to close is opened again only when it is closed', async () => {
  const place = new SlowPlace();
  const { bench } = place;
  place.closeMs = closeMsMax + 5_000;
  await bench.start(10);
  place.tell(true);
  place.unplug();
  await bench.clock.advance(place.closeMs - 1);
  assert.is(place.begun, 1);
  await bench.clock.advance(2_000);
  assert.equal([place.begun, place.held, place.heldMax], [2, 1, 1]);
  place.tell(false);
  assert.equal(bench.lines, [lost, back]);
});

test('a port that is never closed is opened again all the same, after a while', async () => {
  const place = new SlowPlace();
  const { bench } = place;
  place.closeMs = 10 * hungMsMax;
  await bench.start(10);
  place.unplug();
  await bench.clock.advance(hungMsMax);
  assert.is(place.begun, 1);
  await bench.clock.advance(hungMsMax);
  assert.ok(place.begun > 1);
  assert.ok(
    bench.lines.some(line => line.includes('held by another program')),
    'which is what is seen of it',
  );
});

test.run();
