import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { certificateRowsMax } from '../../../datamodel/limits.ts';
import { notRun } from '../../helpers/not-run.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { me, World } from '../../helpers/world.ts';

const add = 'Device.LocalAgent.AddCertificate()';
const table = 'Device.LocalAgent.Certificate.';
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A self-signed certificate in PEM. */
function makeCertificate(serial = 4660, subject = '/O=Example/CN=controller'): string {
  const key = join(temporaryDirectory(), 'key.pem');
  const shape = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key];
  const facts = ['-set_serial', String(serial), '-days', '30', '-subj', subject];
  return execFileSync('openssl', ['req', '-x509', ...shape, ...facts], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

const operated = async (world: World, command: string, input: Record<string, string> = {}) => {
  const answer = await world.controller.operate(command, input);
  const [result] = 'error' in answer ? [] : answer;
  return result && 'code' in result ? result.code : result && 'output' in result ? result.output : undefined;
};

test('a certificate is added, shown, fingerprinted and deleted (9.2)', async () => {
  if (!hasOpenssl) return notRun('no openssl to make a certificate with');
  const world = await World.start();
  const { controller } = world;
  const pem = makeCertificate();
  assert.equal(await operated(world, add, { Alias: 'addedCert', Certificate: pem }), {});
  const [result] = await controller.get(table);
  assert.equal(result?.objects, {
    [`${table}1.`]: { Alias: 'addedCert', Enable: 'true', SerialNumber: '1234', Issuer: 'O=Example, CN=controller' },
  });
  const der = new X509Certificate(pem).raw;
  const algorithms = String(await controller.value('Device.LocalAgent.SupportedFingerprintAlgorithms')).split(',');
  assert.is(algorithms.length, 5);
  for (const algorithm of algorithms) {
    const expected = createHash(algorithm.replace('-', '')).update(der).digest('hex').toUpperCase();
    const command = `${table}1.GetFingerprint()`;
    assert.equal(await operated(world, command, { FingerprintAlgorithm: algorithm }), { Fingerprint: expected });
  }
  assert.is(await operated(world, `${table}1.GetFingerprint()`, { FingerprintAlgorithm: 'MD5' }), 7027);
  assert.equal(await operated(world, `${table}1.Delete()`), {});
  assert.equal(await controller.paths(table), []);
  assert.equal(
    [...world.persistence.state.keys()].filter(key => key.startsWith('#certificate/')),
    [],
  );
});

test('it survives a restart, bytes and all', async () => {
  if (!hasOpenssl) return notRun('no openssl to make a certificate with');
  const world = await World.start();
  await operated(world, add, { Certificate: makeCertificate() });
  const command = `${table}1.GetFingerprint()`;
  const before = await operated(world, command, { FingerprintAlgorithm: 'SHA-256' });
  const next = await world.restart();
  assert.equal(await operated(next, command, { FingerprintAlgorithm: 'SHA-256' }), before);
});

test('the same serial number and issuer, or the same Alias, cannot be added twice', async () => {
  if (!hasOpenssl) return notRun('no openssl to make a certificate with');
  const world = await World.start();
  assert.equal(await operated(world, add, { Alias: 'one', Certificate: makeCertificate(1) }), {});
  assert.is(await operated(world, add, { Certificate: makeCertificate(1) }), 7022);
  assert.is(await operated(world, add, { Alias: 'one', Certificate: makeCertificate(2) }), 7022);
  assert.equal(await operated(world, add, { Certificate: makeCertificate(1, '/CN=another') }), {});
});

test('references to it go with it', async () => {
  if (!hasOpenssl) return notRun('no openssl to make a certificate with');
  const world = await World.start();
  const { controller } = world;
  await operated(world, add, { Certificate: makeCertificate(1) });
  await operated(world, add, { Certificate: makeCertificate(2) });
  await controller.set({ [me]: { Credential: `${table}1,${table}2` } });
  const credential = await controller.added('Device.LocalAgent.ControllerTrust.Credential.', {
    Credential: `${table}1`,
  });
  assert.equal(await operated(world, `${table}1.Delete()`), {});
  assert.is(await controller.value(`${me}Credential`), `${table}2`);
  assert.is(await controller.value(`${credential}Credential`), '');
});

test('rows neither come by Add nor go by Delete', async () => {
  const { controller } = await World.start();
  assert.equal(await controller.add([[table, {}]]), { error: 7019, faults: [[table, 7019]] });
});

test('what is no certificate is refused, and so is one too many', async () => {
  const world = await World.start();
  assert.is(await operated(world, add), 7027);
  assert.is(await operated(world, add, { Certificate: 'not a certificate' }), 7027);
  if (!hasOpenssl) return notRun('no openssl to make a certificate with');
  const transaction = world.model.begin();
  for (let i = 0; i < certificateRowsMax; i++) {
    transaction.add(world.model.table(table), { presets: { SerialNumber: String(i), Alias: `a${i}` } });
  }
  await transaction.commitNow().durable;
  assert.is(await operated(world, add, { Certificate: makeCertificate() }), 7005);
});

test.run();
