/** The texts that several sections share. */
import { text } from './kinds.ts';
import { nameCharsMax } from './limits.ts';

/** One line without blanks at its ends, so that two names never look the same. */
export const oneLine = '[^\\s\\u0000-\\u001f\\u007f]([^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f])?';

export const name = text({
  expected: `a name of 1 to ${nameCharsMax} characters without blanks at its ends`,
  pattern: oneLine,
  lengthMax: nameCharsMax,
});
export const path = text({ expected: 'a path; a relative one begins at the folder of this file' });
export const identity = text({
  expected: 'a text of 1 to 64 characters without blanks at its ends',
  pattern: oneLine,
  lengthMax: 64,
});
export const topic = text({
  expected: 'an MQTT topic without the wildcards + and #',
  pattern: '[^+#\\u0000-\\u001f\\u007f]+',
});
export const oui = text({ expected: 'six hexadecimal digits in capitals', pattern: '[0-9A-F]{6}' });
export const typeWord = text({
  expected: 'one word, such as "Meter"',
  pattern: '[A-Za-z][A-Za-z0-9_-]*',
  lengthMax: 64,
});
