/** The terminal of the process: standard output, standard error and the signals. */
import type { Terminal } from './verb.ts';

/** Standard output may be a pipe whose reader goes (`| head`): then what follows is not printed, and nothing fails. */
export function processTerminal(): Terminal {
  let end = () => {};
  const ending = new Promise<'ending'>(resolve => {
    end = () => resolve('ending');
  });
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', cause => {
      if ((cause as NodeJS.ErrnoException).code !== 'EPIPE') throw cause;
      end();
    });
  }
  return {
    print: line => void process.stdout.write(`${line}\n`),
    complain: line => void process.stderr.write(`${line}\n`),
    ending(...signals) {
      // Only the first one: a second ends the process at once, as it does by itself.
      for (const signal of signals) process.once(signal, end);
      return ending;
    },
  };
}
