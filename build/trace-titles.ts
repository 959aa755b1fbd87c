/** Requirement IDs that the titles of unit tests name, and whether those tests assert anything. */

export interface NamedBy {
  id: string;
  /** Path of the test file. */
  file: string;
  title: string;
  /** Whether the test holds an assertion, or calls a function of its file that does. */
  asserts: boolean;
}

/** A call at the beginning of a line whose first argument is a title: `test('...'`, or a file's own word for it. */
const titled = /^ *(\w+)\(\s*(['"`])((?:\\.|(?!\2)[\s\S])*?)\2\s*,/gm;

/** "R-MQTT.6, .7, .12" and "R-UDS.7 to R-UDS.11" are several. */
const group = /R-([A-Z0-9]+)\.(\d+[a-z]?)(?: to R-\1\.(\d+))?((?:, \.\d+[a-z]?)*)/g;

/** All IDs in a text, ranges and lists written out. */
export function idsIn(text: string): string[] {
  const ids: string[] = [];
  for (const [, family = '', first = '', last, more = ''] of text.matchAll(group)) {
    const begin = Number.parseInt(first, 10);
    const numbers = last ? Array.from({ length: Number(last) - begin + 1 }, (_, i) => String(begin + i)) : [first];
    const others = [...more.matchAll(/\.(\d+[a-z]?)/g)].map(([, number = '']) => number);
    ids.push(...[...numbers, ...others].map(number => `R-${family}.${number}`));
  }
  return [...new Set(ids)];
}

/** The tests of one file that name requirements. */
export function namedIn(file: string, text: string): NamedBy[] {
  const starts = [...text.matchAll(titled)];
  const asserting = assertingNames(text);
  return starts.flatMap((match, index) => {
    const [, word, , title = ''] = match;
    const next = starts.slice(index + 1).find(each => each[1] === word);
    const body = text.slice(match.index, next?.index);
    const asserts = mentionsAny(body, asserting);
    return idsIn(title).map(id => ({ id, file, title, asserts }));
  });
}

/** `assert`, `until` (which fails when it waits in vain), and the functions of the file that come to them. */
function assertingNames(text: string): ReadonlySet<string> {
  const names = new Set(['assert', 'until']);
  const chunks = text.split(/^(?=(?:export )?(?:async )?(?:function|const|class) )/m).flatMap(chunk => {
    const name = /(?:function\*?|const|class) (\w+)/.exec(chunk)?.[1];
    return name ? [{ name, body: chunk.split(/^test\(/m)[0] ?? '' }] : [];
  });
  for (let before = 0; before !== names.size; ) {
    before = names.size;
    for (const { name, body } of chunks) if (mentionsAny(body, names)) names.add(name);
  }
  return names;
}

const mentionsAny = (text: string, names: ReadonlySet<string>): boolean =>
  [...text.matchAll(/\w+/g)].some(([word]) => names.has(word));
