/**
 * A verb that is one USP request. What it asks, what it reads in the answer and how it shows that are pure functions;
 * the rest is the same for all of them and is here.
 */
import type { RequestInit, Response } from '../../proto/codec.gen.js';
import { Refusal, socketOption, withController } from './controller.ts';
import { printable } from './text.ts';
import { exitCodes, type OptionDefinition, type Options, type Terminal, type Verb } from './verb.ts';

/** One thing that the agent refused. `code` is of TR-369 (docs/errors.md). */
export interface PathError {
  /** Empty when the request was refused as a whole. */
  path: string;
  code: number;
  message: string;
}

export interface Question<Answer extends object> {
  words: string;
  help: readonly string[];
  options?: Readonly<Record<string, OptionDefinition>>;
  /** Throws a UsageError. */
  request(words: readonly string[], options: Options): RequestInit;
  /** What has been refused is added to `errors`. Undefined when it is a response to something else. */
  read(response: Response, errors: PathError[]): Answer | undefined;
  /** The answer when the request was refused as a whole; also tells the shape of `--json`. */
  nothing: Answer;
  lines(answer: Answer): string[];
}

/** Makes a verb of a question. */
export function asking<Answer extends object>(question: Question<Answer>): Verb {
  return {
    words: question.words,
    help: question.help,
    options: {
      ...question.options,
      socket: socketOption,
      json: { help: 'for programs: one JSON document, always with the same keys' },
    },
    async run(words, options, terminal) {
      const request = question.request(words, options);
      return withController(options, terminal, async controller => {
        const errors: PathError[] = [];
        const answer = await controller.ask(request).then(
          response => question.read(response, errors) ?? misunderstood(response),
          cause => {
            errors.push(...errorsOf(cause));
            return question.nothing;
          },
        );
        show({ answer, errors }, question, options, terminal);
        return errors.length === 0 ? exitCodes.ok : exitCodes.failed;
      });
    },
  };
}

function misunderstood(response: Response): never {
  throw new Error(`the agent answered with ${response.resp_type}`);
}

/** An Error message as errors: those of its parameters where it has some, else its own. Throws what is none. */
export function errorsOf(cause: unknown): PathError[] {
  if (!(cause instanceof Refusal)) throw cause;
  const { err_code: code, err_msg: message, param_errs: details } = cause.error;
  if (details.length === 0) return [{ path: '', code, message }];
  return details.map(each => ({ path: each.param_path, code: each.err_code, message: each.err_msg }));
}

function show<Answer extends object>(
  { answer, errors }: { answer: Answer; errors: readonly PathError[] },
  question: Question<Answer>,
  options: Options,
  terminal: Terminal,
): void {
  if (options.json) terminal.print(JSON.stringify({ ...answer, errors }));
  else for (const line of question.lines(answer)) terminal.print(line);
  for (const error of errors) terminal.complain(errorLine(error));
}

/** `uspi: Device.X: 7026 Device.X is not in the supported data model` */
export function errorLine({ path, code, message }: PathError): string {
  return `uspi: ${path === '' ? '' : `${printable(path)}: `}${code} ${printable(message)}`;
}
