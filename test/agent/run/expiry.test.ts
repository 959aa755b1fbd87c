// Certificates that end: told once each, in time, in virtual time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CertificateWatch } from '../../../agent/run/expiry.ts';
import type { Crypto } from '../../../drivers/ports.ts';
import { configOf, startTestAgent } from '../../helpers/agent.ts';
import { makeCertificate } from '../../helpers/certificate.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { notRun } from '../../helpers/not-run.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';

const dayMs = 86_400_000;
const folder = temporaryDirectory();
const configFile = join(folder, 'uspi.toml');

/** A certificate is the time of its end. */
const crypto = {
  certificate: (bytes: Uint8Array) => {
    const notAfterMs = Date.parse(new TextDecoder().decode(bytes));
    return Number.isNaN(notAfterMs) ? undefined : { notAfterMs };
  },
} as unknown as Crypto;

const write = (name: string, end: string) => writeFileSync(join(folder, name), end);

const controller = (files: string) => `
[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtts://broker.test", agent-topic = "a", controller-topic = "c"${files} }
`;

async function watching(files = ', ca = "ca.pem", cert = "own.pem", key = "key.pem"') {
  const clock = new VirtualClock('2026-01-01T12:00:00Z');
  const lines: string[] = [];
  const log = (level: string, line: string) => lines.push(`${level}: ${line}`);
  const watch = new CertificateWatch({ clock, crypto, log, configFile });
  return { clock, lines, watch, config: await configOf(controller(files)) };
}

test('thirty days before its end a certificate is told of, once, and again when the next one ends', async () => {
  write('own.pem', '2026-03-01T12:00:00Z');
  write('ca.pem', '2036-01-01T00:00:00Z');
  const { clock, lines, watch, config } = await watching();
  watch.look(config);
  await clock.advance(28 * dayMs);
  assert.equal(lines, []);
  await clock.advance(50 * dayMs);
  const said = (end: string) => `warning: the certificate in ${folder}/own.pem ends on ${end}: put a new one there`;
  assert.equal(lines, [said('2026-03-01')]);
  write('own.pem', '2026-06-01T12:00:00Z');
  watch.look(config);
  await clock.advance(60 * dayMs);
  assert.equal(lines.slice(1), [said('2026-06-01')]);
  watch.close();
  assert.is(clock.waiting, 0);
});

test('one that has ended is told of at the start, as soon as the time is known', async () => {
  write('own.pem', '2025-12-31T00:00:00Z');
  const { clock, lines, watch, config } = await watching();
  clock.known = false;
  watch.look(config);
  await clock.advance(10 * 3_600_000);
  assert.equal(lines, []);
  clock.known = true;
  await clock.advance(3_600_000);
  assert.is(lines.length, 1);
  assert.match(lines[0]!, 'own.pem ended on 2025-12-31: ');
});

test('files that cannot be read, or hold none, are left to whoever needs them; without any, nothing waits', async () => {
  write('own.pem', 'nothing');
  const { lines, watch, config } = await watching(', ca = "absent.pem", cert = "own.pem", key = "key.pem"');
  watch.look(config);
  assert.equal(lines, []);
  const plain = await watching('');
  plain.watch.look(plain.config);
  assert.is(plain.clock.waiting, 0);
});

test('the agent tells of it when it starts', async () => {
  if (!makeCertificate(folder, 20)) return notRun('openssl is not installed');
  const agent = await startTestAgent(controller(', cert = "own.pem", key = "key.pem"'), { beside: folder });
  await agent.stop();
  const lines = agent.log.filter(line => line.includes('the certificate in'));
  assert.is(lines.length, 1, agent.log.join('\n'));
  assert.match(lines[0]!, `warning: the certificate in ${folder}/own.pem ends on 20`);
});

test.run();
