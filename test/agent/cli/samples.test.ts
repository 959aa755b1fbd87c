// What README.md and the guides show to be typed works as they show it: configurations, commands, and what is printed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readArguments } from '../../../agent/cli/arguments.ts';
import { uspi } from '../../../agent/cli/uspi.ts';
import { verbs } from '../../../agent/cli/verbs.ts';
import { optionsOf } from '../../../build/systemd/options.mjs';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';
import { commandLine, TestTerminal } from './terminal.ts';

const guides = ['README.md', ...readdirSync('docs').map(name => join('docs', name))].filter(path =>
  path.endsWith('.md'),
);

/** A fenced block of a guide. */
interface Block {
  path: string;
  language: string;
  text: string;
}

const blocks: Block[] = guides.flatMap(path =>
  [...readFileSync(path, 'utf8').matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].map(([, language = '', text = '']) => {
    return { path, language, text };
  }),
);
const [readme] = blocks.filter(({ path, language }) => path === 'README.md' && language === 'toml');
const [sample] = blocks.filter(({ path, language }) => path === 'docs/configuration.md' && language === 'toml');

/** A command as a shell takes it apart, as far as the guides use a shell: up to a pipe or a comment. */
function wordsOf(line: string): string[] {
  const words = line.match(/#.*|\||(?:"[^"]*"|'[^']*'|[^\s"'|])+/g) ?? [];
  const end = words.findIndex(word => word === '|' || word.startsWith('#'));
  return words.slice(0, end < 0 ? undefined : end).map(word => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

/** Commands of the program, without its name. */
const commands = blocks.flatMap(({ text }) =>
  text
    .replaceAll('\\\n', ' ')
    .replace(/\$\(printf %s '([^']*)' \| base64\)/g, (_, plain: string) => btoa(plain))
    .split('\n')
    .flatMap(
      line => /^(?:uspi|sudo uspi|node dist\/uspi\.mjs|npm ci && node dist\/uspi\.mjs) (.*)/.exec(line)?.[1] ?? [],
    )
    .map(wordsOf),
);

test('each configuration that is shown is good, without a warning', async () => {
  const tomls = blocks.filter(({ language }) => language === 'toml');
  assert.ok(tomls.length >= 5);
  for (const { path, text } of tomls) {
    const file = join(temporaryDirectory(), 'shown.toml');
    writeFileSync(file, text);
    const { code, out, err } = await commandLine('check', file);
    assert.equal({ code, err }, { code: 0, err: '' }, `${path}:\n${text}`);
    assert.match(out, /good: /);
  }
});

test('the mistake that the guide shows is printed like that', async () => {
  const [shown] = blocks.filter(({ text }) => text.startsWith('uspi.toml:'));
  const directory = temporaryDirectory();
  const [file, mistaken] = [join(directory, 'uspi.toml'), sample!.text.replace('"temperature"', '"temprature"')];
  writeFileSync(file, mistaken);
  const { code, err } = await commandLine('check', file);
  assert.is(code, 2);
  assert.is(`${err.replaceAll(`${directory}/`, '')}\n`, shown?.text);
});

test('each command that is shown is one, with options that it has', async () => {
  assert.ok(commands.length >= 20, String(commands.length));
  for (const [name = '', ...words] of commands) {
    const listing = verbs[name as keyof typeof verbs];
    assert.ok(listing, name);
    readArguments(words, (await listing.load()).verb.options);
  }
});

test('so is each script of npm, and what install-service is told', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const runs = guides.flatMap(path => [
    ...readFileSync(path, 'utf8').matchAll(/npm run ([\w:-]+)(?: -- ([^\n`#]*))?/g),
  ]);
  assert.ok(runs.length >= 20, String(runs.length));
  for (const [whole, name = '', words = ''] of runs) {
    assert.ok(scripts[name], whole);
    if (name === 'install-service') optionsOf(words.split(' ').filter(word => word !== ''));
  }
});

test("what is asked of an agent in the guides is answered by one with the README's configuration", async () => {
  const directory = temporaryDirectory();
  const [file, socket, state] = ['uspi.toml', 'uspi.sock', 'state'].map(name => join(directory, name)) as string[];
  mkdirSync(state!);
  writeFileSync(file!, readme!.text.replace(/mqtts:\/\/[\w.]+/, 'mqtt://127.0.0.1:1'));
  const terminal = new TestTerminal();
  const running = uspi(['simulate', file!, '--state', state!, '--socket', socket!], terminal);
  process.env.USPI_SOCKET = socket!;
  try {
    await until('the local socket', () => existsSync(socket!));
    const asked = commands.filter(([verb = '']) => ['get', 'set', 'add', 'operate'].includes(verb));
    assert.ok(asked.length >= 10, String(asked.length));
    for (const words of asked) {
      const { code, out, err } = await commandLine(...words);
      assert.equal({ code, err }, { code: 0, err: '' }, words.join(' '));
      assert.ok(out.length > 0, words.join(' '));
    }
    const [refusal] = blocks.filter(({ text }) => text.startsWith('uspi: Device.Nope.'));
    assert.is(`${(await commandLine('get', 'Device.Nope.')).err}\n`, refusal?.text);
  } finally {
    terminal.end();
    assert.is(await running, 0);
  }
});

test.run();
