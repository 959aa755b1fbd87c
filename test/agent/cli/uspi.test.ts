// The command line before it reaches an agent: help, mistakes, and nobody there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { verbs } from '../../../agent/cli/verbs.ts';
import { makeCertificate } from '../../helpers/certificate.ts';
import { notRun } from '../../helpers/not-run.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { commandLine } from './terminal.ts';

const directory = temporaryDirectory();
const absent = join(directory, 'absent.sock');

test('--help lists the verbs, and each has its own', async () => {
  const { code, out, err } = await commandLine('--help');
  assert.is(code, 0);
  assert.is(err, '');
  for (const [name, { summary, isHidden }] of Object.entries(verbs)) {
    assert.is(out.includes(summary), !isHidden, name);
    const own = await commandLine(name, '--help');
    assert.is(own.code, 0, name);
    assert.match(own.out, new RegExp(`^usage: uspi ${name} `));
    assert.equal(await commandLine('help', name), own);
  }
});

test('--version tells the version', async () => {
  const { code, out } = await commandLine('--version');
  assert.is(code, 0);
  assert.match(out, /^uspi \d+\.\d+\.\d+$/);
});

/** Exit code 2, with this in what is said. */
const mistakes: readonly [args: string[], said: string][] = [
  [[], 'usage: uspi VERB'],
  [['gte', 'Device.'], 'there is no verb gte; did you mean get?'],
  [['frobnicate'], 'there is no verb frobnicate\n'],
  [['help', 'gte'], 'did you mean get?'],
  [['constructor'], 'there is no verb constructor'],
  [['get'], 'which path?'],
  [['get', 'Device.', '--depth', 'deep'], '--depth deep: expected a number from 1 to 999'],
  [['get', 'Device.', '--jsno'], 'did you mean --json?'],
  [['set'], 'which parameter?'],
  [['set', 'Device.LocalAgent.Controller.1.Enable'], 'its value is missing'],
  [['set', 'Device.LocalAgent.', '1'], 'expected the path of a parameter'],
  [['add'], 'which table?'],
  [['add', 'Device.LocalAgent.Subscription.', 'ID'], 'ID: expected name=value'],
  [['del'], 'which row?'],
  [['operate'], 'which command?'],
  [['instances'], 'which table?'],
  [['schema'], 'which path?'],
  [['watch'], 'which path?'],
  [['watch', 'Device.', '--type', 'Periodic'], '--type Periodic: one of ValueChange, '],
  [['watch', 'Device.', '--count', '0'], '--count 0: expected a number from 1'],
  [['run'], '--config FILE is missing'],
  [['run', 'uspi.toml', '--config', 'x'], 'The file follows --config'],
  [['check'], 'expected one file'],
  [['check', 'a', 'b'], 'expected one file'],
  [['check', join(directory, 'absent.toml')], 'there is no such file'],
  [['check', directory], 'a directory, not a file'],
  [['run', '--config', join(directory, 'absent.toml')], 'there is no such file'],
  [['demo', '--onec'], 'did you mean --once?'],
];

for (const [args, said] of mistakes) {
  test(`uspi ${args.join(' ')}: exit code 2`, async () => {
    const { code, out, err } = await commandLine(...args);
    assert.is(code, 2);
    assert.is(out, '');
    assert.ok(`${err}\n`.includes(said), err);
  });
}

test('a verb that lacks a word shows how it is used, and that is a command line which can be used', async () => {
  for (const verb of ['get', 'set', 'add', 'del', 'operate', 'instances', 'schema', 'watch']) {
    const { err } = await commandLine(verb);
    const [, example = ''] = /`uspi ([^`]+)`/.exec(err) ?? [];
    const words = example.replaceAll("'", '').split(' ');
    assert.is(words[0], verb, err);
    assert.is((await commandLine(...words, '--socket', absent)).code, 3, 'only the agent is missing');
  }
});

test('without an agent the exit code is 3, and says where it was looked for', async () => {
  const paths = ['Device.LocalAgent.Controller.1.Enable'];
  for (const verb of ['get', 'add', 'del', 'operate', 'instances', 'schema', 'watch']) {
    const { code, out, err } = await commandLine(verb, ...paths, '--socket', absent, '--json');
    assert.is(code, 3, verb);
    assert.is(out, '');
    assert.ok(err.startsWith(`uspi: no agent listens at ${absent} (ENOENT)\n`), err);
    assert.match(err, 'uspi run --config FILE');
  }
});

test('the socket is that of --socket, then of USPI_SOCKET', async () => {
  const before = process.env.USPI_SOCKET;
  process.env.USPI_SOCKET = join(directory, 'other.sock');
  try {
    assert.match((await commandLine('get', 'Device.')).err, 'other.sock');
    assert.match((await commandLine('get', 'Device.', '--socket', absent)).err, 'absent.sock');
  } finally {
    if (before === undefined) delete process.env.USPI_SOCKET;
    else process.env.USPI_SOCKET = before;
  }
});

test('check shows every mistake, with its place and what was meant', async () => {
  const file = join(directory, 'bad.toml');
  writeFileSync(file, '[agent]\nsokcet = "x"\n\n[[capability]]\nname = "t"\ndriver = "sht13"\nat = "i2c-1:0x44"\n');
  for (const args of [
    ['check', file],
    ['run', '--config', file],
  ]) {
    const { code, out, err } = await commandLine(...args);
    assert.is(code, 2);
    assert.is(out, '');
    assert.match(err, `${file}:2:1: error: `);
    assert.match(err, 'did you mean "sht31"?');
    assert.not.match(err, / at .*\.ts:\d/);
  }
});

test('check sums up a good file, and shows what is insecure in it', async () => {
  const file = join(directory, 'good.toml');
  const mqtt = 'mqtt = { broker = "mqtt://broker.example.org", agent-topic = "a", controller-topic = "c" }';
  writeFileSync(file, `[[controller]]\nendpoint = "self::c"\nrole = "Full Access"\ninsecure = true\n${mqtt}\n`);
  const { code, out, err } = await commandLine('check', file);
  assert.is(code, 0);
  assert.is(out, `${file}: good, with 1 warning: 1 controller, 0 capabilities, 0 rules`);
  assert.match(err, /good\.toml:\d+:\d+: warning: /);
});

test('check tells of a certificate that ends soon', async () => {
  const file = join(directory, 'tls.toml');
  if (!makeCertificate(directory, 20)) return notRun('openssl is not installed');
  const tls = 'cert = "own.pem", key = "key.pem"';
  const mqtt = `mqtt = { broker = "mqtts://broker.example.org", agent-topic = "a", controller-topic = "c", ${tls} }`;
  writeFileSync(file, `[[controller]]\nendpoint = "self::c"\nrole = "Full Access"\n${mqtt}\n`);
  const { code, out, err } = await commandLine('check', file);
  assert.is(code, 0);
  assert.match(out, 'good, with 1 warning: 1 controller');
  assert.match(
    err,
    /tls\.toml: warning: the certificate in \S+own\.pem ends on 20\d\d-\d\d-\d\d: put a new one there$/,
  );
});

test.run();
