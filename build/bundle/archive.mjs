// All chunks in one file: on a disk each file of its own takes a block at least, and to find one takes Node longer than to read it.
// Those that an agent needs in any case come first, so that they can be read and compiled as one.
import { createHash } from 'node:crypto';

/**
 * The chunks in the order of the archive: the `entries`, all that is loaded with them, and then the rest. `imports` by chunk, static
 * ones alone.
 */
export function ordered(entries, imports) {
  const head = new Set();
  const visit = chunk => {
    if (head.has(chunk)) return;
    head.add(chunk);
    for (const next of imports.get(chunk) ?? []) visit(next);
  };
  for (const entry of entries) visit(entry);
  return { order: [...new Set([...head, ...imports.keys()])], headCount: head.size };
}

/** `texts` in their order, each in ASCII: the archive, in which an empty line ends the head, and what program.mjs must know of it. */
export function archiveOf(texts, headCount) {
  const parts = texts.map((text, number) => `${text},\n${number === headCount - 1 ? '\n' : ''}`);
  const head = parts.slice(0, headCount).join('');
  return {
    archive: parts.join(''),
    lengths: parts.map(({ length }) => length),
    headBytes: head.length,
    headName: createHash('sha256').update(head).digest('hex').slice(0, 16),
  };
}
