/** Debian's mosquitto, on a free loopback port, with a configuration of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

const programs = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'];
const program = programs.find(path => existsSync(path));

/** Why there is no mosquitto here, for a line that begins with NOT RUN; undefined when there is one. */
export const mosquittoIsMissing = program ? undefined : 'mosquitto is not installed';

/** A broker that has not ended by then is killed. */
const stopMsMax = 5_000;

export interface Mosquitto {
  port: number;
  /** Ends the broker; `start` begins again on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends the broker and deletes its files. */
  remove(): Promise<void>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  await new Promise(done => server.close(done));
  return port;
}

async function answers(port: number): Promise<void> {
  let isOpen = false;
  let isTrying = false;
  const look = () => {
    isTrying = true;
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      isOpen = true;
      socket.destroy();
    });
    socket.once('error', () => {});
    socket.once('close', () => {
      isTrying = false;
    });
  };
  await until('mosquitto to listen', () => {
    if (!isTrying && !isOpen) look();
    return isOpen;
  });
}

/** Starts mosquitto with `lines` of configuration below its listener (certificates, users, limits). */
export async function startMosquitto(lines: string[] = ['allow_anonymous true']): Promise<Mosquitto> {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'uspi-mosquitto-'));
  const config = join(directory, 'mosquitto.conf');
  // Started by root, mosquitto would change to a user who may not read the test's certificates.
  const user = process.getuid?.() === 0 ? ['user root'] : [];
  writeFileSync(config, [...user, `listener ${port} 127.0.0.1`, ...lines, ''].join('\n'));
  let child: ChildProcess | undefined;
  process.once('exit', () => child?.kill()); // a test that failed leaves none behind
  const start = async () => {
    child = spawn(program!, ['-c', config], { stdio: 'ignore' });
    child.unref(); // It keeps no test file alive.
    await answers(port);
  };
  const stop = async () => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    running.ref();
    const ended = new Promise(done => running.once('exit', done));
    const harder = setTimeout(() => running.kill('SIGKILL'), stopMsMax);
    running.kill('SIGTERM');
    await ended;
    clearTimeout(harder);
  };
  const remove = async () => {
    await stop();
    rmSync(directory, { recursive: true, force: true });
  };
  await start();
  return { port, start, stop, remove };
}

export interface TestCertificates {
  directory: string;
  /** Paths of PEM files. */
  file: (name: string) => string;
  remove(): void;
}

/**
 * An authority ("ca"), and what it signed: "server" and "expired" for localhost and 127.0.0.1, "other" for another name,
 * "client", and "middle", an authority itself, which signed "deep" (expired). "fake" (expired) is signed by "server",
 * which is no authority, and "stranger" (expired) by nobody. Each has NAME.crt and NAME.key; deep and fake bring their
 * issuer along.
 */
export function makeCertificates(): TestCertificates {
  const directory = mkdtempSync(join(tmpdir(), 'uspi-certificates-'));
  const file = (name: string) => join(directory, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: directory, stdio: 'pipe' });
  const make = (name: string, by: string, extensions: string, days = 60) => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', `${name}.key`];
    openssl('req', '-new', ...key, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    writeFileSync(file(`${name}.ext`), extensions);
    const issuer =
      by === name ? ['-signkey', `${name}.key`] : ['-CA', `${by}.crt`, '-CAkey', `${by}.key`, '-CAcreateserial'];
    const into = ['-extfile', `${name}.ext`, '-out', `${name}.crt`, '-days', String(days)];
    openssl('x509', '-req', '-in', `${name}.csr`, ...issuer, ...into);
  };
  const authority = 'basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n';
  const here = 'subjectAltName=DNS:localhost,IP:127.0.0.1\n';
  make('ca', 'ca', authority);
  make('server', 'ca', here);
  make('expired', 'ca', here, -1);
  make('other', 'ca', 'subjectAltName=DNS:elsewhere.example\n');
  make('client', 'ca', 'subjectAltName=DNS:client\n');
  make('middle', 'ca', authority);
  make('deep', 'middle', here, -1);
  make('fake', 'server', here, -1);
  make('stranger', 'stranger', here, -1);
  appendFileSync(file('deep.crt'), readFileSync(file('middle.crt')));
  appendFileSync(file('fake.crt'), readFileSync(file('server.crt')));
  return { directory, file, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
