/** What a verb of the command line is, and the exit codes that scripts rely on. */

export const exitCodes = {
  ok: 0,
  /** A path, parameter or command was refused, or the agent could not run. */
  failed: 1,
  /** The command line, or the configuration file, is wrong. */
  usage: 2,
  /** There is no agent behind the socket. */
  unreachable: 3,
} as const;

export interface OptionDefinition {
  /** The name of its value in the help; an option without one is a switch. */
  value?: string;
  help: string;
  /** Without it the verb makes no sense. */
  isRequired?: true;
  /** It may be given more than once; its value is then a list. */
  isRepeatable?: true;
}

/** By name: a value, true for a switch, or a list for what may be repeated. */
export type Options = Readonly<Record<string, string | true | readonly string[]>>;

/** Where a verb prints. Tests bring their own. */
export interface Terminal {
  /** One line to standard output. Goes nowhere once the reader has gone (`| head`). */
  print(line: string): void;
  /** One line to standard error. */
  complain(line: string): void;
  /** Resolves when it is time to go: one of these signals has come, or nobody reads the output any more. */
  ending(...signals: NodeJS.Signals[]): Promise<'ending'>;
}

export interface Verb {
  /** The words after the options, as in "PATH...". */
  words: string;
  /** Paragraphs for `--help`. */
  help: readonly string[];
  options: Readonly<Record<string, OptionDefinition>>;
  /** Resolves to the exit code. Rejects with a UsageError for what only the verb can judge. */
  run(words: readonly string[], options: Options, terminal: Terminal): Promise<number>;
}

/** The user's mistake on the command line: its message and nothing else is shown. */
export class UsageError extends Error {}
