/** The words and options of a verb, from the command line. */
import { closest } from '../config/distance.ts';
import { type OptionDefinition, type Options, UsageError } from './verb.ts';

export interface Arguments {
  words: string[];
  options: Options;
}

/** `--name` or `--name=value`; `-n` too, though there is none, so that it is refused and not taken for a word. */
const optionForm = /^(--?(?!$)([^=]*))(?:=(.*))?$/s;

const negativeNumber = /^-\.?\d/;

/**
 * Options may stand anywhere, and what follows `--` is a word. So is a negative number, since it is a value to set.
 * Throws a UsageError. (Node's own parseArgs is two modules, which every start of the agent would load and compile.)
 */
export function readArguments(args: readonly string[], known: Readonly<Record<string, OptionDefinition>>): Arguments {
  const words: string[] = [];
  const options: Record<string, string | true | readonly string[]> = {};
  for (let at = 0; at < args.length; at++) {
    const written = args[at] as string;
    if (written === '--') return { words: [...words, ...args.slice(at + 1)], options };
    const [, rawName, name, inline] = (!negativeNumber.test(written) && optionForm.exec(written)) || [];
    if (rawName === undefined || name === undefined) {
      words.push(written);
      continue;
    }
    const definition = definitionOf(rawName, name, known);
    const takesNext = definition.value !== undefined && inline === undefined;
    const value = optionValue(rawName, definition, takesNext ? args[++at] : inline, takesNext);
    options[name] = withValue(options[name], value, definition);
  }
  return { words, options };
}

/** The last value counts, unless the option gathers them. */
function withValue(before: Options[string] | undefined, value: string | true, definition: OptionDefinition) {
  if (!definition.isRepeatable || value === true) return value;
  return Array.isArray(before) ? [...before, value] : [value];
}

function definitionOf(
  rawName: string,
  name: string,
  known: Readonly<Record<string, OptionDefinition>>,
): OptionDefinition {
  const definition = rawName.startsWith('--') && Object.hasOwn(known, name) ? known[name] : undefined;
  if (definition) return definition;
  const near = closest(name, Object.keys(known));
  throw new UsageError(`there is no option ${rawName}${near ? `; did you mean --${near}?` : ''}`);
}

function optionValue(
  rawName: string,
  definition: OptionDefinition,
  value: string | undefined,
  isNext: boolean,
): string | true {
  if (definition.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
    return true;
  }
  if (!value || (isNext && value.startsWith('-'))) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${definition.value}`);
  }
  return value;
}

/** `name=value`, divided at the first `=`. */
export function readAssignment(word: string): [name: string, value: string] {
  const at = word.indexOf('=');
  if (at <= 0) throw new UsageError(`${word}: expected name=value`);
  return [word.slice(0, at), word.slice(at + 1)];
}

/** A path up to its `=`, or to its end: anything but `=` and brackets, and searches in brackets with quoted texts. */
const pathPart = /^(?:[^=[\]]|\[(?:[^\]"]|"[^"]*")*\])*/;

/**
 * Paths with their values, as `PATH VALUE` or as `PATH=VALUE`. A path has `=` only inside the brackets of a search, so
 * the two can be told apart, and mixed.
 */
export function readSettings(words: readonly string[]): [path: string, value: string][] {
  const settings: [string, string][] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const path = pathPart.exec(word)?.[0] ?? '';
    const value = word[path.length] === '=' ? word.slice(path.length + 1) : words[++i];
    if (value === undefined) throw new UsageError(`${word}: its value is missing`);
    settings.push([word[path.length] === '=' ? path : word, value]);
  }
  return settings;
}

/** An object's path, which ends with a dot. */
export function objectPath(word: string): string {
  return word.endsWith('.') ? word : `${word}.`;
}

/** A parameter's path as its object and its name. */
export function splitParameter(path: string): [object: string, param: string] {
  const [, object, param] = /^(.+\.)([A-Za-z_][\w-]*)$/s.exec(path) ?? [];
  if (object === undefined || param === undefined) {
    throw new UsageError(`${path}: expected the path of a parameter, such as Device.LocalAgent.Controller.1.Enable`);
  }
  return [object, param];
}
