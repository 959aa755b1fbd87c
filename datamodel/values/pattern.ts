/**
 * XML Schema regular expressions (Part 2, appendix F) as JavaScript's.
 *
 * Only what the TR-181 patterns use is translated; build/tr181 refuses any other when it makes the table. There `\d`
 * means ASCII digits alone, which is what every such parameter's description says.
 */

const tokens = /\\.|\[(?:\\.|[^\]\\])*\]|[$^]/g;

/** What this translation does not cover: name classes, Unicode classes, class subtraction. */
const beyond = /\\[cCiIpP]|\[[^\]]*-\[/;

export function isTranslatable(pattern: string): boolean {
  return !beyond.test(pattern);
}

/** An expression that matches a whole value. `^` and `$` are plain characters in XML Schema. */
export function toRegExp(pattern: string): RegExp {
  const body = pattern.replace(tokens, token => (token === '^' || token === '$' ? `\\${token}` : token));
  return new RegExp(`^(?:${body})$`, 'u');
}
