import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { hostCrypto } from '../../../drivers/host/crypto.ts';
import { notRun } from '../../helpers/not-run.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'uspi-crypto-'));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function makeCertificate(name: string, altNames: string[]): Uint8Array {
  const [key, certificate, config] = ['key', 'pem', 'cnf'].map(kind => join(folder, `${name}.${kind}`)) as string[];
  const extensions = ['[req]', 'distinguished_name=dn', '[dn]', '[x]', 'subjectAltName=@names', '[names]'];
  writeFileSync(config!, [...extensions, ...altNames, ''].join('\n'));
  const shape = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-set_serial', '4660'];
  const facts = ['-days', '30', '-subj', '/O=Example/CN=controller', '-config', config!, '-extensions', 'x'];
  const command = ['req', '-x509', ...shape, '-keyout', key!, '-out', certificate!, ...facts];
  execFileSync('openssl', command, { stdio: 'ignore' });
  return readFileSync(certificate!);
}

test('sha256 gives the published digest of "abc"', () => {
  // FIPS 180-2, appendix B.1.
  const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  assert.is(hex(hostCrypto.sha256(new TextEncoder().encode('abc'))), digest);
});

test('each fingerprint algorithm gives the published digest of "abc"', () => {
  // FIPS 180-4, examples.
  const digests = {
    'SHA-1': 'a9993e364706816aba3e25717850c26c9cd0d89d',
    'SHA-224': '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7',
    'SHA-256': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    'SHA-384': 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
    'SHA-512':
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a' +
      '2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  } as const;
  for (const algorithm of Object.keys(digests) as (keyof typeof digests)[]) {
    assert.is(hex(hostCrypto.digest(algorithm, new TextEncoder().encode('abc'))), digests[algorithm], algorithm);
  }
});

test('tells the facts of a certificate, PEM and DER alike', () => {
  if (!hasOpenssl) return notRun('no openssl to make a certificate with');
  const uri = 'urn:bbf:usp:id:self::controller';
  const pem = makeCertificate('plain', [`URI.1=${uri}`, 'DNS.1=controller.example', 'IP.1=192.0.2.1']);
  const facts = hostCrypto.certificate(pem)!;
  assert.is(facts.subject, 'O=Example, CN=controller');
  assert.is(facts.issuer, facts.subject);
  assert.is(facts.serialNumber, '1234');
  assert.is(facts.notAfterMs - facts.notBeforeMs, 30 * 86_400_000);
  assert.ok(Math.abs(facts.notBeforeMs - Date.now()) < 60_000);
  assert.equal(facts.subjectAltNames, [`URI:${uri}`, 'DNS:controller.example', 'IP Address:192.0.2.1']);
  const der = execFileSync('openssl', ['x509', '-in', join(folder, 'plain.pem'), '-outform', 'DER']);
  assert.equal(hostCrypto.certificate(der), facts);
  assert.is(hex(facts.der), hex(der));
});

test('a comma inside a name does not make a second name', () => {
  if (!hasOpenssl) return notRun('no openssl to make a certificate with');
  const pem = makeCertificate('comma', ['DNS.1=a.example, URI:urn:forged', 'DNS.2=b.example']);
  const names = hostCrypto.certificate(pem)!.subjectAltNames;
  assert.equal(names, ['DNS:a.example, URI:urn:forged', 'DNS:b.example']);
});

test('what is no certificate has no facts', () => {
  for (const bytes of [new Uint8Array(), new TextEncoder().encode('-----BEGIN CERTIFICATE-----\nAA==\n')])
    assert.is(hostCrypto.certificate(bytes), undefined);
});

test.after(() => rmSync(folder, { recursive: true }));
test.run();
