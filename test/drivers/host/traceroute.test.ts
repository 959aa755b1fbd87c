import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseTraceroute, traceroute } from '../../../drivers/host/traceroute.ts';
import { notRun } from '../../helpers/not-run.ts';

const printed = `traceroute to example.net (192.0.2.9), 30 hops max, 38 byte packets
 1  198.51.100.1  0.512 ms  0.430 ms  0.401 ms
 2  * * *
 3  203.0.113.4  9.71 ms *  9.9 ms
 4  192.0.2.9  12.2 ms  12.0 ms  11.9 ms
`;

test('hops, lost answers and the arrival are read from what the program prints', () => {
  const traced = parseTraceroute(printed, { hopsMax: 30 });
  assert.is(traced?.address, '192.0.2.9');
  assert.ok(traced?.hasArrived);
  assert.equal(
    traced?.hops.map(hop => hop.address),
    ['198.51.100.1', '', '203.0.113.4', '192.0.2.9'],
  );
  assert.equal(traced?.hops[2]?.roundTripsMs, [9.71, 9.9]);
});

test('a trace that ends on the way has not arrived', () => {
  const short = printed.split('\n').slice(0, 4).join('\n');
  assert.is(parseTraceroute(short, { hopsMax: 3 })?.hasArrived, false);
  assert.is(parseTraceroute('traceroute: command line problem', { hopsMax: 3 }), undefined);
});

const options = {
  host: '127.0.0.1',
  ipVersion: 4,
  triesPerHop: 1,
  timeoutMs: 1000,
  packetBytes: 60,
  dscp: 0,
  hopsMax: 3,
} as const;

test("the machine's own traceroute, or that there is none", async () => {
  const traced = await traceroute(options, () => {});
  if (spawnSync('traceroute', ['--version']).error) {
    notRun('a trace of loopback: traceroute is not installed');
    return assert.is(traced, 'not-installed');
  }
  assert.ok(typeof traced === 'object' && traced.hasArrived, JSON.stringify(traced));
  assert.is(traced.address, '127.0.0.1');
});

test.run();
