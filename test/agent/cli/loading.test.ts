// What a verb loads: `run` no other verb, and nothing of transports and devices that the configuration does not name;
// those that only ask an agent nothing of the agent itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { verbs } from '../../../agent/cli/verbs.ts';
import { archiveOf } from '../../budgets/bundle.ts';
import { mqttControllerToml } from '../../helpers/agent.ts';
import { startBroker } from '../../helpers/broker.ts';
import { bundledProgram } from '../../helpers/bundle.ts';
import { type AtEnd, closing } from '../../helpers/closing.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { readFacts } from '../../tidy/facts.ts';

const sources = ['agent', 'datamodel', 'drivers', 'proto'].flatMap(room =>
  (readdirSync(room, { recursive: true }) as string[])
    .map(path => join(room, path))
    .filter(path => path.endsWith('.ts')),
);
const factsByPath = new Map(
  readFacts(new Map(sources.map(path => [path, readFileSync(path, 'utf8')]))).map(facts => [facts.path, facts]),
);

/** Everything of the house that is loaded with `entry`, types and lazy imports left out. */
function loadedWith(entry: string): Set<string> {
  const loaded = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    for (const { specifier, isType, isLazy } of factsByPath.get(path)?.imports ?? []) {
      if (specifier.startsWith('.') && !isType && !isLazy) waiting.push(posix.join(posix.dirname(path), specifier));
    }
  }
  return loaded;
}

/** What of Node and of packages is loaded with these files. */
function packagesOf(loaded: Iterable<string>): Set<string> {
  const imports = [...loaded].flatMap(path => factsByPath.get(path)?.imports ?? []);
  const used = imports.filter(({ specifier, isType, isLazy }) => !specifier.startsWith('.') && !isType && !isLazy);
  return new Set(used.map(({ specifier }) => specifier));
}

const fileOf = (verb: string) => `agent/cli/${verb}.ts`;
const agentRooms = /^(datamodel|agent\/(run|msg|notify)|drivers\/(chips|sim))\//;
/** Verbs that ask no running agent: they are it, or read what it would read. */
const standalone = ['run', 'check', 'simulate', 'demo', 'scan'];

test('the program itself loads no verb', () => {
  const loaded = loadedWith('agent/main.ts');
  assert.ok(loaded.has('agent/cli/verbs.ts'));
  for (const verb of Object.keys(verbs)) assert.not(loaded.has(fileOf(verb)), verb);
  const others = [...loaded].filter(path => !path.startsWith('agent/cli/') && path !== 'agent/main.ts');
  assert.equal(others.sort(), ['agent/config/distance.ts', 'agent/config/limits.ts']);
});

test('run loads no other verb, and nothing of the controller', () => {
  const loaded = loadedWith(fileOf('run'));
  assert.ok(loaded.has('agent/run/agent.ts'));
  for (const verb of Object.keys(verbs)) assert.is(loaded.has(fileOf(verb)), verb === 'run', verb);
  assert.not(loaded.has('agent/cli/controller.ts'));
  assert.not([...loaded].some(path => path.startsWith('drivers/sim/')));
});

test('a verb that asks the agent loads nothing of it', () => {
  for (const verb of Object.keys(verbs).filter(each => !standalone.includes(each))) {
    const loaded = loadedWith(fileOf(verb));
    loaded.delete('datamodel/errors.ts');
    const strangers = [...loaded].filter(path => agentRooms.test(path));
    assert.equal(strangers, [], verb);
  }
});

test('an agent of MQTT alone loads neither CoAP nor a driver', () => {
  const entries = [fileOf('run'), 'agent/mtp/mqtt.ts', 'agent/mtp/uds.ts'];
  const loaded = new Set(entries.flatMap(entry => [...loadedWith(entry)]));
  assert.ok(factsByPath.has('agent/mtp/coap/transport.ts') && factsByPath.has('drivers/chips/serial-nmea.ts'));
  const strangers = [...loaded].filter(path => /^(agent\/mtp\/coap|drivers\/chips)\//.test(path));
  assert.equal(strangers, ['drivers/chips/catalog.gen.ts']);
  // The packages behind devices, MQTT and CoAP come when the first of each is opened.
  const packages = [...packagesOf(loaded)].filter(name => !name.startsWith('node:'));
  assert.equal(packages.sort(), ['protobufjs/minimal.js', 'smol-toml']);
});

/** Modules of Node, files, and the texts of the program's own chunks. */
interface Loaded {
  builtins: string[];
  files: string[];
  texts: string[];
}

/** Strings that are found in the package for MQTT and in the transport over CoAP alone. */
const inMqtt = 'Invalid topic';
const inCoap = '"coap:"';

/** What the bundled program has loaded by its end, when it has reached its broker. */
async function loadedByProgram(scheme: 'mqtt' | 'mqtts', atEnd: AtEnd): Promise<Loaded> {
  const broker = await startBroker();
  atEnd(() => broker.stop());
  const directory = temporaryDirectory();
  const config = join(directory, 'uspi.toml');
  const witness = join(directory, 'witness.cjs');
  const told = join(directory, 'loaded.json');
  const toml = mqttControllerToml(broker.port).replace('mqtt://', `${scheme}://`);
  writeFileSync(config, toml.replace('[agent]', '[agent]\nstate = "state"\nsocket = "uspi.sock"'));
  const lists = '{ builtins: process.moduleLoadList, files: Object.keys(require.cache), texts }';
  const write = `require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(${lists}))`;
  const listens = `const vm = require('node:vm'), { Script } = vm, texts = [];
vm.Script = class extends Script { constructor(text, options) { super(text, options); texts.push(text); } };`;
  writeFileSync(witness, `${listens}\nprocess.once('exit', () => ${write});`);
  const args = ['--require', witness, bundledProgram(), 'run', '--config', config];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  atEnd(() => child.kill('SIGKILL'));
  const peer = await broker.peer();
  if (scheme === 'mqtt') await peer.get('publish'); // The Connect record: all that it needs is loaded.
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return JSON.parse(readFileSync(told, 'utf8'));
}

test('the program loads TLS and cryptography for a broker that wants them, else not, and no package', () =>
  closing(async atEnd => {
    const plain = await loadedByProgram('mqtt', atEnd);
    const secure = await loadedByProgram('mqtts', atEnd);
    for (const name of ['tls', '_tls_wrap', 'crypto']) {
      assert.not(plain.builtins.includes(`NativeModule ${name}`), name);
      assert.ok(secure.builtins.includes(`NativeModule ${name}`), name);
    }
    const parseArgs = 'internal/util/parse_args/parse_args';
    assert.not(plain.builtins.includes(`NativeModule ${parseArgs}`), parseArgs);
    const loads = (text: string) => plain.texts.some(each => each.includes(text));
    const all = readFileSync(archiveOf(bundledProgram()), 'latin1');
    assert.ok(loads(inMqtt));
    assert.ok(all.includes(inCoap) && !loads(inCoap), 'CoAP');
    assert.not(plain.files.some(path => path.includes('node_modules')));
  }));

test.run();
