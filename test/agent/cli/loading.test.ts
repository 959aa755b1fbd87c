// What a verb loads: `run` no other verb, and those that only ask an agent nothing of the agent itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { verbs } from '../../../agent/cli/verbs.ts';
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

test.run();
