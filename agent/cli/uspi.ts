/** From the command line to a verb and its exit code. */
import { closest } from '../config/distance.ts';
import { readArguments } from './arguments.ts';
import { columns } from './text.ts';
import { exitCodes, type OptionDefinition, type Options, type Terminal, UsageError, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';

const helpOption: OptionDefinition = { help: 'this text' };

/**
 * Carries out a command line, without the program's name; resolves to the exit code. A user's mistake ends in a message;
 * what rejects is a defect.
 */
export async function uspi([name, ...args]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === undefined) {
    for (const line of overview()) terminal.complain(line);
    return exitCodes.usage;
  }
  if (name === '--help' || name === '-h' || name === 'help') return help(args[0], terminal);
  if (name === '--version') {
    const { softwareVersion } = await import('../run/identity.ts');
    terminal.print(`uspi ${softwareVersion}`);
    return exitCodes.ok;
  }
  const listing = listingOf(name);
  return listing ? carryOut(name, await listing.load(), args, terminal) : unknownVerb(name, terminal);
}

function listingOf(name: string) {
  return Object.hasOwn(verbs, name) ? verbs[name] : undefined;
}

async function carryOut(
  name: string,
  { verb }: { verb: Verb },
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  try {
    const { words, options } = readArguments(args, { ...verb.options, help: helpOption });
    if (options.help) {
      for (const line of verbHelp(name, verb)) terminal.print(line);
      return exitCodes.ok;
    }
    checkRequired(options, verb);
    return await verb.run(words, options, terminal);
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    terminal.complain(`uspi: ${cause.message}`);
    terminal.complain(usageLine(name, verb));
    return exitCodes.usage;
  }
}

function checkRequired(options: Options, verb: Verb): void {
  for (const [option, { value, isRequired }] of Object.entries(verb.options)) {
    if (isRequired && options[option] === undefined) throw new UsageError(`--${option} ${value} is missing`);
  }
}

async function help(name: string | undefined, terminal: Terminal): Promise<number> {
  if (name === undefined) {
    for (const line of overview()) terminal.print(line);
    return exitCodes.ok;
  }
  const listing = listingOf(name);
  return listing ? carryOut(name, await listing.load(), ['--help'], terminal) : unknownVerb(name, terminal);
}

function unknownVerb(name: string, terminal: Terminal): number {
  const known = shownVerbs().map(([verb]) => verb);
  const near = closest(name, known);
  terminal.complain(`uspi: there is no verb ${name}${near ? `; did you mean ${near}?` : ''}`);
  terminal.complain(`verbs: ${known.join(', ')}; uspi --help says more`);
  return exitCodes.usage;
}

function shownVerbs() {
  return Object.entries(verbs).filter(([, { isHidden }]) => !isHidden);
}

function overview(): string[] {
  return [
    'usage: uspi VERB [OPTION]... [WORD]...',
    '',
    'A USP (TR-369) agent for Raspberry Pi class boards, and the command line to speak with it.',
    '',
    ...columns(shownVerbs().map(([name, { summary }]) => [`  ${name}`, summary])),
    '',
    'uspi VERB --help says more; uspi --version tells the version.',
    'Exit codes: 0 done, 1 refused, 2 wrong command line or configuration, 3 no agent there.',
  ];
}

function usageLine(name: string, { words, options }: Verb): string {
  const shown = Object.entries(options).map(([option, definition]) =>
    definition.isRequired ? written(option, definition) : `[${written(option, definition)}]${repeated(definition)}`,
  );
  return ['usage: uspi', name, ...shown, words].join(' ').trimEnd();
}

const repeated = ({ isRepeatable }: OptionDefinition) => (isRepeatable ? '...' : '');

function written(option: string, { value }: OptionDefinition): string {
  return value === undefined ? `--${option}` : `--${option} ${value}`;
}

function verbHelp(name: string, verb: Verb): string[] {
  const options = Object.entries({ ...verb.options, help: helpOption });
  const rows = options.map(([option, definition]) => [`  ${written(option, definition)}`, definition.help]);
  return [usageLine(name, verb), '', ...verb.help, '', ...columns(rows)];
}
