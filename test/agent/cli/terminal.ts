/** The command line in this process: what it prints and the exit code that it comes to. */
import { existsSync } from 'node:fs';
import { uspi } from '../../../agent/cli/uspi.ts';
import type { Terminal } from '../../../agent/cli/verb.ts';
import { startTestAgent, type TestAgent, type TestAgentOptions } from '../../helpers/agent.ts';
import { until } from '../../helpers/until.ts';

export class TestTerminal implements Terminal {
  readonly out: string[] = [];
  readonly err: string[] = [];
  /** As a signal would, or a reader that goes. */
  end: () => void = () => {};
  readonly #ending = new Promise<'ending'>(resolve => {
    this.end = () => resolve('ending');
  });

  print(line: string): void {
    this.out.push(line);
  }

  complain(line: string): void {
    this.err.push(line);
  }

  ending(): Promise<'ending'> {
    return this.#ending;
  }

  /** Waits until so many lines have been printed. */
  printed(count: number): Promise<void> {
    return until(`${count} lines, there are ${JSON.stringify(this.out)}`, () => this.out.length >= count);
  }
}

export interface Outcome {
  code: number;
  /** Lines, joined by newlines. */
  out: string;
  err: string;
}

export async function commandLine(...args: string[]): Promise<Outcome> {
  const terminal = new TestTerminal();
  const code = await uspi(args, terminal);
  return { code, out: terminal.out.join('\n'), err: terminal.err.join('\n') };
}

/** A whole agent that can be asked: its socket is there. */
export async function startListeningAgent(toml: string, options: TestAgentOptions = {}): Promise<TestAgent> {
  const agent = await startTestAgent(toml, options);
  await until('the local socket', () => existsSync(agent.socketPath));
  return agent;
}
