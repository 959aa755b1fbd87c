// What no committed text may name: where packages were fetched from, and where things lie on a developer's machine.

/** Each pattern is written so that it does not match itself. */
const BANNED_TEXT: readonly { what: string; pattern: RegExp }[] = [
  { what: 'a package registry', pattern: /\bregistr[y]\.[a-z0-9-]+\.[a-z]{2,}/i },
  { what: 'a package mirror or proxy', pattern: /\b(npm|pypi|goproxy)[a-z0-9.-]*\.[a-z0-9-]+\.[a-z]{2,}[/:]/i },
  { what: "a lock file's download address", pattern: /"resolve[d]":/ },
  {
    what: 'a path of one machine',
    pattern: /(^|[\s"'`(=:])\/(wor[k]|roo[t]|home\/[a-z]+|tmp\/spec[0-9]*|tmp\/[t]p)\//m,
  },
];

/** `text` is the content of the file at `path`. */
export function checkText(path: string, text: string): string[] {
  return BANNED_TEXT.flatMap(({ what, pattern }) => {
    const found = pattern.exec(text);
    if (!found) return [];
    const line = text.slice(0, found.index + 1).split('\n').length;
    return [`${path}:${line}: ${what}: ${found[0].trim()}`];
  });
}
