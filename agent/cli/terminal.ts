/** The terminal of the process: standard output, standard error and the signals. */
import type { Terminal } from './verb.ts';

/** Standard output may be a pipe whose reader goes (`| head`): then what follows is not printed, and nothing fails. */
export function processTerminal(): Terminal {
  let end = () => {};
  const ending = new Promise<'ending'>(resolve => {
    end = () => resolve('ending');
  });
  return {
    print: lineWriter(() => process.stdout, end),
    complain: lineWriter(() => process.stderr, end),
    ending(...signals) {
      // Only the first one: a second ends the process at once, as it does by itself.
      for (const signal of signals) process.once(signal, end);
      return ending;
    },
  };
}

/** Node makes a stream of its own for each output that is asked for: only once there is something to say. */
function lineWriter(output: () => NodeJS.WriteStream, end: () => void): (line: string) => void {
  let stream: NodeJS.WriteStream | undefined;
  return line => {
    if (!stream) {
      stream = output();
      stream.on('error', cause => {
        if ((cause as NodeJS.ErrnoException).code !== 'EPIPE') throw cause;
        end();
      });
    }
    stream.write(`${line}\n`);
  };
}
