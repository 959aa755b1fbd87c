// Where keys and values begin, against a parser that keeps locations and that we did not write.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { type AST, parseTOML } from 'toml-eslint-parser';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fileCharsMax } from '../../../agent/config/limits.ts';
import { type Places, placesOf } from '../../../agent/config/places.ts';

type Path = readonly (string | number)[];

/** The same places by the other parser. */
function expected(text: string): Places {
  const places: Places = new Map();
  const note = (path: Path, entry: { key?: number; value?: number }) => {
    const id = JSON.stringify(path);
    places.set(id, { ...entry, ...places.get(id) });
  };
  const noteValue = (path: Path, node: AST.TOMLContentNode): void => {
    note(path, { value: node.range[0] });
    if (node.type === 'TOMLArray') node.elements.forEach((element, index) => void noteValue([...path, index], element));
    if (node.type === 'TOMLInlineTable') for (const pair of node.body) notePair(path, pair);
  };
  const notePair = (table: Path, { key, value }: AST.TOMLKeyValue): void => {
    let path = table;
    for (const part of key.keys) {
      path = [...path, part.type === 'TOMLBare' ? part.name : part.value];
      note(path, { key: part.range[0] });
    }
    noteValue(path, value);
  };
  for (const node of parseTOML(text, { tomlVersion: '1.1' }).body[0].body) {
    if (node.type !== 'TOMLTable') notePair([], node);
    else {
      const [start] = node.range;
      const { resolvedKey, body } = node;
      resolvedKey.forEach((_, depth) => void note(resolvedKey.slice(0, depth + 1), { key: start, value: start }));
      for (const pair of body) notePair(resolvedKey, pair);
    }
  }
  return places;
}

const sorted = (places: Places) => [...places].sort(([a], [b]) => (a < b ? -1 : 1));

function agree(text: string): void {
  assert.equal(sorted(placesOf(text)), sorted(expected(text)), text);
}

for (const file of readdirSync('docs/examples').filter(name => name.endsWith('.toml'))) {
  test(`the places of docs/examples/${file}`, () => agree(readFileSync(`docs/examples/${file}`, 'utf8')));
}

const corners = {
  'lists of tables, and tables in them': '[[a]]\nb = 1\n[a.c]\nd = 2\n[[a.e]]\n[[a.e]]\nf = 3\n[[a]]\n[a.c]\nd = 4\n',
  'headers with blanks and quotes': '[ "x.y" . \'z\' ]\n k . "l m" = 1 # [no]\n[[ a . b ]]\n',
  'texts of many lines': 'a = """one\\"""\n"" two"""""\nb = \'\'\'\n# no = 1\n\'\'\'\'\nc = ""\nd = \'\'\n',
  'lists over lines': 'a = [ # one\n  [1, 2,],\n  "]", # ] two\n\n  { b = 3, "c" = [4] },\n]\nd = []\n',
  'inline tables over lines': 'a = {\n  b = 1, # one\n  c.d = { },\n}\ne = 2\n',
  'dates with a space': 'a = [1979-05-27 07:32:00Z, 07:32:00]\nb = 1979-05-27 07:32:00.5-07:00 # c\nd = 1979-05-27\n',
  'escapes in keys': '"a\\tb" = 1\n"\\u00e9" = 2\n',
  'ends of line of two characters': 'a = 1\r\n\r\n[b]\r\nc = [\r\n2]\r\n',
  'nothing, and a last line without an end': '# only\na = -1.5e3',
};
for (const [about, text] of Object.entries(corners)) test(about, () => agree(text));

test('whatever smol-toml writes', () => {
  const key = fc.oneof(fc.stringMatching(/^[\w-]{1,4}$/), fc.string({ minLength: 1, maxLength: 4 }));
  const { table } = fc.letrec(tie => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string()),
      tie('table'),
    ),
    table: fc.dictionary(
      key,
      fc.oneof(tie('value'), fc.array(tie('table') as fc.Arbitrary<object>, { maxLength: 3 })),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
  }));
  fc.assert(
    fc.property(table as fc.Arbitrary<object>, document => agree(stringify(document))),
    { numRuns: 300, seed: 1 },
  );
});

test('a text as long as a file may be', () => {
  const text = `a = """${'x'.repeat(fileCharsMax)}"""\nb = 1`;
  assert.is(placesOf(text).get('["b"]')?.key, text.length - 'b = 1'.length);
});

test.run();
