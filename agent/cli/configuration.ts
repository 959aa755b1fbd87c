/** The configuration file for `run` and `check`: the same words for what is wrong with it. */
import { chips } from '../../drivers/chips/catalog.gen.ts';
import { readBounded } from '../../drivers/host/bounded.ts';
import type { Finding } from '../config/finding.ts';
import { fileCharsMax } from '../config/limits.ts';
import { loadConfig } from '../config/load.ts';
import { renderFinding } from '../config/render.ts';
import type { Config } from '../config/types.ts';
import { vocabulary } from '../run/vocabulary.ts';
import type { Terminal } from './verb.ts';

export interface GoodConfiguration {
  config: Config;
  warnings: Finding[];
  /** The file's text, for renderFinding. */
  text: string;
}

/** As readBounded and readBoundedNow read. */
type Read = (path: string, bytesMax: number) => Buffer | Promise<Buffer>;

/** Reads and checks the file; undefined when it is bad, and then everything that is wrong has been said. */
export async function readConfiguration(
  file: string,
  terminal: Pick<Terminal, 'complain'>,
  read: Read = readBounded,
): Promise<GoodConfiguration | undefined> {
  const text = await readText(file, read).catch(cause => unreadable(file, cause, terminal));
  if (text === undefined) return undefined;
  const result = await loadConfig(text, file, chips, vocabulary());
  if (result.ok) return { ...result, text };
  for (const finding of result.findings) terminal.complain(renderFinding(text, finding));
  return undefined;
}

/** At most so many bytes that loadConfig finds a longer file too long; a character takes four at most. */
async function readText(path: string, read: Read): Promise<string> {
  return new TextDecoder().decode(await read(path, fileCharsMax * 4));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'a directory, not a file',
};

function unreadable(file: string, cause: NodeJS.ErrnoException, terminal: Pick<Terminal, 'complain'>): undefined {
  terminal.complain(`uspi: ${file}: ${reasons[cause.code ?? ''] ?? cause.message}`);
}
